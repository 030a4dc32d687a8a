/** Arithmetic and comparison: plain integers first, exact fractions behind them. */

import * as exact from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Month, MonthSet } from '../base/month.ts'
import { hasMonth } from '../base/month-set.ts'
import type { Expression } from '../../grammar/tree.ts'
import { divideUnits, multiplyUnits } from '../units/unit.ts'
import type { Compiler } from './compiler.ts'
import { inWords, report, wrongBecause, wrongType } from './compiler.ts'
import { binaryNode } from './binary-node.ts'
import type { Node } from './node.ts'
import { orderOf, sameValue } from './same.ts'
import { timeArithmetic } from './time-arithmetic.ts'
import { compatible, joined, quantityIn, TRUTH, type Type, WRONG } from './type.ts'
import { unlike, wrongTime } from './unlike.ts'
import type { Known } from './value.ts'

type Binary = Extract<Expression, { sort: 'binary' }>

/** What is missing where a result has too many digits. */
export const TOO_LONG = 'a number too long to be kept exact'

/** `+ - * /`, with months, dates and lengths of time. */
export function arithmetic(compiler: Compiler, node: Binary, left: Node, right: Node): Node {
  const { operator } = node
  if (left.type.is === 'wrong' || right.type.is === 'wrong') {
    return binaryNode(node, WRONG, left, right, () => undefined)
  }
  const timed = timeArithmetic(node, left, right)
  if (timed !== undefined) return timed
  const odd = oddOperand(compiler, operator, left, right)
  if (odd !== undefined) return odd
  if (operator === '*' || operator === '/') return productOf(compiler, node, left, right)
  if (!compatible(left.type, right.type)) {
    return wrongBecause(compiler, node, unlike(compiler, node, left, right))
  }
  const type = joined(left.type, right.type)
  return exactNode(node, type, left, right, operator === '+' ? exact.add : exact.subtract)
}

/** Reports an operand that is of no type which the operator has a meaning for. */
function oddOperand(
  compiler: Compiler,
  operator: string,
  left: Node,
  right: Node,
): Node | undefined {
  const adds = operator === '+' || operator === '-'
  if (adds && (left.type.is === 'month' || left.type.is === 'date')) {
    const length = left.type.is === 'month' ? 'a number of months' : 'a length of time'
    const wanted = operator === '+' ? length : `${length} or ${inWords(compiler, left.type)}`
    return wrongBecause(compiler, right.expression, wrongTime(compiler, left, right, wanted))
  }
  if (left.type.is !== 'quantity') {
    return wrongType(compiler, left, adds ? 'a number, a month or a date' : 'a number')
  }
  if (right.type.is === 'quantity') return undefined
  return wrongType(compiler, right, adds ? inWords(compiler, left.type) : 'a number')
}

/** Arithmetic that may have no result: after a division by 0, or past the limit of digits. */
function exactNode(
  node: Binary,
  type: Type,
  left: Node,
  right: Node,
  operation: (a: Exact, b: Exact) => Exact | undefined,
): Node {
  return binaryNode(node, type, left, right, operation, (_, b: Exact) =>
    node.operator === '/' && exact.isZero(b) ? 'a number divided by 0' : TOO_LONG,
  )
}

function productOf(compiler: Compiler, node: Binary, left: Node, right: Node): Node {
  const a = left.type.is === 'quantity' ? left.type.unit : undefined
  const b = right.type.is === 'quantity' ? right.type.unit : undefined
  if (node.operator === '/' && isWrittenZero(right)) {
    return wrongBecause(compiler, node, report('divided-by-zero', node.span, {}))
  }
  const operation = node.operator === '*' ? exact.multiply : exact.divide
  if (a === undefined || b === undefined) {
    return exactNode(node, a === undefined ? left.type : right.type, left, right, operation)
  }
  const unit = node.operator === '*' ? multiplyUnits(a, b) : divideUnits(a, b)
  return exactNode(node, quantityIn(unit), left, right, operation)
}

/** A policy of 0 is not written here: what divides by it is unknown, and no mistake of the rule. */
function isWrittenZero({ constant, expression }: Node): boolean {
  const written = expression.sort === 'quantity' || expression.sort === 'unary'
  return written && constant !== undefined && exact.isZero(constant as Exact)
}

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

const ORDERED: readonly Type['is'][] = ['quantity', 'month', 'date', 'duration', 'text']

/** `< <= > >=`: quantities of one unit, months, dates, lengths of time, or texts as they sort. */
export function comparison(
  compiler: Compiler,
  node: Expression,
  operator: string,
  left: Node,
  right: Node,
): Node {
  if (left.type.is !== 'wrong' && right.type.is !== 'wrong') {
    if (!compatible(left.type, right.type)) {
      return wrongBecause(compiler, node, unlike(compiler, node, left, right))
    }
    if (!ORDERED.includes(left.type.is)) {
      return wrongType(compiler, left, 'a number, a month, a date or a length of time')
    }
  }
  const holds = COMPARISONS[operator] ?? (() => false)
  const operation = (a: Known, b: Known) => {
    const order = orderOf(a, b)
    return order === undefined ? undefined : holds(order)
  }
  return binaryNode(node, TRUTH, left, right, operation, () => NO_ORDER)
}

/** `=` and `!=`, for values of any one type. */
export function equality(compiler: Compiler, node: Binary, left: Node, right: Node): Node {
  if (!compatible(left.type, right.type)) {
    return wrongBecause(compiler, node, unlike(compiler, node, left, right))
  }
  const wanted = node.operator === '='
  if (left.type.is === 'quantity') {
    const operation = (a: Exact, b: Exact) => (a === b || exact.equal(a, b)) === wanted
    return binaryNode(node, TRUTH, left, right, operation)
  }
  const operation = (a: Known, b: Known) => {
    const same = sameValue(a, b)
    return same === undefined ? undefined : same === wanted
  }
  return binaryNode(node, TRUTH, left, right, operation, () => NO_ORDER)
}

/** Whether a list has a value. */
export function membership(expression: Expression, value: Node, list: Node): Node {
  if (value.type.is === 'month') {
    const within = (month: Month, months: MonthSet) => hasMonth(months, month)
    return binaryNode(expression, TRUTH, value, list, within)
  }
  // A word is the same as none but itself.
  const among = (one: Known, all: readonly Known[]) =>
    typeof one === 'string' ? all.includes(one) : isAmong(one, all)
  return binaryNode(expression, TRUTH, value, list, among)
}

const NO_ORDER = 'an order between a number of months and a number of days'

function isAmong(one: Known, all: readonly Known[]): boolean {
  return all.some((each) => sameValue(each, one) === true)
}

/** Prints expressions and values in their canonical form: one line, with no needless parentheses. */

import type { Exact } from '../base/exact.ts'
import { printExact, printPercent } from '../base/exact.ts'
import { printDay } from '../base/date.ts'
import { printMonth } from '../base/month.ts'
import { textOf } from '../base/source.ts'
import {
  BETWEEN_LEVEL,
  LOWEST_LEVEL,
  NOT_LEVEL,
  operators,
  RANGE_LEVEL,
  SIGN_LEVEL,
} from '../../grammar/operators.ts'
import type { Binder, Expression, Name, Quantity, UnitLiteral, Value } from '../../grammar/tree.ts'

/** What binds less than its place asks for gets parentheses: `if` less than all operators, … */
const CHOICE_LEVEL = LOWEST_LEVEL - 1
/** … and these more. */
const QUANTITY = SIGN_LEVEL + 1
const POSTFIX = SIGN_LEVEL + 2
const PRIMARY = SIGN_LEVEL + 3

type Printers = {
  readonly [Sort in Expression['sort']]: (
    expression: Extract<Expression, { readonly sort: Sort }>,
  ) => string
}

const printers: Printers = {
  quantity: printQuantity,
  date: ({ value }) => printDay(value),
  month: ({ value }) => printMonth(value),
  text: ({ text }) => quoted(text),
  word: ({ text }) => text,
  unary: ({ operator, operand }) =>
    operator === 'not' ? `not ${printAt(operand, NOT_LEVEL)}` : `-${printAt(operand, QUANTITY)}`,
  binary: ({ operator, left, right }) => {
    const { level, chains } = operators[operator]
    return `${printAt(left, chains ? level : level + 1)} ${operator} ${printAt(right, level + 1)}`
  },
  between: ({ value, low, high }) => {
    const [from, to] = [printAt(low, BETWEEN_LEVEL + 1), printAt(high, BETWEEN_LEVEL + 1)]
    return `${printAt(value, BETWEEN_LEVEL + 1)} between ${from} and ${to}`
  },
  if: ({ condition, then, otherwise }) => {
    const choice = `if ${printAt(condition, LOWEST_LEVEL)} then ${printAt(then, LOWEST_LEVEL)}`
    return `${choice} else ${printExpression(otherwise)}`
  },
  field: ({ of, field }) => `${printAt(of, POSTFIX)}.${field.text}`,
  call: (call) => `${printAt(call.callee, POSTFIX)}(${printAll(call.arguments)})`,
  aggregate: ({ operator, body, binders }) => {
    const range = binders.map(printBinder).join(', ')
    return `${operator}(${body === undefined ? '' : `${printExpression(body)} for `}${range})`
  },
  list: ({ items }) => `(${printAll(items)})`,
}

/** The expression on one line: `outlook.inventory(f, t - 1)`. */
export function printExpression(expression: Expression): string {
  return printAt(expression, CHOICE_LEVEL)
}

/** `family f in … where …`. */
function printBinder(binder: Binder): string {
  const domain = binder.domain === undefined ? '' : ` in ${printAt(binder.domain, RANGE_LEVEL)}`
  const condition =
    binder.condition === undefined ? '' : ` where ${printExpression(binder.condition)}`
  return `${binder.kind.text} ${binder.name.text}${domain}${condition}`
}

/** An argument's value: `make-to-stock`, `"Medium widgets"`, `2027-03 ..`, `0.05 hour per each`. */
export function printValue(value: Value): string {
  if (value.sort === 'name') return printName(value)
  if (value.sort === 'date') return printDay(value.value)
  if (value.sort === 'quantity') return printQuantity(value)
  if (value.to === undefined) return `${printMonth(value.from)} ..`
  const from = printMonth(value.from)
  return value.to === value.from ? from : `${from} .. ${printMonth(value.to)}`
}

/** A name, in quotes where it was written so. */
export function printName(name: Name): string {
  return name.quoted ? quoted(name.text) : name.text
}

/** `each`, `USD per each`, `hour per 12 each`. */
export function printUnit({ name, per }: UnitLiteral): string {
  if (per === undefined) return printName(name)
  const count = per.count === 1 ? '' : `${printExact(per.count)} `
  return `${printName(name)} per ${count}${printName(per.name)}`
}

/** The text in quotes, with what must be escaped escaped. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

function printAt(expression: Expression, needed: number): string {
  const print = printers[expression.sort] as (expression: Expression) => string
  const text = print(expression)
  return levelOf(expression) < needed ? `(${text})` : text
}

function printAll(expressions: readonly Expression[]): string {
  return expressions.map(printExpression).join(', ')
}

function levelOf(expression: Expression): number {
  if (expression.sort === 'if') return CHOICE_LEVEL
  if (expression.sort === 'binary') return operators[expression.operator].level
  if (expression.sort === 'between') return BETWEEN_LEVEL
  if (expression.sort === 'unary') return expression.operator === 'not' ? NOT_LEVEL : SIGN_LEVEL
  // What stands behind a number would read as its unit, and its sign as an operator.
  if (expression.sort === 'quantity') return expression.sign === '' ? QUANTITY : SIGN_LEVEL
  return PRIMARY
}

const NUMBER = /^[+-]?\s*(\d[\d_]*(?:\.\d+)?%?)(?![\d,])/

/** The number as the planner wrote it, and what stands behind it. */
function printQuantity(quantity: Quantity): string {
  const { sign, value, percent, unit, duration, span } = quantity
  const written = NUMBER.exec(textOf(span))?.[1]
  const number = written === undefined ? printed(value, percent) : sign + written
  if (unit !== undefined) return `${number} ${printUnit(unit)}`
  return duration === undefined ? number : `${number} ${duration}${value === 1 ? '' : 's'}`
}

function printed(value: Exact, percent: boolean): string {
  return percent ? printPercent(value) : printExact(value)
}

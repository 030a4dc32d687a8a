/** Compiles an expression: types every part against what its place expects. */

import * as exact from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import { makeMonthSet } from '../base/month-set.ts'
import type { MonthSet, Month } from '../base/month.ts'
import { textOf } from '../base/source.ts'
import { closest } from '../base/suggest.ts'
import { printExpression } from '../syntax/print.ts'
import type { Expression, Name } from '../../grammar/tree.ts'
import { atomUnit, ratioUnit } from '../units/unit.ts'
import { aggregateNode } from './aggregate.ts'
import { arithmetic, comparison, equality, membership } from './arithmetic.ts'
import { binaryNode } from './binary-node.ts'
import { callNode } from './call.ts'
import type { Compiler, Scope } from './compiler.ts'
import {
  MOST_NESTING,
  MOST_STEPS,
  compile,
  compileAs,
  inWords,
  meant,
  problem,
  report,
  wrong,
  wrongBecause,
  wrongType,
} from './compiler.ts'
import { conversionNode } from './conversion.ts'
import { fieldNode } from './field-node.ts'
import { choice, conjunction, disjunction, mustBeTruth, negation } from './logic.ts'
import { constantNode, namedNode, wordNode } from './names.ts'
import type { Node } from './node.ts'
import { unusableBecause } from './node.ts'
import {
  compatible,
  DATE,
  MONTH,
  MONTHS,
  NUMBER,
  quantityIn,
  setOf,
  TEXT,
  type Type,
  ZERO,
  TRUTH,
} from './type.ts'
import { unlike } from './unlike.ts'
import type { Known } from './value.ts'

/** One way to compile each sort of expression. */
type Compile<Sort extends Expression['sort']> = (
  compiler: Compiler,
  scope: Scope,
  node: Extract<Expression, { sort: Sort }>,
  expected?: Type,
) => Node

const COMPILE: { readonly [Sort in Expression['sort']]: Compile<Sort> } = {
  quantity: (compiler, _, node) => quantityNode(compiler, node),
  date: (_, __, node) => constantNode(node, DATE, node.value),
  month: (_, __, node) => constantNode(node, MONTH, node.value),
  text: (compiler, _, node, expected) => namedText(compiler, node, expected),
  word: (compiler, scope, node, expected) => wordNode(compiler, scope, node, node.text, expected),
  unary: unaryNode,
  binary: operatorNode,
  between: betweenNode,
  if: (compiler, scope, node, expected) =>
    choice(
      compiler,
      node,
      mustBeTruth(compiler, compile(compiler, scope, node.condition)),
      compile(compiler, scope, node.then, expected),
      compile(compiler, scope, node.otherwise, expected),
    ),
  field: (compiler, scope, node) =>
    fieldNode(compiler, node, compile(compiler, scope, node.of), node.field),
  call: callNode,
  aggregate: aggregateNode,
  list: listNode,
}

/** Compiles an expression: what `compile` of the compiler does. */
export function compileExpression(
  compiler: Compiler,
  scope: Scope,
  node: Expression,
  expected?: Type,
): Node {
  const { program } = compiler
  if (program.steps > MOST_STEPS || program.nesting > MOST_NESTING) return wrong(node)
  if (++program.steps > MOST_STEPS) {
    const values = { name: program.name, limit: MOST_STEPS }
    return wrongBecause(compiler, node, report('rule-too-large', node.span, values))
  }
  if (++program.nesting > MOST_NESTING) {
    const values = { name: program.name, limit: MOST_NESTING }
    return wrongBecause(compiler, node, report('rule-too-deep', node.span, values))
  }
  const run = COMPILE[node.sort] as Compile<Expression['sort']>
  const made = run(compiler, scope, node, expected)
  program.nesting--
  return made
}

function quantityNode(compiler: Compiler, node: Extract<Expression, { sort: 'quantity' }>): Node {
  if (node.duration !== undefined) return durationNode(compiler, node, node.duration)
  if (node.unit === undefined) {
    const zero = exact.isZero(node.value) && !node.percent
    return constantNode(node, zero ? ZERO : NUMBER, node.value)
  }
  const { name, per } = node.unit
  const named = per === undefined ? [name] : [name, per.name]
  if (named.filter((unit) => !isUnit(compiler, unit)).length > 0) return wrong(node)
  if (per === undefined) return constantNode(node, quantityIn(atomUnit(name.text)), node.value)
  if (exact.isZero(per.count)) {
    return wrongBecause(compiler, node, report('divided-by-zero', node.span, {}))
  }
  const unit = ratioUnit(name.text, per.name.text)
  return constantNode(node, quantityIn(unit), exact.divide(node.value, per.count))
}

function durationNode(
  compiler: Compiler,
  node: Extract<Expression, { sort: 'quantity' }>,
  of: 'month' | 'week' | 'day',
): Node {
  const { value: count } = node
  if (typeof count !== 'number') {
    const values = { found: printExpression(node), unit: of }
    return wrongBecause(compiler, node, report('length-not-whole', node.span, values))
  }
  const type: Type = { is: 'duration', in: of === 'month' ? 'months' : 'days' }
  return constantNode(node, type, { count, of })
}

/** Reports a name that is no unit. */
function isUnit(compiler: Compiler, { text, span }: Name): boolean {
  const { units } = compiler.model
  if (units.has(text)) return true
  const values = { name: text, expected: 'a unit' }
  const extras = meant(span, closest(text, units.names))
  problem(compiler, report('unknown-rule-name', span, values, extras))
  return false
}

function namedText(
  compiler: Compiler,
  node: Extract<Expression, { sort: 'text' }>,
  expected: Type | undefined,
): Node {
  const named =
    expected === undefined || expected.is === 'text'
      ? undefined
      : namedNode(compiler, node, node.text, expected)
  return named ?? constantNode(node, TEXT, node.text)
}

function unaryNode(
  compiler: Compiler,
  scope: Scope,
  node: Extract<Expression, { sort: 'unary' }>,
): Node {
  const operand = compile(compiler, scope, node.operand)
  if (node.operator === 'not') return negation(node, mustBeTruth(compiler, operand))
  if (operand.type.is === 'wrong') return operand
  if (operand.type.is !== 'quantity') return wrongType(compiler, operand, 'a number')
  return {
    type: operand.type,
    run: () => {
      const value = operand.run()
      return value === undefined ? undefined : exact.negate(value as Exact)
    },
    expression: node,
    parts: [operand],
    unusable: operand.unusable,
    ...(operand.constant === undefined
      ? {}
      : { constant: exact.negate(operand.constant as Exact) }),
  }
}

function operatorNode(
  compiler: Compiler,
  scope: Scope,
  node: Extract<Expression, { sort: 'binary' }>,
): Node {
  const { operator } = node
  if (operator === 'in') return inNode(compiler, scope, node)
  if (operator === 'and' || operator === 'or') {
    const left = mustBeTruth(compiler, compile(compiler, scope, node.left))
    const whole = operator === 'and' || compiler.program.whole || !callsDefine(compiler, node.right)
    const right = whole
      ? mustBeTruth(compiler, compile(compiler, scope, node.right))
      : truthOnDemand(compiler, scope, node.right)
    return operator === 'and' ? conjunction(node, left, right) : disjunction(node, left, right)
  }
  if (operator === '..') return rangeNode(compiler, scope, node)
  if (operator === '=' || operator === '!=') {
    const [left, right] = likeSides(compiler, scope, node.left, node.right)
    return equality(compiler, node, left, right)
  }
  if (operator in ORDER) {
    const [left, right] = likeSides(compiler, scope, node.left, node.right)
    return comparison(compiler, node, operator, left, right)
  }
  const left = compile(compiler, scope, node.left)
  return arithmetic(compiler, node, left, compile(compiler, scope, node.right))
}

/** Whether a truth is made of calls of defined functions, which are long once written out. */
function callsDefine(compiler: Compiler, node: Expression): boolean {
  if (node.sort === 'call') {
    return node.callee.sort === 'word' && compiler.defines.has(node.callee.text)
  }
  if (node.sort === 'unary') return callsDefine(compiler, node.operand)
  if (node.sort === 'list') return node.items.some((item) => callsDefine(compiler, item))
  if (node.sort !== 'binary') return false
  return callsDefine(compiler, node.left) || callsDefine(compiler, node.right)
}

/**
 * The other side of an `or` in a built-in rule: most plans are in order, so that the first side
 * holds and the other is never asked for.
 */
function truthOnDemand(compiler: Compiler, scope: Scope, node: Expression): Node {
  let made: Node | undefined
  const force = (): Node => (made ??= mustBeTruth(compiler, compile(compiler, scope, node)))
  const { program } = compiler
  program.deepest = Math.max(program.deepest, scope.depth)
  return {
    type: TRUTH,
    run: () => force().run(),
    expression: node,
    get parts() {
      return [force()]
    },
    get unusable() {
      return force().unusable
    },
    get idle() {
      return force().idle
    },
  }
}

const ORDER = { '<': true, '<=': true, '>': true, '>=': true }

/** A bare word takes its meaning from the other side, whichever side it stands on. */
function likeSides(
  compiler: Compiler,
  scope: Scope,
  left: Expression,
  right: Expression,
): [Node, Node] {
  if (isBare(scope, left) && !isBare(scope, right)) {
    const second = compile(compiler, scope, right)
    return [compile(compiler, scope, left, second.type), second]
  }
  const first = compile(compiler, scope, left)
  return [first, compile(compiler, scope, right, first.type)]
}

function isBare(scope: Scope, node: Expression): boolean {
  return node.sort === 'text' || (node.sort === 'word' && !scope.variables.has(node.text))
}

function rangeNode(
  compiler: Compiler,
  scope: Scope,
  node: Extract<Expression, { sort: 'binary' }>,
): Node {
  const left = compileAs(compiler, scope, node.left, MONTH)
  const right = compileAs(compiler, scope, node.right, MONTH)
  return binaryNode(node, MONTHS, left, right, (from: Month, to: Month): MonthSet =>
    from <= to ? [{ from, to }] : [],
  )
}

function betweenNode(
  compiler: Compiler,
  scope: Scope,
  node: Extract<Expression, { sort: 'between' }>,
): Node {
  const value = compile(compiler, scope, node.value)
  const low = compile(compiler, scope, node.low, value.type)
  const high = compile(compiler, scope, node.high, value.type)
  const from = comparison(compiler, node, '>=', value, low)
  const to = comparison(compiler, node, '<=', value, high)
  return {
    ...conjunction(node, from, to),
    run: () => {
      const above = from.run()
      const below = to.run()
      return above === undefined || below === undefined
        ? undefined
        : above === true && below === true
    },
  }
}

function listNode(
  compiler: Compiler,
  scope: Scope,
  node: Extract<Expression, { sort: 'list' }>,
  expected?: Type,
): Node {
  const wanted = expected?.is === 'set' ? expected.of : expected
  const items = node.items.map((item) => compile(compiler, scope, item, wanted))
  const [first] = items
  if (first === undefined) return wrong(node)
  const odd = items.find((item) => !compatible(item.type, first.type))
  if (odd !== undefined) return wrongBecause(compiler, node, unlike(compiler, node, first, odd))
  const gather = gathering(first.type)
  return {
    type: setOf(memberType(items)),
    run: () => {
      const values = items.map((item) => item.run())
      return values.includes(undefined) ? undefined : gather(values as readonly Known[])
    },
    expression: node,
    parts: items,
    unusable: unusableBecause(items),
  }
}

/** A list of months is a set of months, as a range is; any other list stays as it is written. */
function gathering(type: Type): (values: readonly Known[]) => Known {
  if (type.is !== 'month') return (values) => values
  return (months) => makeMonthSet((months as readonly Month[]).map((at) => ({ from: at, to: at })))
}

/** Series that are volumes and series that are money make a list of both. */
function memberType(items: readonly Node[]): Type {
  const known = items.find(({ type }) => type.is !== 'quantity' || type.unit !== undefined)
  const type = (known ?? items[0])?.type ?? NUMBER
  if (type.is !== 'series') return type
  const kinds = new Set(items.map((item) => (item.type.is === 'series' ? item.type.of : undefined)))
  return kinds.size === 1 ? type : { ...type, of: 'both' }
}

/** `cell in UNIT` converts; `value in SET` asks. The right side decides. */
function inNode(
  compiler: Compiler,
  scope: Scope,
  node: Extract<Expression, { sort: 'binary' }>,
): Node {
  const conversion = conversionNode(compiler, scope, node)
  if (conversion !== undefined) return conversion
  const unbracketed = unbracketedUnit(compiler, scope, node)
  if (unbracketed !== undefined) return unbracketed
  const [left, right] = memberSides(compiler, scope, node.left, node.right)
  if (right.type.is === 'wrong' || left.type.is === 'wrong') return wrong(node)
  if (right.type.is !== 'set') {
    return wrongType(compiler, right, inWords(compiler, setOf(left.type)))
  }
  if (!compatible(left.type, right.type.of)) {
    return wrongType(compiler, left, inWords(compiler, right.type.of))
  }
  return membership(node, left, right)
}

/** `sales(f, t) in each + 5 each`: what stands behind `in` is a sum, and no unit. */
function unbracketedUnit(
  compiler: Compiler,
  scope: Scope,
  { left, right, span }: Extract<Expression, { sort: 'binary' }>,
): Node | undefined {
  let unit = right
  while (unit.sort === 'binary') unit = unit.left
  if (unit === right || unit.sort !== 'word' || scope.variables.has(unit.text)) return undefined
  if (!compiler.model.units.has(unit.text)) return undefined
  const whole = { source: span.source, start: left.span.start, end: unit.span.end }
  const text = `(${textOf(whole)})`
  const diagnostic = report(
    'conversion-in-sum',
    whole,
    { text },
    {
      mends: [{ title: `Write ${text}`, edits: [{ span: whole, text }] }],
    },
  )
  return wrongBecause(compiler, left, diagnostic)
}

/** A bare word takes its meaning from the other side; what stands behind a cell is a unit. */
function memberSides(
  compiler: Compiler,
  scope: Scope,
  left: Expression,
  right: Expression,
): [Node, Node] {
  if (isBare(scope, left) && right.sort !== 'list') {
    const list = compile(compiler, scope, right)
    const member = list.type.is === 'set' ? list.type.of : undefined
    return [compile(compiler, scope, left, member), list]
  }
  const one = compile(compiler, scope, left)
  const wanted: Type = one.cell === undefined ? setOf(one.type) : { is: 'unit' }
  return [one, compile(compiler, scope, right, wanted)]
}

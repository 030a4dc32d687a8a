/** Compiles an expression: types every part against what its place expects. */

import * as exact from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { MonthSet, Month } from '../base/month.ts'
import type { Expression } from '../../grammar/tree.ts'
import { aggregateNode } from './aggregate.ts'
import { arithmetic, comparison, equality } from './arithmetic.ts'
import { binaryNode } from './binary-node.ts'
import { callNode } from './call.ts'
import type { Compiler } from './compiler.ts'
import { MOST_NESTING, MOST_STEPS, compile, compileAs, wrong, wrongType } from './compiler.ts'
import { fieldNode } from './field-node.ts'
import { inNode } from './in-node.ts'
import { listNode } from './list-node.ts'
import { quantityNode } from './literal.ts'
import { choice, conjunction, disjunction, mustBeTruth, negation } from './logic.ts'
import { constantNode, namedNode, namedOwner, wordNode } from './names.ts'
import type { Node } from './node.ts'
import { halfComparison } from './half-comparison.ts'
import type { Scope } from './scope.ts'
import { likeSides } from './sides.ts'
import { tooMuch } from './too-much.ts'
import { DATE, MONTH, MONTHS, TEXT, type Type, TRUTH } from './type.ts'

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
    fieldNode(compiler, node, namedOwner(compiler, scope, node), node.field),
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
  if (++program.steps > MOST_STEPS) return tooMuch(compiler, node, 'rule-too-large', MOST_STEPS)
  if (++program.nesting > MOST_NESTING)
    return tooMuch(compiler, node, 'rule-too-deep', MOST_NESTING)
  const run = COMPILE[node.sort] as Compile<Expression['sort']>
  const made = run(compiler, scope, node, expected)
  program.nesting--
  return made
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
    const half = halfComparison(compiler, scope, node)
    if (half !== undefined) return half
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
  if (node.sort === 'aggregate') return node.body !== undefined && callsDefine(compiler, node.body)
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
    onDemand: true,
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

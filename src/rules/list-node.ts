/** Lists in parentheses: `(sales, operations)`, `(2026-11, 2027-03)`. */

import { makeMonthSet } from '../base/month-set.ts'
import type { Month } from '../base/month.ts'
import type { Expression } from '../../grammar/tree.ts'
import type { Compiler } from './compiler.ts'
import { compile, wrong, wrongBecause } from './compiler.ts'
import type { Node } from './node.ts'
import { unusableBecause } from './node.ts'
import type { Scope } from './scope.ts'
import { compatible, setOf, type Type } from './type.ts'
import { unlike } from './unlike.ts'
import type { Known } from './value.ts'

/** A list in parentheses; around one value they leave no list. */
export function listNode(
  compiler: Compiler,
  scope: Scope,
  node: Extract<Expression, { sort: 'list' }>,
  expected?: Type,
): Node {
  const wanted = expected?.is === 'set' ? expected.of : expected
  const items = node.items.map((item) => compile(compiler, scope, item, wanted))
  const [first] = items
  if (first === undefined) return wrong(node)
  // A 0 goes with everything, and says nothing of the others.
  const telling = items.find(({ type }) => type.is !== 'quantity' || type.unit !== undefined)
  const one = telling ?? first
  const odd = items.find((item) => !compatible(item.type, one.type))
  if (odd !== undefined) return wrongBecause(compiler, node, unlike(compiler, node, one, odd))
  const gather = gathering(first.type)
  const run = () => {
    const values = items.map((item) => item.run())
    return values.includes(undefined) ? undefined : gather(values as readonly Known[])
  }
  // A list of words is the same each time.
  const fixed = items.every((item) => item.constant !== undefined) ? run() : undefined
  return {
    type: setOf(memberType(one.type, items)),
    run: fixed === undefined ? run : () => fixed,
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
function memberType(type: Type, items: readonly Node[]): Type {
  if (type.is !== 'series') return type
  const kinds = new Set(items.map((item) => (item.type.is === 'series' ? item.type.of : undefined)))
  return kinds.size === 1 ? type : { ...type, of: 'both' }
}

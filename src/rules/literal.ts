/** Numbers as a rule writes them: `5`, `85%`, `24 USD per each`, `3 months`. */

import * as exact from '../base/exact.ts'
import { closest } from '../base/suggest.ts'
import { printExpression } from '../syntax/print.ts'
import type { Expression, Name } from '../../grammar/tree.ts'
import { atomUnit, ratioUnit } from '../units/unit.ts'
import type { Compiler } from './compiler.ts'
import { meant, problem, report, wrong, wrongBecause } from './compiler.ts'
import { constantNode } from './names.ts'
import type { Node } from './node.ts'
import { NUMBER, quantityIn, type Type, ZERO } from './type.ts'

/** A number, alone or with its per cent mark, its unit or its length of time. */
export function quantityNode(
  compiler: Compiler,
  node: Extract<Expression, { sort: 'quantity' }>,
): Node {
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
  if (compiler.model.facts.mayDeclare(text)) {
    compiler.program.broken = true
    return false
  }
  const values = { name: text, expected: 'a unit' }
  const extras = meant(span, closest(text, units.names))
  problem(compiler, report('unknown-rule-name', span, values, extras))
  return false
}

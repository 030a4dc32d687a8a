/** What an objective says where it is missed: its figure, and the limit that it does not keep. */

import { printExpression } from '../syntax/print.ts'
import { display, displayValue } from './display.ts'
import { letName } from './evidence.ts'
import type { Node } from './node.ts'
import type { CompiledRule } from './rule.ts'

/** How a limit reads, by the comparison that asks for it; and the same seen from the other side. */
const LIMITS: ReadonlyMap<string, readonly [words: string, turned: string]> = new Map([
  ['<', ['below ', 'above ']],
  ['<=', ['at most ', 'at least ']],
  ['>', ['above ', 'below ']],
  ['>=', ['at least ', 'at most ']],
  ['=', ['', '']],
])

interface Limit {
  readonly message: string
  readonly help: string
}

/** Undefined where what must hold is no comparison of two numbers. */
export function brokenLimit(rule: CompiledRule, failed: readonly Node[]): Limit | undefined {
  const { compiler } = rule
  const [condition] = failed
  const [left, right] = condition?.parts ?? []
  if (condition?.expression.sort !== 'binary' || left === undefined || right === undefined) return
  const words = LIMITS.get(condition.expression.operator)
  if (words === undefined || left.type.is !== 'quantity' || right.type.is !== 'quantity') return
  const turned = left.constant !== undefined && right.constant === undefined
  const [figure, limit] = turned ? [right, left] : [left, right]
  const name = nameOf(rule, figure)
  const must = `${words[turned ? 1 : 0]}${displayValue(compiler, limit)}`
  return {
    message: `${whereOf(rule)}${name} is ${displayValue(compiler, figure)}; it must be ${must}`,
    help: `plan so that ${name} is ${must}, or agree on another objective`,
  }
}

function nameOf({ lets }: CompiledRule, node: Node): string {
  const ownName = node.variable !== undefined && lets.includes(node.variable)
  if (ownName) return letName(node.variable)
  return node.leaf?.reading() ?? printExpression(node.expression)
}

/** The family and the month it is about: `pumps 2027-06: `. */
function whereOf({ compiler, loops }: CompiledRule): string {
  const { slots } = compiler.program
  const values = loops.map(({ variable, slot }) => display(compiler, variable.type, slots[slot]))
  return values.length === 0 ? '' : `${values.join(' ')}: `
}

/** What a condition read: the cells and values behind a finding, in the order they were read. */

import type { Compiler } from './compiler.ts'
import { displayValue } from './display.ts'
import type { Evidence } from './finding.ts'
import type { Node, Variable } from './node.ts'
import { printExpression } from '../syntax/print.ts'

/** The most values that one finding shows. */
const MOST_EVIDENCE = 12

const NOTHING: readonly Evidence[] = []

/**
 * The values that conditions read just now. What a `let` works out of many numbers is shown under its
 * name, since its expression is code.
 */
export function evidenceOf(
  compiler: Compiler,
  conditions: readonly Node[],
  lets: readonly Variable[],
): readonly Evidence[] {
  const worth = conditions.filter(mayShow)
  if (worth.length === 0) return NOTHING
  const found: Evidence[] = []
  const seen = new Set<string>()
  const add = (node: Node, reading: string) => {
    if (found.length >= MOST_EVIDENCE || seen.has(reading)) return
    seen.add(reading)
    found.push({
      expression: printExpression(node.expression),
      reading,
      value: displayValue(compiler, node),
      span: node.leaf?.span?.(),
      cell: node.leaf?.address?.(),
    })
  }
  const met = new Set<Node>()
  const walk = (node: Node): void => {
    if (met.has(node)) return
    met.add(node)
    const { type, variable } = node
    if (variable !== undefined && lets.includes(variable) && sumsUp(node)) {
      return add(node.parts[0] ?? node, letName(variable))
    }
    const isAggregate = node.expression.sort === 'aggregate'
    // Whether there is such a fact, and which, is what the message says.
    if (isAggregate && type.is !== 'quantity') return
    if (isAggregate || isShown(node))
      return add(node, node.leaf?.reading() ?? printExpression(node.expression))
    // What is given to a function is put in its place when it runs: by another call since, perhaps.
    if (node.expression.sort === 'call') node.run()
    for (const part of chosen(node)) walk(part)
  }
  for (const condition of worth) walk(condition)
  return found
}

/** A number from outside the rule: a cell, a field, what a function finds. */
function isShown({ leaf, parts, type }: Node): boolean {
  return leaf !== undefined && type.is === 'quantity' && parts.length > 0
}

/** The name of a `let` as planners read it. */
export function letName({ name }: Variable): string {
  return name.replaceAll('-', ' ')
}

/** Whether a `let` is a number that an aggregate makes, by itself and not by the `let`s it reads. */
function sumsUp({ type, parts }: Node): boolean {
  const sums = (node: Node): boolean =>
    node.variable === undefined &&
    ((node.expression.sort === 'aggregate' && node.type.is === 'quantity') || node.parts.some(sums))
  return type.is === 'quantity' && parts.some(sums)
}

const telling = new WeakMap<Node, boolean>()

/** Whether a condition can read any value at all that is worth showing: told once for each. */
function mayShow(node: Node): boolean {
  let may = telling.get(node)
  if (may === undefined) {
    telling.set(node, false)
    const isAggregate = node.expression.sort === 'aggregate'
    may = isAggregate ? node.type.is === 'quantity' : isShown(node) || node.parts.some(mayShow)
    telling.set(node, may)
  }
  return may
}

/** Of an `if`, the branch that counted; of anything else, every part. */
function chosen(node: Node): readonly Node[] {
  const [condition, yes, no] = node.parts
  if (node.expression.sort !== 'if' || condition === undefined) return node.parts
  const value = condition.run()
  const branch = value === undefined ? undefined : value === true ? yes : no
  return branch === undefined ? [condition] : [condition, branch]
}

/** Takes conversions one by one, and refuses one that contradicts those taken before it. */

import { equal, printExact } from '../base/exact.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { reportUnits } from '../diagnostics/units.ts'
import type { Edge } from './edges.ts'
import type { Graph } from './graph.ts'
import { findPath, product, stepsOf } from './graph.ts'

/**
 * The edges that agree with each other and with a graph that agrees. Invariant: between two units
 * of the result every path has the same factor in every month.
 */
export function agreeing(
  below: Graph | undefined,
  edges: readonly Edge[],
  problems: Diagnostic[],
): readonly Edge[] {
  const at = new Map<string, Edge[]>()
  const breaks = new Set<number>(below?.breaks)
  const roots = new Map<string, string>()
  const taken: Edge[] = []
  const take = (edge: Edge): void => {
    for (const end of [edge.from, edge.to]) {
      const list = at.get(end)
      if (list === undefined) at.set(end, [edge])
      else list.push(edge)
    }
    breaks.add(edge.since)
    breaks.add(edge.until + 1)
    roots.set(rootOf(roots, edge.from), rootOf(roots, edge.to))
  }
  for (const edge of below?.edges ?? []) take(edge)
  for (const edge of edges) {
    const joined = rootOf(roots, edge.from) === rootOf(roots, edge.to)
    const problem = joined ? contradiction(at, breaks, edge) : undefined
    if (problem !== undefined) {
      problems.push(problem)
      continue
    }
    take(edge)
    taken.push(edge)
  }
  return taken
}

/** The first stretch of months in which another path leads to another factor. */
function contradiction(
  at: ReadonlyMap<string, readonly Edge[]>,
  breaks: ReadonlySet<number>,
  edge: Edge,
): Diagnostic | undefined {
  const months = [edge.since, ...breaks].filter(
    (month) => month >= edge.since && month <= edge.until,
  )
  for (const month of months.toSorted((a, b) => a - b)) {
    const path = findPath(at, edge.from, edge.to, month)
    const other = path && product(path, edge.from)
    if (path === undefined || other === undefined || equal(other, edge.factor)) continue
    const steps = stepsOf(path, edge.from)
    return reportUnits(
      'conflicting-conversions',
      edge.span,
      {
        from: edge.from,
        to: edge.to,
        said: printExact(edge.factor),
        other: printExact(other),
        path: [edge.from, ...steps.map((step) => step.to)].join(' → '),
      },
      {
        labels: steps.map((step) => ({
          span: step.span,
          text: `1 ${step.from} is ${printExact(step.factor)} ${step.to}`,
        })),
      },
    )
  }
  return undefined
}

function rootOf(roots: ReadonlyMap<string, string>, unit: string): string {
  let root = unit
  for (let up = roots.get(root); up !== undefined && up !== root; up = roots.get(root)) root = up
  return root
}

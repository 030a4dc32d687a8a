/** A graph of conversions: paths between units, month by month, and their exact product. */

import { divide, multiply } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { ConversionStep } from './units.ts'
import type { Edge } from './edges.ts'

export interface Graph {
  readonly edges: readonly Edge[]
  readonly at: ReadonlyMap<string, readonly Edge[]>
  /** The first months of the stretches in which the same edges hold. */
  readonly breaks: readonly number[]
  readonly factors: Map<string, Map<string, (Exact | null | undefined)[]>>
  readonly near: Map<string, ReadonlySet<string>>
}

export function makeGraph(edges: readonly Edge[]): Graph {
  const at = new Map<string, Edge[]>()
  const breaks = new Set<number>()
  for (const edge of edges) {
    for (const end of [edge.from, edge.to]) {
      const list = at.get(end)
      if (list === undefined) at.set(end, [edge])
      else list.push(edge)
    }
    breaks.add(edge.since)
    breaks.add(edge.until + 1)
  }
  return {
    edges,
    at,
    breaks: [...breaks].toSorted((a, b) => a - b),
    factors: new Map(),
    near: new Map(),
  }
}

/** How many `to` one `from` is in a month, remembered for all months with the same edges. */
export function graphFactor(
  graph: Graph,
  from: string,
  to: string,
  month: number,
): Exact | undefined {
  let byTo = graph.factors.get(from)
  if (byTo === undefined) graph.factors.set(from, (byTo = new Map()))
  let known = byTo.get(to)
  if (known === undefined) byTo.set(to, (known = []))
  const stretch = stretchOf(graph.breaks, month)
  const factor = known[stretch]
  if (factor !== undefined) return factor ?? undefined
  const path = findPath(graph.at, from, to, month)
  const found = path === undefined ? undefined : product(path, from)
  known[stretch] = found ?? null
  return found
}

export function graphPath(
  graph: Graph,
  from: string,
  to: string,
  month: number,
): readonly ConversionStep[] | undefined {
  const path = findPath(graph.at, from, to, month)
  return path === undefined ? undefined : stepsOf(path, from)
}

/** The units that a unit reaches in some month or other. */
export function reachable(graph: Graph, from: string): ReadonlySet<string> {
  const known = graph.near.get(from)
  if (known !== undefined) return known
  const reached = new Set([from])
  for (const unit of reached) {
    for (const edge of graph.at.get(unit) ?? []) reached.add(otherEnd(edge, unit))
  }
  graph.near.set(from, reached)
  return reached
}

/** The shortest path of edges that hold in the month; of two as short, the one declared first. */
export function findPath(
  at: ReadonlyMap<string, readonly Edge[]>,
  from: string,
  to: string,
  month: number,
): readonly Edge[] | undefined {
  if (from === to) return []
  const cameBy = new Map<string, Edge | undefined>([[from, undefined]])
  for (const unit of cameBy.keys()) {
    for (const edge of at.get(unit) ?? []) {
      const next = otherEnd(edge, unit)
      if (month < edge.since || month > edge.until || cameBy.has(next)) continue
      cameBy.set(next, edge)
      if (next === to) return walkBack(cameBy, to)
    }
  }
  return undefined
}

/** What one unit at the start of a path is at its end; undefined when it is too long to keep. */
export function product(path: readonly Edge[], from: string): Exact | undefined {
  let over: Exact | undefined = 1
  let under: Exact | undefined = 1
  let unit = from
  for (const edge of path) {
    if (edge.from === unit) over = over === undefined ? undefined : multiply(over, edge.factor)
    else under = under === undefined ? undefined : multiply(under, edge.factor)
    unit = otherEnd(edge, unit)
  }
  return over === undefined || under === undefined ? undefined : divide(over, under)
}

export function stepsOf(path: readonly Edge[], from: string): readonly ConversionStep[] {
  let unit = from
  return path.map((edge) => {
    const to = otherEnd(edge, unit)
    const factor = edge.from === unit ? edge.factor : edge.inverse
    const step = { from: unit, to, factor, span: edge.span }
    unit = to
    return step
  })
}

function walkBack(cameBy: ReadonlyMap<string, Edge | undefined>, to: string): readonly Edge[] {
  const path: Edge[] = []
  let unit = to
  for (let edge = cameBy.get(unit); edge !== undefined; edge = cameBy.get(unit)) {
    path.push(edge)
    unit = otherEnd(edge, unit)
  }
  return path.toReversed()
}

function otherEnd(edge: Edge, end: string): string {
  return edge.from === end ? edge.to : edge.from
}

function stretchOf(breaks: readonly number[], month: number): number {
  let low = 0
  let high = breaks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((breaks[middle] ?? 0) <= month) low = middle + 1
    else high = middle
  }
  return low
}

/** Reads what facts say about units into one table of factors, and checks it. */

import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Fact, Facts } from '../facts/fact.ts'
import { agreeing } from './conflicts.ts'
import type { Declared } from './declared.ts'
import { isDeclared, readDeclared } from './declared.ts'
import { readEdges } from './edges.ts'
import type { Graph } from './graph.ts'
import { graphFactor, graphPath, makeGraph, reachable } from './graph.ts'
import { checkNames } from './names.ts'
import { checkQuantities } from './quantities.ts'
import type { Units } from './units.ts'

export interface BuiltUnits {
  readonly units: Units
  readonly problems: readonly Diagnostic[]
}

/** The units of a workspace, and everything that is wrong with the units in it. */
export function buildUnits(facts: Facts): BuiltUnits {
  const declared = readDeclared(facts)
  const problems: Diagnostic[] = []
  const edges = readEdges(facts, declared)
  const global = makeGraph(agreeing(undefined, edges.global, problems))
  const actual = makeGraph(agreeing(undefined, edges.actual, problems))
  const families = new Map<Fact, Graph>()
  for (const [family, own] of edges.families) {
    families.set(family, makeGraph([...global.edges, ...agreeing(global, own, problems)]))
  }
  const units = unitsOf(declared, global, actual, families)
  const found = [declared.problems, edges.problems, problems]
  return {
    units,
    problems: [...found, checkNames(facts, declared), checkQuantities(facts, units)].flat(),
  }
}

function unitsOf(
  declared: Declared,
  global: Graph,
  actual: Graph,
  families: ReadonlyMap<Fact, Graph>,
): Units {
  const graphOf = (family: Fact | undefined): Graph =>
    (family === undefined ? undefined : families.get(family)) ?? global
  const factor = (
    from: string,
    to: string,
    family: Fact | undefined,
    month: Month,
  ): Exact | undefined => (from === to ? 1 : graphFactor(graphOf(family), from, to, month))
  return {
    has: (name) => isDeclared(declared, name),
    isCurrency: (name) => declared.currencies.has(name),
    names: [...declared.units.keys(), ...declared.currencies.keys()],
    reporting: declared.reporting,
    factor,
    path: (from, to, family, month) => graphPath(graphOf(family), from, to, month),
    connected: (from, to, family) => from === to || reachable(graphOf(family), from).has(to),
    rate: (currency, which, month) => {
      const { reporting } = declared
      if (reporting === undefined) return undefined
      if (which === 'plan') return factor(currency, reporting, undefined, month)
      return currency === reporting ? 1 : graphFactor(actual, currency, reporting, month)
    },
  }
}

/** Whether what nobody states may stand where it could not be read. */

import type { Fact, Facts } from '../facts/fact.ts'
import { familiesOf } from '../units/owner.ts'
import type { KindSpec } from '../vocabulary/spec.ts'
import { VOCABULARY } from '../vocabulary/vocabulary.ts'

/** Of numbers: the families whose they may be, or of any. */
interface Doubt {
  readonly all: boolean
  readonly families: ReadonlySet<Fact>
}

let numbered: readonly string[] | undefined

/** The kinds of statements that say numbers of families, or how those convert. */
function numberedKinds(): readonly string[] {
  return (numbered ??= VOCABULARY.filter(saysNumbers).map(({ kind }) => kind))
}

function saysNumbers(spec: KindSpec): boolean {
  const { arguments: own, value, clauses = {}, table, lines = [] } = spec
  if (['series', 'items', 'groups'].includes(String(table?.columns))) return true
  const behind = Object.values(clauses).flatMap(({ fields }) => fields)
  const fields = [...own, ...(value === undefined ? [] : [value]), ...behind]
  return fields.some(({ type }) => type.type === 'quantity') || lines.some(saysNumbers)
}

const doubts = new WeakMap<Facts, Doubt>()

/** Whether a number of a family may stand where nobody can read it. */
export function mayStand(facts: Facts, family: Fact): boolean {
  if (facts.complete) return false
  let doubt = doubts.get(facts)
  if (doubt === undefined) doubts.set(facts, (doubt = doubtIn(facts)))
  return doubt.all || doubt.families.has(family)
}

function doubtIn(facts: Facts): Doubt {
  const families = new Set<Fact>()
  let all = facts.strays || numberedKinds().some((kind) => facts.mayLack(kind))
  const visit = (fact: Fact): void => {
    if (isUnread(fact)) {
      const own = familiesOf(fact)
      if (own.length === 0) all = true
      for (const family of own) families.add(family)
    }
    fact.lines.forEach((lines) => lines.forEach(visit))
  }
  for (const kind of numberedKinds()) facts.of(kind).forEach(visit)
  return { all, families }
}

/** Whether a statement, or a row of its tables, could not be read in full. */
function isUnread({ damaged, tables }: Fact): boolean {
  return damaged || tables.some(({ table }) => table.damaged)
}

/**
 * Whether a field that a statement leaves out may be one that could not be read; `rests` are the
 * kinds of other statements that it follows from.
 */
export function mayLackField(facts: Facts, fact: Fact, rests: readonly string[]): boolean {
  return !facts.complete && someLost(facts, fact, rests)
}

function someLost(facts: Facts, fact: Fact, rests: readonly string[]): boolean {
  if (rests.some((kind) => facts.mayLack(kind) || facts.of(kind).some(isUnread))) return true
  for (let at: Fact | undefined = fact; at !== undefined; at = at.parent) {
    if (at.damaged) return true
  }
  return facts.strays
}

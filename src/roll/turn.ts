/** What becomes of each statement of a workspace at a roll, as the vocabulary has it. */

import type { Month } from '../base/month.ts'
import type { Source } from '../base/source.ts'
import { compareSpans } from '../base/source.ts'
import type { Fact, Facts } from '../facts/fact.ts'
import { factIn } from '../facts/fact.ts'
import { cycleOf, pathBeforeClosing } from '../model/cycles.ts'
import type { Statement } from '../../grammar/tree.ts'
import type { FieldSpec, KindSpec } from '../vocabulary/spec.ts'

/** The roll of one cycle to the next. */
export interface Roll {
  readonly facts: Facts
  /** The cycle that closes, and its month. */
  readonly closing: Fact
  readonly closed: Month
  /** The month of the cycle that opens. */
  readonly opened: Month
}

/** A statement at the top of a file, with its text. */
export interface Said {
  readonly fact: Fact
  readonly statement: Statement
  readonly source: Source
}

export interface Turns {
  /** Kept with the closed cycle, and edited for the next. */
  readonly goingOn: readonly Said[]
  /** Kept with the closed cycle alone. */
  readonly closing: readonly Said[]
  /** Of closed months: they ask for the one that closes. */
  readonly asking: readonly Said[]
}

/** Statements in order of path and place; those that span cycles are in none of the lists. */
export function readTurns(roll: Roll): Turns {
  const goingOn: Said[] = []
  const closing: Said[] = []
  const asking: Said[] = []
  for (const said of statementsOf(roll.facts)) {
    const { atRoll, closedBy } = said.fact.spec
    if (atRoll === 'asks') asking.push(said)
    else if (closedBy !== undefined && said.fact.lines.has(closedBy)) {
      if (!isKept(said)) closing.push(said)
    } else if (atRoll !== undefined && isOf(roll, said.fact)) {
      if (atRoll === 'goes on') goingOn.push(said)
      else closing.push(said)
    }
  }
  return { goingOn, closing, asking }
}

/** The fields that a statement may write, by the words of its line. */
export function fieldsOf(spec: KindSpec): readonly FieldSpec[] {
  const clauses = Object.values(spec.clauses ?? {}).flatMap(({ fields }) => fields)
  return [...spec.arguments, ...clauses]
}

function statementsOf(facts: Facts): readonly Said[] {
  return facts.kinds
    .flatMap((kind) => facts.of(kind))
    .flatMap((fact) => {
      const { statement, parent } = fact
      if (statement === undefined || parent !== undefined) return []
      const { source } = statement.span
      return source.builtIn ? [] : [{ fact, statement, source }]
    })
    .toSorted((a, b) => compareSpans(a.statement.span, b.statement.span))
}

/** What closed with an earlier cycle stays with it. */
function isKept({ source }: Said): boolean {
  return pathBeforeClosing(source.path) !== source.path
}

/** Whether a statement belongs to the cycle that closes; a scenario may stand on another. */
function isOf({ closing }: Roll, fact: Fact): boolean {
  if (fact === closing) return true
  return fieldsOf(fact.spec).some(({ field }) => {
    const named = factIn(fact, field)
    if (named === undefined) return false
    return named === closing || (named.kind === fact.kind && cycleOf(named) === closing)
  })
}

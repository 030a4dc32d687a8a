/** A statement of the cycle that closes, edited in place for the next: as the vocabulary has it. */

import { addDays, printDay } from '../base/date.ts'
import { addMonths, printMonth } from '../base/month.ts'
import type { Edit, Span } from '../base/source.ts'
import { spanOf } from '../base/source.ts'
import type { Fact, Field } from '../facts/fact.ts'
import { factIn } from '../facts/fact.ts'
import type { Clause, Entry } from '../../grammar/tree.ts'
import type { Model } from '../model/model.ts'
import type { KindSpec, Preposition } from '../vocabulary/spec.ts'
import { standsStill } from './before-launch.ts'
import type { Horizons } from './carry-table.ts'
import { carryTable } from './carry-table.ts'
import { daysToNext } from './meetings.ts'
import type { RevisedPlan } from './revised.ts'
import { deletion, linesAround, withCommentsAbove } from './text.ts'
import type { Roll, Said } from './turn.ts'
import { fieldsOf } from './turn.ts'

/** The edits; undefined where the statement has nothing left to say in the next cycle. */
export function carry(
  roll: Roll,
  model: Model,
  { fact, statement }: Said,
  horizons: Horizons,
  revised: RevisedPlan,
): readonly Edit[] | undefined {
  const tables = fact.tables.map((bound) => ({
    bound,
    ...carryTable(fact, bound, horizons, revised),
  }))
  if (tables.length > 0 && tables.every(({ some }) => !some)) return undefined
  const days = daysOf(fact)
  const opening = fact.lines.get('opening') ?? []
  const standing = opening.filter((line) => standsStill(model, line, roll.closed))
  const staying = new Set<Entry | undefined>(standing.map((line) => line.statement))
  return [
    ...factEdits(roll, fact, days),
    ...statement.entries.flatMap((entry) => (staying.has(entry) ? [] : leftOut(fact.spec, entry))),
    ...headClauses(fact).flatMap((clause) => clauseLeftOut(fact.spec, clause)),
    ...[...fact.lines.values()].flat().flatMap((line) => lineEdits(roll, line, days)),
    ...tables.flatMap(({ bound, some, edits }) =>
      some ? edits : [deletion(linesAround(bound.table.span))],
    ),
  ]
}

/** How far the days of a statement move: those of its first line lead. */
function daysOf(fact: Fact): number {
  const days = [...fact.lines.values()]
    .flat()
    .flatMap((line) =>
      movingFields(line).flatMap(({ value }) => (value.type === 'date' ? [value.day] : [])),
    )
  const first = days.toSorted((a, b) => a - b)[0]
  return first === undefined ? 0 : daysToNext(first)
}

function movingFields(fact: Fact): readonly Field[] {
  return fieldsOf(fact.spec).flatMap(({ field, atRoll }) => {
    const found = atRoll === 'moves' ? fact.fields.get(field) : undefined
    return found === undefined ? [] : [found]
  })
}

function factEdits({ closing, opened }: Roll, fact: Fact, days: number): readonly Edit[] {
  const named = fieldsOf(fact.spec).flatMap(({ field }) => {
    const found = fact.fields.get(field)
    if (found === undefined || factIn(fact, field) !== closing) return []
    return [{ span: found.span, text: printMonth(opened) }]
  })
  return [...named, ...movingFields(fact).flatMap((field) => moved(field, days))]
}

function moved({ value, span }: Field, days: number): readonly Edit[] {
  if (value.type === 'date') return [{ span, text: printDay(addDays(value.day, days)) }]
  if (value.type === 'month') return [{ span, text: printMonth(addMonths(value.month, 1)) }]
  if (value.type !== 'months') return []
  const from = printMonth(addMonths(value.from, 1))
  if (value.to === undefined) return [{ span, text: `${from} ..` }]
  if (value.to === value.from) return [{ span, text: from }]
  return [{ span, text: `${from} .. ${printMonth(addMonths(value.to, 1))}` }]
}

function lineEdits(roll: Roll, line: Fact, days: number): readonly Edit[] {
  const { statement, spec } = line
  if (statement === undefined || spec.atRoll === 'closes') return []
  return [
    ...factEdits(roll, line, days),
    ...statement.entries.flatMap((entry) => leftOut(spec, entry)),
    ...headClauses(line).flatMap((clause) => clauseLeftOut(spec, clause)),
  ]
}

/** Lines and clauses of a block that are of the closed cycle alone. */
function leftOut(spec: KindSpec, entry: Entry): readonly Edit[] {
  if (entry.sort === 'statement') {
    const { text } = entry.line.keyword
    const line = spec.lines?.find((each) => (each.keyword ?? each.kind) === text)
    return line?.atRoll === 'closes' ? [deletion(withCommentsAbove(entry.span))] : []
  }
  if (entry.sort !== 'clauses') return []
  const going = entry.clauses.filter((clause) => closes(spec, clause))
  if (going.length === entry.clauses.length) return [deletion(linesAround(entry.span))]
  return going.flatMap((clause) => clauseLeftOut(spec, clause))
}

function headClauses(fact: Fact): readonly Clause[] {
  return fact.statement?.line.clauses ?? []
}

/** With the space before it, which may hold the end of a line. */
function clauseLeftOut(spec: KindSpec, clause: Clause): readonly Edit[] {
  return closes(spec, clause) ? [{ span: withSpaceBefore(clause.span), text: '' }] : []
}

function closes(spec: KindSpec, { preposition }: Clause): boolean {
  return spec.clauses?.[preposition.text as Preposition]?.atRoll === 'closes'
}

function withSpaceBefore({ source, start, end }: Span): Span {
  return spanOf(source, source.text.slice(0, start).trimEnd().length, end)
}

/** Numbers that follow, shown beside the rows they follow from. */

import { printExact, type Exact } from '../base/exact.ts'
import type { Span } from '../base/source.ts'
import { spanOf } from '../base/source.ts'
import { rowSpan } from '../../grammar/places.ts'
import type { Statement, Table } from '../../grammar/tree.ts'
import { factIn, wordIn, type Fact } from '../facts/fact.ts'
import type { Model, Subject } from '../model/model.ts'
import { unstatedOf } from '../model/strategy.ts'
import { unitOf } from '../units/owner.ts'
import { SERIES, type SeriesSpec, seriesSpec } from '../vocabulary/series.ts'
import { monthsOf, type RowMonths, type SeriesTable, seriesTable, stocksOf } from './cells.ts'
import { factOf, rowAt } from './place.ts'
import type { Snapshot } from './snapshot.ts'

/** Each can be switched off by itself. */
export const INLAY_KINDS = ['stock', 'value', 'items', 'load'] as const
export type InlayKind = (typeof INLAY_KINDS)[number]

export interface Inlay {
  /** Behind the row: an empty span. */
  readonly span: Span
  readonly kind: InlayKind
  readonly text: string
  /** What the number is, in a sentence. */
  readonly tip: string
}

const NUMBER = { group: true, places: 1, exactTo: 2 } as const

/** The inlays of the rows that begin between two offsets. */
export function inlays(
  snapshot: Snapshot,
  path: string,
  range: { readonly start: number; readonly end: number },
  kinds: ReadonlySet<InlayKind>,
): readonly Inlay[] {
  const statements = snapshot.tree(path)?.statements ?? []
  const { start, end } = range
  const near = statements.filter(({ span }) => span.start <= end && span.end >= start)
  return near.flatMap((statement) => statementInlays(snapshot, statement, range, kinds))
}

function statementInlays(
  snapshot: Snapshot,
  statement: Statement,
  { start, end }: { readonly start: number; readonly end: number },
  kinds: ReadonlySet<InlayKind>,
): readonly Inlay[] {
  const { model } = snapshot.review
  const found: Inlay[] = []
  for (const entry of statement.entries) {
    if (entry.sort === 'statement') {
      found.push(...statementInlays(snapshot, entry, { start, end }, kinds))
    }
    if (entry.sort !== 'table') continue
    const notes = notesOf(snapshot, statement, entry)
    if (notes === undefined) continue
    for (let row = Math.max(rowAt(entry, start), 0); row < entry.rowCount; row += 1) {
      if ((entry.rowStart[row] ?? 0) > end) break
      const months = monthsOf(model, entry, row)
      const span = rowSpan(entry, row)
      if (months === undefined || span.end < start) continue
      for (const note of notes(months)) {
        if (!kinds.has(note.kind)) continue
        found.push({ ...note, span: spanOf(span.source, span.end, span.end) })
      }
    }
  }
  return found
}

type Note = Omit<Inlay, 'span'>
type NotesOfRow = (months: RowMonths) => readonly Note[]

/** What follows from the rows of a table: it depends on what the columns are. */
function notesOf(snapshot: Snapshot, statement: Statement, table: Table): NotesOfRow | undefined {
  const { model } = snapshot.review
  const fact = factOf(snapshot, statement)
  const columns = fact?.spec.table?.columns
  if (fact === undefined || columns === undefined) return undefined
  const series = seriesTable(snapshot, statement)
  if (series !== undefined && columns === 'series') return seriesNotes(model, series, table)
  if (columns === 'items') return itemNotes(model, fact)
  return fact.spec.table?.numbers === 'resource' ? loadNotes(model, fact) : undefined
}

/** The stocks that the table does not state, and the value of what is shipped. */
function seriesNotes(model: Model, { version, subject }: SeriesTable, table: Table): NotesOfRow {
  const stated = new Set(table.columns.map(({ text }) => text))
  const stocks = stocksOf(subject).filter(({ series }) => !stated.has(series))
  const money = SERIES.filter(
    (spec) => !stated.has(spec.series) && followsFrom(spec, subject, stated),
  )
  return ({ from, to }) => [
    ...stocks.flatMap(({ series }) => {
      const value = model.value(version, series, subject, to)
      const tip = `The ${series} at the end of the row's last month.`
      return note('stock', series, value, unitOf(subject), tip)
    }),
    ...money.flatMap(({ series }) => {
      const value = model.value(version, series, subject, from)
      const tip = `The ${series} of the row's first month, at the planned price.`
      return note('value', '', value, model.units.reporting, tip)
    }),
  ]
}

/** Whether a table states what an amount of money is computed from, or what stands for that. */
function followsFrom(
  { computed }: SeriesSpec,
  family: Subject,
  stated: ReadonlySet<string>,
): boolean {
  if (computed === undefined) return false
  if (stated.has(computed.series)) return true
  const from = seriesSpec(computed.series)
  const instead = from && unstatedOf(family, from)
  return typeof instead === 'string' && stated.has(instead)
}

function itemNotes(model: Model, fact: Fact): NotesOfRow {
  const family = factIn(fact, 'family')
  const series = wordIn(fact, 'series')
  if (family === undefined || series === undefined) return () => []
  return ({ from }) => {
    const value = model.value('mix', series, family, from)
    return note('items', 'items', value, unitOf(family), 'What the items of the row add up to.')
  }
}

function loadNotes(model: Model, resource: Fact): NotesOfRow {
  return ({ from }) => {
    const tip = `What the plan needs of it in the row's first month.`
    return note('load', 'load', model.load(resource, from), unitOf(resource), tip)
  }
}

function note(
  kind: InlayKind,
  label: string,
  value: Exact | undefined,
  unit: string | undefined,
  tip: string,
): readonly Note[] {
  if (value === undefined) return []
  const text = [label, printExact(value, NUMBER), unit ?? '']
    .filter((part) => part !== '')
    .join(' ')
  return [{ kind, text, tip }]
}

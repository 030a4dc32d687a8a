/** Completion of tables: columns, the row of the next month, and whole tables that are missing. */

import { addMonths, printMonth, type Month } from '../base/month.ts'
import { textOf } from '../base/source.ts'
import { cellSpan, rowSpan } from '../../grammar/places.ts'
import { OPEN, type Table } from '../../grammar/tree.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn, factsIn } from '../facts/fact.ts'
import { written } from '../facts/wanted.ts'
import { paragraph, withCode } from '../markup/document.ts'
import { expectedSeries } from '../model/strategy.ts'
import { SERIES } from '../vocabulary/series.ts'
import type { KindSpec } from '../vocabulary/spec.ts'
import { keywordOf, VOCABULARY } from '../vocabulary/vocabulary.ts'
import { type Completion, offer, offerName } from './completion-item.ts'
import { factDoc, kindDoc, seriesDoc } from './docs.ts'
import type { Block, LineContext } from './line-context.ts'
import { factOf } from './place.ts'
import type { Snapshot } from './snapshot.ts'

/** The columns that a header does not have yet. */
export function completeColumns(
  snapshot: Snapshot,
  context: LineContext,
  { statement, spec }: Block,
): readonly Completion[] {
  const used = new Set(context.tokens.map(({ image }) => image))
  const columns = spec?.table?.columns
  if (columns === undefined) return []
  if (columns === 'series') {
    const computes = spec?.table?.computes === true
    return SERIES.filter(
      ({ series, computed }) => !used.has(series) && !(computes && computed !== undefined),
    ).map((each) => {
      return offer(context, 'series', each.series, { detail: each.nature, doc: seriesDoc(each) })
    })
  }
  if (typeof columns !== 'string') {
    const doc = [paragraph(withCode(spec?.table?.doc ?? ''))]
    const left = columns.filter((name) => !used.has(name))
    return left.map((name) => offer(context, 'field', name, { doc }))
  }
  const fact = factOf(snapshot, statement)
  return columnFacts(snapshot, columns, fact).flatMap((each) => {
    const { name } = each
    if (name === undefined || used.has(written(name))) return []
    return [offerName(context, name, { doc: factDoc(each) })]
  })
}

function columnFacts(
  snapshot: Snapshot,
  columns: 'items' | 'groups',
  fact: Fact | undefined,
): readonly Fact[] {
  const { facts } = snapshot.review
  const kind = columns.slice(0, -1)
  const family = fact && factIn(fact, 'family')
  return columns === 'items' && family !== undefined
    ? facts.whose(kind, 'family', family)
    : facts.of(kind)
}

/** The month after the row before the cursor, with that row's numbers to change. */
export function completeRow(context: LineContext, { statement }: Block): readonly Completion[] {
  const table = statement.entries.findLast(
    (entry): entry is Table => entry.sort === 'table' && entry.span.start < context.start,
  )
  if (table === undefined) return []
  const last = rowsBefore(table, context.start) - 1
  const next = nextMonth(table, last)
  if (next === undefined) return []
  const month = printMonth(next)
  const cells = table.columns.map((_, at) => textOf(cellSpan(table, last, at)))
  const places = cells.map((cell, at) => `\${${at + 1}:${cell}}`)
  return [
    offer(context, 'month', month, {
      detail: 'the next month',
      doc: [paragraph('A row with the numbers of the one before, to change.')],
      snippet: `${month}  ${places.join('  ')}`,
      order: -2,
    }),
  ]
}

function rowsBefore(table: Table, offset: number): number {
  let count = table.rowCount
  while (count > 0 && rowSpan(table, count - 1).start >= offset) count -= 1
  return count
}

/** The month behind a row; undefined where that row is open, there is none, or the next states it. */
function nextMonth({ from, to }: Table, row: number): Month | undefined {
  const last = to[row]
  if (last === undefined || last === OPEN) return undefined
  const month = addMonths(last as Month, 1)
  return from[row + 1] === month ? undefined : month
}

/** `plan pumps for 2026-11 { … }` for each family that has no such table in the checked cycle. */
export function completeTables(snapshot: Snapshot, context: LineContext): readonly Completion[] {
  const { facts, model } = snapshot.review
  const { cycle, horizon } = model
  if (cycle?.name === undefined || horizon === undefined) return []
  const months = `${printMonth(horizon.from)} .. ${printMonth(horizon.to)}`
  return VOCABULARY.filter(isFamilyTable).flatMap((spec) =>
    model.families.flatMap((family) => {
      const there = facts
        .whose(spec.kind, 'family', family)
        .some((fact) => factsIn(fact, 'cycle').includes(cycle))
      if (there || family.name === undefined) return []
      const head = `${keywordOf(spec)} ${written(family.name)} for ${cycle.name} {`
      const series = planned(family)
      const text = (cell: (at: number) => string) =>
        `${head}\n  month  ${series.join('  ')}\n  ${months}  ${series.map((_, at) => cell(at)).join('  ')}\n}`
      return [
        offer(context, 'table', head.slice(0, -2), {
          detail: 'the whole table',
          doc: kindDoc(spec),
          text: text(() => '-'),
          snippet: text((at) => `\${${at + 1}:0}`),
          order: 1,
        }),
      ]
    }),
  )
}

/** Kinds whose table is of one family, in one cycle, by series. */
function isFamilyTable({ table, arguments: [first], clauses }: KindSpec): boolean {
  return table?.columns === 'series' && first?.field === 'family' && clauses?.for !== undefined
}

/** The flows that the family is expected to plan. */
function planned(family: Fact): readonly string[] {
  const flows = expectedSeries(family).filter(({ nature }) => nature === 'flow')
  return flows.map(({ series }) => series)
}

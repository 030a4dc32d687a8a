/** Which cell of the model a place in a table is. */

import type { Month } from '../base/month.ts'
import type { Statement, Table } from '../../grammar/tree.ts'
import { OPEN } from '../../grammar/tree.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn } from '../facts/fact.ts'
import type { CellAddress, Model, Subject, Version } from '../model/model.ts'
import { expectedSeries } from '../model/strategy.ts'
import { isVersionKind, VERSION_NAMES } from '../vocabulary/versions.ts'
import { type SeriesSpec, seriesSpec } from '../vocabulary/series.ts'
import { unitOf } from '../units/owner.ts'
import { factOf, type Place } from './place.ts'
import type { Snapshot } from './snapshot.ts'

/** The months of one row; both are the same where it states one month. */
export interface RowMonths {
  readonly from: Month
  readonly to: Month
}

/** A table of series, and whose numbers it states. */
export interface SeriesTable {
  readonly fact: Fact
  readonly version: Version
  readonly subject: Subject
}

/** Undefined where a statement's tables are of other things than series. */
export function seriesTable(snapshot: Snapshot, statement: Statement): SeriesTable | undefined {
  const fact = factOf(snapshot, statement)
  if (fact?.spec.table?.columns !== 'series') return undefined
  const { facts, model } = snapshot.review
  const subject = factIn(fact, 'family') ?? facts.of('business')[0]
  const version = versionOf(model, fact)
  return subject === undefined || version === undefined ? undefined : { fact, version, subject }
}

/** A statement is of its cycle's version, of its own, or of the one that its kind names. */
export function versionOf(model: Model, fact: Fact): Version | undefined {
  const layer = [fact.parent, fact].find((each) => each !== undefined && isVersionKind(each.kind))
  if (layer !== undefined) return layer
  const cycle = factIn(fact, 'cycle')
  if (cycle !== undefined && cycle !== model.cycle) return cycle
  return VERSION_NAMES.includes(fact.kind) ? fact.kind : undefined
}

/** The months of a row; an open row reaches to the next one, or to the end of the horizon. */
export function monthsOf(model: Model, table: Table, row: number): RowMonths | undefined {
  const from = table.from[row]
  const to = table.to[row]
  if (from === undefined || to === undefined) return undefined
  if (to !== OPEN) return { from: from as Month, to: to as Month }
  const next = table.from[row + 1]
  const last = next === undefined ? model.horizon?.to : next - 1
  return { from: from as Month, to: Math.max(last ?? from, from) as Month }
}

/** The cell of a row's first month in one of its columns. */
export function cellAt(
  model: Model,
  { version, subject }: SeriesTable,
  table: Table,
  row: number,
  column: number,
): CellAddress | undefined {
  const months = monthsOf(model, table, row)
  const series = table.columns[column]?.text ?? ''
  if (months === undefined || seriesSpec(series) === undefined) return undefined
  return { version, series, subject, month: months.from }
}

/** The cell of a table of series that a place is. */
export function cellIn(
  snapshot: Snapshot,
  { innermost, statement }: Place,
): CellAddress | undefined {
  if (innermost.is !== 'cell' || statement === undefined) return undefined
  const table = seriesTable(snapshot, statement)
  const { of, row, column } = innermost
  return table && cellAt(snapshot.review.model, table, of, row, column)
}

/** The stocks that a family of its strategy is expected to have. */
export function stocksOf(family: Subject): readonly SeriesSpec[] {
  return expectedSeries(family).filter(({ nature }) => nature === 'stock')
}

/** The unit that the model keeps a cell in. */
export function unitOfCell(model: Model, { series, subject }: CellAddress): string | undefined {
  return seriesSpec(series)?.dimension === 'money' ? model.units.reporting : unitOf(subject)
}

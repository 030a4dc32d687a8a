/** Statements with tables of series, gathered by whom they are about. */

import { printMonth, printRange } from '../base/month.ts'
import { monthsBesides, spanning } from '../base/month-set.ts'
import type { Month, MonthRange } from '../base/month.ts'
import { reportCells } from '../diagnostics/cells.ts'
import type { BoundTable, Fact } from '../facts/fact.ts'
import { factIn, nameOf } from '../facts/fact.ts'
import { fitsColumns } from '../units/in-columns.ts'
import { unitName, unitOf } from '../units/owner.ts'
import { SERIES } from '../vocabulary/series.ts'
import type { SeriesSpec } from '../vocabulary/series.ts'
import { ByFact, gatherByFact } from './by-fact.ts'
import { EMPTY, apartFromOthers, rangeFrom } from './column.ts'
import { monthOfCycle } from './cycles.ts'
import type { Ground } from './ground.ts'
import { headOf } from './heads.ts'
import type { Head } from './heads.ts'
import { rowSpan } from '../../grammar/places.ts'
import { rowMonths, rowsOf } from './rows.ts'
import type { Rows } from './rows.ts'
import { StatedTable, UNSTATED, decode, plainColumn } from './stated.ts'
import type { Piece, StatedColumn } from './stated.ts'

/** All that one version states of one family, or of the business. */
export interface StatedSet {
  readonly statements: readonly Fact[]
  /** By the index of the series; behind the last that is stated there are none. */
  readonly columns: readonly (StatedColumn | undefined)[]
  readonly extent: MonthRange | undefined
}

/** By subject. */
export interface StatedSets {
  readonly of: ByFact<StatedSet>
  /** The months that any of them states. */
  readonly extent: MonthRange | undefined
}

export const NO_SET: StatedSet = { statements: [], columns: [], extent: undefined }

export const NO_SETS: StatedSets = { of: new ByFact(), extent: undefined }

/** Gathers the statements of one version by their subject. */
export function readSets(ground: Ground, statements: readonly Fact[]): StatedSets {
  const gathered = () => gatherByFact(statements, (statement) => subjectOf(ground, statement))
  const read = (subject: Fact, own: readonly Fact[]): StatedSet => readSet(ground, subject, own)
  // Read again by itself, it stays while what else is made for that keystroke goes.
  const sets =
    ground.kept?.sets(statements, gathered, (subject, own, again) =>
      again ? apartFromOthers(() => read(subject, own)) : read(subject, own),
    ) ?? readEach(gathered(), read)
  let extent: MonthRange | undefined
  sets.forEach((set) => (extent = spanning(extent, set.extent)))
  return { of: sets, extent }
}

function readEach(
  gathered: ByFact<Fact[]>,
  read: (subject: Fact, own: readonly Fact[]) => StatedSet,
): ByFact<StatedSet> {
  const sets = new ByFact<StatedSet>()
  gathered.forEach((own, subject) => sets.set(subject, read(subject, own)))
  return sets
}

/** The family a statement is about; the business where it may leave the family out and does. */
function subjectOf(ground: Ground, statement: Fact): Fact | undefined {
  const family = factIn(statement, 'family')
  if (family !== undefined) return family
  const optional = statement.spec.arguments.some(
    (argument) => argument.field === 'family' && argument.required !== true,
  )
  const silent = statement.statement?.line.arguments.length === 0
  return optional && silent ? ground.facts.of('business')[0] : undefined
}

function readSet(ground: Ground, subject: Fact, statements: readonly Fact[]): StatedSet {
  // Lists that are made whole take the room that they need: most have one table.
  const first = statements[0]
  const tables =
    first !== undefined && statements.length === 1
      ? readTables(ground, first)
      : readAllTables(ground, statements)
  const heads = tables.map(headOfTable)
  let extent: MonthRange | undefined
  for (let at = 0; at < tables.length; at += 1) {
    const rows = tables[at]?.rows
    if (rows === undefined || rows.last < rows.first) continue
    extent = spanning(extent, rangeFrom(rows.first, rows.last))
  }
  return { statements, columns: readColumns(ground, subject, tables, heads), extent }
}

function headOfTable({ bound }: StatedTable): Head {
  return headOf(bound)
}

function readAllTables(ground: Ground, statements: readonly Fact[]): readonly StatedTable[] {
  return statements.flatMap((statement) => readTables(ground, statement))
}

function readTables(ground: Ground, statement: Fact): readonly StatedTable[] {
  const { tables } = statement
  const only = tables[0]
  if (only !== undefined && tables.length === 1) return [readTable(ground, statement, only)]
  return tables.map((bound) => readTable(ground, statement, bound))
}

function readTable(ground: Ground, statement: Fact, bound: BoundTable): StatedTable {
  return new StatedTable(statement, bound, readRows(ground, statement, bound))
}

/** As long as it must be: there are very many. */
function readColumns(
  ground: Ground,
  subject: Fact,
  tables: readonly StatedTable[],
  heads: readonly Head[],
): readonly (StatedColumn | undefined)[] {
  let length = 0
  for (let at = 0; at < heads.length; at += 1) {
    const head = heads[at]
    if (head !== undefined) {
      length = Math.max(length, head.lost ? SERIES.length : head.places.length)
    }
  }
  const columns = NO_COLUMNS.slice(0, length)
  for (let index = 0; index < length; index += 1) {
    const spec = SERIES[index]
    if (spec === undefined || !mayState(heads, index)) continue
    columns[index] = readColumn(ground, subject, tables, heads, spec, index)
  }
  return columns
}

const NO_COLUMNS: readonly (StatedColumn | undefined)[] = SERIES.map(() => undefined)

function mayState(heads: readonly Head[], index: number): boolean {
  for (let at = 0; at < heads.length; at += 1) {
    const head = heads[at]
    if (head?.lost === true || head?.places[index] !== undefined) return true
  }
  return false
}

/** What tables state of one series. */
function readColumn(
  ground: Ground,
  subject: Fact,
  tables: readonly StatedTable[],
  heads: readonly Head[],
  spec: SeriesSpec,
  index: number,
): StatedColumn | undefined {
  const pieces: Piece[] = []
  for (let at = 0; at < tables.length; at += 1) {
    const table = tables[at]
    const column = heads[at]?.places[index]
    if (table === undefined || column === undefined) continue
    if (refusedByBusiness(ground, subject, spec, table.bound, column)) continue
    const unit = unitsIn(ground, table.statement, subject)[spec.dimension]
    const plain = tables.length === 1 && unit === undefined && plainColumn(table, column)
    if (plain) return plain
    const { statement, bound, rows } = table
    pieces.push({ statement, bound, at: column, rows, unit })
  }
  if (pieces.length === 0) {
    return unreadable(tables, heads)
  }
  const family = subject.kind === 'family' ? subject : undefined
  const unit = spec.dimension === 'money' ? ground.units.reporting : unitOf(subject)
  const name = `${spec.series} of ${nameOf(subject)}`
  return decode(ground, pieces, { unit, family, name, shares: false })
}

/** A column with a misspelt head may be any of those that are missing: none takes its default. */
function unreadable(
  tables: readonly StatedTable[],
  heads: readonly Head[],
): StatedColumn | undefined {
  if (!heads.some((head) => head.lost)) return undefined
  const lost = tables.filter((_, at) => heads[at]?.lost === true)
  const damaged = new Set<Month>()
  for (const { rows } of lost) {
    for (let month = rows.first; month <= rows.last; month += 1) damaged.add(month as Month)
  }
  return UNSTATED.with(EMPTY, { damaged })
}

const AS_KEPT = { volume: undefined, money: undefined }

/**
 * The units a statement's numbers are written in, where they are not those they are kept in. What
 * none of its columns can be in converts to nothing, so that its numbers are unknown.
 */
export function unitsIn(
  ground: Ground,
  statement: Fact,
  subject: Fact,
): { readonly volume: string | undefined; readonly money: string | undefined } {
  const unit = unitName(statement.fields.get('in'))
  if (unit === undefined) return AS_KEPT
  const currency = ground.units.isCurrency(unit)
  if (!fitsColumns(statement, currency)) return { volume: unit, money: unit }
  if (currency) {
    return { volume: undefined, money: unit === ground.units.reporting ? undefined : unit }
  }
  return { volume: unit === unitOf(subject) ? undefined : unit, money: undefined }
}

/** The rows of a statement's table; what lies out of reach or out of the horizon is reported. */
export function readRows(ground: Ground, statement: Fact, bound: BoundTable): Rows {
  const { table } = bound
  const cycle = factIn(statement, 'cycle')
  const horizon = cycle === undefined ? undefined : ground.cycles.horizonOf(cycle)
  const end = (cycle === undefined ? ground.cycles.horizon : horizon)?.to
  const rows = rowsOf(table, end, ground.reach)
  const beyond = rows.beyond[0]
  if (beyond !== undefined) reportReach(ground, rowSpan(table, beyond), rowMonths(table, beyond))
  if (cycle === undefined || horizon === undefined || rows.beyond.length > 0) return rows
  if (rows.first < horizon.from || rows.last > horizon.to) {
    reportOutside(ground, bound, rows, cycle, horizon)
  }
  return rows
}

export function reportReach(
  ground: Ground,
  span: Parameters<typeof reportCells>[1],
  months: string,
): void {
  const { from, to } = ground.reach
  const values = { months, from: printMonth(from), to: printMonth(to) }
  ground.problems.push(reportCells('month-out-of-reach', span, values))
}

/** Once for a table: all of its months that lie outside, at the first of their rows. */
function reportOutside(
  ground: Ground,
  { table }: BoundTable,
  rows: Rows,
  cycle: Fact,
  horizon: MonthRange,
): void {
  const outside: MonthRange[] = []
  let first: number | undefined
  for (let row = 0; row < table.rowCount; row += 1) {
    const from = (rows.from[row] ?? 0) as Month
    const to = (rows.to[row] ?? 0) as Month
    if (from > to || (from >= horizon.from && to <= horizon.to)) continue
    first ??= row
    outside.push({ from, to })
  }
  if (first === undefined) return
  const month = monthOfCycle(cycle)
  const values = {
    months: monthsBesides(outside, horizon).map(printRange).join(', '),
    cycle: month === undefined ? nameOf(cycle) : printMonth(month),
    horizon: printRange(horizon),
  }
  ground.problems.push(reportCells('outside-horizon', rowSpan(table, first), values))
}

function refusedByBusiness(
  ground: Ground,
  subject: Fact,
  spec: SeriesSpec,
  bound: BoundTable,
  at: number,
): boolean {
  if (subject.kind === 'family' || spec.dimension === 'money') return false
  const span = bound.table.columns[at]?.span ?? bound.table.span
  ground.problems.push(reportCells('business-volume', span, { series: spec.series }))
  return true
}

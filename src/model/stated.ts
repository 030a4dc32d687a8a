/** What tables state, decoded into columns; and which row states a cell. */

import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import { printMonth } from '../base/month.ts'
import type { Span } from '../base/source.ts'
import { reportCells } from '../diagnostics/cells.ts'
import type { BoundTable, Fact } from '../facts/fact.ts'
import type { Cell } from '../../grammar/tree.ts'
import { convert } from '../units/amount.ts'
import { NUMBER, REST, SHARE } from './change.ts'
import type { Applied } from './change.ts'
import { allStated, shared, unknowns } from './column.ts'
import type { Ground } from './ground.ts'
import type { Column } from './model.ts'
import { cellSpan, rowSpan } from './rows.ts'
import type { Rows } from './rows.ts'

/** One column of one table. */
export interface Piece {
  readonly statement: Fact
  readonly bound: BoundTable
  readonly at: number
  readonly rows: Rows
  /** The unit it is written in, where that is not the one it is kept in. */
  readonly unit: string | undefined
}

export interface StatedColumn extends Column {
  readonly others: ReadonlyMap<number, Exact>
  /** In order of path and place. */
  readonly pieces: readonly Piece[]
  /** Months whose cell could not be read: unknown, and not what a blank would be. */
  readonly damaged: ReadonlySet<Month>
  /** For shares and rests: what each number is. */
  readonly sorts: Uint8Array | undefined
  /** Where a file of data states a month. */
  readonly places: ReadonlyMap<Month, Span>
  /** Set by a revision or scenario, over the column below. */
  readonly changes: ReadonlyMap<Month, Applied>
  readonly below: StatedColumn | undefined
}

const NO_MONTHS: ReadonlySet<Month> = new Set()
const NO_PLACES: ReadonlyMap<Month, Span> = new Map()
const NO_CHANGES: ReadonlyMap<Month, Applied> = new Map()
const NO_VALUES: ReadonlyMap<number, Exact> = new Map()

export const PLAIN = {
  damaged: NO_MONTHS,
  sorts: undefined,
  places: NO_PLACES,
  changes: NO_CHANGES,
  below: undefined,
}

export const UNSTATED: StatedColumn = {
  first: 0 as Month,
  values: new Float64Array(0),
  others: NO_VALUES,
  stated: new Uint8Array(0),
  pieces: [],
  ...PLAIN,
}

/** What a column's numbers are kept in, and what its cells are called. */
export interface Kept {
  readonly unit: string | undefined
  readonly family: Fact | undefined
  readonly name: string
  readonly shares: boolean
}

/** Decodes pieces of one column. The first to state a cell holds; a second is reported. */
export function decode(ground: Ground, pieces: readonly Piece[], kept: Kept): StatedColumn {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (let at = 0; at < pieces.length; at += 1) {
    const rows = pieces[at]?.rows
    if (rows === undefined) continue
    if (rows.first < first) first = rows.first
    if (rows.last > last) last = rows.last
  }
  if (last < first) return { ...UNSTATED, pieces }
  const length = last - first + 1
  const plain = kept.shares ? undefined : plainColumn(pieces, first, length)
  if (plain !== undefined) return plain
  const values = unknowns(length)
  const stated = new Uint8Array(length)
  const state: Decoding = {
    ground,
    pieces,
    kept,
    first,
    values,
    stated,
    others: undefined,
    damaged: undefined,
    sorts: kept.shares ? new Uint8Array(length) : undefined,
  }
  pieces.forEach((piece) => decodePiece(state, piece))
  return {
    first: first as Month,
    values,
    others: state.others ?? NO_VALUES,
    stated: shared(stated),
    pieces,
    damaged: state.damaged ?? NO_MONTHS,
    sorts: state.sorts,
    places: NO_PLACES,
    changes: NO_CHANGES,
    below: undefined,
  }
}

/** Of one table, a number for each month, the months in order: as most columns are. */
function plainColumn(
  pieces: readonly Piece[],
  first: number,
  length: number,
): StatedColumn | undefined {
  const piece = pieces[0]
  if (piece === undefined || pieces.length > 1 || piece.unit !== undefined) return undefined
  const { rows, at, bound } = piece
  const { cells, rowCount, columns } = bound.table
  if (rowCount !== length) return undefined
  const width = columns.length
  const values = unknowns(length)
  for (let row = 0; row < length; row += 1) {
    const value = cells[row * width + at] ?? Number.NaN
    const month = first + row
    if (rows.from[row] !== month || rows.to[row] !== month || Number.isNaN(value)) return undefined
    values[row] = value
  }
  return {
    first: first as Month,
    values,
    others: NO_VALUES,
    stated: allStated(length),
    pieces,
    damaged: NO_MONTHS,
    sorts: undefined,
    places: NO_PLACES,
    changes: NO_CHANGES,
    below: undefined,
  }
}

interface Decoding {
  readonly ground: Ground
  readonly pieces: readonly Piece[]
  readonly kept: Kept
  readonly first: number
  readonly values: Float64Array
  readonly stated: Uint8Array
  readonly sorts: Uint8Array | undefined
  others: Map<number, Exact> | undefined
  damaged: Set<Month> | undefined
}

function decodePiece(state: Decoding, piece: Piece): void {
  const { values, stated, sorts, first } = state
  const { rows, at, unit } = piece
  const { table } = piece.bound
  const { cells, rowCount } = table
  const width = table.columns.length
  const { from, to } = rows
  for (let row = 0; row < rowCount; row += 1) {
    const value = cells[row * width + at] ?? Number.NaN
    if (Number.isNaN(value) || unit !== undefined) {
      decodeSlowly(state, piece, row, value)
      continue
    }
    const end = (to[row] ?? 0) - first
    for (let index = (from[row] ?? 0) - first; index <= end; index += 1) {
      if (stated[index] === 1) {
        reportDoubled(state, piece, row, index)
      } else {
        values[index] = value
        stated[index] = 1
        if (sorts !== undefined) sorts[index] = NUMBER
      }
    }
  }
}

function decodeSlowly(state: Decoding, piece: Piece, row: number, plain: number): void {
  const { table } = piece.bound
  const cell: Cell | undefined = Number.isNaN(plain)
    ? table.others.get(row * table.columns.length + piece.at)
    : { sort: 'number', value: plain, percent: false }
  if (cell?.sort === 'blank') return
  const sort = sortOf(cell)
  const end = piece.rows.to[row] ?? 0
  for (let month = piece.rows.from[row] ?? 0; month <= end; month += 1) {
    const index = month - state.first
    if (sort === 0 || (sort !== NUMBER && state.sorts === undefined)) {
      state.damaged ??= new Set()
      state.damaged.add(month as Month)
    } else if (state.stated[index] === 1) {
      reportDoubled(state, piece, row, index)
    } else {
      state.stated[index] = 1
      if (state.sorts !== undefined) state.sorts[index] = sort
      const value = cell?.sort === 'number' ? kept(state, piece, cell, month as Month) : undefined
      if (typeof value === 'number') state.values[index] = value
      else if (value !== undefined) (state.others ??= new Map()).set(index, value)
    }
  }
}

function sortOf(cell: Cell | undefined): number {
  if (cell === undefined || cell.sort === 'blank') return 0
  if (cell.sort === 'rest') return REST
  return cell.percent ? SHARE : NUMBER
}

function kept(
  state: Decoding,
  piece: Piece,
  cell: Extract<Cell, { sort: 'number' }>,
  month: Month,
): Exact | undefined {
  if (piece.unit === undefined || cell.percent) return cell.value
  const { unit, family } = state.kept
  return convert(state.ground.units, cell.value, piece.unit, unit, family, month)
}

/** The row that states a month, the first where several do. */
export function rowStating(
  column: StatedColumn,
  month: Month,
): { readonly piece: Piece; readonly row: number } | undefined {
  for (const piece of column.pieces) {
    const { table } = piece.bound
    for (let row = 0; row < table.rowCount; row += 1) {
      if (month < (piece.rows.from[row] ?? 0) || month > (piece.rows.to[row] ?? 0)) continue
      const key = row * table.columns.length + piece.at
      const value = table.cells[key] ?? Number.NaN
      if (Number.isNaN(value) && table.others.get(key)?.sort === 'blank') continue
      return { piece, row }
    }
  }
  return undefined
}

/** The text of a stated cell. */
export function spanStating(column: StatedColumn, month: Month): Span | undefined {
  const change = column.changes.get(month)
  if (change !== undefined) return change.change.span
  const place = column.places.get(month)
  if (place !== undefined) return place
  if (column.below !== undefined) return spanStating(column.below, month)
  const found = rowStating(column, month)
  return found && cellSpan(found.piece.bound.table, found.row, found.piece.at)
}

/** Once for each pair of rows: a table pasted twice is one mistake, not one a cell. */
function reportDoubled(state: Decoding, piece: Piece, row: number, index: number): void {
  const { ground, pieces, kept: of } = state
  const month = (index + state.first) as Month
  const before = rowStating({ ...UNSTATED, pieces }, month)
  if (before === undefined) return
  const earlier = rowSpan(before.piece.bound.table, before.row)
  const later = rowSpan(piece.bound.table, row)
  const key = `${earlier.source.path}\n${earlier.start}\n${later.source.path}\n${later.start}`
  if (ground.reported.has(key)) return
  ground.reported.add(key)
  const span = cellSpan(piece.bound.table, row, piece.at)
  const text = 'stated here first'
  const first = cellSpan(before.piece.bound.table, before.row, before.piece.at)
  const cell = `${of.name} in ${printMonth(month)}`
  const labels = [{ span: first, text }]
  ground.problems.push(reportCells('doubled-cell', span, { cell }, { labels }))
}

/** What tables state, decoded into columns; and which row states a cell. */

import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import { printMonth } from '../base/month.ts'
import type { Span } from '../base/source.ts'
import { reportCells } from '../diagnostics/cells.ts'
import type { BoundTable, Fact } from '../facts/fact.ts'
import { numbersAt, numbersOf } from '../../grammar/row-table.ts'
import type { Cell } from '../../grammar/tree.ts'
import { convert } from '../units/amount.ts'
import { NUMBER, REST, SHARE } from './change.ts'
import type { Applied } from './change.ts'
import { EMPTY, PLAIN_NUMBERS, allStated, makeDraft, put, shared } from './column.ts'
import type { Draft } from './column.ts'
import type { Ground } from './ground.ts'
import type { Column } from './model.ts'
import { cellSpan, rowSpan } from '../../grammar/places.ts'
import type { Rows } from './rows.ts'
import { lacksMark } from './shares.ts'

/** A table of a statement, with the months of its rows. */
export class StatedTable {
  readonly statement: Fact
  readonly bound: BoundTable
  readonly rows: Rows

  constructor(statement: Fact, bound: BoundTable, rows: Rows) {
    this.statement = statement
    this.bound = bound
    this.rows = rows
  }
}

/** One column of one table. */
export interface Piece {
  readonly statement: Fact
  readonly bound: BoundTable
  readonly at: number
  readonly rows: Rows
  /** The unit it is written in, where that is not the one it is kept in. */
  readonly unit: string | undefined
  /** Its numbers are shares alone: one without its mark is none. */
  readonly shares?: boolean
}

/** What few columns have. */
interface More {
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

const NO_MORE: More = {
  damaged: new Set(),
  sorts: undefined,
  places: new Map(),
  changes: new Map(),
  below: undefined,
}

/** What somebody wrote of one series, or of another number by month. */
export class StatedColumn implements Column, More {
  readonly first: Month
  readonly length: number
  readonly values: Float64Array
  readonly start: number
  readonly step: number
  readonly others: ReadonlyMap<number, Exact>
  readonly stated: Uint8Array
  /** The table of which it is a column as that was read, or its pieces. */
  private readonly source: StatedTable | readonly Piece[]
  private readonly more: More

  constructor(
    first: Month,
    length: number,
    values: Float64Array,
    start: number,
    step: number,
    others: ReadonlyMap<number, Exact>,
    stated: Uint8Array,
    source: StatedTable | readonly Piece[],
    more: More,
  ) {
    this.first = first
    this.length = length
    this.values = values
    this.start = start
    this.step = step
    this.others = others
    this.stated = stated
    this.source = source
    this.more = more
  }

  /** In order of path and place. */
  get pieces(): readonly Piece[] {
    const { source, start } = this
    if (!(source instanceof StatedTable)) return source
    const { statement, bound, rows } = source
    return [{ statement, bound, at: start - numbersAt(bound.table), rows, unit: undefined }]
  }

  get damaged(): ReadonlySet<Month> {
    return this.more.damaged
  }

  get sorts(): Uint8Array | undefined {
    return this.more.sorts
  }

  get places(): ReadonlyMap<Month, Span> {
    return this.more.places
  }

  get changes(): ReadonlyMap<Month, Applied> {
    return this.more.changes
  }

  get below(): StatedColumn | undefined {
    return this.more.below
  }

  /** The same with other numbers, or with what few columns have. */
  with(numbers: Column, more: Partial<More>): StatedColumn {
    return statedColumn(numbers, numbers.stated, this.source, { ...this.more, ...more })
  }
}

function statedColumn(
  { first, length, values, start, step, others }: Column,
  stated: Uint8Array,
  source: StatedTable | readonly Piece[],
  more: More,
): StatedColumn {
  return new StatedColumn(first, length, values, start, step, others, stated, source, more)
}

export const UNSTATED = statedColumn(EMPTY, EMPTY.stated, [], NO_MORE)

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
  if (last < first) return statedColumn(EMPTY, EMPTY.stated, pieces, NO_MORE)
  const piece = pieces[0]
  const single = piece !== undefined && pieces.length === 1 && piece.unit === undefined
  const table = single ? new StatedTable(piece.statement, piece.bound, piece.rows) : undefined
  const plain = table && !kept.shares ? plainColumn(table, piece?.at ?? 0) : undefined
  if (plain !== undefined) return plain
  const draft = makeDraft({ from: first as Month, to: last as Month })
  const state: Decoding = {
    ground,
    pieces,
    kept,
    first,
    draft,
    damaged: undefined,
    sorts: kept.shares ? new Uint8Array(draft.length) : undefined,
  }
  pieces.forEach((each) => decodePiece(state, each))
  const { damaged = NO_MORE.damaged, sorts } = state
  return statedColumn(draft, shared(draft.stated), pieces, { ...NO_MORE, damaged, sorts })
}

/**
 * A column of a table as it was read, where that has a number for each month, the months in order,
 * as most have.
 */
export function plainColumn(table: StatedTable, at: number): StatedColumn | undefined {
  const { rows, bound } = table
  if (!rows.inOrder) return undefined
  const { rowCount } = bound.table
  const numbers = numbersOf(bound.table)
  const step = bound.columns.length
  const start = numbersAt(bound.table) + at
  const end = start + rowCount * step
  for (let cell = start; cell < end; cell += step) if (Number.isNaN(numbers[cell])) return undefined
  const first = rows.first as Month
  const marks = allStated(rowCount)
  return new StatedColumn(
    first,
    rowCount,
    numbers,
    start,
    step,
    PLAIN_NUMBERS,
    marks,
    table,
    NO_MORE,
  )
}

interface Decoding {
  readonly ground: Ground
  readonly pieces: readonly Piece[]
  readonly kept: Kept
  readonly first: number
  readonly draft: Draft
  readonly sorts: Uint8Array | undefined
  damaged: Set<Month> | undefined
}

function decodePiece(state: Decoding, piece: Piece): void {
  const { draft, sorts, first } = state
  const { values, start, stated } = draft
  const { rows, at, unit } = piece
  const { table, columns } = piece.bound
  const { cells, rowCount } = table
  const width = columns.length
  const { from, to } = rows
  for (let row = 0; row < rowCount; row += 1) {
    const value = cells[row * width + at] ?? Number.NaN
    if (Number.isNaN(value) || unit !== undefined || piece.shares === true) {
      decodeSlowly(state, piece, row, value)
      continue
    }
    const end = (to[row] ?? 0) - first
    for (let index = (from[row] ?? 0) - first; index <= end; index += 1) {
      if (stated[index] === 1) {
        reportDoubled(state, piece, row, index)
      } else {
        values[start + index] = value
        stated[index] = 1
        if (sorts !== undefined) sorts[index] = NUMBER
      }
    }
  }
}

function decodeSlowly(state: Decoding, piece: Piece, row: number, plain: number): void {
  const { table, columns } = piece.bound
  const cell: Cell | undefined = Number.isNaN(plain)
    ? table.others.get(row * columns.length + piece.at)
    : { sort: 'number', value: plain, percent: false }
  if (cell?.sort === 'blank') return
  const sort = piece.shares === true && lacksMark(cell) ? 0 : sortOf(cell)
  const end = piece.rows.to[row] ?? 0
  for (let month = piece.rows.from[row] ?? 0; month <= end; month += 1) {
    const index = month - state.first
    if (sort === 0 || (sort !== NUMBER && state.sorts === undefined)) {
      state.damaged ??= new Set()
      state.damaged.add(month as Month)
    } else if (state.draft.stated[index] === 1) {
      reportDoubled(state, piece, row, index)
    } else {
      state.draft.stated[index] = 1
      if (state.sorts !== undefined) state.sorts[index] = sort
      const value = cell?.sort === 'number' ? kept(state, piece, cell, month as Month) : undefined
      put(state.draft, index, value)
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
  column: Pick<StatedColumn, 'pieces'>,
  month: Month,
): { readonly piece: Piece; readonly row: number } | undefined {
  for (const piece of column.pieces) {
    const { table, columns } = piece.bound
    for (let row = 0; row < table.rowCount; row += 1) {
      if (month < (piece.rows.from[row] ?? 0) || month > (piece.rows.to[row] ?? 0)) continue
      const key = row * columns.length + piece.at
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
  const before = rowStating({ pieces }, month)
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

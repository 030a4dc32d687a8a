// Decodes table rows straight from bytes into typed columns: no token, no node and no allocation a
// row. What is out of the ordinary it leaves to `slow-rows.ts`.

import {
  isBlank,
  isDigit,
  MINUS,
  NEWLINE,
  NINE,
  PLUS,
  POINT,
  SLASH,
  SPACE,
  TAB,
  ZERO,
  skipBlanks,
} from './chars.ts'
import { integerOf, readCell } from './cells.ts'
import { lineEndAt, type Source } from '../src/base/source.ts'
import type { Codes } from './codes.ts'
import { MOST_LINE } from './limits.ts'
import type { Cell } from './tree.ts'
import { OPEN } from './tree.ts'

/** An integer of so many digits is exact as a number. */
export const MOST_SAFE_DIGITS = 15
export const MONTH_LENGTH = 7

/** The columns of one table while its rows are read: parts of larger buffers. */
export interface Columns {
  readonly width: number
  /** How many rows there is room for. */
  readonly rows: number
  /** Months of this table alone, a buffer that the next table uses again. */
  readonly from: Int32Array
  readonly to: Int32Array
  readonly starts: Int32Array
  readonly startsAt: number
  readonly cells: Float64Array
  readonly cellsAt: number
  /** How many rows there are so far. */
  count: number
  others: Map<number, Cell> | undefined
}

/** Decodes the row between two offsets; false if it is not wholly in order, and then not stored. */
export function decodeRow(columns: Columns, codes: Codes, start: number, end: number): boolean {
  const { bytes, base } = codes
  const { width, rows, count: row } = columns
  const behind = end - base
  let at = start - base
  if (row >= rows || end - start > MOST_LINE) return false
  const first = monthAt(bytes, at, behind)
  if (first === -1) return false
  at += MONTH_LENGTH
  let last = first
  if (at < behind) {
    let code = bytes[at] ?? 0
    if (!isBlank(code) && code !== POINT) return false
    while (isBlank(code)) code = bytes[(at += 1)] ?? 0
    if (code === POINT) {
      at = behindPoints(bytes, at, behind)
      if (at === -1) return false
      last = monthAt(bytes, at, behind)
      if (last === -1) {
        if (looksLikeMonth(codes.part(at, behind))) return false
        last = OPEN
      } else {
        at += MONTH_LENGTH
        if (last < first || (at < behind && !isBlank(bytes[at] ?? 0))) return false
      }
    }
  }
  if (!decodeCells(columns, row * width, codes, at, behind)) return false
  storeMonths(columns, first, last, start)
  return true
}

/** Where each of some rows begins: on lines that follow each other. */
export function startsOfRun(source: Source, first: number, count: number): Int32Array {
  const starts = new Int32Array(count)
  const { letters } = source
  const bytes = letters?.bytes
  let start = first
  for (let row = 0; row < count; row += 1) {
    starts[row] = start
    start = lineEndAt(source, start) + 1
    if (bytes === undefined) start = skipBlanks(source.text, start, source.text.length)
    else while (bytes[start] === SPACE || bytes[start] === TAB) start += 1
  }
  return starts
}

/** Decodes the cells of a row; false where there are more or fewer, or one is out of order. */
function decodeCells(
  columns: Columns,
  firstCell: number,
  codes: Codes,
  start: number,
  end: number,
): boolean {
  const { bytes } = codes
  const { width, cells, cellsAt } = columns
  let index = 0
  let at = start
  for (;;) {
    let code = at < end ? (bytes[at] ?? 0) : NEWLINE
    while (code === SPACE || code === TAB) code = bytes[(at += 1)] ?? 0
    if (at >= end) return index === width
    if (index === width) return false
    const cellStart = at
    const negative = code === MINUS
    if (negative || code === PLUS) {
      at += 1
      code = at < end ? (bytes[at] ?? 0) : 0
    }
    const digitsStart = at
    let value = 0
    while (code >= ZERO && code <= NINE) {
      value = value * 10 + (code - ZERO)
      at += 1
      code = at < end ? (bytes[at] ?? 0) : SPACE
    }
    const digits = at - digitsStart
    if (digits > 0 && digits <= MOST_SAFE_DIGITS && (code === SPACE || code === TAB)) {
      cells[cellsAt + firstCell + index] = negative && value !== 0 ? -value : value
    } else {
      at = cellBehind(bytes, at, end)
      const written = codes.part(cellStart, at)
      const cell = readCell(written, 0, written.length)
      if (cell === undefined) return false
      storeCell(columns, firstCell + index, cell)
    }
    index += 1
  }
}

/** Where something stands behind the `..` at an offset; -1 where these are no two points. */
function behindPoints(bytes: Uint8Array, points: number, end: number): number {
  if (points + 1 >= end || bytes[points + 1] !== POINT) return -1
  let at = points + 2
  while (at < end && isBlank(bytes[at] ?? 0)) at += 1
  return at
}

function cellBehind(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  while (at < end && !isBlank(bytes[at] ?? 0)) at += 1
  return at
}

/** Ends a row whose cells are stored. */
export function storeMonths(columns: Columns, first: number, last: number, start: number): void {
  const { from, to, starts, startsAt, count: row } = columns
  from[row] = first
  to[row] = last
  starts[startsAt + row] = start
  columns.count = row + 1
}

/** Stores an integer as one, and anything else beside the column. */
export function storeCell(columns: Columns, index: number, cell: Cell): void {
  const integer = integerOf(cell)
  columns.cells[columns.cellsAt + index] = integer
  if (!Number.isNaN(integer)) return
  columns.others ??= new Map()
  columns.others.set(index, cell)
}

/** The month written at an offset, or -1. */
export function monthAt(bytes: Uint8Array, at: number, end: number): number {
  if (at + MONTH_LENGTH > end || bytes[at + 4] !== MINUS) return -1
  const thousands = (bytes[at] ?? 0) - ZERO
  const hundreds = (bytes[at + 1] ?? 0) - ZERO
  const tens = (bytes[at + 2] ?? 0) - ZERO
  const ones = (bytes[at + 3] ?? 0) - ZERO
  const ten = (bytes[at + 5] ?? 0) - ZERO
  const one = (bytes[at + 6] ?? 0) - ZERO
  if (thousands >>> 0 > 9 || hundreds >>> 0 > 9 || tens >>> 0 > 9 || ones >>> 0 > 9) return -1
  if (ten >>> 0 > 1 || one >>> 0 > 9) return -1
  const year = thousands * 1000 + hundreds * 100 + tens * 10 + ones
  const month = ten * 10 + one
  return year > 0 && month >= 1 && month <= 12 ? year * 12 + month - 1 : -1
}

/** Whether a month, if a wrong one, was meant: `2026-1`, `2026/12`. */
export function looksLikeMonth(text: string, start = 0, end = text.length): boolean {
  let at = start
  while (at < end && isDigit(text.charCodeAt(at))) at += 1
  const code = text.charCodeAt(at)
  return at === start + 4 && at < end && (code === MINUS || code === SLASH)
}

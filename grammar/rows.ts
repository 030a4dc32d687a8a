// Decodes table rows straight from character codes into typed columns: no token, no node and no
// allocation a row. What is out of the ordinary it leaves to `slow-rows.ts`.

import { isBlank, isDigit, MINUS, NINE, PLUS, POINT, SLASH, ZERO } from './chars.ts'
import { integerOf, readCell } from './cells.ts'
import type { Cell } from './tree.ts'
import { OPEN } from './tree.ts'

/** An integer of so many digits is exact as a number. */
const MOST_SAFE_DIGITS = 15
const MONTH_LENGTH = 7

/** The columns of one table while its rows are read: parts of larger buffers. */
export interface Columns {
  readonly width: number
  /** How many rows there is room for. */
  readonly rows: number
  /** `from`, `to` and `rowStart` of all rows, one column behind the other, from an offset on. */
  readonly months: Int32Array
  readonly monthsAt: number
  readonly cells: Float64Array
  readonly cellsAt: number
  others: Map<number, Cell> | undefined
}

/** The characters of a table as bytes; what is no ASCII is 255. Offset 0 is `base` in the text. */
export interface Codes {
  readonly text: string
  readonly bytes: Uint8Array
  readonly base: number
}

/** Decodes the row between two offsets; false if it is not wholly in order, and then not stored. */
export function decodeRow(
  columns: Columns,
  row: number,
  codes: Codes,
  start: number,
  end: number,
): boolean {
  const { bytes, base } = codes
  const last = end - base
  let at = start - base
  const from = monthAt(bytes, at, last)
  if (from === -1) return false
  at += MONTH_LENGTH
  let to = from
  if (at < last) {
    const behind = at
    while (at < last && isBlank(bytes[at] ?? 0)) at += 1
    if (bytes[at] === POINT) {
      if (at + 1 >= last || bytes[at + 1] !== POINT) return false
      at += 2
      while (at < last && isBlank(bytes[at] ?? 0)) at += 1
      to = monthAt(bytes, at, last)
      if (to === -1) {
        to = OPEN
        if (looksLikeMonth(codes.text, at + base, end)) return false
      } else {
        if (to < from) return false
        at += MONTH_LENGTH
        if (at < last && !isBlank(bytes[at] ?? 0)) return false
      }
    } else if (at === behind) return false
  }
  if (!decodeCells(columns, row * columns.width, codes, at, last)) return false
  storeMonths(columns, row, from, to, start)
  return true
}

export function storeMonths(
  columns: Columns,
  row: number,
  from: number,
  to: number,
  start: number,
): void {
  const { months, monthsAt, rows } = columns
  const at = monthsAt + row
  months[at] = from
  months[at + rows] = to
  months[at + rows + rows] = start
}

function decodeCells(
  columns: Columns,
  first: number,
  codes: Codes,
  start: number,
  end: number,
): boolean {
  const { bytes, base } = codes
  const { cells, cellsAt } = columns
  const last = first + columns.width
  let index = first
  let at = start
  for (;;) {
    while (at < end && isBlank(bytes[at] ?? 0)) at += 1
    if (at >= end) return index === last
    if (index === last) return false
    const cellStart = at
    let code = bytes[at] ?? 0
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
      code = at < end ? (bytes[at] ?? 0) : 0
    }
    const digits = at - digitsStart
    if (digits > 0 && digits <= MOST_SAFE_DIGITS && (at === end || isBlank(code))) {
      cells[cellsAt + index] = negative && value !== 0 ? -value : value
    } else {
      while (at < end && !isBlank(bytes[at] ?? 0)) at += 1
      const cell = readCell(codes.text, cellStart + base, at + base)
      if (cell === undefined) return false
      storeCell(columns, index, cell)
    }
    index += 1
  }
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
function monthAt(bytes: Uint8Array, at: number, end: number): number {
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
export function looksLikeMonth(text: string, start: number, end: number): boolean {
  let at = start
  while (at < end && isDigit(text.charCodeAt(at))) at += 1
  const code = text.charCodeAt(at)
  return at === start + 4 && at < end && (code === MINUS || code === SLASH)
}

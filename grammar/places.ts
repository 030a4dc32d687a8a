// Where the rows and cells of a table stand: found again in the text when somebody asks.

import type { Span } from '../src/base/source.ts'
import { lineEndAt, partOf, spanOf, textOf } from '../src/base/source.ts'
import { HASH, isBlank, isOddSpace, POINT, RETURN } from './chars.ts'
import { looksLikeMonth } from './rows.ts'
import { joinedMonths, monthBehind, otherRangeEnd, spelledMonthEnd } from './spelled-months.ts'
import type { Table } from './tree.ts'

/** The row, from its month to its last cell. */
export function rowSpan({ source, span, rowStart }: Table, row: number): Span {
  const start = rowStart[row] ?? span.start
  const line = partOf(source, start, lineEndAt(source, start))
  return spanOf(source, start, start + codeEnd(line))
}

/** The cell of a row in a column; the whole row where it has no such cell. */
export function cellSpan(table: Table, row: number, column: number): Span {
  const line = rowSpan(table, row)
  const text = textOf(line)
  return nthCell(line, text, monthsEnd(text), column)
}

/** The cell of the total row in a column; the whole row where it has no such cell. */
export function totalSpan({ total, span }: Table, column: number): Span {
  if (total === undefined) return span
  return nthCell(total.span, textOf(total.span), 'total'.length, column)
}

/** `text` is that of the line; cells are looked for from an offset in it on. */
function nthCell(line: Span, text: string, from: number, column: number): Span {
  let at = from
  for (let cell = 0; ; cell += 1) {
    while (at < text.length && isSpace(text.charCodeAt(at))) at += 1
    const start = at
    while (at < text.length && !isSpace(text.charCodeAt(at))) at += 1
    if (at === start) return line
    if (cell === column) return spanOf(line.source, line.start + start, line.start + at)
  }
}

function monthsEnd(text: string): number {
  const end = text.length
  const joined = joinedMonths(text, 0)
  if (joined !== undefined) return joined[0].length + 1 + joined[1].length
  const behind = monthEnd(text, 0)
  let at = behind
  while (at < end && isSpace(text.charCodeAt(at))) at += 1
  const other = otherRangeEnd(text, at, end)
  if (!text.startsWith('..', at) && other === -1) return behind
  if (other === -1) while (at < end && text.charCodeAt(at) === POINT) at += 1
  else at = other
  const open = at
  while (at < end && isSpace(text.charCodeAt(at))) at += 1
  return looksLikeMonth(text, at, end) || monthBehind(text, at, end) ? monthEnd(text, at) : open
}

function monthEnd(text: string, start: number): number {
  const spelled = spelledMonthEnd(text, start, text.length)
  if (spelled !== -1) return spelled
  let at = start
  while (at < text.length && !isSpace(text.charCodeAt(at)) && !text.startsWith('..', at)) at += 1
  return at
}

function codeEnd(line: string): number {
  let end = 0
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at)
    if (code === HASH) break
    if (!isSpace(code) && code !== RETURN) end = at + 1
  }
  return end
}

function isSpace(code: number): boolean {
  return isBlank(code) || isOddSpace(code)
}

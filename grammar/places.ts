// Where the rows and cells of a table stand: found again in the text when somebody asks.

import type { Source, Span } from '../src/base/source.ts'
import { spanOf } from '../src/base/source.ts'
import { HASH, isBlank, isOddSpace, NEWLINE, POINT, RETURN } from './chars.ts'
import { looksLikeMonth } from './rows.ts'
import type { Table } from './tree.ts'

/** The row, from its month to its last cell. */
export function rowSpan(table: Table, row: number): Span {
  const start = table.rowStart[row] ?? table.span.start
  return spanOf(table.source, start, codeEnd(table.source.text, start))
}

/** The cell of a row in a column; the whole row where it has no such cell. */
export function cellSpan(table: Table, row: number, column: number): Span {
  const line = rowSpan(table, row)
  return nthCell(table.source, monthsEnd(table.source.text, line), line, column)
}

/** The cell of the total row in a column; the whole row where it has no such cell. */
export function totalSpan(table: Table, column: number): Span {
  const { total, source } = table
  if (total === undefined) return table.span
  return nthCell(source, total.rowStart + 'total'.length, total.span, column)
}

function nthCell(source: Source, from: number, line: Span, column: number): Span {
  const { text } = source
  let at = from
  for (let cell = 0; ; cell += 1) {
    while (at < line.end && isSpace(text.charCodeAt(at))) at += 1
    const start = at
    while (at < line.end && !isSpace(text.charCodeAt(at))) at += 1
    if (at === start) return line
    if (cell === column) return spanOf(source, start, at)
  }
}

function monthsEnd(text: string, line: Span): number {
  let at = line.start
  while (at < line.end && !isSpace(text.charCodeAt(at)) && !text.startsWith('..', at)) at += 1
  const behind = at
  while (at < line.end && isSpace(text.charCodeAt(at))) at += 1
  if (!text.startsWith('..', at)) return behind
  while (at < line.end && text.charCodeAt(at) === POINT) at += 1
  const open = at
  while (at < line.end && isSpace(text.charCodeAt(at))) at += 1
  if (!looksLikeMonth(text, at, line.end)) return open
  while (at < line.end && !isSpace(text.charCodeAt(at))) at += 1
  return at
}

function codeEnd(text: string, start: number): number {
  let end = start
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === NEWLINE || code === HASH) break
    if (!isSpace(code) && code !== RETURN) end = at + 1
  }
  return end
}

function isSpace(code: number): boolean {
  return isBlank(code) || isOddSpace(code)
}

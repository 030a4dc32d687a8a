/**
 * Sets a table in columns: months left, numbers right below their header's last letter. A column
 * is as wide as its header; where a number is longer it is wider by whole steps, so that one more
 * digit seldom moves a line besides its own.
 */

import { isBlank, skipBlanks } from '../../grammar/chars.ts'
import { indentedTo, padded, widthOf } from './width.ts'

/** By how much a column grows that is too narrow for a number. */
const STEP = 4
/** No name or number makes a column wider. */
const WIDEST = 80
const GAP = '  '
const MONTH_LENGTH = 7

/** A row, cut: its months in canonical form, and its cells as written. */
export interface Row {
  readonly months: string
  readonly cells: readonly string[]
}

/** Cuts the code of a readable row, a total row among them. */
export function cutRow(text: string, start: number, end: number): Row {
  if (text.startsWith('total', start)) {
    return { months: 'total', cells: cutCells(text, start + 5, end) }
  }
  const from = text.slice(start, start + MONTH_LENGTH)
  const dots = skipBlanks(text, start + MONTH_LENGTH, end)
  if (!text.startsWith('..', dots)) {
    return { months: from, cells: cutCells(text, start + MONTH_LENGTH, end) }
  }
  const next = skipBlanks(text, dots + 2, end)
  const to = text.slice(next, next + MONTH_LENGTH)
  return /^\d{4}-\d\d$/.test(to)
    ? { months: `${from} .. ${to}`, cells: cutCells(text, next + MONTH_LENGTH, end) }
    : { months: `${from} ..`, cells: cutCells(text, dots + 2, end) }
}

/** The lines of a table below one another: its header, then its rows. */
export function setTable(
  columns: readonly string[],
  rows: readonly Row[],
  indent: string,
): { readonly header: string; readonly rows: readonly string[] } {
  let monthWidth = 'month'.length
  const longest = columns.map(() => 0)
  for (const { months, cells } of rows) {
    if (months.length > monthWidth) monthWidth = months.length
    for (const [column, cell] of cells.entries()) {
      if (cell.length > (longest[column] ?? 0)) longest[column] = cell.length
    }
  }
  const widths = columns.map((name, column) => columnWidth(widthOf(name), longest[column] ?? 0))
  const names = columns.map((name, column) => GAP + indentedTo(name, widths[column] ?? 0))
  return {
    header: indent + padded('month', monthWidth) + names.join(''),
    rows: rows.map(({ months, cells }) => {
      let line = indent + months.padEnd(monthWidth)
      for (const [column, cell] of cells.entries()) {
        line += GAP + cell.padStart(widths[column] ?? 0)
      }
      return line
    }),
  }
}

function columnWidth(header: number, longest: number): number {
  const steps = longest <= header ? 0 : Math.ceil((longest - header) / STEP)
  return Math.min(header + STEP * steps, WIDEST)
}

function cutCells(text: string, start: number, end: number): string[] {
  const cells: string[] = []
  let at = skipBlanks(text, start, end)
  while (at < end) {
    const from = at
    while (at < end && !isBlank(text.charCodeAt(at))) at += 1
    cells.push(text.slice(from, at))
    at = skipBlanks(text, at, end)
  }
  return cells
}

/** Rows of a table as the next cycle has them: a month later, cells replaced. */

import type { Month, MonthRange } from '../base/month.ts'
import { printMonths } from '../base/month.ts'
import type { Edit } from '../base/source.ts'
import type { Table } from '../../grammar/tree.ts'
import { OPEN } from '../../grammar/tree.ts'
import { cellSpan, rowSpan } from '../../grammar/places.ts'
import { rowsOf } from '../model/rows.ts'
import { linesAround } from './text.ts'

/** No month is out of reach here: the model has judged that. */
const EVERY_MONTH: MonthRange = { from: 0 as Month, to: 120_000 as Month }

/** Months of a row that all get the same numbers. */
export interface Stretch {
  readonly from: Month
  /** `OPEN` where the row is. */
  readonly to: number
  /** By column: the text that stands there instead. */
  readonly cells: ReadonlyMap<number, string>
}

/** The months of each row, open rows ended by the next row or the horizon's end. */
export function monthsOfRows(table: Table, end: Month): readonly MonthRange[] {
  const rows = rowsOf(table, end, EVERY_MONTH)
  return Array.from({ length: table.rowCount }, (_, row) => ({
    from: (rows.from[row] ?? 0) as Month,
    to: (rows.to[row] ?? 0) as Month,
  }))
}

/**
 * The months of a row in the next horizon; undefined where it has none. A row that reached the end
 * of the horizon still does: the numbers of the month that is new are the last that were planned.
 */
export function monthsCarried(
  said: MonthRange,
  horizon: MonthRange,
  next: MonthRange,
): MonthRange | undefined {
  const from = said.from < next.from ? next.from : said.from
  const to = said.to >= horizon.to || said.to > next.to ? next.to : said.to
  return said.to >= said.from && from <= to ? { from, to } : undefined
}

export function isOpen(table: Table, row: number): boolean {
  return table.to[row] === OPEN
}

/** The lines of a row for each stretch, over its own; the comment stays with the first. */
export function rowLines(table: Table, row: number, stretches: readonly Stretch[]): Edit {
  const said = rowSpan(table, row)
  const span = linesAround(said)
  const comment = said.source.text.slice(said.end, span.end).trimEnd()
  const lines = stretches.map((each, at) => rowLine(table, row, each) + (at === 0 ? comment : ''))
  return { span, text: lines.map((line) => `${line}\n`).join('') }
}

/** A row's line for other months, without its comment; what stands as it was keeps its place. */
export function rowLine(table: Table, row: number, stretch: Stretch): string {
  const said = rowSpan(table, row)
  const { text } = said.source
  const cells = table.columns.map((_, at) => cellSpan(table, row, at))
  let at = cells[0]?.start ?? said.end
  const wide = at - said.start - 1
  let line = `${text.slice(linesAround(said).start, said.start)}${label(stretch).padEnd(wide)} `
  for (const [column, cell] of cells.entries()) {
    const old = text.slice(cell.start, cell.end)
    line += text.slice(at, cell.start) + (stretch.cells.get(column) ?? old).padStart(old.length)
    at = cell.end
  }
  return line
}

function label({ from, to }: Stretch): string {
  return printMonths(from, to === OPEN ? undefined : (to as Month))
}

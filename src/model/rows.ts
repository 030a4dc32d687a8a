/** Rows of a table as stretches of months. */

import type { Month, MonthRange } from '../base/month.ts'
import { printMonths } from '../base/month.ts'
import { OPEN } from '../../grammar/tree.ts'
import type { Cell, Table } from '../../grammar/tree.ts'
import type { BoundTable } from '../facts/fact.ts'

/** The months a workspace may span: as many before as after today. */
export const MOST_MONTHS = 1200

/** Which months each row states, open rows and months out of reach resolved. */
export interface Rows {
  readonly from: Int32Array
  /** The last month of each row; before its first where the row states nothing. */
  readonly to: Int32Array
  readonly first: number
  readonly last: number
  /** Each row is of one month, and they follow one another: as in most tables. */
  readonly inOrder: boolean
  /** Rows that reach out of the months that are read. */
  readonly beyond: readonly number[]
}

const NONE: readonly number[] = []

let latest: Rows | undefined
let latestReach: MonthRange | undefined

/**
 * Open rows hold until the next row of the table, or until `end`. Tables that share their months, as
 * most of a file do, share these.
 */
export function rowsOf(table: Table, end: Month | undefined, reach: MonthRange): Rows {
  const { from, to } = table
  if (latest?.from === from && latest.to === to && latestReach === reach) return latest
  const rows = plainRows(table, reach)
  if (rows === undefined) return resolve(table, end, reach)
  latest = rows
  latestReach = reach
  return rows
}

/** Undefined where a row is open, or reaches out of the months that are read. */
function plainRows({ rowCount, from, to }: Table, reach: MonthRange): Rows | undefined {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  let inOrder = true
  for (let row = 0; row < rowCount; row += 1) {
    const start = from[row] ?? 0
    const stop = to[row] ?? 0
    if (stop === OPEN || start < reach.from || stop > reach.to) return undefined
    if (start !== stop || start !== (from[0] ?? 0) + row) inOrder = false
    if (start < first) first = start
    if (stop > last) last = stop
  }
  return { from, to, first, last, inOrder, beyond: NONE }
}

function resolve(table: Table, end: Month | undefined, reach: MonthRange): Rows {
  const from = Int32Array.from(table.from)
  const to = Int32Array.from(table.to)
  const starts = table.from.slice(0, table.rowCount).toSorted()
  const beyond: number[] = []
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (let row = 0; row < table.rowCount; row += 1) {
    const start = from[row] ?? 0
    if (to[row] === OPEN) to[row] = untilNextRow(starts, start, end)
    const stop = to[row] ?? 0
    if (start < reach.from || stop > reach.to) {
      beyond.push(row)
      from[row] = Math.max(start, reach.from)
      to[row] = Math.min(stop, reach.to)
    }
    if ((to[row] ?? 0) < (from[row] ?? 0)) continue
    first = Math.min(first, from[row] ?? 0)
    last = Math.max(last, to[row] ?? 0)
  }
  return { from, to, first, last, inOrder: false, beyond }
}

/** `starts` are the first months of all rows, in order. */
function untilNextRow(starts: Int32Array, start: number, end: Month | undefined): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const until = end === undefined ? start : Math.max(end, start - 1)
  const next = starts[low]
  return next === undefined ? until : Math.min(until, next - 1)
}

/** What stands in a cell; undefined where it could not be read. */
export function cellAt({ table, columns }: BoundTable, row: number, at: number): Cell | undefined {
  const key = row * columns.length + at
  const value = table.cells[key] ?? Number.NaN
  return Number.isNaN(value) ? table.others.get(key) : { sort: 'number', value, percent: false }
}

/** The months of a row, as a planner writes them. */
export function rowMonths(table: Table, row: number): string {
  const to = table.to[row] ?? 0
  return printMonths((table.from[row] ?? 0) as Month, to === OPEN ? undefined : (to as Month))
}

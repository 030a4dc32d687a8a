/** The rows of a table with their lines: which months each is about, and its cells as written. */

import type { Lines } from '../../grammar/lines.ts'
import { LineSort } from '../../grammar/lines.ts'
import { OPEN, type Table } from '../../grammar/tree.ts'
import { cutRow } from '../syntax/table-layout.ts'

export interface RowOfTable {
  readonly from: number
  /** The last month: of an open row the one before the next row, or `FAR`. */
  readonly to: number
  /** As a planner writes them: `2026-11`, `2026-11 ..`; `total` of the total row. */
  readonly months: string
  readonly cells: readonly string[]
  readonly comment: string
  readonly line: string
  readonly above: readonly string[]
  readonly said: string
}

/** Behind all months that can be written. */
export const FAR = 12 * 10_000

/** `rows` is undefined where two of them are about the same month. */
export function rowsOfTable(
  table: Table,
  text: string,
  lines: Lines,
  [first, last]: readonly [number, number],
): { readonly rows: readonly RowOfTable[] | undefined; readonly total: RowOfTable | undefined } {
  const starts = table.from.slice(0, table.rowCount).toSorted()
  const rows: RowOfTable[] = []
  let total: RowOfTable | undefined
  let above: string[] = []
  for (let line = first; line <= last; line += 1) {
    const whole = text.slice(lines.start[line], lines.end[line])
    const sort = lines.sort[line]
    if (sort !== LineSort.row && sort !== LineSort.total) {
      above.push(whole)
      continue
    }
    const comment = lines.comment[line] ?? -1
    const cut = cutRow(text, lines.codeStart[line] ?? 0, lines.codeEnd[line] ?? 0)
    const remark = comment === -1 ? '' : text.slice(comment, lines.end[line]).trim()
    const said = [cut.months, ...cut.cells.map(plainCell), remark].join(' ')
    const row = { ...cut, comment: remark, line: whole, above, said }
    above = []
    if (sort === LineSort.total) total = { ...row, from: FAR, to: FAR }
    else {
      const from = table.from[rows.length] ?? 0
      const to = table.to[rows.length] ?? 0
      rows.push({ ...row, from, to: to === OPEN ? lastOfOpen(starts, from) : to })
    }
  }
  const sorted = rows.toSorted((a, b) => a.from - b.from)
  const twice = sorted.some(({ from }, at) => at > 0 && from <= (sorted[at - 1]?.to ?? 0))
  return { rows: twice ? undefined : sorted, total }
}

/** An open row holds until the next row. */
export function lastOfOpen(starts: Int32Array, from: number): number {
  return (starts.find((start) => start > from) ?? FAR + 1) - 1
}

/** `1_200` says what `1200` says. */
export function plainCell(cell: string): string {
  return cell.replaceAll('_', '').replace(/^\+/, '')
}

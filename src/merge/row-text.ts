/** The line of a merged row: as a side wrote it, with the other side's cells set in. */

import { type Month, printMonths } from '../base/month.ts'
import type { TableItem } from './item.ts'
import type { CellConflict } from './piece.ts'
import { FAR, plainCell, type RowOfTable } from './table-rows.ts'
import { layoutToTake, type Side, SIDES, type Three } from './three-way.ts'

/** Months in which no version begins or ends a row: each has one row for all of them, or none. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly rows: Three<RowOfTable | undefined>
  readonly isTotal: boolean
}

export interface RowContent {
  /** One for each merged column. */
  readonly cells: readonly string[]
  readonly comment: string
}

export interface MergedRow {
  readonly stretch: Stretch
  /** Lines right above, in each version. */
  readonly above: Three<readonly string[]>
  /** The same on both sides where there is no conflict; undefined where a side took the row away. */
  readonly ours: RowContent | undefined
  readonly theirs: RowContent | undefined
  readonly conflict: readonly CellConflict[] | undefined
}

/** The tables that are merged, and their columns together. */
export interface Shape {
  readonly columns: readonly string[]
  readonly tables: Three<TableItem | undefined> & Readonly<Record<Side, TableItem>>
}

export interface RowText extends RowContent {
  readonly months: string
  /** Undefined where no version has such a row: it is laid out with the table. */
  readonly line: string | undefined
}

/** `next` is the row below. */
export function rowText(
  row: MergedRow,
  next: MergedRow | undefined,
  shape: Shape,
): Readonly<Record<Side, RowText | undefined>> {
  const { stretch, conflict } = row
  const { rows, from, to } = stretch
  const alike = SIDES.filter((side) => {
    const own = rows[side]
    if (own === undefined || own.from !== from || own.to !== to) return false
    const open = own.months.endsWith('..') && to < FAR
    return !open || next?.stretch.from === to + 1
  })
  const months = alike.map((side) => rows[side]?.months)[0] ?? writtenMonths(stretch)
  const fitting = alike.filter((side) => isSame(shape.tables[side].columns, shape.columns))
  const textOf = (side: Side): RowText | undefined => {
    const content = row[side]
    if (content === undefined) return undefined
    const preferred = [...fitting.filter((each) => each === side), ...fitting]
    const exact = preferred.filter((each) => says(rows[each], content))
    if (conflict === undefined && new Set(exact).size === 2) {
      const { base, ours, theirs } = rows
      const [line] = layoutToTake({
        base: base && [base.line],
        ours: ours && [ours.line],
        theirs: theirs && [theirs.line],
      })
      return { ...content, months, line }
    }
    const template = rows[exact[0] ?? preferred[0] ?? side]
    const line =
      preferred.length === 0 || template === undefined ? undefined : setIn(template, content)
    return { ...content, months, line }
  }
  return { ours: textOf('ours'), theirs: textOf('theirs') }
}

function says(row: RowOfTable | undefined, { cells, comment }: RowContent): boolean {
  return row !== undefined && row.comment === comment && isSame(row.cells, cells)
}

export function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, at) => plainCell(each) === plainCell(b[at] ?? ''))
}

function writtenMonths({ from, to, isTotal }: Stretch): string {
  if (isTotal) return 'total'
  return printMonths(from as Month, to >= FAR ? undefined : (to as Month))
}

/** Each cell ends where the one before it ended, as far as there is room. */
function setIn({ line, comment, cells: before }: RowOfTable, content: RowContent): string {
  const behind = comment === '' ? line.length : line.lastIndexOf(comment)
  let code = line.slice(0, behind).trimEnd()
  const gap = line.slice(code.length, behind)
  const places = [...code.matchAll(/\S+/g)].slice(-before.length)
  for (let at = places.length - 1; at >= 0; at -= 1) {
    const [old = ''] = places[at] ?? []
    const cell = content.cells[at] ?? old
    if (cell === old) continue
    const start = places[at]?.index ?? 0
    const head = code.slice(0, start)
    const room = head.length - head.trimEnd().length - 2
    const more = cell.length - old.length
    const set =
      more <= 0
        ? head + cell.padStart(old.length)
        : head.slice(0, start - Math.max(0, Math.min(more, room))) + cell
    code = set + code.slice(start + old.length)
  }
  if (content.comment === '') return code
  return code + (comment === '' ? '  ' : gap) + content.comment
}

/** Merges a table cell by cell: what two sides changed in different cells, both changed. */

import { sameList } from '../base/same-list.ts'
import { setTable } from '../syntax/table-layout.ts'
import { adviceOn } from './disagreement.ts'
import type { Inside } from './inside.ts'
import { mergeLines } from './line-merge.ts'
import { mergeRows, mergeStretch } from './merge-row.ts'
import { mergedOrder } from './order.ts'
import type { TableItem } from './item.ts'
import { conflictPiece, linesPiece, type Piece } from './piece.ts'
import type { MergedRow, RowText, Stretch } from './row-text.ts'
import { rowText } from './row-text.ts'
import { FAR, plainCell, type RowOfTable } from './table-rows.ts'
import { each, type Side, sideToTake, type Three } from './three-way.ts'

export type Tables = Three<TableItem | undefined> & Readonly<Record<Side, TableItem>>

/** Undefined where it cannot be told what a cell of one version is in another. */
export function mergeTable(tables: Tables, here: Inside): readonly Piece[] | undefined {
  const columns = mergedColumns(tables)
  const header = columns && mergedHeader(tables, columns)
  const rows = each(tables, (table) => (table === undefined ? [] : table.rows))
  const { base, ours, theirs } = rows
  if (columns === undefined || header === undefined) return undefined
  if (base === undefined || ours === undefined || theirs === undefined) return undefined
  const shape = { columns, tables }
  const total = mergeStretch(totalStretch(tables), shape)
  const all = [...mergeRows({ base, ours, theirs }, shape), ...(total === undefined ? [] : [total])]
  const texts = all.map((row, at) => rowText(row, all[at + 1], shape))
  return laidOut(header, all, texts, { columns, tables, here })
}

function totalStretch(tables: Tables): Stretch {
  return { from: FAR, to: FAR, rows: each(tables, (table) => table?.total), isTotal: true }
}

/** Undefined where one side took a column away in which the other changed a cell. */
function mergedColumns(tables: Tables): readonly string[] | undefined {
  const names = each(tables, (table) => table?.columns ?? [])
  const inAll = mergedOrder(names)
  const kept = inAll.filter((name) => {
    const has = each(names, (list) => list.includes(name))
    return (has.ours && has.theirs) || !has.base
  })
  const lost = inAll.filter((name) => !kept.includes(name))
  const { base } = tables
  const touched = (side: Side): boolean =>
    lost.some(
      (name) =>
        tables[side].columns.includes(name) && cellsOf(tables[side], name) !== cellsOf(base, name),
    )
  const twice = Object.values(names).some((list) => new Set(list).size < list.length)
  return twice || touched('ours') || touched('theirs') || kept.length === 0 ? undefined : kept
}

/** What a column says, over all months. */
function cellsOf(table: TableItem | undefined, name: string): string {
  const at = table?.columns.indexOf(name) ?? -1
  const said = (row: RowOfTable): string =>
    `${row.from} ${row.to} ${plainCell(row.cells[at] ?? '')}`
  const total = table?.total === undefined ? [] : [table.total]
  return [...(table?.rows ?? []), ...total].map(said).join('\n')
}

interface Header {
  /** Undefined where no version has these columns: it is laid out anew. */
  readonly line: string | undefined
  readonly comment: string
}

/** Undefined where both sides changed its comment. */
function mergedHeader(tables: Tables, columns: readonly string[]): Header | undefined {
  const headers = each(tables, (table) => table?.header)
  const remark = sideToTake(each(headers, (header) => header?.comment))
  if (remark === undefined) return undefined
  const comment = headers[remark]?.comment ?? ''
  const fits = (side: Side): boolean =>
    tables[side].header.comment === comment && sameList(tables[side].columns, columns)
  const lines = each(headers, (header) => header?.lines[0])
  if (fits('ours') && fits('theirs')) {
    const side = sideToTake(lines)
    const [first, second] = [lines.ours ?? '', lines.theirs ?? '']
    return { line: side === undefined ? (first < second ? first : second) : lines[side], comment }
  }
  return { line: fits('ours') ? lines.ours : fits('theirs') ? lines.theirs : undefined, comment }
}

interface Laid {
  readonly columns: readonly string[]
  readonly tables: Tables
  readonly here: Inside
}

/** Rows that no version has as they are now stand below the header as in a laid out table. */
function laidOut(
  header: Header,
  rows: readonly MergedRow[],
  texts: readonly Readonly<Record<Side, RowText | undefined>>[],
  { columns, tables, here }: Laid,
): readonly Piece[] {
  const ours = tables.ours.header.lines[0] ?? ''
  const indent = /^\s*/.exec(ours)?.[0] ?? ''
  const cut = texts.flatMap((text) => [text.ours ?? [], text.theirs ?? []].flat())
  const set = setTable(columns, cut, indent)
  const placed = new Map(cut.map((row, at) => [row, set.rows[at] ?? '']))
  const lineOf = (text: RowText | undefined): readonly string[] => {
    if (text === undefined) return []
    return [text.line ?? withRemark(placed.get(text) ?? '', text.comment)]
  }
  const pieces = rows.flatMap((row, at): readonly Piece[] => {
    const text = texts[at]
    const above = mergeLines(row.above, { path: here.path, cells: [] })
    if (row.conflict === undefined) return [...above, linesPiece(lineOf(text?.ours))]
    const conflict = { path: here.path, cells: row.conflict }
    const advice = adviceOn(row.conflict, here.block, here.people, indent)
    return [...above, conflictPiece(lineOf(text?.ours), lineOf(text?.theirs), conflict, advice)]
  })
  return [linesPiece([header.line ?? withRemark(set.header, header.comment)]), ...pieces]
}

function withRemark(line: string, comment: string): string {
  return comment === '' ? line : `${line}  ${comment}`
}

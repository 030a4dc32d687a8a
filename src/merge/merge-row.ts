/** Months of a table, and what becomes of their cells. */

import type { CellConflict } from './piece.ts'
import { isSame, type MergedRow, type Shape, type Stretch } from './row-text.ts'
import { FAR, plainCell, type RowOfTable } from './table-rows.ts'
import { each, flag, type Side, sideToTake, type Three } from './three-way.ts'
import { summedTotal } from './total.ts'

const VERSIONS = { base: 'base', ours: 'ours', theirs: 'theirs' } as const

/** The rows of all months; those that one side alone took away are not among them. */
export function mergeRows(rows: Three<readonly RowOfTable[]>, shape: Shape): readonly MergedRow[] {
  const merged: MergedRow[] = []
  for (const stretch of stretchesOf(rows)) {
    const row = mergeStretch(stretch, shape)
    const last = merged.at(-1)
    if (row === undefined) continue
    if (last === undefined || isCut(last, row)) merged.push(row)
    else merged[merged.length - 1] = widened(last, row.stretch.to)
  }
  return merged
}

function widened(row: MergedRow, to: number): MergedRow {
  return { ...row, stretch: { ...row.stretch, to } }
}

/** Whether what one side made one row, or what neither side parts, has to stay two rows. */
function isCut(before: MergedRow, after: MergedRow): boolean {
  if (before.conflict !== undefined || after.conflict !== undefined) return true
  if (before.stretch.to + 1 !== after.stretch.from) return true
  const parted = each(VERSIONS, (version) => {
    return before.stretch.rows[version] !== after.stretch.rows[version]
  })
  if (flag(parted) || before.ours?.comment !== after.ours?.comment) return true
  return !isSame(before.ours?.cells ?? [], after.ours?.cells ?? [])
}

/** The months of all rows, cut wherever a row of any version begins or ends. */
function stretchesOf(rows: Three<readonly RowOfTable[]>): readonly Stretch[] {
  const starts = new Set<number>()
  for (const { from, to } of [...rows.base, ...rows.ours, ...rows.theirs]) {
    starts.add(from)
    starts.add(to + 1)
  }
  const sorted = [...starts].toSorted((a, b) => a - b)
  const next = { base: 0, ours: 0, theirs: 0 }
  return sorted.flatMap((from, at): readonly Stretch[] => {
    const to = (sorted[at + 1] ?? 0) - 1
    if (to < from) return []
    const found = each(VERSIONS, (version) => {
      const list = rows[version]
      while ((list[next[version]]?.to ?? FAR) < from) next[version] += 1
      const row = list[next[version]]
      return row !== undefined && row.from <= from ? row : undefined
    })
    return [{ from, to, rows: found, isTotal: false }]
  })
}

/** Undefined where neither side has the row, or one took away what the other left alone. */
export function mergeStretch(stretch: Stretch, shape: Shape): MergedRow | undefined {
  const { rows, from } = stretch
  const { base, ours, theirs } = rows
  const left = ours ?? theirs
  if (left === undefined) return undefined
  const { cells, conflicts } = mergedCells(stretch, shape)
  const remarks = each(rows, (row) => row?.comment ?? '')
  const remark = sideToTake(remarks)
  const content = (side: Side) => ({
    cells: cells[side],
    comment: remarks[remark ?? side],
  })
  const above = each(rows, (row) => (row?.from === from ? row.above : []))
  const gone = base !== undefined && (ours === undefined || theirs === undefined)
  if (!gone) {
    const conflict = conflicts.length > 0 || remark === undefined ? conflicts : undefined
    return { stretch, above, ours: content('ours'), theirs: content('theirs'), conflict }
  }
  const [side, other] =
    ours === undefined ? (['theirs', 'ours'] as const) : (['ours', 'theirs'] as const)
  const alone = { ...above, [other]: above.base }
  const untouched = left.comment === base.comment && isSameText(above.base, above[side])
  if (untouched && conflicts.length === 0) {
    // A value that the other side put where there was none stays, by itself.
    const merged = { cells: cells[side], comment: left.comment }
    if (merged.cells.every((cell) => cell === '-')) return undefined
    return { stretch, above: alone, ours: merged, theirs: merged, conflict: undefined }
  }
  // The whole row as that side has it: whoever keeps it keeps all of it.
  const { columns } = shape.tables[side]
  const whole = shape.columns.map((column) => left.cells[columns.indexOf(column)] ?? '-')
  const own = { cells: whole, comment: left.comment }
  return {
    stretch,
    above: alone,
    ours: undefined,
    theirs: undefined,
    [side]: own,
    conflict: conflicts,
  }
}

function mergedCells(
  { rows, from, to, isTotal }: Stretch,
  shape: Shape,
): {
  readonly cells: Readonly<Record<Side, string[]>>
  readonly conflicts: readonly CellConflict[]
} {
  const cells = { ours: [] as string[], theirs: [] as string[] }
  const conflicts: CellConflict[] = []
  for (const column of shape.columns) {
    const three = each(VERSIONS, (version) => {
      const at = shape.tables[version]?.columns.indexOf(column) ?? -1
      return at === -1 ? undefined : rows[version]?.cells[at]
    })
    const side = sideToTake(three, isSameCell)
    const total = side === undefined && isTotal ? summedTotal(shape, column) : undefined
    if (side === undefined && total === undefined) conflicts.push({ column, from, to, ...three })
    const taken = side === undefined ? total : writtenAnew(three, side)
    cells.ours.push(taken ?? three.ours ?? '-')
    cells.theirs.push(taken ?? three.theirs ?? '-')
  }
  return { cells, conflicts }
}

/** No row says what `-` says: that there is no value. */
function isSameCell(a: string | undefined, b: string | undefined): boolean {
  return plainCell(a ?? '-') === plainCell(b ?? '-')
}

/** Where both say the same, as the one wrote it that wrote it anew. */
function writtenAnew(cells: Three<string | undefined>, side: Side): string | undefined {
  if (!isSameCell(cells.ours, cells.theirs)) return cells[side] ?? '-'
  return cells.ours === undefined || cells.ours === cells.base ? cells.theirs : cells.ours
}

function isSameText(a: readonly string[], b: readonly string[]): boolean {
  const text = (lines: readonly string[]): string => lines.map((line) => line.trim()).join('\n')
  return text(a) === text(b)
}

/** The rows below a line: its marks, and their labels as far right and as high as they fit. */

import type { Piece, Style } from './document.ts'
import { widthOf } from './width.ts'

export interface PlacedMark {
  /** Columns from 0; `to` is the one behind the last. */
  readonly from: number
  readonly to: number
  readonly label: string
  readonly sign: string
  readonly style: Style
}

interface Placed {
  readonly column: number
  readonly text: string
  readonly style: Style
}

/** Between two labels on one row. */
const ROOM_BETWEEN = 2

export function markRows(
  marks: readonly PlacedMark[],
  width: number,
): readonly (readonly Piece[])[] {
  if (marks.length === 0) return []
  const sorted = marks.toSorted((a, b) => a.from - b.from || a.to - b.to)
  const beside = besideOf(sorted, width)
  const signs = underlines(sorted)
  if (beside !== undefined) {
    signs.push({ column: beside.to + 1, text: beside.label, style: beside.style })
  }
  const hanging = sorted.filter((mark) => mark !== beside && mark.label !== '')
  const rows = [assembled(signs)]
  if (hanging.length > 0) rows.push(assembled(hanging.map(connector)))
  return [...rows, ...labelRows(hanging)]
}

/** The mark whose label stands beside it: the one that ends last, if there is room. */
function besideOf(marks: readonly PlacedMark[], width: number): PlacedMark | undefined {
  const end = Math.max(...marks.map((mark) => mark.to))
  const last = marks.filter((mark) => mark.to === end && mark.label !== '')
  const chosen = last.find((mark) => mark.sign === '^') ?? last.at(-1)
  if (chosen === undefined) return undefined
  const fits = chosen.to + 1 + widthOf(chosen.label) <= width
  return fits || chosen.from > width / 2 ? chosen : undefined
}

/** The signs below the marked text; the primary's go over others'. */
function underlines(marks: readonly PlacedMark[]): Placed[] {
  const columns = new Map<number, PlacedMark>()
  for (const mark of marks.toSorted(
    (a, b) => (a.sign === '^' ? 1 : 0) - (b.sign === '^' ? 1 : 0),
  )) {
    for (let column = mark.from; column < mark.to; column += 1) columns.set(column, mark)
  }
  return [...columns]
    .toSorted(([a], [b]) => a - b)
    .map(([column, mark]) => ({ column, text: mark.sign, style: mark.style }))
}

function connector(mark: PlacedMark): Placed {
  return { column: mark.from, text: '|', style: mark.style }
}

/** From right to left: a label on each row as long as it meets nothing to its right. */
function labelRows(hanging: readonly PlacedMark[]): readonly (readonly Piece[])[] {
  const rows: (readonly Piece[])[] = []
  let pending = [...hanging]
  while (pending.length > 0) {
    const row: Placed[] = []
    const left: PlacedMark[] = []
    let limit = Number.POSITIVE_INFINITY
    for (const mark of pending.toReversed()) {
      if (mark.from + widthOf(mark.label) + ROOM_BETWEEN <= limit) {
        row.push({ column: mark.from, text: mark.label, style: mark.style })
      } else {
        left.push(mark)
        if (mark.from < limit) row.push(connector(mark))
      }
      limit = Math.min(limit, mark.from)
    }
    rows.push(assembled(row))
    pending = left.toReversed()
  }
  return rows
}

/** Parts at their columns as one row; neighbours of one style become one piece. */
function assembled(parts: readonly Placed[]): readonly Piece[] {
  const row: { text: string; style: Style }[] = []
  let column = 0
  for (const part of parts.toSorted((a, b) => a.column - b.column)) {
    const gap = ' '.repeat(Math.max(part.column - column, 0))
    const last = row.at(-1)
    if (gap === '' && last?.style === part.style) last.text += part.text
    else {
      if (gap !== '') row.push({ text: gap, style: 'plain' })
      row.push({ text: part.text, style: part.style })
    }
    column = Math.max(column, part.column) + widthOf(part.text)
  }
  return row
}

/** Every place in a tree, so that all of them can be moved when the text before them grows. */

import type { Source, Span } from '../base/source.ts'
import { RowTable } from '../../grammar/row-table.ts'
import type { Tree } from '../../grammar/tree.ts'
import type { TextEdit } from './text-edit.ts'

/** A span that moves. */
interface Place {
  readonly source: Source
  start: number
  end: number
}

export interface Places {
  /** Each once, by their ends: an edit changes no order. */
  readonly spans: readonly Place[]
  readonly tables: readonly RowTable[]
}

/** All spans of a tree, and its tables. */
export function placesOf(tree: Tree): Places {
  const spans = new Set<Place>()
  const tables: RowTable[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if (Array.isArray(node)) {
      for (const each of node) visit(each)
      return
    }
    if (node instanceof Map || ArrayBuffer.isView(node)) return
    if ('start' in node && 'source' in node) {
      spans.add(node as Place)
      // Some nodes are their own spans.
    }
    if (node instanceof RowTable) {
      tables.push(node)
      // Places that are found when somebody asks are found before anything moves.
      visit(node.columns)
      visit(node.rowStart)
    }
    for (const key in node) {
      if (key !== 'source') visit((node as Readonly<Record<string, unknown>>)[key])
    }
  }
  visit(tree.statements)
  return { spans: [...spans].toSorted((a, b) => a.end - b.end), tables }
}

/** Moves what stands behind the edit. */
export function movePlaces({ spans, tables }: Places, edit: TextEdit): void {
  if (edit.longer === 0) return
  for (let at = firstBehind(spans, edit.start); at < spans.length; at += 1) {
    const span = spans[at]
    if (span !== undefined) moveSpan(span, edit)
  }
  for (const table of tables) moveTable(table, edit)
}

/** Moves those of other spans that are of the source; each is there once. */
export function moveSpans(lists: Iterable<readonly Span[]>, source: Source, edit: TextEdit): void {
  if (edit.longer === 0) return
  for (const spans of lists) {
    for (const span of spans) if (span.source === source) moveSpan(span, edit)
  }
}

/** The first place that ends behind an offset. */
function firstBehind(spans: readonly Place[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function moveSpan(span: Place, { start, end, longer }: TextEdit): void {
  if (span.end <= start) return
  span.end += longer
  if (span.start >= end) span.start += longer
}

function moveTable(table: RowTable, { end, longer }: TextEdit): void {
  const { rowStart, total } = table
  if ((rowStart[0] ?? 0) >= end) {
    for (let row = 0; row < rowStart.length; row += 1) rowStart[row] = (rowStart[row] ?? 0) + longer
  }
  if (total !== undefined && total.rowStart >= end) {
    table.total = { ...total, rowStart: total.rowStart + longer }
  }
}

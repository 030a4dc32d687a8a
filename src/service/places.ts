/** Every place in a tree, so that all of them can be moved when the text before them grows. */

import type { Source, Span } from '../base/source.ts'
import type { Table, Tree } from '../../grammar/tree.ts'
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
  readonly tables: readonly Table[]
}

/** All spans of a tree, and its tables. */
export function placesOf(tree: Tree): Places {
  const spans = new Set<Place>()
  const tables: Table[] = []
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
    if ('sort' in node && node.sort === 'table') tables.push(node as Table)
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

type Moving<Node> = { -readonly [Key in keyof Node]: Node[Key] }

function moveSpan(span: Place, { start, end, longer }: TextEdit): void {
  if (span.end <= start) return
  span.end += longer
  if (span.start >= end) span.start += longer
}

function moveTable(table: Moving<Table>, { end, longer }: TextEdit): void {
  const { rowStart, total } = table
  if ((rowStart[0] ?? 0) >= end) {
    for (let row = 0; row < rowStart.length; row += 1) rowStart[row] = (rowStart[row] ?? 0) + longer
  }
  if (total !== undefined && total.rowStart >= end) {
    table.total = { ...total, rowStart: total.rowStart + longer }
  }
}

/**
 * Puts the rows of a table in the place of what it had: whoever knows the table sees them. Its spans
 * stay the ones that move with the tree.
 */
export function replaceRows(table: Table, now: Table): void {
  const { source, columns, span, total } = table
  const { start, end } = now.span
  Object.assign(span, { start, end })
  const rows = {
    from: keptMonths(table.from, now.from),
    to: keptMonths(table.to, now.to),
    rowStart: keptNumbers(table.rowStart, now.rowStart),
    cells: keptNumbers(table.cells, now.cells),
  }
  Object.assign(table, { ...now, ...rows, source, columns, span })
  if (total === undefined || now.total === undefined) return
  Object.assign(total.span, { start: now.total.span.start, end: now.total.span.end })
  Object.assign(table, { total: { ...now.total, span: total.span } })
}

/** Tables that have the same months may share them. */
function keptMonths(old: Int32Array, now: Int32Array): Int32Array {
  const same = old.length === now.length && old.every((month, at) => month === now[at])
  return same ? old : now.slice()
}

/** Where there are as many they take the place of the old ones: else each edit would take memory. */
function keptNumbers<Numbers extends Int32Array | Float64Array>(old: Numbers, now: Numbers) {
  if (old.length !== now.length) return now.slice()
  old.set(now)
  return old
}

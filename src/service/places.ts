/** Every place in a tree, so that all of them can be moved when the text before them grows. */

import type { Source, Span } from '../base/source.ts'
import type { Table, Tree } from '../../grammar/tree.ts'
import type { TextEdit } from './text-edit.ts'

/** A span that moves. */
interface Place {
  source: Source
  start: number
  end: number
}

export interface Places {
  /** Each once. */
  readonly spans: readonly Place[]
  readonly known: ReadonlySet<Span>
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
      return
    }
    if ('sort' in node && node.sort === 'table') tables.push(node as Table)
    for (const key in node) {
      if (key !== 'source') visit((node as Readonly<Record<string, unknown>>)[key])
    }
  }
  visit(tree.statements)
  return { spans: [...spans], known: spans, tables }
}

/** Moves what stands behind the edit, and lets all stand in the text as it is now. */
export function movePlaces({ spans, tables }: Places, source: Source, edit: TextEdit): void {
  for (const span of spans) moveSpan(span, source, edit)
  for (const table of tables) moveTable(table, source, edit)
}

/** Moves spans that are not in the tree, each once. */
export function moveOthers(
  others: Iterable<Span>,
  { known }: Places,
  source: Source,
  edit: TextEdit,
): void {
  const moved = new Set<Span>()
  for (const span of others) {
    if (span.source.path !== source.path || span.source.builtIn) continue
    if (known.has(span) || moved.has(span)) continue
    moved.add(span)
    moveSpan(span, source, edit)
  }
}

type Moving<Node> = { -readonly [Key in keyof Node]: Node[Key] }

function moveSpan(span: Place, source: Source, { start, end, longer }: TextEdit): void {
  span.source = source
  if (span.end <= start) return
  span.end += longer
  if (span.start >= end) span.start += longer
}

function moveTable(table: Moving<Table>, source: Source, { end, longer }: TextEdit): void {
  table.source = source
  if (longer === 0) return
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
  const { columns, span, total } = table
  Object.assign(span, now.span)
  if (total !== undefined) Object.assign(total.span, now.total?.span)
  Object.assign(table, { ...now, columns, span })
  if (total !== undefined) Object.assign(table, { total: { ...now.total, span: total.span } })
}

/** Finds the header of the table that a place lies in, to show which column a number stands in. */

import { positionOf, type Source, type Span } from '../base/source.ts'
import type { Entry, Table, Tree } from '../../grammar/tree.ts'

export interface HeaderLine {
  readonly source: Source
  readonly line: number
}

/** Undefined where the place lies in no table, or in the header itself. */
export function headerOf(trees: readonly Tree[], span: Span): HeaderLine | undefined {
  const tree = trees.find(({ source }) => source === span.source)
  const table = tree === undefined ? undefined : tableAt(tree.statements, span.start)
  const first = table?.columns[0]
  if (first === undefined) return undefined
  const { line } = positionOf(span.source, first.span.start)
  const own = positionOf(span.source, span.start).line
  return line < own ? { source: span.source, line } : undefined
}

function tableAt(entries: readonly Entry[], offset: number): Table | undefined {
  for (const entry of entries) {
    if (offset < entry.span.start || offset >= entry.span.end) continue
    if (entry.sort === 'table') return entry
    if (entry.sort === 'statement') return tableAt(entry.entries, offset)
  }
  return undefined
}

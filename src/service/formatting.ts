/** Layout as edits: of a file, of a part of it, and of the line that was just finished. */

import type { Edit } from '../base/source.ts'
import { positionOf } from '../base/source.ts'
import { formatEdits } from '../syntax/format.ts'
import { placeAt } from './place.ts'
import type { Snapshot } from './snapshot.ts'

/** The same as `concord fmt`. Built-in files are not edited. */
export function formatFile(snapshot: Snapshot, path: string): readonly Edit[] {
  const tree = snapshot.tree(path)
  return tree === undefined || tree.source.builtIn ? [] : formatEdits(tree.source, tree)
}

/** What formatting the file would change on the lines from one offset to another. */
export function formatRange(
  snapshot: Snapshot,
  path: string,
  start: number,
  end: number,
): readonly Edit[] {
  const source = snapshot.source(path)
  if (source === undefined) return []
  const first = positionOf(source, start).line
  const last = positionOf(source, end).line
  return formatFile(snapshot, path).filter(({ span }) => {
    const from = positionOf(source, span.start).line
    // A line's edit takes in its line end.
    const to = positionOf(source, Math.max(span.start, span.end - 1)).line
    return from >= first && to <= last
  })
}

/** After a line end or a closing brace: lays out the statement at the offset, but not its own line. */
export function formatOnType(snapshot: Snapshot, path: string, offset: number): readonly Edit[] {
  const place = placeAt(snapshot, path, offset)
  if (place === undefined) return []
  const outer = place.parts.find((part) => part.is === 'statement')
  const start = outer === undefined ? offset : Math.min(outer.span.start, offset)
  const { source } = place.innermost.span
  const line = positionOf(source, offset).line
  return formatRange(snapshot, path, start, offset).filter(
    ({ span }) => positionOf(source, span.start).line < line || source.text[offset - 1] === '}',
  )
}

/** What can be folded: blocks, tables within them, runs of comments, and lines that go on. */

import { positionOf, type Source } from '../base/source.ts'
import { lastOf, LineSort, scanLines } from '../../grammar/lines.ts'
import type { Entry, Statement } from '../../grammar/tree.ts'
import type { Snapshot } from './snapshot.ts'

export interface Fold {
  /** One-based lines: the first stays in sight. */
  readonly from: number
  readonly to: number
  readonly comment: boolean
}

export function folds(snapshot: Snapshot, path: string): readonly Fold[] {
  const tree = snapshot.tree(path)
  if (tree === undefined) return []
  const found = [
    ...tree.statements.flatMap((each) => statementFolds(each)),
    ...lineFolds(tree.source),
  ]
  return found
    .filter(({ from, to }) => to > from)
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
}

/** The closing brace stays in sight. */
function statementFolds(statement: Statement): readonly Fold[] {
  if (!statement.hasBlock) return []
  const { source, start, end } = statement.span
  const last = positionOf(source, end).line
  const closed = source.text.charAt(end - 1) === '}'
  const block = {
    from: positionOf(source, start).line,
    to: closed ? last - 1 : last,
    comment: false,
  }
  return [block, ...statement.entries.flatMap(entryFolds)]
}

function entryFolds(entry: Entry): readonly Fold[] {
  return entry.sort === 'statement' ? statementFolds(entry) : []
}

function lineFolds(source: Source): readonly Fold[] {
  const lines = scanLines(source)
  const found: Fold[] = []
  for (let line = 0; line < lines.count; line += 1) {
    const first = line
    const comment = lines.sort[line] === LineSort.comment
    if (comment) while (lines.sort[line + 1] === LineSort.comment) line += 1
    else line = lastOf(lines, line)
    if (line > first) found.push({ from: first + 1, to: line + 1, comment })
  }
  return found
}

/** Finds the most usual edit: of the numbers or the spaces in one table, and of nothing else. */

import type { Source, Span } from '../base/source.ts'
import type { Statement, Tree } from '../../grammar/tree.ts'
import { pairTables, soleStatement, type TablePair } from '../syntax/other-rows.ts'
import { type TextEdit, editBetween } from './text-edit.ts'

/** A table whose rows say something else now, or the same in other places. */
export interface TableEdit extends TablePair {
  readonly text: TextEdit
}

/** Undefined where the edit may mean more than other numbers. */
export function tableEdit(tree: Tree, next: Source): TableEdit | undefined {
  if (tree.problems.length > 0) return undefined
  const before = tree.source.text
  const text = editBetween(before, next.text)
  const around = text && statementAround(tree.statements, text)
  if (text === undefined || around === undefined) return undefined
  const from = before.lastIndexOf('\n', around.span.start) + 1
  const newline = before.indexOf('\n', around.span.end)
  const to = (newline === -1 ? before.length : newline + 1) + text.longer
  const now = soleStatement(next, from, to)
  const pairs = now && pairTables(around, now)
  const edited = pairs?.filter(({ same, table }) => !same || holds(table.span, text))
  const [only, another] = edited ?? []
  return only === undefined || another !== undefined ? undefined : { ...only, text }
}

/** The statement at the top of the file whose head and end are left alone. */
function statementAround(
  statements: readonly Statement[],
  { start, end }: TextEdit,
): Statement | undefined {
  let low = 0
  let high = statements.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((statements[middle]?.span.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  const found = statements[low - 1]
  if (found?.hasBlock !== true || end >= found.span.end) return undefined
  return start > found.line.span.end ? found : undefined
}

function holds(span: Span, { start, end }: TextEdit): boolean {
  return start >= span.start && end <= span.end
}

/** Finds the most usual edit: of the numbers or the spaces in one table, and of nothing else. */

import type { Source, Span } from '../base/source.ts'
import { parsePart } from '../../grammar/parse.ts'
import type { Statement, Table, Tree } from '../../grammar/tree.ts'
import { saysSame } from '../syntax/tree-difference.ts'
import { type TextEdit, editBetween } from './text-edit.ts'

/** A table whose rows say something else now, or the same in other places. */
export interface TableEdit {
  /** The statement in whose block the table stands. */
  readonly owner: Statement
  readonly table: Table
  /** The table as it is now. */
  readonly now: Table
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
  const { statements, problems } = parsePart(next, from, to)
  const [now, more] = statements
  if (now === undefined || more !== undefined || problems.length > 0) return undefined
  const found: Omit<TableEdit, 'text'>[] = []
  const [only, another] = differing(around, now, text, found) ? found : []
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

/** Notes the tables that are edited; false where something else says something else, too. */
function differing(
  old: Statement,
  now: Statement,
  text: TextEdit,
  found: Omit<TableEdit, 'text'>[],
): boolean {
  if (!saysSame(old.line, now.line) || old.hasBlock !== now.hasBlock) return false
  if (old.define !== undefined || old.entries.length !== now.entries.length) return false
  return old.entries.every((entry, at) => {
    const other = now.entries[at]
    if (entry.sort === 'statement' && other?.sort === 'statement') {
      return differing(entry, other, text, found)
    }
    if (entry.sort !== 'table' || other?.sort !== 'table') {
      return other !== undefined && saysSame(entry, other)
    }
    const same = saysSame(entry, other)
    if (!same || holds(entry.span, text)) found.push({ owner: old, table: entry, now: other })
    return same || (isSound(other) && sameHead(entry, other))
  })
}

function holds(span: Span, { start, end }: TextEdit): boolean {
  return start >= span.start && end <= span.end
}

/** Whether nothing can be wrong with a table but its numbers. */
function isSound({ damaged, misfit, others }: Table): boolean {
  if (damaged || misfit) return false
  return [...others.values()].every(({ sort, ...cell }) => {
    return sort === 'blank' || (sort === 'number' && 'percent' in cell && !cell.percent)
  })
}

function sameHead(a: Table, b: Table): boolean {
  if (a.columns.length !== b.columns.length) return false
  if ((a.total === undefined) !== (b.total === undefined)) return false
  return a.columns.every(({ text }, at) => text === b.columns[at]?.text)
}

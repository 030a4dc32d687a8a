/**
 * The tree of a text that differs from a known one in the rows of some tables, and in no length: only
 * statements with such tables are parsed. All else keeps its nodes, whose places hold in both texts.
 */

import { lengthOf, lineEndAt, lineStartAt, saySame, type Source } from '../base/source.ts'
import type { Statement, Table, Tree } from '../../grammar/tree.ts'
import { pairTables, soleStatement, type TablePair } from './other-rows.ts'

export interface TreeBeside {
  readonly tree: Tree
  /** What stands in the place of statements at the top of the file. */
  readonly changed: ReadonlyMap<Statement, Changed>
}

export interface Changed {
  readonly now: Statement
  readonly tables: readonly TablePair[]
}

/** Undefined where the texts differ in anything else. */
export function treeBeside(tree: Tree, next: Source): TreeBeside | undefined {
  const { source } = tree
  if (tree.problems.length > 0 || source.path !== next.path) return undefined
  const length = lengthOf(source)
  if (length !== lengthOf(next)) return undefined
  const same = (from: number, to: number): boolean => saySame(source, next, from, to)
  const changed = new Map<Statement, Changed>()
  let at = 0
  for (const statement of tree.statements) {
    const { start, end } = statement.span
    if (!same(at, end)) {
      const now = same(at, start) ? changedIn(statement, next, same) : undefined
      if (now === undefined) return undefined
      changed.set(statement, now)
    }
    at = end
  }
  if (!same(at, length)) return undefined
  const statements = tree.statements.map((each) => changed.get(each)?.now ?? each)
  return { tree: { source: next, statements, problems: [] }, changed }
}

function changedIn(
  statement: Statement,
  next: Source,
  same: (from: number, to: number) => boolean,
): Changed | undefined {
  const { start, end } = statement.span
  const to = Math.min(lineEndAt(next, end) + 1, lengthOf(next))
  const now = soleStatement(next, lineStartAt(next, start), to)
  const tables = now && pairTables(statement, now)
  if (now === undefined || tables === undefined || now.span.end !== end) return undefined
  let at = start
  for (const { table, now: other } of tables) {
    const from = firstRow(table)
    if (from !== firstRow(other) || table.span.start !== other.span.start) return undefined
    if (table.span.end !== other.span.end || !same(at, from)) return undefined
    at = table.span.end
  }
  return same(at, end) ? { now, tables } : undefined
}

/** Where the rows of a table begin: before it are the names of its columns. */
function firstRow({ rowStart, total, span }: Table): number {
  return Math.min(rowStart[0] ?? span.end, total?.rowStart ?? span.end)
}

/** Finds out whether one statement differs from another in the rows of its tables alone. */

import { sameList } from '../base/same-list.ts'
import { partOf, type Source } from '../base/source.ts'
import { parsePart } from '../../grammar/parse.ts'
import type { Statement, Table } from '../../grammar/tree.ts'
import { saysSame } from './tree-difference.ts'

/** A table, and what stands in its place. */
export interface TablePair {
  /** The statement in whose block the table stands. */
  readonly owner: Statement
  readonly table: Table
  readonly now: Table
  /** Both say the same, perhaps in other places. */
  readonly same: boolean
}

/** Signs that make a whole file unreadable, wherever they stand: NUL, and what was not UTF-8. */
const UNREADABLE = /[\0\uFFFD]/

/** The one statement of some lines; undefined where there is another or anything is wrong. */
export function soleStatement(source: Source, from: number, to: number): Statement | undefined {
  if (UNREADABLE.test(partOf(source, from, to))) return undefined
  const { statements, problems } = parsePart(source, from, to)
  return problems.length > 0 || statements.length > 1 ? undefined : statements[0]
}

/** The tables of both, in order; undefined where anything but plain numbers in them is another. */
export function pairTables(old: Statement, now: Statement): readonly TablePair[] | undefined {
  const pairs: TablePair[] = []
  return addPairs(old, now, pairs) ? pairs : undefined
}

function addPairs(old: Statement, now: Statement, pairs: TablePair[]): boolean {
  if (!saysSame(old.line, now.line) || old.hasBlock !== now.hasBlock) return false
  if (old.define !== undefined || old.entries.length !== now.entries.length) return false
  return old.entries.every((entry, at) => {
    const other = now.entries[at]
    if (entry.sort === 'statement' && other?.sort === 'statement') {
      return addPairs(entry, other, pairs)
    }
    if (entry.sort !== 'table' || other?.sort !== 'table') {
      return other !== undefined && saysSame(entry, other)
    }
    const same = saysSame(entry, other)
    pairs.push({ owner: old, table: entry, now: other, same })
    return same || (isSound(other) && sameHead(entry, other))
  })
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

/** Whether the rows of two tables state the same months. */
export function sameRowMonths(a: Table, b: Table): boolean {
  return sameList(a.from, b.from) && sameList(a.to, b.to)
}

/** A total that both sides changed, each by what its own months changed. */

import type { Exact } from '../base/exact.ts'
import { add, equal, negate, plainDecimal, readExact, subtract } from '../base/exact.ts'
import { plus, times } from '../base/maybe-exact.ts'
import type { TableItem } from './item.ts'
import type { Shape } from './row-text.ts'
import { FAR, type RowOfTable } from './table-rows.ts'

/** Undefined where a total does not follow its column: then which one holds is for people to say. */
export function summedTotal({ tables, columns }: Shape, column: string): string | undefined {
  if (!columns.includes(column)) return undefined
  const base = tables.base && totalOf(tables.base, column)
  const ours = changeOf(tables.ours, tables.base, column)
  const theirs = changeOf(tables.theirs, tables.base, column)
  if (base === undefined || ours === undefined || theirs === undefined) return undefined
  const both = add(ours, theirs)
  const total = both && add(base, both)
  return total === undefined ? undefined : plainDecimal(total)
}

/** By how much a side's total differs; undefined where its column differs by something else. */
function changeOf(side: TableItem, base: TableItem | undefined, column: string): Exact | undefined {
  const [total, before] = [totalOf(side, column), base && totalOf(base, column)]
  const [sum, sumBefore] = [sumOf(side, column), base && sumOf(base, column)]
  if (total === undefined || before === undefined) return undefined
  if (sum === undefined || sumBefore === undefined) return undefined
  const [change, follows] = [subtract(total, before), subtract(sum, sumBefore)]
  if (change === undefined || follows === undefined) return undefined
  return equal(change, follows) ? change : undefined
}

function totalOf({ total, columns }: TableItem, column: string): Exact | undefined {
  return total && cellValue(total, columns.indexOf(column))
}

function sumOf({ rows, columns }: TableItem, column: string): Exact | undefined {
  const at = columns.indexOf(column)
  return rows?.reduce<Exact | undefined>((sum, row) => {
    const value = row.to >= FAR ? undefined : cellValue(row, at)
    return plus(sum, times(value, row.to - row.from + 1))
  }, 0)
}

/** No value adds nothing; shares and the rest have no sum. */
function cellValue({ cells }: RowOfTable, at: number): Exact | undefined {
  const cell = cells[at]
  if (cell === '-') return 0
  const negative = cell?.startsWith('-') === true
  const value = cell === undefined ? undefined : readExact(cell.replace(/^[+-]/, ''))
  return value === undefined || !negative ? value : negate(value)
}

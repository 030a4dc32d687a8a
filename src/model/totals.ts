/** Total rows: what each cell says, and what its column adds up to, in the unit written. */

import { add, multiply } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import type { Facts, BoundTable, Fact } from '../facts/fact.ts'
import { factIn, wordIn } from '../facts/fact.ts'
import type { Cell } from '../../grammar/tree.ts'
import { seriesSpec } from '../vocabulary/series.ts'
import type { SeriesSpec } from '../vocabulary/series.ts'
import type { Ground } from './ground.ts'
import type { Total } from './model.ts'
import { totalSpan } from '../../grammar/places.ts'
import { cellAt, rowsOf } from './rows.ts'
import type { Rows } from './rows.ts'

export function readTotals(ground: Ground): readonly Total[] {
  const { facts, kept } = ground
  const find = () => tablesWithTotals(facts)
  const tables = kept === undefined ? find() : kept.lasting('tables with totals', find)
  return tables.flatMap(({ statement, bound }) => totalsOf(ground, statement, bound))
}

function tablesWithTotals(facts: Facts) {
  const found: { readonly statement: Fact; readonly bound: BoundTable }[] = []
  for (const kind of facts.kinds) {
    const all = facts.of(kind)
    if (all[0]?.spec.table?.total !== true) continue
    all.forEach((statement) => {
      const { tables } = statement
      for (let at = 0; at < tables.length; at += 1) {
        const bound = tables[at]
        if (bound?.table.total !== undefined) found.push({ statement, bound })
      }
    })
  }
  return found
}

function totalsOf(ground: Ground, statement: Fact, bound: BoundTable): readonly Total[] {
  const { table } = bound
  const { total } = table
  if (total === undefined) return []
  const cycle = factIn(statement, 'cycle')
  const horizon = cycle === undefined ? ground.cycles.horizon : ground.cycles.horizonOf(cycle)
  const rows = rowsOf(table, horizon?.to, ground.reach)
  if (rows.last < rows.first) return []
  const months = { from: rows.first as Month, to: rows.last as Month }
  return total.cells.flatMap((cell, at) => {
    const column = bound.columns[at]
    // The items of a mix are all of the one series that it splits.
    const series = column?.fact === undefined ? column?.name : wordIn(statement, 'series')
    const spec = series === undefined ? undefined : seriesSpec(series)
    if (cell?.sort !== 'number' || spec === undefined) return []
    return [
      {
        statement,
        series: spec.series,
        money: spec.dimension === 'money',
        family: factIn(statement, 'family'),
        months,
        value: cell.value,
        sum: sumUnder(bound, rows, at, spec.nature),
        span: totalSpan(table, at),
      },
    ]
  })
}

/** What a column adds up to, or ends with; unknown where rows could not be read. */
function sumUnder(
  bound: BoundTable,
  rows: Rows,
  at: number,
  nature: SeriesSpec['nature'],
): Exact | undefined {
  if (bound.table.damaged) return undefined
  return nature === 'stock' ? lastOf(bound, rows, at) : sumOf(bound, rows, at)
}

/** Blanks add nothing; a cell that could not be read, or a share, makes the sum unknown. */
function sumOf(bound: BoundTable, rows: Rows, at: number): Exact | undefined {
  let total: Exact | undefined = 0
  for (let row = 0; row < bound.table.rowCount; row += 1) {
    const cell = cellAt(bound, row, at)
    if (cell?.sort === 'blank') continue
    if (cell?.sort !== 'number') return undefined
    const months = (rows.to[row] ?? 0) - (rows.from[row] ?? 0) + 1
    const all = multiply(cell.value, months)
    total = all === undefined || total === undefined ? undefined : add(total, all)
  }
  return total
}

function lastOf(bound: BoundTable, rows: Rows, at: number): Exact | undefined {
  let last: Cell | undefined
  let latest = Number.NEGATIVE_INFINITY
  for (let row = 0; row < bound.table.rowCount; row += 1) {
    const cell = cellAt(bound, row, at)
    const to = rows.to[row] ?? 0
    if (to < latest || cell?.sort === 'blank') continue
    latest = to
    last = cell
  }
  return last?.sort === 'number' ? last.value : undefined
}

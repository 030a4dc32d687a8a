/** The cells that the plan of the checked cycle states, each of which can be changed and put back. */

import { abs, add, divide, max } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import type { BoundTable, Fact } from '../facts/fact.ts'
import { factIn } from '../facts/fact.ts'
import type { Cell, Table } from '../../grammar/tree.ts'
import type { Model } from '../model/model.ts'
import { rowsOf } from '../model/rows.ts'
import { seriesSpec } from '../vocabulary/series.ts'

export interface PlannedCell {
  readonly family: Fact
  readonly series: string
  readonly month: Month
  /** Runs something while the cell holds a changed number, and puts the old one back. */
  readonly whileChanged: <Result>(run: () => Result) => Result
}

/**
 * Lays out the tables of the plan a row a month, in the facts themselves: a row that states many
 * months can then be changed in one of them. The facts must be the caller's own.
 */
export function layOutCells(model: Model): readonly PlannedCell[] {
  const { cycle, horizon, facts } = model
  if (cycle === undefined || horizon === undefined) return []
  return facts.whose('plan', 'cycle', cycle).flatMap((plan) => {
    const family = factIn(plan, 'family')
    if (family === undefined) return []
    const tables = plan.tables.map((bound) => byMonth(bound, horizon.to, horizon))
    ;(plan as { tables: readonly BoundTable[] }).tables = tables
    return tables.flatMap((bound) => cellsOf(bound, family))
  })
}

function byMonth(bound: BoundTable, end: Month, reach: { from: Month; to: Month }): BoundTable {
  const { table } = bound
  const rows = rowsOf(table, end, reach)
  const width = table.columns.length
  const months: number[] = []
  const starts: number[] = []
  const cells: number[] = []
  const others = new Map<number, Cell>()
  for (let row = 0; row < table.rowCount; row += 1) {
    for (let month = rows.from[row] ?? 0; month <= (rows.to[row] ?? -1); month += 1) {
      for (let at = 0; at < width; at += 1) {
        const other = table.others.get(row * width + at)
        if (other !== undefined) others.set(cells.length, other)
        cells.push(table.cells[row * width + at] ?? Number.NaN)
      }
      months.push(month)
      starts.push(table.rowStart[row] ?? 0)
    }
  }
  const laidOut: Table = {
    sort: table.sort,
    source: table.source,
    columns: table.columns,
    total: table.total,
    damaged: table.damaged,
    misfit: table.misfit,
    span: table.span,
    rowCount: months.length,
    from: Int32Array.from(months),
    to: Int32Array.from(months),
    rowStart: Int32Array.from(starts),
    cells: Float64Array.from(cells),
    others,
  }
  return { ...bound, table: laidOut }
}

function cellsOf({ table, columns }: BoundTable, family: Fact): readonly PlannedCell[] {
  const cells: PlannedCell[] = []
  for (let row = 0; row < table.rowCount; row += 1) {
    columns.forEach((column, at) => {
      const key = row * columns.length + at
      const value = numberAt(table, key)
      if (column === undefined || value === undefined || seriesSpec(column.name) === undefined) {
        return
      }
      const month = table.from[row] as Month
      const whileChanged: PlannedCell['whileChanged'] = (run) => changed(table, key, value, run)
      cells.push({ family, series: column.name, month, whileChanged })
    })
  }
  return cells
}

function numberAt(table: Table, key: number): Exact | undefined {
  const plain = table.cells[key] ?? Number.NaN
  if (!Number.isNaN(plain)) return plain
  const other = table.others.get(key)
  return other?.sort === 'number' && !other.percent ? other.value : undefined
}

function changed<Result>(table: Table, key: number, value: Exact, run: () => Result): Result {
  const others = table.others as Map<number, Cell>
  const plain = table.cells[key] ?? Number.NaN
  const other = others.get(key)
  const now = increased(value)
  table.cells[key] = typeof now === 'number' ? now : Number.NaN
  if (typeof now !== 'number') others.set(key, { sort: 'number', value: now, percent: false })
  try {
    return run()
  } finally {
    table.cells[key] = plain
    if (other === undefined) others.delete(key)
    else others.set(key, other)
  }
}

/** A tenth more, and at least one. */
function increased(value: Exact): Exact {
  return add(value, max(divide(abs(value), 10) ?? 1, 1)) ?? value
}

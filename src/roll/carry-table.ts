/** A table of a cycle's plan for the next cycle: flows a month on, stocks blank. */

import { add, multiply, plainDecimal, readExact } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import { minus, plus, sumOver } from '../base/maybe-exact.ts'
import type { Month, MonthRange } from '../base/month.ts'
import { monthsIn, rangeLength } from '../base/month-set.ts'
import type { Edit } from '../base/source.ts'
import type { BoundTable, Fact } from '../facts/fact.ts'
import type { Cell } from '../../grammar/tree.ts'
import { OPEN } from '../../grammar/tree.ts'
import { totalSpan } from '../../grammar/places.ts'
import { cellAt } from '../model/rows.ts'
import { seriesSpec } from '../vocabulary/series.ts'
import type { RevisedPlan } from './revised.ts'
import type { Stretch } from './rows.ts'
import { isOpen, monthsCarried, monthsOfRows, rowLines } from './rows.ts'

export interface Horizons {
  readonly closing: MonthRange
  readonly next: MonthRange
}

export interface CarriedTable {
  /** Whether any month is left. */
  readonly some: boolean
  readonly edits: readonly Edit[]
}

const BLANK = '-'

export function carryTable(
  statement: Fact,
  bound: BoundTable,
  horizons: Horizons,
  revised: RevisedPlan,
): CarriedTable {
  const { table } = bound
  const edits: Edit[] = []
  const change = bound.columns.map((): Exact | undefined => 0)
  const last = horizons.closing.to
  let some = false
  for (const [row, said] of monthsOfRows(table, horizons.closing.to).entries()) {
    const months = monthsCarried(said, horizons.closing, horizons.next)
    const stretches =
      months === undefined
        ? []
        : stretchesOf(bound, row, months, (series, month) =>
            // What is planned for the month that is new is what was for the last.
            revised.take(statement, series, month > last ? last : month),
          )
    if (stretches.length > 0) some = true
    edits.push(rowLines(table, row, stretches))
    bound.columns.forEach((_, at) => {
      const cell = cellAt(bound, row, at)
      const before = times(cell, rangeLength(said))
      const after = sumOver(stretches, (each) => amountOf(each, at, cell, months))
      change[at] = plus(minus(change[at], before), after)
    })
  }
  return { some, edits: [...edits, ...totalEdits(bound, change)] }
}

/** Neighbouring months with the same numbers are one row; an open row ends as one. */
function stretchesOf(
  bound: BoundTable,
  row: number,
  months: MonthRange,
  revised: (series: string, month: Month) => string | undefined,
): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const month of monthsIn(months)) {
    const cells = new Map<number, string>()
    bound.columns.forEach((column, at) => {
      if (column === undefined) return
      const text = isStock(column.name, column.fact) ? BLANK : revised(column.name, month)
      if (text !== undefined) cells.set(at, text)
    })
    const last = stretches.at(-1)
    if (last !== undefined && sameCells(last.cells, cells)) {
      stretches[stretches.length - 1] = { ...last, to: month }
    } else stretches.push({ from: month, to: month, cells })
  }
  const end = stretches.at(-1)
  if (end !== undefined && isOpen(bound.table, row)) {
    stretches[stretches.length - 1] = { ...end, to: OPEN }
  }
  return stretches
}

function isStock(name: string, item: Fact | undefined): boolean {
  return item === undefined && seriesSpec(name)?.nature === 'stock'
}

function sameCells(a: ReadonlyMap<number, string>, b: ReadonlyMap<number, string>): boolean {
  return a.size === b.size && [...a].every(([at, text]) => b.get(at) === text)
}

/** What a cell comes to over so many months; undefined where it is no number. */
function times(cell: Cell | undefined, count: number): Exact | undefined {
  if (cell?.sort === 'blank') return 0
  if (cell?.sort !== 'number' || cell.percent) return undefined
  return multiply(cell.value, count)
}

function amountOf(
  { from, to, cells }: Stretch,
  at: number,
  cell: Cell | undefined,
  months: MonthRange | undefined,
): Exact | undefined {
  const end = to === OPEN ? (months?.to ?? from) : (to as Month)
  const count = rangeLength({ from, to: end })
  const text = cells.get(at)
  if (text === undefined) return times(cell, count)
  const negative = text.startsWith('-')
  const value = text === BLANK ? 0 : readExact(negative ? text.slice(1) : text)
  return value === undefined ? undefined : multiply(value, negative ? -count : count)
}

/** A total stays an assertion: it moves by what the table has lost and gained. */
function totalEdits(bound: BoundTable, change: readonly (Exact | undefined)[]): readonly Edit[] {
  const { table } = bound
  const { total } = table
  if (total === undefined) return []
  return bound.columns.flatMap((column, at) => {
    const cell = total.cells[at]
    const by = change[at]
    if (column === undefined || cell === undefined || cell.sort === 'blank') return []
    const span = totalSpan(table, at)
    const known =
      cell.sort === 'number' && !cell.percent && by !== undefined ? add(cell.value, by) : undefined
    const moved = isStock(column.name, column.fact) || known === undefined
    const text = moved ? BLANK : (plainDecimal(known) ?? BLANK)
    return [{ span, text: text.padStart(span.end - span.start) }]
  })
}

/** The cells of a plan as they are written, before its revisions: what a role commits to. */

import type { Exact } from '../base/exact.ts'
import { inRange, monthsIn } from '../base/month-set.ts'
import type { Month, MonthRange } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn, nameOf } from '../facts/fact.ts'
import { checkIn } from '../units/in-columns.ts'
import { unitName, unitOf } from '../units/owner.ts'
import { SERIES, seriesIndex } from '../vocabulary/series.ts'
import { bookValue } from './book.ts'
import type { AllBooks } from './books.ts'
import type { Ground } from './ground.ts'
import type { WrittenCell } from './model.ts'
import type { Stack } from './stack.ts'
import type { Piece, StatedColumn } from './stated.ts'
import { NO_SET } from './statements.ts'
import type { StatedSet } from './statements.ts'

/**
 * The cells of one series of a family in a cycle's plan, by month, within its horizon. A series
 * that plans leave to be worked out, such as revenue, has what follows where nothing is written.
 * Undefined where some of it could not be read.
 */
export function writtenCells(
  books: AllBooks,
  cycle: Fact,
  series: string,
  family: Fact,
): readonly WrittenCell[] | undefined {
  const { ground } = books
  const horizon = ground.cycles.horizonOf(cycle)
  const index = seriesIndex(series)
  const spec = SERIES[index]
  const kept = spec?.dimension === 'money' ? ground.units.reporting : unitOf(family)
  if (horizon === undefined || spec === undefined || kept === undefined) return undefined
  const plan = books.plans(cycle).of.get(family) ?? NO_SET
  if (someUnread(books, cycle) || isUnread(ground, plan)) return undefined
  if (spec.computed !== undefined && ratesUnread(ground, family)) return undefined
  // A statement whose first word is none may be its plan.
  if (ground.facts.mayDeclare(nameOf(family))) return undefined
  const column = plan.columns[index]
  const cells = column === undefined ? [] : statedCells(column, horizon, kept)
  if (spec.computed !== undefined) {
    const book = bottom(books.stacks.ofCycle(cycle)).book(family)
    for (const month of monthsIn(horizon)) {
      const at = month - horizon.from
      if (cells[at] !== undefined) continue
      const value = bookValue(book, index, month)
      if (value !== undefined) cells[at] = { month, value, unit: kept }
      else if (mayFollow(books, spec.computed.factor, family, month)) return undefined
    }
  }
  return cells.filter((cell) => cell !== undefined)
}

/** Whether a number that nobody knows may follow from what could not be read. */
function mayFollow(books: AllBooks, factor: 'price', family: Fact, month: Month): boolean {
  const { facts } = books.ground
  return !facts.complete || books.rates(factor, family, month)?.unread === true
}

/** Whether a line that could not be read may be a price, and end the one before it. */
function ratesUnread({ facts }: Ground, family: Fact): boolean {
  return facts.whose('conversion', 'family', family).some(({ damaged }) => damaged)
}

const unread = new WeakMap<AllBooks, ReadonlySet<Fact | undefined>>()

/** A plan whose family or cycle cannot be read may hold cells of any family, or of any cycle. */
function someUnread(books: AllBooks, cycle: Fact): boolean {
  let cycles = unread.get(books)
  if (cycles === undefined) {
    const lost = books.ground.facts
      .of('plan')
      .filter((plan) => plan.damaged && !(plan.fields.has('cycle') && plan.fields.has('family')))
    cycles = new Set(lost.map((plan) => factIn(plan, 'cycle')))
    unread.set(books, cycles)
  }
  return cycles.has(cycle) || cycles.has(undefined)
}

/** Whether some of what a family's plan states could not be read, or is in a unit of nothing. */
function isUnread({ units }: Ground, { statements, columns }: StatedSet): boolean {
  const lost = statements.some((plan) => {
    const unit = unitName(plan.fields.get('in'))
    return (
      plan.damaged ||
      plan.tables.some(({ table }) => table.damaged) ||
      (unit !== undefined && (!units.has(unit) || checkIn(plan, units).length > 0))
    )
  })
  return lost || columns.some((column) => column !== undefined && column.damaged.size > 0)
}

/** By months from the horizon's first. The first row to state a month holds, as everywhere. */
function statedCells(
  column: StatedColumn,
  horizon: MonthRange,
  kept: string,
): (WrittenCell | undefined)[] {
  const cells: (WrittenCell | undefined)[] = []
  for (const piece of column.pieces) {
    for (let row = 0; row < piece.bound.table.rowCount; row += 1) {
      const value = numberIn(piece, row)
      if (value === undefined) continue
      const to = piece.rows.to[row] ?? 0
      for (let month = piece.rows.from[row] ?? 0; month <= to; month += 1) {
        const at = month - horizon.from
        if (!inRange(horizon, month as Month) || cells[at] !== undefined) continue
        cells[at] = { month: month as Month, value, unit: piece.unit ?? kept }
      }
    }
  }
  return cells
}

/** Undefined where the cell is left blank. */
function numberIn({ bound: { table, columns }, at }: Piece, row: number): Exact | undefined {
  const key = row * columns.length + at
  const plain = table.cells[key] ?? Number.NaN
  if (!Number.isNaN(plain)) return plain
  const cell = table.others.get(key)
  return cell?.sort === 'number' ? cell.value : undefined
}

/** The plan as stated, below all revisions. */
function bottom(stack: Stack): Stack {
  let at = stack
  while (at.below !== undefined) at = at.below
  return at
}

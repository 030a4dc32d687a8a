/** How each sort of expression is evaluated for rows of months: see `lane.ts`. */

import { hasMonth } from '../base/month-set.ts'
import type { Month, MonthSet } from '../base/month.ts'
import type { BinaryOperator } from '../../grammar/tree.ts'
import type { Fact } from '../facts/fact.ts'
import type { Column, Model, Version } from '../model/model.ts'
import type { CellNodes, Lane, Lanes, Node, RowColumns, Sweep } from './node.ts'
import type { Value } from './value.ts'
import { filledLane, rowsLane } from './lane.ts'
import { both, known, not, order, readNumbers, settled, sum } from './lane-loops.ts'

/** The lanes of a rule's expressions over the rows of a sweep; each is made once. */
export function lanesOf(model: Model, sweep: Sweep): Lanes {
  const made = new Map<Node['run'], Lane | undefined>()
  const steady = new Map<Node, boolean>()
  const isSteady = (node: Node): boolean => {
    let is = steady.get(node)
    if (is === undefined) {
      is = node.variable !== sweep.variable && !node.onDemand && node.parts.every(isSteady)
      steady.set(node, is)
    }
    return is
  }
  const of = (node: Node): Lane | undefined => {
    // A `let`, and a call that writes out a function, run what they stand for.
    if (!made.has(node.run)) made.set(node.run, make(lanes, node))
    return made.get(node.run)
  }
  const found: { readonly cell: CellNodes; readonly columns: RowColumns }[] = []
  const columns = (cell: CellNodes): RowColumns | undefined => {
    if (![cell.version, cell.series, cell.subject].every(isSteady)) return undefined
    const same = found.find((each) => isSameColumn(each.cell, cell))
    if (same !== undefined) return same.columns
    const made = columnsOf(model, sweep, cell)
    found.push({ cell, columns: made })
    return made
  }
  const lanes = { sweep, of, isSteady, columns }
  return lanes
}

/** Whether two cells are in the same column for certain: then it is looked up once. */
function isSameColumn(a: CellNodes, b: CellNodes): boolean {
  return (
    isSameNode(a.version, b.version) &&
    isSameNode(a.series, b.series) &&
    isSameNode(a.subject, b.subject)
  )
}

function isSameNode(a: Node, b: Node): boolean {
  if (a.constant !== undefined) return a.constant === b.constant
  return a.run === b.run || (a.variable !== undefined && a.variable === b.variable)
}

function columnsOf(
  model: Model,
  sweep: Sweep,
  { version, series, subject }: CellNodes,
): RowColumns {
  const columns: (Column | undefined)[] = []
  let turn = -1
  return () => {
    if (turn === sweep.turn) return columns
    const { rows } = sweep
    for (let row = 0; row < rows; row += 1) {
      sweep.enter(row)
      const ofVersion = version.run() as Version | undefined
      const ofSeries = series.run() as string | undefined
      const ofSubject = subject.run() as Fact | undefined
      const known = ofVersion !== undefined && ofSeries !== undefined && ofSubject !== undefined
      columns[row] = known ? model.column(ofVersion, ofSeries, ofSubject) : undefined
    }
    turn = sweep.turn
    return columns
  }
}

function make(lanes: Lanes, node: Node): Lane | undefined {
  const { sweep } = lanes
  if (node.variable === sweep.variable) return () => sweep.months
  if (node.onDemand) return undefined
  if (lanes.isSteady(node)) return steadyLane(sweep, node)
  if (node.lane !== undefined) return node.lane(lanes)
  if (node.cell !== undefined) return columnLane(lanes, node.cell, readNumbers)
  const same = node.parts.at(-1)
  if (same?.run === node.run) return lanes.of(same)
  if (node.variable?.value !== undefined) return lanes.of(node.variable.value)
  return operatorLane(lanes, node)
}

/** The same for each month of a row. */
function steadyLane(sweep: Sweep, { run, constant }: Node): Lane {
  if (constant !== undefined) {
    return filledLane(sweep, (into, count) => into.fill(entryOf(constant), 0, count))
  }
  return rowsLane(sweep, [], (into, from, end) => into.fill(entryOf(run()), from, end))
}

function entryOf(value: Value): number {
  return typeof value === 'boolean' ? Number(value) : plain(value)
}

function plain(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN
}

/** Reads from a column what it has for the months of a row. */
type ReadRow = (
  into: Float64Array,
  column: Column,
  months: Float64Array,
  from: number,
  end: number,
) => void

/** What columns have for the months of a cell; of what has no column nothing is decided. */
export function columnLane(lanes: Lanes, cell: CellNodes, read: ReadRow): Lane | undefined {
  const { sweep } = lanes
  const column = lanes.columns(cell)
  const month = lanes.of(cell.month)
  if (column === undefined || month === undefined) return undefined
  return filledLane(sweep, (into) => {
    const months = month()
    const columns = column()
    const { rows, width } = sweep
    for (let row = 0; row < rows; row += 1) {
      const own = columns[row]
      if (own === undefined) into.fill(Number.NaN, row * width, (row + 1) * width)
      else read(into, own, months, row * width, (row + 1) * width)
    }
  })
}

/** Whether something is known; what is not decided may be known all the same. */
export function knownLane(lanes: Lanes, of: Node): Lane | undefined {
  const values = lanes.of(of)
  return values && filledLane(lanes.sweep, (into, count) => known(into, values(), count))
}

/** By how the left entry stands to the right one: true where less, where equal, where greater. */
const ORDERS: Partial<Record<BinaryOperator, readonly [number, number, number]>> = {
  '=': [0, 1, 0],
  '!=': [1, 0, 1],
  '<': [1, 0, 0],
  '<=': [1, 1, 0],
  '>': [0, 0, 1],
  '>=': [0, 1, 1],
}

const SIGNS: Partial<Record<BinaryOperator, 1 | -1>> = { '+': 1, '-': -1 }

/** The truth that settles it, whatever the other side is. */
const SETTLING: Partial<Record<BinaryOperator, 0 | 1>> = { and: 0, or: 1 }

const NUMBERS: readonly Node['type']['is'][] = ['quantity', 'month', 'date', 'truth']

function operatorLane(lanes: Lanes, node: Node): Lane | undefined {
  const { sweep } = lanes
  const { expression, parts } = node
  const [left, right] = parts
  if (expression.sort === 'unary' && expression.operator === 'not' && left !== undefined) {
    const of = lanes.of(left)
    return of && filledLane(sweep, (into, count) => not(into, of(), count))
  }
  if (expression.sort !== 'binary' || left === undefined || right === undefined) return undefined
  const { operator } = expression
  const settling = SETTLING[operator]
  if (settling !== undefined) return logicLane(lanes, left, right, settling)
  if (operator === 'in') return memberLane(lanes, left, right)
  if (!NUMBERS.includes(left.type.is) || !NUMBERS.includes(right.type.is)) return undefined
  const said = ORDERS[operator]
  const sign = arithmeticFits(left, right) ? SIGNS[operator] : undefined
  const a = said === undefined && sign === undefined ? undefined : lanes.of(left)
  const b = a && lanes.of(right)
  if (a === undefined || b === undefined) return undefined
  return filledLane(sweep, (into, count) => {
    if (said === undefined) sum(into, a(), b(), sign ?? 1, count)
    else order(into, a(), b(), said, count)
  })
}

/** Months and days have limits of their own: only a month a few months later is decided here. */
function arithmeticFits(left: Node, right: Node): boolean {
  if (left.type.is === 'quantity') return right.type.is === 'quantity'
  return left.type.is === 'month' && Math.abs(plain(right.constant)) <= 12
}

/** `t in horizon`. */
function memberLane(lanes: Lanes, month: Node, set: Node): Lane | undefined {
  const fits = month.type.is === 'month' && set.type.is === 'set' && lanes.isSteady(set)
  const months = fits ? lanes.of(month) : undefined
  if (months === undefined) return undefined
  return rowsLane(lanes.sweep, [months], (into, from, end) => {
    const at = months()
    const within = set.run() as MonthSet | undefined
    for (let index = from; index < end; index += 1) {
      const one = at[index] as Month
      into[index] = within === undefined ? Number.NaN : Number(hasMonth(within, one))
    }
  })
}

/**
 * Kleene's `and` and `or`, where an entry that is not decided may be anything. The right side is
 * made, and evaluated, once the left one leaves something open.
 */
function logicLane(lanes: Lanes, left: Node, right: Node, settling: 0 | 1): Lane | undefined {
  const a = lanes.of(left)
  const either = a ?? lanes.of(right)
  if (either === undefined) return undefined
  return filledLane(lanes.sweep, (into, count) => {
    const open = settled(into, either(), settling, count)
    const b = open === 0 || a === undefined ? undefined : lanes.of(right)
    if (b !== undefined) both(into, either(), b(), settling, count)
  })
}

/** How each sort of expression is evaluated for rows of months: see `lane.ts`. */

import { hasMonth } from '../base/month-set.ts'
import type { Month, MonthSet } from '../base/month.ts'
import type { BinaryOperator } from '../../grammar/tree.ts'
import type { Fact } from '../facts/fact.ts'
import type { Column, Model, Version } from '../model/model.ts'
import type { CellNodes, Lane, Lanes, Node, RowColumns, Sweep } from './node.ts'
import { filledLane, mapLane, rowsLane } from './lane.ts'

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
  const known: { readonly cell: CellNodes; readonly columns: RowColumns }[] = []
  const columns = (cell: CellNodes): RowColumns | undefined => {
    if (![cell.version, cell.series, cell.subject].every(isSteady)) return undefined
    const same = known.find((each) => isSameColumn(each.cell, cell))
    if (same !== undefined) return same.columns
    const made = columnsOf(model, sweep, cell)
    known.push({ cell, columns: made })
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

function columnsOf(model: Model, sweep: Sweep, cell: CellNodes): RowColumns {
  const columns: (Column | undefined)[] = []
  let turn = -1
  return () => {
    if (turn === sweep.turn) return columns
    const { rows } = sweep
    for (let row = 0; row < rows; row += 1) {
      sweep.enter(row)
      columns[row] = columnOf(model, cell)
    }
    turn = sweep.turn
    return columns
  }
}

function columnOf(model: Model, { version, series, subject }: CellNodes): Column | undefined {
  const ofVersion = version.run() as Version | undefined
  const ofSeries = series.run() as string | undefined
  const ofSubject = subject.run() as Fact | undefined
  if (ofVersion === undefined || ofSeries === undefined) return undefined
  return ofSubject && model.column(ofVersion, ofSeries, ofSubject)
}

function make(lanes: Lanes, node: Node): Lane | undefined {
  const { sweep } = lanes
  if (node.variable === sweep.variable) return () => sweep.months
  if (node.onDemand) return undefined
  if (lanes.isSteady(node)) return steadyLane(sweep, node)
  if (node.lane !== undefined) return node.lane(lanes)
  if (node.cell !== undefined) return cellLane(lanes, node.cell)
  const same = node.parts.at(-1)
  if (same?.run === node.run) return lanes.of(same)
  if (node.variable?.value !== undefined) return lanes.of(node.variable.value)
  return operatorLane(lanes, node)
}

/** The same for each month of a row. */
function steadyLane(sweep: Sweep, { run }: Node): Lane {
  return rowsLane(sweep, [], (into, from, end) => {
    const value = run()
    into.fill(typeof value === 'boolean' ? Number(value) : plain(value), from, end)
  })
}

function plain(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN
}

/** The numbers of columns; what stands outside of one is not decided. */
function cellLane(lanes: Lanes, cell: CellNodes): Lane | undefined {
  return columnLane(lanes, cell, (into, column, months, from, end) => {
    const { values, first, length, start, step } = column
    for (let index = from; index < end; index += 1) {
      const at = (months[index] ?? Number.NaN) - first
      into[index] = at >= 0 && at < length ? (values[start + at * step] ?? 0) : Number.NaN
    }
  })
}

/** A lane of what columns have for the months of a cell; what has no column is not decided. */
export function columnLane(
  lanes: Lanes,
  cell: CellNodes,
  fill: (
    into: Float64Array,
    column: Column,
    months: Float64Array,
    from: number,
    end: number,
  ) => void,
): Lane | undefined {
  const read = lanes.columns(cell)
  const month = lanes.of(cell.month)
  if (read === undefined || month === undefined) return undefined
  return filledLane(lanes.sweep, (into) => {
    const { rows, width } = lanes.sweep
    const months = month()
    const columns = read()
    for (let row = 0; row < rows; row += 1) {
      const column = columns[row]
      const [from, end] = [row * width, (row + 1) * width]
      if (column === undefined) into.fill(Number.NaN, from, end)
      else fill(into, column, months, from, end)
    }
  })
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
    return of && mapLane(sweep, of, (value) => 1 - value)
  }
  if (expression.sort !== 'binary' || left === undefined || right === undefined) return undefined
  const { operator } = expression
  const settling = SETTLING[operator]
  if (settling !== undefined) return logicLane(lanes, left, right, settling)
  if (operator === 'in') return memberLane(lanes, left, right)
  if (!NUMBERS.includes(left.type.is) || !NUMBERS.includes(right.type.is)) return undefined
  const order = ORDERS[operator]
  const sign = arithmeticFits(left, right) ? SIGNS[operator] : undefined
  const a = order === undefined && sign === undefined ? undefined : lanes.of(left)
  const b = a && lanes.of(right)
  if (a === undefined || b === undefined) return undefined
  return order === undefined ? sumLane(sweep, a, b, sign ?? 1) : orderLane(sweep, a, b, order)
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

/** A sum or a difference; not decided where it is no safe integer. */
function sumLane(sweep: Sweep, left: Lane, right: Lane, sign: 1 | -1): Lane {
  return filledLane(sweep, (into, count) => {
    const a = left()
    const b = right()
    for (let at = 0; at < count; at += 1) {
      const sum = (a[at] ?? Number.NaN) + sign * (b[at] ?? Number.NaN)
      into[at] = Math.abs(sum) <= Number.MAX_SAFE_INTEGER ? sum : Number.NaN
    }
  })
}

function orderLane(
  sweep: Sweep,
  left: Lane,
  right: Lane,
  [less, same, greater]: readonly [number, number, number],
): Lane {
  return filledLane(sweep, (into, count) => {
    const a = left()
    const b = right()
    for (let at = 0; at < count; at += 1) {
      const gap = (a[at] ?? Number.NaN) - (b[at] ?? Number.NaN)
      into[at] = gap === 0 ? same : gap < 0 ? less : gap > 0 ? greater : Number.NaN
    }
  })
}

/**
 * Kleene's `and` and `or`, where an entry that is not decided may be anything. The right side is
 * made, and evaluated, once the left one leaves something open.
 */
function logicLane(lanes: Lanes, left: Node, right: Node, settling: 0 | 1): Lane | undefined {
  const { sweep } = lanes
  const a = lanes.of(left)
  if (a === undefined) {
    const only = lanes.of(right)
    return only && mapLane(sweep, only, (value) => (value === settling ? value : Number.NaN))
  }
  const other = 1 - settling
  return filledLane(sweep, (into, count) => {
    const first = a()
    const second = isAll(first, settling, count) ? undefined : lanes.of(right)?.()
    for (let at = 0; at < count; at += 1) {
      const x = first[at]
      const y = second?.[at]
      if (x === settling || y === settling) into[at] = settling
      else into[at] = x === other && y === other ? other : Number.NaN
    }
  })
}

function isAll(values: Float64Array, value: number, count: number): boolean {
  for (let at = 0; at < count; at += 1) if (values[at] !== value) return false
  return true
}

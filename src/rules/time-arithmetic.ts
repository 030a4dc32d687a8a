/** Sums and differences of months, dates and lengths of time. */

import { addDuration, makeDay } from '../base/date.ts'
import type { Day, Duration } from '../base/date.ts'
import type { Exact } from '../base/exact.ts'
import { firstDay, makeMonth } from '../base/month.ts'
import type { Month } from '../base/month.ts'
import type { Expression } from '../../grammar/tree.ts'
import { binaryNode } from './binary-node.ts'
import type { Node } from './node.ts'
import { DATE, DAYS, MONTH, type Type } from './type.ts'

type Binary = Extract<Expression, { sort: 'binary' }>

const FIRST = makeMonth(1, 1)
const LAST = makeMonth(9999, 12)
const LAST_DAY = makeDay(9999, 12, 31) as Day

/** The node, where the operands are of time and the operator has a meaning for them. */
export function timeArithmetic(node: Binary, left: Node, right: Node): Node | undefined {
  const { operator } = node
  if (operator !== '+' && operator !== '-') return undefined
  const sign = operator === '+' ? 1 : -1
  const a = left.type
  const b = right.type
  if (a.is === 'month' && isCount(b)) {
    const operation = (month: Month, count: Exact) => laterMonth(month, count, sign)
    return binaryNode(node, MONTH, left, right, operation, () => NO_MONTH)
  }
  if (a.is === 'month' && b.is === 'duration' && b.in !== 'days') {
    const operation = (month: Month, { count, of }: Duration) =>
      of === 'month' ? laterMonth(month, count, sign) : undefined
    return binaryNode(node, MONTH, left, right, operation, (_, { of }: Duration) =>
      of === 'month' ? NO_MONTH : `a month with a number of ${of}s added`,
    )
  }
  if (a.is === 'date' && b.is === 'duration') {
    const operation = (day: Day, { count, of }: Duration) => laterDay(day, count * sign, of)
    return binaryNode(node, DATE, left, right, operation, () => NO_DAY)
  }
  if (operator === '+' || a.is !== b.is) return undefined
  if (a.is === 'month') {
    const between = (x: Month, y: Month): Duration => ({ count: x - y, of: 'month' })
    return binaryNode(node, { is: 'duration', in: 'months' }, left, right, between)
  }
  if (a.is === 'date') {
    const between = (x: Day, y: Day): Duration => ({ count: x - y, of: 'day' })
    return binaryNode(node, DAYS, left, right, between)
  }
  return undefined
}

const NO_MONTH = 'a month of the years 1 to 9999'
const NO_DAY = 'a day of the years 1 to 9999'

function isCount(type: Type): boolean {
  return type.is === 'quantity' && (type.unit === undefined || type.unit.atoms.length === 0)
}

function laterMonth(month: Month, count: Exact, sign: number): Month | undefined {
  const later = typeof count === 'number' ? month + sign * count : Number.NaN
  return later >= FIRST && later <= LAST ? (later as Month) : undefined
}

function laterDay(day: Day, count: number, of: Duration['of']): Day | undefined {
  const later = addDuration(day, { count, of })
  return later >= firstDay(FIRST) && later <= LAST_DAY ? later : undefined
}

/** Which of two known values comes first, and which are one and the same. */

import type { Duration } from '../base/date.ts'
import * as exact from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { MonthRange } from '../base/month.ts'
import type { Known } from './value.ts'

/** Whether two values of one type are the same; undefined for lengths that do not compare. */
export function sameValue(a: Known, b: Known): boolean | undefined {
  if (a === b) return true
  if (isDuration(a) && isDuration(b)) {
    const order = orderOf(a, b)
    return order === undefined ? undefined : order === 0
  }
  if (isList(a) && isList(b)) return holdsAll(a, b) && holdsAll(b, a)
  if (isRange(a) && isRange(b)) return a.from === b.from && a.to === b.to
  return isNumber(a) && isNumber(b) && exact.equal(a, b)
}

/** Whether a list has all values of another: lists are sets. */
function holdsAll(list: readonly Known[], others: readonly Known[]): boolean {
  return others.every((other) => list.some((each) => sameValue(each, other) === true))
}

/** Below 0, 0 or above, as a comes before, with or after b; undefined where neither can be said. */
export function orderOf(a: Known, b: Known): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  if (isDuration(a) && isDuration(b)) {
    // Months have no number of days: the two never compare.
    return (a.of === 'month') === (b.of === 'month') ? sizeOf(a) - sizeOf(b) : undefined
  }
  return exact.compare(a as Exact, b as Exact)
}

/** In days, or in months. */
function sizeOf({ count, of }: Duration): number {
  return of === 'week' ? 7 * count : count
}

function isDuration(value: Known): value is Duration {
  return typeof value === 'object' && 'of' in value && 'count' in value
}

function isList(value: Known): value is readonly Known[] {
  return Array.isArray(value)
}

function isRange(value: unknown): value is MonthRange {
  return typeof value === 'object' && value !== null && 'from' in value && 'to' in value
}

function isNumber(value: Known): value is Exact {
  return (
    typeof value === 'number' ||
    (typeof value === 'object' && ('mantissa' in value || 'numerator' in value))
  )
}

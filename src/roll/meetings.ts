/** When the meetings of the next cycle are. */

import type { Day } from '../base/date.ts'
import { addDays, calendarDay } from '../base/date.ts'
import { monthOf } from '../base/month.ts'

/**
 * All meetings of a cycle move by the same four or five weeks, so that they keep their weekdays and
 * their order: the first stays, say, the second Tuesday of its month. Where the next month has no
 * fifth such weekday, it is the last.
 */
export function daysToNext(first: Day): number {
  const fits = [28, 35].find((days) => {
    const day = addDays(first, days)
    return monthOf(day) === monthOf(first) + 1 && whichOfMonth(day) === whichOfMonth(first)
  })
  if (fits !== undefined) return fits
  return monthOf(addDays(first, 28)) === monthOf(first) ? 35 : 28
}

/** 2 for the second such weekday of its month. */
function whichOfMonth(day: Day): number {
  return Math.ceil(calendarDay(day).day / 7)
}

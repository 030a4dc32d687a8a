// Calendar months as integers, so that a month is an index into a column.

import type { Day } from './date.ts'
import { addDays, calendarDay, makeDay } from './date.ts'

/** A month: year * 12 + month of the year from 0. The months between two are their difference. */
export type Month = number & { readonly brand: 'month' }

/** The months from one to another, both counted; none when they are the wrong way round. */
export interface MonthRange {
  readonly from: Month
  readonly to: Month
}

/** Any months. Invariant: its ranges are sorted, not empty, and never touch each other. */
export type MonthSet = readonly MonthRange[]

/** The month of a year; months are counted from 1, and a 13th is the next year's first. */
export function makeMonth(year: number, month: number): Month {
  return (year * 12 + month - 1) as Month
}

/** The month written as `2026-12`; undefined when it is not so written, or is no month. */
export function parseMonth(text: string): Month | undefined {
  if (!/^\d{4}-\d{2}$/.test(text)) return undefined
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  return year > 0 && month >= 1 && month <= 12 ? makeMonth(year, month) : undefined
}

/** The month as `2026-12`. */
export function printMonth(month: Month): string {
  const year = String(yearOf(month)).padStart(4, '0')
  return `${year}-${String(monthOfYear(month)).padStart(2, '0')}`
}

/** Months as a planner writes them: `2026-12`, `2026-12 .. 2027-02`; without a last, `2026-12 ..`. */
export function printMonths(from: Month, to: Month | undefined): string {
  if (to === from) return printMonth(from)
  return to === undefined ? `${printMonth(from)} ..` : `${printMonth(from)} .. ${printMonth(to)}`
}

export function printRange({ from, to }: MonthRange): string {
  return printMonths(from, to)
}

/** The year a month lies in. */
export function yearOf(month: Month): number {
  return Math.floor(month / 12)
}

/** Which month of its year it is, from 1. */
export function monthOfYear(month: Month): number {
  return month - yearOf(month) * 12 + 1
}

/** The month so many months later, or earlier. */
export function addMonths(month: Month, count: number): Month {
  return (month + count) as Month
}

/** The month a day lies in. */
export function monthOf(day: Day): Month {
  const date = calendarDay(day)
  return makeMonth(date.year, date.month)
}

/** The first day of a month. */
export function firstDay(month: Month): Day {
  return makeDay(yearOf(month), monthOfYear(month), 1) as Day
}

/** The last day of a month. */
export function lastDay(month: Month): Day {
  return addDays(firstDay(addMonths(month, 1)), -1)
}

// Ranges of months, and sets of months as sorted ranges: what a fence or a horizon covers.

import type { Month, MonthRange, MonthSet } from './month.ts'

/** Whether a month lies in a range. */
export function inRange(range: MonthRange, month: Month): boolean {
  return range.from <= month && month <= range.to
}

/** How many months a range has. */
export function rangeLength(range: MonthRange): number {
  return Math.max(range.to - range.from + 1, 0)
}

/** The months of a range, in order. */
export function* monthsIn(range: MonthRange): Generator<Month, void, undefined> {
  for (let month: number = range.from; month <= range.to; month += 1) yield month as Month
}

/** The months from the earlier start to the later end; what lies between the two, too. */
export function spanning(
  a: MonthRange | undefined,
  b: MonthRange | undefined,
): MonthRange | undefined {
  if (a === undefined || b === undefined) return a ?? b
  if (a.from <= b.from && a.to >= b.to) return a
  return { from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to }
}

/** The months that both have; undefined where there is none. */
export function overlap(a: MonthRange, b: MonthRange): MonthRange | undefined {
  const from = a.from > b.from ? a.from : b.from
  const to = a.to < b.to ? a.to : b.to
  return from <= to ? { from, to } : undefined
}

/** The months that lie in any of the ranges: their union. */
export function makeMonthSet(ranges: Iterable<MonthRange>): MonthSet {
  const sorted = [...ranges].filter((range) => range.from <= range.to)
  sorted.sort((a, b) => a.from - b.from || a.to - b.to)
  const set: MonthRange[] = []
  for (const range of sorted) {
    const last = set.at(-1)
    if (last === undefined || range.from > last.to + 1) set.push({ from: range.from, to: range.to })
    else if (range.to > last.to) set[set.length - 1] = { from: last.from, to: range.to }
  }
  return set
}

/** Whether a month is in a set, by halving. */
export function hasMonth(set: MonthSet, month: Month): boolean {
  let low = 0
  let high = set.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = set[middle]
    if (range === undefined) return false
    if (month < range.from) high = middle - 1
    else if (month > range.to) low = middle + 1
    else return true
  }
  return false
}

/** The months that are in both sets, in one walk along the two. */
export function intersectMonths(a: MonthSet, b: MonthSet): MonthSet {
  const shared: MonthRange[] = []
  let inA = 0
  let inB = 0
  for (;;) {
    const left = a[inA]
    const right = b[inB]
    if (left === undefined || right === undefined) return shared
    const from = left.from > right.from ? left.from : right.from
    const to = left.to < right.to ? left.to : right.to
    if (from <= to) shared.push({ from, to })
    if (left.to < right.to) inA += 1
    else inB += 1
  }
}

/** The months of a set that are not in a range. */
export function monthsBesides(set: MonthSet, range: MonthRange): MonthSet {
  const parts = set.flatMap(({ from, to }) => [
    { from, to: Math.min(to, range.from - 1) as Month },
    { from: Math.max(from, range.to + 1) as Month, to },
  ])
  return makeMonthSet(parts)
}

/** The months of a set, in order. */
export function listMonths(set: MonthSet): readonly Month[] {
  return set.flatMap((range) => [...monthsIn(range)])
}

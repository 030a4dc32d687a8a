/** Columns of numbers by month: made, read and cut. */

import type { Exact } from '../base/exact.ts'
import type { Month, MonthRange } from '../base/month.ts'
import type { Column } from './model.ts'

/** Shared by all columns of plain numbers. Invariant: nothing is ever put into it. */
export const PLAIN_NUMBERS: ReadonlyMap<number, Exact> = new Map()

/**
 * Many short columns share one buffer: making a buffer costs more than filling it. The first is small,
 * since fresh memory costs more still, and most plans need no other; each is twice the one before.
 */
const FIRST_POOL = 1 << 12
const LAST_POOL = 1 << 15
let pool = new Float64Array(0)
let used = 0

let apart = 0

/** A column, of numbers that somebody else may have, too. */
export class Numbers implements Column {
  readonly first: Month
  readonly length: number
  readonly values: Float64Array
  readonly start: number
  readonly step: number
  readonly others: ReadonlyMap<number, Exact>
  readonly stated: Uint8Array

  constructor({ first, length, values, start, step, others }: Column, stated: Uint8Array) {
    this.first = first
    this.length = length
    this.values = values
    this.start = start
    this.step = step
    this.others = others
    this.stated = stated
  }
}

/** A column while it is filled. */
export class Draft implements Column {
  readonly first: Month
  readonly length: number
  readonly values: Float64Array
  readonly start: number
  readonly step = 1
  others: ReadonlyMap<number, Exact> = PLAIN_NUMBERS
  readonly stated: Uint8Array

  constructor(first: Month, length: number, stated: Uint8Array) {
    this.first = first
    this.length = length
    if (apart > 0 || length > FIRST_POOL >> 3) {
      this.values = new Float64Array(length).fill(Number.NaN)
      this.start = 0
    } else {
      if (used + length > pool.length) {
        pool = new Float64Array(nextPool(pool.length)).fill(Number.NaN)
        used = 0
      }
      this.values = pool
      this.start = used
      used += length
    }
    this.stated = stated
  }
}

function nextPool(length: number): number {
  return Math.min(Math.max(2 * length, FIRST_POOL), LAST_POOL)
}

/**
 * Makes what will stay while others go: its columns share no buffer, since one that stays would keep
 * the whole of it.
 */
export function apartFromOthers<Made>(make: () => Made): Made {
  apart += 1
  try {
    return make()
  } finally {
    apart -= 1
  }
}

/** The mark of a number that somebody wrote and nobody can read. */
export const UNREADABLE = 2

/** A column of these months, of which nothing is known yet. */
export function makeDraft(range: MonthRange): Draft {
  const length = Math.max(range.to - range.from + 1, 0)
  return new Draft(range.from, length, new Uint8Array(length))
}

/** The column of which nothing is known. */
export const EMPTY: Column = new Draft(0 as Month, 0, new Uint8Array(0))

export function put(draft: Draft, index: number, value: Exact | undefined): void {
  if (typeof value === 'number') {
    draft.values[draft.start + index] = value
    if (draft.others.size > 0) othersOf(draft).delete(index)
    return
  }
  draft.values[draft.start + index] = Number.NaN
  if (value !== undefined) othersOf(draft).set(index, value)
  else if (draft.others.size > 0) othersOf(draft).delete(index)
}

/** A draft's own map, made when the first number needs it. */
function othersOf(draft: Draft): Map<number, Exact> {
  if (draft.others === PLAIN_NUMBERS) draft.others = new Map()
  return draft.others as Map<number, Exact>
}

const nobody = new Map<number, Uint8Array>()
const everybody = new Map<number, Uint8Array>()

/** Marks of a column of which nobody wrote anything: one for each length, shared. */
export function unstated(length: number): Uint8Array {
  let marks = nobody.get(length)
  if (marks === undefined) nobody.set(length, (marks = new Uint8Array(length)))
  return marks
}

/** Marks that are kept: the shared ones where every number is stated, as most often. */
export function shared(stated: Uint8Array): Uint8Array {
  return stated.includes(0) ? stated : allStated(stated.length)
}

/** Whether somebody wrote every number of it. */
export function isAllStated({ stated }: Column): boolean {
  if (stated === everybody.get(stated.length)) return true
  return !stated.includes(0) && !stated.includes(UNREADABLE)
}

/** Marks of a column of which every number is stated: one for each length, shared. */
export function allStated(length: number): Uint8Array {
  let marks = everybody.get(length)
  if (marks === undefined) everybody.set(length, (marks = new Uint8Array(length).fill(1)))
  return marks
}

/** The plain integer at an index, which may lie outside; NaN where there is none. */
export function plainAt({ values, start, step, length }: Column, index: number): number {
  return index >= 0 && index < length ? (values[start + index * step] ?? Number.NaN) : Number.NaN
}

/** The number at an index, which may lie outside. */
export function valueAt(column: Column, index: number): Exact | undefined {
  const value = plainAt(column, index)
  return Number.isNaN(value) ? column.others.get(index) : value
}

export function valueIn(column: Column, month: Month): Exact | undefined {
  return valueAt(column, month - column.first)
}

export function statedIn(column: Column, month: Month): boolean {
  return column.stated[month - column.first] === 1
}

/** Whether it cannot be told if the number of a month is stated: what stands there is unreadable. */
export function unreadableIn(column: Column, month: Month): boolean {
  return column.stated[month - column.first] === UNREADABLE
}

export function rangeOf(column: Column): MonthRange | undefined {
  const { first, length } = column
  return length === 0 ? undefined : rangeFrom(first, first + length - 1)
}

let latest: MonthRange = { from: 0 as Month, to: 0 as Month }

/** A range; the same as the last where it has the same months, as thousands have. */
export function rangeFrom(from: number, to: number): MonthRange {
  if (latest.from !== from || latest.to !== to) latest = { from: from as Month, to: to as Month }
  return latest
}

/** The same numbers in exactly these months: the column itself where it has no others. */
export function crop(column: Column, range: MonthRange): Column {
  const length = range.to - range.from + 1
  if (column.first === range.from && column.length === length) return column
  const draft = makeDraft(range)
  copyInto(draft, column, range)
  return draft
}

/** Copies the numbers of some months of one column into another. */
export function copyInto(draft: Draft, column: Column, range: MonthRange): void {
  const from = Math.max(range.from, column.first, draft.first)
  const end = Math.min(range.to + 1, column.first + column.length, draft.first + draft.length)
  if (end <= from) return
  const source = from - column.first
  const target = from - draft.first
  const count = end - from
  for (let at = 0; at < count; at += 1) {
    draft.values[draft.start + target + at] = plainAt(column, source + at)
    draft.stated[target + at] = column.stated[source + at] ?? 0
  }
  for (const [index, value] of column.others) {
    const at = index - source
    if (at >= 0 && at < count) put(draft, target + at, value)
  }
}

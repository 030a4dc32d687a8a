/** The book of one family in one version: what is stated, and what follows by the identities. */

import { add, multiply, subtract } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Month, MonthRange } from '../base/month.ts'
import { SERIES, seriesIndex } from '../vocabulary/series.ts'
import type { SeriesSpec, Strategy } from '../vocabulary/series.ts'
import {
  EMPTY,
  PLAIN_NUMBERS,
  UNREADABLE,
  crop,
  makeDraft,
  put,
  unknowns,
  unstated,
  valueAt,
  valueIn,
} from './column.ts'
import type { Draft } from './column.ts'
import type { Column } from './model.ts'
import type { StatedColumn } from './stated.ts'

/** What a book is made from. */
export interface Entries {
  /** The months it is kept for; undefined where it has none. */
  readonly range: MonthRange | undefined
  readonly strategy: Strategy | undefined
  /** What is stated, by the index of the series. */
  readonly said: readonly (StatedColumn | undefined)[]
  /** A stock at the end of the month before the first. */
  readonly opening: (series: SeriesSpec) => Exact | undefined
  /** What a computed series is multiplied by. */
  readonly factor: (factor: 'price', month: Month) => Exact | undefined
}

export interface Book {
  readonly entries: Entries
  /** Stated, else what follows. Never undefined: the same object each time. */
  readonly value: (series: number) => Column
  /** For stocks: what the flows give from the last stated stock before each month. */
  readonly follows: (series: number) => Column
}

export function makeBook(entries: Entries): Book {
  const values: (Column | undefined)[] = []
  const followed: (Column | undefined)[] = []
  const book: Book = {
    entries,
    value: (series) => {
      const known = values[series]
      if (known !== undefined) return known
      fill(series)
      return values[series] ?? EMPTY
    },
    follows: (series) => {
      book.value(series)
      return followed[series] ?? EMPTY
    },
  }
  const fill = (index: number): void => {
    const spec = SERIES[index]
    const { range } = entries
    // Invariant: a series is never asked for while it is filled; its own table forbids circles.
    values[index] = EMPTY
    followed[index] = EMPTY
    if (spec === undefined || range === undefined) return
    const said = entries.said[index]
    const stated = said === undefined ? undefined : crop(said, range)
    if (spec.flows === undefined) {
      const column = flow(book, spec, stated, said, range)
      values[index] = column
      followed[index] = column
    } else {
      const stock = chain(book, spec, stated, said, range)
      values[index] = stock.value
      followed[index] = stock.follows
    }
  }
  return book
}

function flow(
  book: Book,
  spec: SeriesSpec,
  stated: Column | undefined,
  said: StatedColumn | undefined,
  range: MonthRange,
): Column {
  if (stated !== undefined && !stated.stated.includes(0)) return stated
  const fallback = fallbackOf(book, spec)
  const damaged = said !== undefined && said.damaged.size > 0 ? said.damaged : undefined
  if (fallback === undefined && damaged === undefined) return stated ?? makeDraft(range)
  if (said === undefined && fallback?.column !== undefined) return unsaid(fallback.column)
  const draft = makeDraft(range)
  const { length } = draft.values
  for (let index = 0; index < length; index += 1) {
    if (stated?.stated[index] === 1) {
      put(draft, index, valueAt(stated, index))
      draft.stated[index] = 1
    } else if (damaged?.has((range.from + index) as Month) === true) {
      draft.stated[index] = UNREADABLE
    } else if (fallback !== undefined) {
      put(draft, index, fallback.at(index))
    }
  }
  return draft
}

/** The same numbers, of which nobody wrote any. */
function unsaid(column: Column): Column {
  const { first, values, others } = column
  return { first, values, others, stated: unstated(values.length) }
}

interface Fallback {
  readonly at: (index: number) => Exact | undefined
  /** Set where all of it is another column. */
  readonly column: Column | undefined
}

/** What a flow is where nobody states it. */
function fallbackOf(book: Book, spec: SeriesSpec): Fallback | undefined {
  const { strategy, factor, range } = book.entries
  const unstatedIs = strategy === undefined ? undefined : spec.unstated?.[strategy]
  if (range === undefined) return undefined
  if (unstatedIs === 0) return { at: () => 0, column: zeros(range) }
  if (unstatedIs !== undefined) {
    const column = book.value(seriesIndex(unstatedIs))
    return { at: (index) => valueAt(column, index), column }
  }
  const { computed } = spec
  if (computed === undefined) return undefined
  const other = book.value(seriesIndex(computed.series))
  const at = (index: number): Exact | undefined => {
    const value = valueAt(other, index)
    // Nothing of it is nothing, also before anybody has set a price.
    if (value === undefined || value === 0) return value
    const times = factor(computed.factor, (range.from + index) as Month)
    return times === undefined ? undefined : multiply(value, times)
  }
  return { at, column: undefined }
}

const zeroColumns = new Map<string, Column>()

/** Nothing in every month: one column for all that have the same months. */
function zeros(range: MonthRange): Column {
  const key = `${range.from} ${range.to}`
  let column = zeroColumns.get(key)
  if (column === undefined) {
    const values = new Float64Array(range.to - range.from + 1)
    column = { ...EMPTY, first: range.from, values, stated: unstated(values.length) }
    zeroColumns.set(key, column)
  }
  return column
}

interface Flow {
  readonly column: Column
  readonly sign: 1 | -1
}

interface Stock {
  readonly value: Column
  readonly follows: Column
}

/** Walks the months once: each stock is the one before, and what flows in and out. */
function chain(
  book: Book,
  spec: SeriesSpec,
  stated: Column | undefined,
  said: StatedColumn | undefined,
  range: MonthRange,
): Stock {
  const flows: readonly Flow[] = (spec.flows ?? []).map(({ series, sign }) => ({
    column: book.value(seriesIndex(series)),
    sign,
  }))
  const plain = plainChain(book, spec, stated, said, flows, range)
  if (plain !== undefined) return plain
  const follows = makeDraft(range)
  const { length } = follows.values
  const any = stated?.stated.includes(1) === true || (said?.damaged.size ?? 0) > 0
  const value: Draft = any ? makeDraft(range) : follows
  let before = book.entries.opening(spec)
  for (let index = 0; index < length; index += 1) {
    const next = after(before, flows, index)
    put(follows, index, next)
    before = next
    if (!any) continue
    if (stated?.stated[index] === 1) {
      before = valueAt(stated, index)
      value.stated[index] = 1
    } else if (said?.damaged.has((range.from + index) as Month) === true) {
      before = undefined
      value.stated[index] = UNREADABLE
    }
    put(value, index, before)
  }
  return { value, follows }
}

/**
 * The chain where every month states its stock, as most sheets do, and all numbers are plain
 * integers: each month follows from the one before as stated. Undefined where it is not so.
 */
function plainChain(
  book: Book,
  spec: SeriesSpec,
  stated: Column | undefined,
  said: StatedColumn | undefined,
  flows: readonly Flow[],
  range: MonthRange,
): Stock | undefined {
  if (stated === undefined || (said?.damaged.size ?? 0) > 0) return undefined
  if (stated.stated.includes(0) || stated.stated.includes(UNREADABLE)) return undefined
  const opening = book.entries.opening(spec)
  if (typeof opening !== 'number') return undefined
  const { length } = stated.values
  const values = unknowns(length)
  values[0] = opening
  for (let index = 1; index < length; index += 1) {
    values[index] = stated.values[index - 1] ?? Number.NaN
  }
  for (const { column, sign } of flows) {
    const amounts = column.values
    for (let index = 0; index < length; index += 1) {
      const stock = (values[index] ?? 0) + sign * (amounts[index] ?? Number.NaN)
      if (!(Math.abs(stock) <= Number.MAX_SAFE_INTEGER)) return undefined
      values[index] = stock
    }
  }
  const follows = { first: range.from, values, others: PLAIN_NUMBERS, stated: unstated(length) }
  return { value: stated, follows }
}

/** The stock a month later: in machine integers where all are, else exactly. */
function after(
  before: Exact | undefined,
  flows: readonly Flow[],
  index: number,
): Exact | undefined {
  if (before === undefined) return undefined
  if (typeof before === 'number') {
    let plain: number = before
    for (const { column, sign } of flows) {
      plain += sign * (column.values[index] ?? Number.NaN)
      if (!Number.isSafeInteger(plain)) break
    }
    if (Number.isSafeInteger(plain)) return plain
  }
  let stock: Exact | undefined = before
  for (const { column, sign } of flows) {
    const amount = valueAt(column, index)
    if (amount === undefined || stock === undefined) return undefined
    stock = sign === 1 ? add(stock, amount) : subtract(stock, amount)
  }
  return stock
}

export function bookValue(book: Book, series: number, month: Month): Exact | undefined {
  return valueIn(book.value(series), month)
}

/** The book of one family in one version: what is stated, and what follows by the identities. */

import { add, multiply, subtract } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Month, MonthRange } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import { SERIES, seriesIndex } from '../vocabulary/series.ts'
import type { SeriesSpec, Strategy } from '../vocabulary/series.ts'
import {
  EMPTY,
  Numbers,
  UNREADABLE,
  crop,
  isAllStated,
  makeDraft,
  plainAt,
  put,
  unstated,
  valueAt,
  valueIn,
} from './column.ts'
import type { Draft } from './column.ts'
import type { Column } from './model.ts'
import type { StatedColumn } from './stated.ts'
import { strategyOf } from './strategy.ts'

/** What one version states of one family, by the index of the series. */
export type Columns = readonly (StatedColumn | undefined)[]

/** What the books of one version have in common. */
export interface BookKeeper {
  /** A stock at the end of the month before the first. */
  readonly opening: (book: Book, series: SeriesSpec) => Exact | undefined
  /** A stock that starts at 0 does so when something first flows, whatever else is stated before. */
  readonly startsWithFlows: boolean
  /** What a computed series is multiplied by. */
  readonly factor: (factor: 'price', subject: Fact, month: Month) => Exact | undefined
}

const stocks = SERIES.filter((spec) => spec.flows !== undefined)
const NOTHING: readonly (Column | undefined)[] = [...SERIES, ...stocks].map(() => undefined)

export class Book {
  readonly subject: Fact
  /** The months it is kept for; undefined where it has none. */
  readonly range: MonthRange | undefined
  readonly strategy: Strategy | undefined
  /** What is stated. */
  readonly said: Columns
  private readonly keeper: BookKeeper
  /** By the index of the series; behind them, for stocks, what the flows give. */
  private readonly made = NOTHING.slice()

  constructor(keeper: BookKeeper, subject: Fact, range: MonthRange | undefined, said: Columns) {
    this.keeper = keeper
    this.subject = subject
    this.range = range
    this.strategy = strategyOf(subject)
    this.said = said
  }

  opening(series: SeriesSpec): Exact | undefined {
    return this.keeper.opening(this, series)
  }

  get startsWithFlows(): boolean {
    return this.keeper.startsWithFlows
  }

  factor(factor: 'price', month: Month): Exact | undefined {
    return this.keeper.factor(factor, this.subject, month)
  }

  /** Stated, else what follows. Never undefined: the same object each time. */
  value(series: number): Column {
    const known = this.made[series]
    if (known !== undefined) return known
    // Invariant: a series is never asked for while it is filled; its own table forbids circles.
    this.made[series] = EMPTY
    const spec = SERIES[series]
    const { range } = this
    if (spec === undefined || range === undefined) return EMPTY
    const said = this.said[series]
    const stated = said === undefined ? undefined : crop(said, range)
    let column: Column
    if (spec.flows === undefined) column = flow(this, spec, stated, said, range)
    else {
      const stock = chain(this, spec, stated, said, range)
      this.made[SERIES.length + stockIndex(spec)] = stock.follows
      column = stock.value
    }
    this.made[series] = column
    return column
  }

  /** For stocks: what the flows give from the last stated stock before each month. */
  follows(series: number): Column {
    const value = this.value(series)
    const spec = SERIES[series]
    if (spec?.flows === undefined) return value
    const follows = this.made[SERIES.length + stockIndex(spec)] ?? EMPTY
    // As it is stated in every month: kept once.
    return follows === value && isAllStated(follows) ? unsaid(follows) : follows
  }

  /** The numbers of `value`, whoever wrote them: those of another series are not made once more. */
  numbers(series: number): Column {
    const spec = SERIES[series]
    const { range } = this
    const stands = this.made[series] !== undefined || this.said[series] !== undefined
    if (stands || spec === undefined || range === undefined) return this.value(series)
    return otherFlow(this, spec, range) ?? this.value(series)
  }
}

function stockIndex(spec: SeriesSpec): number {
  return stocks.indexOf(spec)
}

function flow(
  book: Book,
  spec: SeriesSpec,
  stated: Column | undefined,
  said: StatedColumn | undefined,
  range: MonthRange,
): Column {
  if (stated !== undefined && isAllStated(stated)) return stated
  const other = said === undefined ? otherFlow(book, spec, range) : undefined
  if (other !== undefined) return unsaid(other)
  const fallback = fallbackOf(book, spec, range)
  const damaged = said !== undefined && said.damaged.size > 0 ? said.damaged : undefined
  if (fallback === undefined && damaged === undefined) return stated ?? makeDraft(range)
  const draft = makeDraft(range)
  for (let index = 0; index < draft.length; index += 1) {
    if (stated?.stated[index] === 1) {
      put(draft, index, valueAt(stated, index))
      draft.stated[index] = 1
    } else if (damaged?.has((range.from + index) as Month) === true) {
      draft.stated[index] = UNREADABLE
    } else if (fallback !== undefined) {
      put(draft, index, fallback(index))
    }
  }
  return draft
}

/** The same numbers, of which nobody wrote any. */
function unsaid(column: Column): Column {
  return new Numbers(column, unstated(column.length))
}

/** The flow that one is where nobody states it, or nothing; undefined where it is none as it stands. */
function otherFlow(book: Book, spec: SeriesSpec, range: MonthRange): Column | undefined {
  const { strategy } = book
  const unstatedIs = strategy === undefined ? undefined : spec.unstated?.[strategy]
  if (unstatedIs === undefined) return undefined
  return unstatedIs === 0 ? zeros(range) : book.value(seriesIndex(unstatedIs))
}

/** What a flow is where nobody states it, by the index of the month. */
function fallbackOf(
  book: Book,
  spec: SeriesSpec,
  range: MonthRange,
): ((index: number) => Exact | undefined) | undefined {
  const same = otherFlow(book, spec, range)
  if (same !== undefined) return (index) => valueAt(same, index)
  const { computed } = spec
  if (computed === undefined) return undefined
  const other = book.value(seriesIndex(computed.series))
  return (index) => {
    const value = valueAt(other, index)
    // Nothing of it is nothing, also before anybody has set a price.
    if (value === undefined || value === 0) return value
    const times = book.factor(computed.factor, (range.from + index) as Month)
    return times === undefined ? undefined : multiply(value, times)
  }
}

let latestZeros = EMPTY

/** Nothing in every month: one column for all in a row that have the same months. */
function zeros(range: MonthRange): Column {
  const length = range.to - range.from + 1
  if (latestZeros.first !== range.from || latestZeros.length !== length) {
    const draft = makeDraft(range)
    for (let index = 0; index < length; index += 1) put(draft, index, 0)
    latestZeros = unsaid(draft)
  }
  return latestZeros
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
  const flows = flowsOf[SERIES.indexOf(spec)] ?? []
  const columns = numbersOf(book, flows)
  const whole = stated !== undefined && isAllStated(stated) && (said?.damaged.size ?? 0) === 0
  const opening = book.opening(spec)
  const plain =
    whole && typeof opening === 'number' ? plainChain(stated, opening, flows, columns) : undefined
  if (plain !== undefined) return { value: stated as Column, follows: plain }
  const follows = makeDraft(range)
  const { length } = follows
  const any = stated?.stated.includes(1) === true || (said?.damaged.size ?? 0) > 0
  const value: Draft = any ? makeDraft(range) : follows
  const idle = opening === 0 && book.startsWithFlows ? idleMonths(columns, length) : 0
  let before = opening
  for (let index = 0; index < length; index += 1) {
    const next = index < idle ? opening : after(before, flows, columns, index)
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

function numbersOf(book: Book, flows: Flows): readonly Column[] {
  // Made as long as it gets: one that grows takes room for seventeen, and there are very many.
  const columns = flows.map(noColumn)
  for (let at = 0; at < flows.length; at += 1) columns[at] = book.numbers(flows[at]?.index ?? -1)
  return columns
}

function noColumn(): Column {
  return EMPTY
}

/** The months before anything flows. */
function idleMonths(flows: readonly Column[], length: number): number {
  let index = 0
  while (index < length && !flows.some((flow) => tells(flow, index))) index += 1
  return index
}

/** Whether it says more of a month than nothing, and than a 0 that nobody wrote. */
export function tells(flow: Column, index: number): boolean {
  const value = valueAt(flow, index)
  return value !== undefined && (value !== 0 || flow.stated[index] === 1)
}

type Flows = readonly { readonly index: number; readonly sign: 1 | -1 }[]

/** By the index of a stock, the flows that fill and empty it. */
const flowsOf: readonly Flows[] = SERIES.map(({ flows = [] }) =>
  flows.map(({ series, sign }) => ({ index: seriesIndex(series), sign })),
)

/** One row of stocks while they are worked out. */
let sums = new Float64Array(0)

/**
 * What follows where every month states its stock, as most sheets do, and all numbers are plain
 * integers: each month follows from the one before as stated. Undefined where it is not so.
 */
function plainChain(
  stated: Column,
  opening: number,
  flows: Flows,
  columns: readonly Column[],
): Column | undefined {
  const { length, values, start, step } = stated
  if (sums.length < length) sums = new Float64Array(length)
  sums[0] = opening
  for (let index = 1; index < length; index += 1) {
    sums[index] = values[start + (index - 1) * step] ?? Number.NaN
  }
  for (let at = 0; at < flows.length; at += 1) {
    const column = columns[at] ?? EMPTY
    if (column.length < length) return undefined
    if (!addTo(sums, column, flows[at]?.sign ?? 1, length)) return undefined
  }
  let same = true
  for (let index = 0; same && index < length; index += 1) {
    same = sums[index] === values[start + index * step]
  }
  if (same) return stated
  const draft = makeDraft({ from: stated.first, to: (stated.first + length - 1) as Month })
  for (let index = 0; index < length; index += 1) put(draft, index, sums[index])
  return draft
}

/** Adds a flow to each stock; false where one is no plain integer then. */
function addTo(
  stock: Float64Array,
  { values, start, step }: Column,
  sign: 1 | -1,
  length: number,
): boolean {
  for (let index = 0; index < length; index += 1) {
    const sum = (stock[index] ?? 0) + sign * (values[start + index * step] ?? Number.NaN)
    if (!(Math.abs(sum) <= Number.MAX_SAFE_INTEGER)) return false
    stock[index] = sum
  }
  return true
}

/** The stock a month later: in machine integers where all are, else exactly. */
function after(
  before: Exact | undefined,
  flows: Flows,
  columns: readonly Column[],
  index: number,
): Exact | undefined {
  if (before === undefined) return undefined
  if (typeof before === 'number') {
    let plain: number = before
    for (let at = 0; at < flows.length; at += 1) {
      plain += (flows[at]?.sign ?? 1) * plainAt(columns[at] ?? EMPTY, index)
      if (!Number.isSafeInteger(plain)) break
    }
    if (Number.isSafeInteger(plain)) return plain
  }
  let stock: Exact | undefined = before
  for (let at = 0; at < flows.length; at += 1) {
    const amount = valueAt(columns[at] ?? EMPTY, index)
    if (amount === undefined || stock === undefined) return undefined
    stock = flows[at]?.sign === 1 ? add(stock, amount) : subtract(stock, amount)
  }
  return stock
}

export function bookValue(book: Book, series: number, month: Month): Exact | undefined {
  return valueIn(book.value(series), month)
}

/** One number by month under two versions, where they differ. */

import { equal, subtract, sum } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Month, MonthRange } from '../base/month.ts'
import { monthsIn } from '../base/month-set.ts'

/** Neighbouring months with the same numbers. */
export interface Stretch {
  readonly months: MonthRange
  readonly base: Exact | undefined
  readonly other: Exact | undefined
  /** Of each month; undefined where either is unknown. */
  readonly difference: Exact | undefined
  /** The same in money: both at the prices of their version. */
  readonly money: Exact | undefined
}

/** What a number is over all months that are compared; undefined where one of its parts is. */
export interface Totals {
  readonly base: Exact | undefined
  readonly other: Exact | undefined
  readonly difference: Exact | undefined
  readonly money: Exact | undefined
}

export interface Line {
  /** `sales`, `price`, `available`, `line-a`. */
  readonly what: string
  readonly unit: string | undefined
  readonly stretches: readonly Stretch[]
  /** Of flows and money alone: stocks and prices do not add up over months. */
  readonly totals: Totals | undefined
}

/** The numbers of one month. */
export interface Pair {
  readonly base: Exact | undefined
  readonly other: Exact | undefined
  readonly baseMoney?: Exact | undefined
  readonly otherMoney?: Exact | undefined
}

export interface Asked {
  readonly what: string
  readonly unit: string | undefined
  /** Whether the months add up: those of a flow do, those of a stock or a price do not. */
  readonly adds: boolean
  /**
   * Of two plans, a number that one of them does not know is a difference. A budget, a view or an
   * actual says some numbers only: then months that both know are compared.
   */
  readonly known: 'either' | 'both'
}

/** Undefined where the two never differ. */
export function lineOf(
  { what, unit, adds, known }: Asked,
  months: MonthRange,
  pairIn: (month: Month) => Pair,
): Line | undefined {
  const pairs = [...monthsIn(months)]
    .map((month) => ({ month, ...pairIn(month) }))
    .filter(({ base, other }) => known === 'either' || (base !== undefined && other !== undefined))
  const stretches: Stretch[] = []
  for (const { month, ...pair } of pairs) {
    if (same(pair.base, pair.other)) continue
    const { base, other } = pair
    const money = minus(pair.otherMoney, pair.baseMoney)
    const next = { base, other, difference: minus(other, base), money }
    const last = stretches.at(-1)
    if (last !== undefined && last.months.to === month - 1 && alike(last, next)) {
      stretches[stretches.length - 1] = { ...last, months: { ...last.months, to: month } }
    } else stretches.push({ months: { from: month, to: month }, ...next })
  }
  if (stretches.length === 0) return undefined
  return { what, unit, stretches, totals: adds ? totalsOf(pairs) : undefined }
}

function totalsOf(pairs: readonly Pair[]): Totals | undefined {
  if (pairs.length < 2) return undefined
  const [base, other] = [whole(pairs.map((pair) => pair.base)), whole(pairs.map((p) => p.other))]
  const money = minus(
    whole(pairs.map((pair) => pair.otherMoney)),
    whole(pairs.map((pair) => pair.baseMoney)),
  )
  return { base, other, difference: minus(other, base), money }
}

/** Unknown is not zero: a sum with an unknown part is unknown. */
export function whole(values: readonly (Exact | undefined)[]): Exact | undefined {
  const known = values.filter((value) => value !== undefined)
  return known.length < values.length ? undefined : sum(known)
}

/** The same over many subjects; the first unknown part ends it. */
export function wholeOver<Part>(
  parts: readonly Part[],
  valueOf: (part: Part) => Exact | undefined,
): Exact | undefined {
  const known: Exact[] = []
  for (const part of parts) {
    const value = valueOf(part)
    if (value === undefined) return undefined
    known.push(value)
  }
  return sum(known)
}

function alike(a: Omit<Stretch, 'months'>, b: Omit<Stretch, 'months'>): boolean {
  return same(a.base, b.base) && same(a.other, b.other) && same(a.money, b.money)
}

function same(a: Exact | undefined, b: Exact | undefined): boolean {
  return a === undefined || b === undefined ? a === b : equal(a, b)
}

function minus(a: Exact | undefined, b: Exact | undefined): Exact | undefined {
  return a === undefined || b === undefined ? undefined : subtract(a, b)
}

/** One number by month under two versions, where they differ. */

import type { Exact } from '../base/exact.ts'
import { minus, sameNumber, sumOver } from '../base/maybe-exact.ts'
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
    if (sameNumber(pair.base, pair.other)) continue
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
  const base = sumOver(pairs, (pair) => pair.base)
  const other = sumOver(pairs, (pair) => pair.other)
  const money = minus(
    sumOver(pairs, (pair) => pair.otherMoney),
    sumOver(pairs, (pair) => pair.baseMoney),
  )
  return { base, other, difference: minus(other, base), money }
}

function alike(a: Omit<Stretch, 'months'>, b: Omit<Stretch, 'months'>): boolean {
  return sameNumber(a.base, b.base) && sameNumber(a.other, b.other) && sameNumber(a.money, b.money)
}

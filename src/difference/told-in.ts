/** The numbers of the base in the unit that both sides are told in: a family may be planned in another. */

import { multiply } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import { unitOf } from '../units/owner.ts'
import type { Ends, Pair } from './end.ts'

export type ByMonth = (month: Month) => Exact | undefined

/** Whether money on both sides is in one currency. */
export function sameCurrency({ base, other }: Pick<Ends, 'base' | 'other'>): boolean {
  return base.review.model.units.reporting === other.review.model.units.reporting
}

/** Unknown where no factor or rate of either side leads from one unit to the other. */
export function toldIn(
  { base, other }: Ends,
  pair: Pair,
  unit: string | undefined,
  money: boolean,
  value: ByMonth,
): ByMonth {
  const [was, is] = [base.review.model.units, other.review.model.units]
  const own = money ? was.reporting : pair.base && unitOf(pair.base)
  if (own === undefined || unit === undefined || own === unit) return value
  return (month) => {
    const old = value(month)
    if (old === undefined) return undefined
    const factor =
      is.factor(own, unit, pair.other, month) ?? was.factor(own, unit, pair.base, month)
    return factor && multiply(old, factor)
  }
}

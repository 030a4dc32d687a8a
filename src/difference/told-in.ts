/** Numbers of one state of the plan in the unit of another: a family may be planned in another by then. */

import { multiply } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import type { Model } from '../model/model.ts'
import { unitOf } from '../units/owner.ts'
import type { Ends } from './end.ts'

export type ByMonth = (month: Month) => Exact | undefined

/** A state of the plan, and of whom in it numbers are told. */
export interface Told {
  readonly model: Model
  readonly subject: Fact | undefined
}

/** Whether money on both sides is in one currency. */
export function sameCurrency({ base, other }: Pick<Ends, 'base' | 'other'>): boolean {
  return base.review.model.units.reporting === other.review.model.units.reporting
}

/** Numbers of one state as the other would say them; unknown where no factor or rate leads there. */
export function toldIn(value: ByMonth, money: boolean, was: Told, is: Told): ByMonth {
  const [own, unit] = [was, is].map(({ model, subject }) =>
    money ? model.units.reporting : subject && unitOf(subject),
  )
  if (own === undefined || unit === undefined || own === unit) return value
  return (month) => {
    const old = value(month)
    if (old === undefined) return undefined
    const factor =
      is.model.units.factor(own, unit, is.subject, month) ??
      was.model.units.factor(own, unit, was.subject, month)
    return factor && multiply(old, factor)
  }
}

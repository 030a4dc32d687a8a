/** How far the latest call of each fiscal year is from its budget, on both sides. */

import type { Exact } from '../base/exact.ts'
import { minus, sameNumber, sumOver } from '../base/maybe-exact.ts'
import type { Month, MonthRange } from '../base/month.ts'
import { inRange, monthsIn } from '../base/month-set.ts'
import type { Fact } from '../facts/fact.ts'
import type { Model } from '../model/model.ts'
import type { Ends } from './end.ts'
import { pairsOf } from './end.ts'
import { mayDiffer } from './sheets.ts'
import type { Unchanged } from './unchanged.ts'

/** Revenue of a fiscal year less its budget: below 0 where the plan is short of it. */
export interface BudgetGap {
  readonly subject: { readonly kind: string; readonly name: string }
  readonly year: MonthRange
  readonly unit: string | undefined
  readonly old: Exact | undefined
  readonly new: Exact | undefined
  readonly difference: Exact | undefined
}

/** Where the gap differs; of years that both sides have the whole budget and call of. */
export function budgetGaps(ends: Ends, months: MonthRange, same: Unchanged): readonly BudgetGap[] {
  const { base, other } = ends
  const years = fiscalYears(other.review.model, months)
  const unit = other.review.model.units.reporting
  return ['business', 'family'].flatMap((kind) =>
    pairsOf(ends, kind).flatMap((pair) =>
      (mayDiffer(pair, same) ? years : []).flatMap((year): readonly BudgetGap[] => {
        const old = pair.base && gapOf(base.review.model, pair.base, year)
        const now = pair.other && gapOf(other.review.model, pair.other, year)
        if ((old === undefined && now === undefined) || sameNumber(old, now)) return []
        const subject = { kind, name: pair.name }
        return [{ subject, year, unit, old, new: now, difference: minus(now, old) }]
      }),
    ),
  )
}

function fiscalYears(model: Model, months: MonthRange): readonly MonthRange[] {
  const years: MonthRange[] = []
  for (let at = months.from; at <= months.to;) {
    const year = model.year(at)
    years.push(year)
    at = (Math.max(year.to, at) + 1) as Month
  }
  return years
}

function gapOf(model: Model, subject: Fact, year: MonthRange): Exact | undefined {
  const all = [...monthsIn(year)]
  const budget = sumOver(all, (month) => model.value('budget', 'revenue', subject, month))
  // A call of thousands of families is not worked out where there is nothing to hold it against.
  return (
    budget &&
    minus(
      sumOver(all, (month) => callIn(model, subject, month)),
      budget,
    )
  )
}

/** The business has the revenue of the families that live in the month. */
function callIn(model: Model, subject: Fact, month: Month): Exact | undefined {
  if (subject.kind === 'family') return model.value('outlook', 'revenue', subject, month)
  const alive = model.families.filter((family) => {
    const life = model.life(family)
    return life !== undefined && inRange(life, month)
  })
  return sumOver(alive, (family) => model.value('outlook', 'revenue', family, month))
}

/** What the revisions of the closed cycle made of its plan: the next cycle goes on from that. */

import type { Month, MonthRange } from '../base/month.ts'
import { monthsIn } from '../base/month-set.ts'
import { plainDecimal } from '../base/exact.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn } from '../facts/fact.ts'
import type { Model } from '../model/model.ts'
import { convert } from '../units/amount.ts'
import { unitName, unitOf } from '../units/owner.ts'
import { SERIES, seriesSpec } from '../vocabulary/series.ts'

/** A cell of the plan that a revision changed and that no table of the next cycle says yet. */
export interface Revised {
  readonly family: Fact
  readonly series: string
  readonly month: Month
}

/** The revised flows of a plan, each until a table has taken it in. */
export interface RevisedPlan {
  /**
   * What a statement writes in a cell instead; undefined where no revision changed it. A number that
   * has no decimals in the statement's unit leaves its cell blank, and is left over.
   */
  readonly take: (statement: Fact, series: string, month: Month) => string | undefined
  readonly left: () => readonly Revised[]
}

/** Stocks are not carried on, nor what a plan never states, so that only changed flows count. */
export function readRevised(model: Model, cycle: Fact, next: MonthRange): RevisedPlan {
  const changed = new Map<Fact, Map<string, Set<Month>>>()
  const taken = new Map<Fact, Map<string, Set<Month>>>()
  for (const family of changedFamilies(model, cycle)) {
    const bySeries = new Map<string, Set<Month>>()
    changed.set(family, bySeries)
    taken.set(family, new Map(SERIES.map(({ series }) => [series, new Set()])))
    for (const { series, nature, computed } of SERIES) {
      if (nature === 'stock' || computed !== undefined) continue
      const months = [...monthsIn(next)].filter(
        (month) => model.origin(cycle, series, family, month).from === 'change',
      )
      if (months.length > 0) bySeries.set(series, new Set(months))
    }
  }
  return {
    take: (statement, series, month) => {
      const family = factIn(statement, 'family')
      if (family === undefined || statement.kind !== 'plan') return undefined
      if (changed.get(family)?.get(series)?.has(month) !== true) return undefined
      const text = written(model, cycle, statement, family, series, month)
      if (text !== undefined) taken.get(family)?.get(series)?.add(month)
      return text ?? '-'
    },
    left: () =>
      [...changed].flatMap(([family, bySeries]) =>
        [...bySeries].flatMap(([series, months]) =>
          [...months]
            .filter((month) => taken.get(family)?.get(series)?.has(month) !== true)
            .map((month) => ({ family, series, month })),
        ),
      ),
  }
}

/** A revised number in the family's unit, for a statement that is written anew. */
export function revisedText(
  model: Model,
  cycle: Fact,
  { family, series, month }: Revised,
): string | undefined {
  const value = model.value(cycle, series, family, month)
  return value === undefined ? undefined : plainDecimal(value)
}

function changedFamilies({ facts }: Model, cycle: Fact): readonly Fact[] {
  const revised = facts.of('revision').some((revision) => factIn(revision, 'cycle') === cycle)
  return revised ? facts.of('family') : []
}

/** In the unit that the statement says its numbers are in. */
function written(
  model: Model,
  cycle: Fact,
  statement: Fact,
  family: Fact,
  series: string,
  month: Month,
): string | undefined {
  const { units } = model
  const value = model.value(cycle, series, family, month)
  if (value === undefined) return undefined
  const money = seriesSpec(series)?.dimension === 'money'
  const kept = money ? units.reporting : unitOf(family)
  const said = unitName(statement.fields.get('in'))
  const fits = said !== undefined && units.isCurrency(said) === money
  const number = convert(units, value, kept, fits ? said : kept, family, month)
  return number === undefined ? undefined : plainDecimal(number)
}

/** What follows for a family's series from its demand strategy. */

import type { Fact } from '../facts/fact.ts'
import { wordIn } from '../facts/fact.ts'
import { SERIES, STRATEGIES } from '../vocabulary/series.ts'
import type { SeriesSpec, Strategy } from '../vocabulary/series.ts'

/** Undefined where the family says none, or one that cannot be read. */
export function strategyOf(family: Fact): Strategy | undefined {
  const word = wordIn(family, 'strategy') as Strategy | undefined
  return word !== undefined && STRATEGIES.includes(word) ? word : undefined
}

/** The series that are expected of a family, in the order of the table; of an unknown strategy none. */
export function expectedSeries(family: Fact): readonly SeriesSpec[] {
  const strategy = strategyOf(family)
  return strategy === undefined ? [] : SERIES.filter((spec) => spec.expectedOf.includes(strategy))
}

/** The flows that a plan must state, since nothing gives them: shipments, of what is finished to order. */
export function flowsToPlan(family: Fact): readonly string[] {
  return FLOWS_TO_PLAN.get(strategyOf(family)) ?? []
}

const FLOWS_TO_PLAN = new Map(
  [undefined, ...STRATEGIES].map((strategy) => [
    strategy,
    SERIES.filter(({ nature, computed, unstated }) => {
      const other = strategy === undefined ? unstated : unstated?.[strategy]
      return nature === 'flow' && computed === undefined && other === undefined
    }).map(({ series }) => series),
  ]),
)

/** What a series is where nobody states it: another series, or 0; undefined where it is unknown. */
export function unstatedOf(family: Fact, spec: SeriesSpec): string | 0 | undefined {
  const strategy = strategyOf(family)
  return strategy && spec.unstated?.[strategy]
}

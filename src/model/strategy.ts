/** What follows for a family's series from its demand strategy. */

import type { Fact } from '../facts/fact.ts'
import { wordIn } from '../facts/fact.ts'
import { SERIES, STRATEGIES } from '../vocabulary/series.ts'
import type { SeriesSpec, Strategy } from '../vocabulary/series.ts'

/** Undefined where the family says none, or one that cannot be read. */
export function strategyOf(family: Fact): Strategy | undefined {
  const word = wordIn(family, 'strategy')
  return STRATEGIES.find((strategy) => strategy === word)
}

/** The series that are expected of a family, in the order of the table; of an unknown strategy none. */
export function expectedSeries(family: Fact): readonly SeriesSpec[] {
  const strategy = strategyOf(family)
  return strategy === undefined ? [] : SERIES.filter((spec) => spec.expectedOf.includes(strategy))
}

/** What a series is where nobody states it: another series, or 0; undefined where it is unknown. */
export function unstatedOf(family: Fact, spec: SeriesSpec): string | 0 | undefined {
  const strategy = strategyOf(family)
  return strategy && spec.unstated?.[strategy]
}

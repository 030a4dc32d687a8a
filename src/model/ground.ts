/** What every part of the model stands on: facts, units, cycles, and where problems go. */

import type { Day } from '../base/date.ts'
import { addMonths, monthOf } from '../base/month.ts'
import type { MonthRange } from '../base/month.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Facts } from '../facts/fact.ts'
import type { Units } from '../units/units.ts'
import { readCycles } from './cycles.ts'
import type { Cycles } from './cycles.ts'
import type { KeptFacts } from './kept.ts'
import type { ModelOptions } from './model.ts'
import { MOST_MONTHS } from './rows.ts'

export interface Ground {
  readonly facts: Facts
  readonly units: Units
  readonly today: Day
  /** The months that are read: a year mistyped must not make a column of a hundred centuries. */
  readonly reach: MonthRange
  readonly cycles: Cycles
  readonly problems: Diagnostic[]
  /** What tables said before: see `kept.ts`. */
  readonly kept: KeptFacts | undefined
  /** Pairs of places that were reported, so that each is reported once. */
  readonly reported: Set<string>
}

export function makeGround(facts: Facts, units: Units, options: ModelOptions): Ground {
  const now = monthOf(options.today)
  const reach = { from: addMonths(now, -MOST_MONTHS / 2), to: addMonths(now, MOST_MONTHS / 2) }
  return {
    facts,
    units,
    today: options.today,
    reach,
    cycles: readCycles(facts, options, reach),
    problems: [],
    kept: options.kept,
    reported: new Set(),
  }
}

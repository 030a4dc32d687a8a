/** Minimum, target and maximum of stocks: lines of a family whose values are expressions. */

import type { Exact } from '../base/exact.ts'
import { monthsIn } from '../base/month-set.ts'
import type { Month, MonthRange } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import { rangeIn, wordIn } from '../facts/fact.ts'
import { EMPTY, makeDraft, put } from './column.ts'
import type { Column, EvaluateBound } from './model.ts'

export interface Bounds {
  readonly column: (kind: string, series: string, family: Fact) => Column
  /** The line that holds in a month: the latest of those that begin before it. */
  readonly line: (kind: string, series: string, family: Fact, month: Month) => Fact | undefined
}

export function makeBounds(range: MonthRange | undefined, evaluate: EvaluateBound): Bounds {
  return {
    line: lineFor,
    column: (kind, series, family) => {
      if (
        range === undefined ||
        !(family.lines.get(kind) ?? []).some((line) => wordIn(line, 'series') === series)
      ) {
        return EMPTY
      }
      const draft = makeDraft(range)
      for (const month of monthsIn(range)) {
        const line = lineFor(kind, series, family, month)
        if (line === undefined) continue
        const value: Exact | undefined = evaluate(line, family, month)
        put(draft, month - range.from, value)
        draft.stated[month - range.from] = 1
      }
      return draft
    },
  }
}

function lineFor(kind: string, series: string, family: Fact, month: Month): Fact | undefined {
  let best: Fact | undefined
  let latest = Number.NEGATIVE_INFINITY
  for (const line of family.lines.get(kind) ?? []) {
    if (wordIn(line, 'series') !== series) continue
    const from = rangeIn(line, 'from')?.from ?? Number.NEGATIVE_INFINITY
    const until = rangeIn(line, 'until')?.to ?? Number.POSITIVE_INFINITY
    // Of two from one month the binder has said so; the first holds.
    if (month < from || month > until || (best !== undefined && from <= latest)) continue
    best = line
    latest = from
  }
  return best
}

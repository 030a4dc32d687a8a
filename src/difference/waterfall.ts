/** How plans of a series moved from cycle to cycle, and how far from what happened: the waterfall. */

import { add, divide, subtract } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import { plus } from '../base/maybe-exact.ts'
import type { Month, MonthRange } from '../base/month.ts'
import { inRange, monthsIn } from '../base/month-set.ts'
import type { Fact } from '../facts/fact.ts'
import { nameOf } from '../facts/fact.ts'
import { monthOfCycle } from '../model/cycles.ts'
import type { Model } from '../model/model.ts'

/** Rows are cycles, the oldest first; columns are months. */
export interface Waterfall {
  readonly months: MonthRange
  readonly rows: readonly WaterfallRow[]
  /** By month of the columns, where it is over: part of a month is no actual of it. */
  readonly actual: readonly (Exact | undefined)[]
}

export interface WaterfallRow {
  readonly cycle: string
  readonly held: Month
  /** What the cycle planned, its revisions applied, by month of the columns. */
  readonly values: readonly (Exact | undefined)[]
}

/** How far plans were from actuals that many months later. */
export interface Bias {
  /** Months from the cycle to the month planned: 0 is the cycle's own month. */
  readonly lag: number
  /** Months that are over, and have a plan of this lag and an actual. */
  readonly months: number
  /** The sum of plan less actual: above 0 where too much was planned. */
  readonly error: Exact
  /** The same by the sum of the actuals; undefined where that is 0. */
  readonly share: Exact | undefined
}

/** Undefined where no cycle has a horizon. Cycles up to the checked one count. */
export function waterfallOf(model: Model, series: string, family: Fact): Waterfall | undefined {
  const cycles = cyclesOf(model)
  const [first] = cycles
  if (first === undefined) return undefined
  const from = first.horizon.from
  const to = Math.max(...cycles.map(({ horizon }) => horizon.to)) as Month
  const months = [...monthsIn({ from, to })]
  return {
    months: { from, to },
    rows: cycles.map(({ cycle, held, horizon }) => ({
      cycle: nameOf(cycle),
      held,
      values: months.map((month) =>
        inRange(horizon, month) ? model.value(cycle, series, family, month) : undefined,
      ),
    })),
    actual: months.map((month) =>
      model.lastDay(month) < model.today ? model.value('actual', series, family, month) : undefined,
    ),
  }
}

/** Of lags that any closed month has both numbers of, the shortest first. */
export function biasByLag({ months, rows, actual }: Waterfall): readonly Bias[] {
  const sums = new Map<number, { months: number; error: Exact; actual: Exact }>()
  for (const { held, values } of rows) {
    for (const [at, planned] of values.entries()) {
      const happened = actual[at]
      const lag = months.from + at - held
      if (planned === undefined || happened === undefined || lag < 0) continue
      const sum = sums.get(lag) ?? { months: 0, error: 0, actual: 0 }
      const error = plus(sum.error, subtract(planned, happened))
      const total = add(sum.actual, happened)
      if (error === undefined || total === undefined) continue
      sums.set(lag, { months: sum.months + 1, error, actual: total })
    }
  }
  return [...sums]
    .toSorted(([a], [b]) => a - b)
    .map(([lag, sum]) => ({
      lag,
      months: sum.months,
      error: sum.error,
      share: divide(sum.error, sum.actual),
    }))
}

interface Held {
  readonly cycle: Fact
  readonly held: Month
  readonly horizon: MonthRange
}

function cyclesOf(model: Model): readonly Held[] {
  const last = model.cycle && monthOfCycle(model.cycle)
  return model.facts
    .of('cycle')
    .flatMap((cycle): readonly Held[] => {
      const held = monthOfCycle(cycle)
      const horizon = model.horizonOf(cycle)
      if (held === undefined || horizon === undefined) return []
      return last !== undefined && held > last ? [] : [{ cycle, held, horizon }]
    })
    .toSorted((a, b) => a.held - b.held)
}

/** Time fences: how far each reaches, and which governs a month. */

import { addDuration } from '../base/date.ts'
import type { Day } from '../base/date.ts'
import { addMonths } from '../base/month.ts'
import type { Month, MonthRange } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import { factsIn } from '../facts/fact.ts'
import type { Calendar } from './calendar.ts'
import type { Ground } from './ground.ts'

export interface Fences {
  readonly fence: (name: string, family: Fact, cycle: Fact | undefined) => MonthRange | undefined
  readonly fenceEnd: (name: string, family: Fact, cycle: Fact | undefined) => Day | undefined
  readonly zone: (family: Fact, month: Month, cycle: Fact | undefined) => Fact | undefined
}

export function readFences(ground: Ground, calendar: Calendar): Fences {
  const fences = ground.facts.of('fence')
  const names = [...new Set(fences.map((fence) => fence.name))]
  const horizonOf = (cycle: Fact | undefined): MonthRange | undefined =>
    cycle === undefined ? ground.cycles.horizon : ground.cycles.horizonOf(cycle)
  const end = (fence: Fact | undefined, horizon: MonthRange | undefined): Day | undefined => {
    const length = fence?.fields.get('length')?.value
    if (length?.type !== 'duration' || horizon === undefined) return undefined
    const { duration } = length
    // Months are periods of the calendar, which may start on another day than the first.
    if (duration.of === 'month') return calendar.firstDay(addMonths(horizon.from, duration.count))
    return addDuration(calendar.firstDay(horizon.from), duration)
  }
  const inside = (
    fence: Fact | undefined,
    horizon: MonthRange | undefined,
  ): MonthRange | undefined => {
    const reach = end(fence, horizon)
    if (reach === undefined || horizon === undefined) return undefined
    let to: Month = addMonths(horizon.from, -1)
    while (to < horizon.to && calendar.firstDay(addMonths(to, 1)) < reach) to = addMonths(to, 1)
    return to < horizon.from ? undefined : { from: horizon.from, to }
  }
  return {
    fence: (name, family, cycle) => inside(governing(fences, name, family), horizonOf(cycle)),
    fenceEnd: (name, family, cycle) => end(governing(fences, name, family), horizonOf(cycle)),
    zone: (family, month, cycle) => {
      const horizon = horizonOf(cycle)
      let shortest: { readonly fence: Fact; readonly to: Day } | undefined
      for (const name of names) {
        const fence = name === undefined ? undefined : governing(fences, name, family)
        const range = inside(fence, horizon)
        const to = end(fence, horizon)
        if (fence === undefined || range === undefined || to === undefined) continue
        if (month < range.from || month > range.to) continue
        if (shortest === undefined || to < shortest.to) shortest = { fence, to }
      }
      return shortest?.fence
    },
  }
}

/** A fence about the family goes before one for all. */
function governing(fences: readonly Fact[], name: string, family: Fact): Fact | undefined {
  let general: Fact | undefined
  for (const fence of fences) {
    if (fence.name !== name) continue
    if (factsIn(fence, 'families').includes(family)) return fence
    if (!fence.fields.has('families') && general === undefined) general = fence
  }
  return general
}

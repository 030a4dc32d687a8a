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

/** The months that a fence holds, and the first day outside it. */
interface Zone {
  readonly fence: Fact
  readonly months: MonthRange
  readonly reach: Day
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
  const known = new Map<Fact | undefined, Map<Fact, readonly Zone[]>>()
  const zones = (family: Fact, cycle: Fact | undefined): readonly Zone[] => {
    const ofCycle = known.get(cycle) ?? new Map<Fact, readonly Zone[]>()
    known.set(cycle, ofCycle)
    let own = ofCycle.get(family)
    if (own === undefined) {
      const horizon = horizonOf(cycle)
      const found = names.flatMap((name): readonly Zone[] => {
        const fence = name === undefined ? undefined : governing(fences, name, family)
        const months = inside(fence, horizon)
        const reach = end(fence, horizon)
        if (fence === undefined || months === undefined || reach === undefined) return []
        return [{ fence, months, reach }]
      })
      // The shortest first.
      own = found.toSorted((a, b) => a.reach - b.reach)
      ofCycle.set(family, own)
    }
    return own
  }
  return {
    fence: (name, family, cycle) => inside(governing(fences, name, family), horizonOf(cycle)),
    fenceEnd: (name, family, cycle) => end(governing(fences, name, family), horizonOf(cycle)),
    zone: (family, month, cycle) =>
      zones(family, cycle).find(({ months: { from, to } }) => month >= from && month <= to)?.fence,
  }
}

/** A fence about the family goes before one for all. */
function governing(fences: readonly Fact[], name: string, family: Fact): Fact | undefined {
  let general: Fact | undefined
  for (const fence of fences) {
    if (fence.name !== name) continue
    if (factsIn(fence, 'families').includes(family)) return fence
    // One that cannot be read may be about some families alone.
    const isGeneral = !fence.fields.has('families') && !fence.damaged
    if (isGeneral && general === undefined) general = fence
  }
  return general
}

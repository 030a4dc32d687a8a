/** The cycles in order, their horizons, and the one a run is about. */

import { addDuration } from '../base/date.ts'
import { addMonths, firstDay, monthOf, printMonth } from '../base/month.ts'
import { overlap } from '../base/month-set.ts'
import type { Month, MonthRange } from '../base/month.ts'
import type { Fact, Facts } from '../facts/fact.ts'
import { factIn, rangeIn } from '../facts/fact.ts'
import { lineField } from '../units/owner.ts'
import type { ModelOptions } from './model.ts'

export interface Cycles {
  /** In order of their months, up to the checked one. */
  readonly past: readonly Fact[]
  readonly checked: Fact | undefined
  readonly horizon: MonthRange | undefined
  readonly horizonOf: (cycle: Fact) => MonthRange | undefined
  readonly previous: (cycle: Fact) => Fact | undefined
}

export function readCycles(facts: Facts, options: ModelOptions, reach: MonthRange): Cycles {
  const all = [...facts.of('cycle')]
    .filter((cycle) => monthOfCycle(cycle) !== undefined)
    .toSorted((a, b) => (monthOfCycle(a) ?? 0) - (monthOfCycle(b) ?? 0))
  const horizons = new Map(all.map((cycle) => [cycle, readHorizon(cycle, reach)]))
  const place = new Map(all.map((cycle, index) => [cycle, index]))
  const checked = chosen(facts, options, all)
  const end = checked === undefined ? 0 : (place.get(checked) ?? 0) + 1
  return {
    past: all.slice(0, end),
    checked,
    horizon: checked && horizons.get(checked),
    horizonOf: (cycle) => horizons.get(cycle),
    previous: (cycle) => all[(place.get(cycle) ?? 0) - 1],
  }
}

export function monthOfCycle(cycle: Fact): Month | undefined {
  return rangeIn(cycle, 'month')?.from
}

/** The folder that keeps what a cycle said once it is closed. */
export function closedFolder(month: Month): string {
  return `closed/${printMonth(month)}`
}

/** Where a file stood before its cycle was closed; its own path where it is no closed cycle's. */
export function pathBeforeClosing(path: string): string {
  return path.replace(/^closed\/\d{4}-\d\d\//, '')
}

/** The cycle at the bottom of a scenario; undefined where there is none. Nothing goes in circles. */
export function cycleOf(scenario: Fact): Fact | undefined {
  let at: Fact | undefined = scenario
  while (at?.kind === 'scenario') at = factIn(at, 'on')
  return at?.kind === 'cycle' ? at : undefined
}

function chosen(facts: Facts, options: ModelOptions, all: readonly Fact[]): Fact | undefined {
  const scenario =
    options.scenario === undefined ? undefined : facts.named('scenario', options.scenario)
  const below = scenario && cycleOf(scenario)
  if (below !== undefined) return below
  if (options.cycle === undefined) return all.at(-1)
  return all.find((cycle) => monthOfCycle(cycle) === options.cycle)
}

function readHorizon(cycle: Fact, reach: MonthRange): MonthRange | undefined {
  const month = monthOfCycle(cycle)
  const range = month === undefined ? undefined : horizonAt(cycle, month)
  return range && overlap(range, reach)
}

/** What a cycle's horizon is, or would be if the cycle were held in another month. */
export function horizonAt(cycle: Fact, month: Month): MonthRange | undefined {
  const field = lineField(cycle, 'cycle-horizon', 'horizon')?.value
  const held = monthOfCycle(cycle)
  if (field === undefined || held === undefined) return undefined
  if (field.type === 'months') {
    const later = month - held
    return { from: addMonths(field.from, later), to: addMonths(field.to ?? field.from, later) }
  }
  if (field.type !== 'duration') return undefined
  // A length counts from the cycle's month, which is the first of its horizon.
  const { count, of } = field.duration
  if (of === 'month') return { from: month, to: addMonths(month, count - 1) }
  const days = Math.max(daysIn(count, of) - 1, 0)
  return { from: month, to: monthOf(addDuration(firstDay(month), { count: days, of: 'day' })) }
}

function daysIn(count: number, of: 'week' | 'day'): number {
  return of === 'week' ? count * 7 : count
}

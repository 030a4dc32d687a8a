/** Waivers and due dates: which findings count, which are to be done, which are accepted. */

import type { Fact, Facts } from '../facts/fact.ts'
import { dayIn, factIn, factsIn, nameOf, rangeIn, wordIn } from '../facts/fact.ts'
import type { Model } from '../model/model.ts'
import type { Draft } from './collect.ts'

/** Waivers by the rule they are about. */
export type Waivers = ReadonlyMap<string, readonly Fact[]>

export function readWaivers(facts: Facts): Waivers {
  const waivers = new Map<string, Fact[]>()
  for (const waive of facts.of('waive')) {
    const rule = wordIn(waive, 'rule')
    if (rule === undefined) continue
    const list = waivers.get(rule)
    if (list === undefined) waivers.set(rule, [waive])
    else list.push(waive)
  }
  return waivers
}

/**
 * The waiver that accepts a finding: in force, about one of its facts, and covering its months.
 * What could not be read of a waiver is taken to cover the finding: its line has its message.
 */
export function waiverOf(model: Model, waivers: Waivers, draft: Draft): Fact | undefined {
  return waivers.get(draft.rule)?.find((waive) => {
    const until = dayIn(waive, 'until')
    if (until === undefined ? !waive.damaged : model.today > until) return false
    const about = factsIn(waive, 'about')
    if (about.length > 0 && !draft.about.some((fact) => about.includes(fact))) return false
    const range = rangeIn(waive, 'months')
    if (range?.from === undefined) return true
    const { from } = range
    const to = range.to ?? model.horizon?.to ?? from
    return draft.months.length > 0 && draft.months.every((m) => m.from >= from && m.to <= to)
  })
}

/**
 * Whether a rule that holds `after` a step counts by now: from the day after that step's meeting
 * of the checked cycle. Without a meeting on record it does not count yet.
 */
export function isDue(model: Model, step: string): boolean {
  const meetings = model.cycle?.lines.get('meeting') ?? []
  return meetings.some((meeting) => {
    const of = factIn(meeting, 'step')
    const day = dayIn(meeting, 'on')
    return of !== undefined && nameOf(of) === step && day !== undefined && model.today > day
  })
}

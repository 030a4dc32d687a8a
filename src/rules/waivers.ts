/** Waivers and due dates: which findings count, which are to be done, which are accepted. */

import type { MonthRange, MonthSet } from '../base/month.ts'
import { intersectMonths, makeMonthSet, monthsBesides } from '../base/month-set.ts'
import type { Fact, Facts } from '../facts/fact.ts'
import { dayIn, factIn, factsIn, nameOf, rangeIn, wordIn } from '../facts/fact.ts'
import type { Model } from '../model/model.ts'
import { familiesOf } from '../units/owner.ts'
import type { Draft } from './collect.ts'
import type { Finding } from './finding.ts'
import { keepUses, waivableKinds, type WaiverUse } from './waiver-use.ts'

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

/** The waiver that accepts a finding: one that covers it and has not ended. */
export function waiverOf(model: Model, waivers: Waivers, draft: Draft): Fact | undefined {
  return waivers
    .get(draft.rule)
    ?.find((waive) => inForce(model, waive) && waives(model, waive, draft))
}

/** What could not be read of a waiver is taken to hold: its line has its message. */
function inForce(model: Model, waive: Fact): boolean {
  const until = dayIn(waive, 'until')
  return until === undefined ? waive.damaged : model.today <= until
}

/** Whether a waiver of a finding's rule is about one of its facts, and covers its months. */
export function waives(model: Model, waive: Fact, draft: Draft): boolean {
  if (!isAbout(waive, draft)) return false
  const range = waivedMonths(model, waive)
  if (range === undefined) return true
  return draft.months.length > 0 && monthsBesides(draft.months, range).length === 0
}

function isAbout(waive: Fact, draft: Draft): boolean {
  const about = factsIn(waive, 'about')
  return about.length === 0 || subjectsOf(draft).some((fact) => about.includes(fact))
}

/** What a waiver may name: for a total, an opening or a meeting, which it cannot, whose they are. */
export function subjectsOf({ about }: Pick<Draft, 'about'>): readonly Fact[] {
  const kinds = waivableKinds()
  return about.flatMap((fact) => {
    if (kinds.includes(fact.kind)) return [fact]
    return [fact, fact.parent, ...familiesOf(fact)].filter((each) => each !== undefined)
  })
}

/** Undefined for one of whatever months. */
function waivedMonths(model: Model, waive: Fact): MonthRange | undefined {
  const range = rangeIn(waive, 'months')
  if (range?.from === undefined) return undefined
  return { from: range.from, to: range.to ?? model.horizon?.to ?? range.from }
}

/** The months besides its own of findings that a waiver covers in part. */
function lackingMonths(model: Model, waive: Fact, own: readonly Draft[]): MonthSet {
  const range = waivedMonths(model, waive)
  if (range === undefined) return []
  const inPart = own.filter(
    (draft) => isAbout(waive, draft) && intersectMonths(draft.months, [range]).length > 0,
  )
  return monthsBesides(makeMonthSet(inPart.flatMap(({ months }) => months)), range)
}

/** Tells the rules about waivers what each accepts; `judged` are the rules that lacked nothing. */
export function recordUse(
  model: Model,
  waivers: Waivers,
  judged: ReadonlySet<string>,
  findings: readonly Finding[],
): void {
  const uses = new Map<Fact, WaiverUse>()
  for (const [rule, list] of waivers) {
    const own = findings.filter((finding) => finding.rule === rule)
    // A scenario shows what might be: a waiver is for what is planned. What could not be read may
    // be what needs it.
    const sure = judged.has(rule) && model.scenario === undefined && model.facts.complete
    for (const waive of list) {
      const covered = own.filter((finding) => waives(model, waive, finding))
      // One that has ended is missed where no other accepts the finding in its place.
      const accepted = inForce(model, waive)
        ? covered
        : covered.filter((finding) => finding.waiver === undefined)
      const lacking = accepted.length > 0 ? [] : lackingMonths(model, waive, own)
      uses.set(waive, { judged: sure, lacking, ...useOf(model, waive, accepted) })
    }
  }
  keepUses(model, uses)
}

function useOf(
  model: Model,
  waive: Fact,
  accepted: readonly Draft[],
): Omit<WaiverUse, 'judged' | 'lacking'> {
  const dated = accepted.every((draft) => draft.months.length > 0)
  const months = dated ? makeMonthSet(accepted.flatMap((draft) => draft.months)) : []
  const named = factsIn(waive, 'about')
  const kind = named.length > 0 ? undefined : sharedKind(accepted)
  const facts = new Set(accepted.flatMap(subjectsOf))
  const needs = [...facts].filter((each) => named.includes(each) || each.kind === kind)
  const covers = kind === undefined ? named.length : model.facts.of(kind).length
  return { findings: accepted.length, needs, covers, months }
}

/** A kind that a waiver may name, and of which each of these findings is about a fact. */
function sharedKind(drafts: readonly Draft[]): string | undefined {
  if (drafts.length === 0) return undefined
  return waivableKinds().find((kind) =>
    drafts.every((draft) => subjectsOf(draft).some((fact) => fact.kind === kind)),
  )
}

/**
 * Whether a rule that holds `after` a step counts by now: from the day after that step's meeting
 * of the checked cycle. A step without a date is over with a later one, and with the cycle's month at
 * the latest: else to leave a meeting out would put off for good what is due after it. With `passed`,
 * the meetings of that step and of those before it count as held.
 */
export function isDue(model: Model, step: string, passed?: string): boolean {
  const place = orderOf(model, step)
  if (passed !== undefined && place <= orderOf(model, passed)) return true
  const { cycle, today } = model
  const dated = (cycle?.lines.get('meeting') ?? []).flatMap((meeting) => {
    const of = factIn(meeting, 'step')
    const day = dayIn(meeting, 'on')
    return of === undefined || day === undefined ? [] : [{ name: nameOf(of), day }]
  })
  const own = dated.filter(({ name }) => name === step)
  if (own.length > 0) return own.some(({ day }) => today > day)
  const month = cycle && rangeIn(cycle, 'month')?.from
  if (month !== undefined && today > model.lastDay(month)) return true
  return dated.some(({ name, day }) => orderOf(model, name) > place && today > day)
}

/** The place of a step in its process, as that lists them. */
function orderOf(model: Model, name: string): number {
  const step = model.facts.named('step', name)
  return step?.parent?.lines.get(step.kind)?.indexOf(step) ?? Number.POSITIVE_INFINITY
}

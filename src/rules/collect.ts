/** Makes findings of counterexamples: adjacent months are one, and so is what one text says. */

import { gather } from '../base/gather.ts'
import { makeMonthSet } from '../base/month-set.ts'
import { type MonthRange, printMonth, printRange } from '../base/month.ts'
import { compareSpans } from '../base/source.ts'
import { textIn } from '../facts/fact.ts'
import type { Finding } from './finding.ts'
import type { Counterexample, Run } from './run.ts'

const NO_MONTHS: readonly MonthRange[] = []

/** A finding before it is known whether it counts, is to be done, or is waived. */
export type Draft = Omit<Finding, 'key' | 'due' | 'waiver'>

/**
 * Counterexamples at one text that differ in their month alone are one finding: a table row may
 * state many months. Where the rule collects months, so are those of adjacent months. All of one
 * finding are as grave: it says the numbers of its first month, which may not hide a worse one.
 */
export function draftsOf(run: Run): readonly Draft[] {
  return groupsOf(run)
    .map((group) => draftOf(run, group))
    .toSorted((a, b) => compareSpans(a.span, b.span))
}

function groupsOf({ rule, counterexamples }: Run): readonly (readonly Counterexample[])[] {
  // Where no month is bound, no two of them differ in a month alone.
  if (!rule.loops.some(({ variable }) => variable.type.is === 'month')) {
    return counterexamples.map((each) => [each])
  }
  const collects = rule.collect !== undefined
  const groups = gather(counterexamples, ({ key, span: { source, start, end } }) =>
    collects ? key : `${key} ${source.path} ${start} ${end}`,
  )
  const found = [...groups.values()]
  return (collects ? found.flatMap(adjacent) : found).flatMap(bySeverity)
}

function bySeverity(group: readonly Counterexample[]): readonly (readonly Counterexample[])[] {
  if (group.length === 1) return [group]
  return [...gather(group, ({ severity }) => severity).values()]
}

/** Splits counterexamples that differ in their month alone where a month lies between them. */
function adjacent(group: readonly Counterexample[]): readonly (readonly Counterexample[])[] {
  const joined: Counterexample[][] = []
  let before = Number.NEGATIVE_INFINITY
  for (const each of group.toSorted((a, b) => (a.month ?? 0) - (b.month ?? 0))) {
    const month = each.month ?? 0
    if (month - before > 1) joined.push([])
    joined.at(-1)?.push(each)
    before = month
  }
  return joined
}

function draftOf(run: Run, group: readonly Counterexample[]): Draft {
  const [first] = group as readonly [Counterexample, ...Counterexample[]]
  const { rule } = run
  const months = monthsOf(group)
  return {
    rule: rule.name,
    title: rule.title,
    principle: rule.principle,
    severity: first.severity,
    message: first.message,
    why: textIn(rule.fact, 'why'),
    help: helpOver(first.help, months),
    span: first.span,
    places: group.map((each) => each.place),
    evidence: first.evidence,
    mend: group.length === 1 ? first.fix : undefined,
    about: group.length === 1 ? first.about : [...new Set(group.flatMap((each) => each.about))],
    months,
  }
}

/** Help speaks of the first month: what it tells to write about that is to be about all of them. */
function helpOver(help: string | undefined, months: readonly MonthRange[]): string | undefined {
  const [range, other] = months
  if (help === undefined || range === undefined || other !== undefined) return help
  if (range.from === range.to) return help
  const about = new RegExp(
    `\\b((?:about|of) (?:"[^"]*"|\\S+) )${printMonth(range.from)}(?![-\\d])`,
    'g',
  )
  return help.replace(about, (_, before: string) => `${before}${printRange(range)}`)
}

function monthsOf(group: readonly Counterexample[]): readonly MonthRange[] {
  if (group[0]?.month === undefined) return NO_MONTHS
  return makeMonthSet(
    group.flatMap(({ month }) => (month === undefined ? [] : [{ from: month, to: month }])),
  )
}

/** Makes findings of counterexamples: adjacent months are one, and so is what one text says. */

import { makeMonthSet } from '../base/month-set.ts'
import type { MonthRange } from '../base/month.ts'
import { compareSpans } from '../base/source.ts'
import type { Severity } from '../diagnostics/diagnostic.ts'
import { textIn } from '../facts/fact.ts'
import type { Finding } from './finding.ts'
import type { Counterexample, Run } from './run.ts'

const GRAVITY: readonly Severity[] = ['information', 'warning', 'error']

/** A finding before it is known whether it counts, is to be done, or is waived. */
export type Draft = Omit<Finding, 'key' | 'due' | 'waiver'>

/**
 * Counterexamples at one text that differ in their month alone are one finding: a table row may
 * state many months. Where the rule collects months, so are those of adjacent months.
 */
export function draftsOf(run: Run): readonly Draft[] {
  const collects = run.rule.collect !== undefined
  const groups = new Map<string, Counterexample[]>()
  for (const each of run.counterexamples) {
    const { source, start, end } = each.span
    const key = collects ? each.key : `${each.key} ${source.path} ${start} ${end}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [each])
    else group.push(each)
  }
  const found = [...groups.values()]
  return (collects ? found.flatMap(adjacent) : found)
    .map((group) => draftOf(run, group))
    .toSorted((a, b) => compareSpans(a.span, b.span))
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
  const months: MonthRange[] = group.flatMap((each) =>
    each.month === undefined ? [] : [{ from: each.month, to: each.month }],
  )
  const severity = group.reduce<Severity>(
    (worst, each) =>
      GRAVITY.indexOf(each.severity) > GRAVITY.indexOf(worst) ? each.severity : worst,
    'information',
  )
  return {
    rule: rule.name,
    title: rule.title,
    principle: rule.principle,
    severity,
    message: first.message,
    why: textIn(rule.fact, 'why'),
    help: first.help,
    span: first.span,
    places: group.map((each) => each.place),
    evidence: first.evidence,
    mend: group.length === 1 ? first.fix : undefined,
    about: [...new Set(group.flatMap((each) => each.about))],
    months: makeMonthSet(months),
  }
}

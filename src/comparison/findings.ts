/** Which findings one version has and the other has not. */

import type { MonthRange } from '../base/month.ts'
import { listMonths, makeMonthSet } from '../base/month-set.ts'
import type { Finding, Judgement } from '../rules/finding.ts'

/** A finding with those of its months in which the other version has it not. */
export interface FindingOfOne {
  readonly finding: Finding
  readonly months: readonly MonthRange[]
}

/**
 * Findings of `here` that are not in `there`: of the same key and severity, in the same months. What is still to be done counts as found.
 */
export function onlyIn(here: Judgement, there: Judgement): readonly FindingOfOne[] {
  const known = new Map<string, Set<number>>()
  for (const finding of foundIn(there)) {
    const key = keyOf(finding)
    const months = known.get(key) ?? new Set<number>()
    known.set(key, months)
    for (const month of listMonths(makeMonthSet(finding.months))) months.add(month)
  }
  return foundIn(here).flatMap((finding) => {
    const months = known.get(keyOf(finding))
    if (months === undefined) return [{ finding, months: finding.months }]
    const left = listMonths(makeMonthSet(finding.months)).filter((month) => !months.has(month))
    if (left.length === 0) return []
    return [{ finding, months: makeMonthSet(left.map((month) => ({ from: month, to: month }))) }]
  })
}

function foundIn({ findings, todos }: Judgement): readonly Finding[] {
  return [...findings, ...todos]
}

function keyOf({ key, severity }: Finding): string {
  return `${severity} ${key}`
}

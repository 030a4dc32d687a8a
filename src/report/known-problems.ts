/** Problems that were there before, at a revision or in a baseline: a gate lets them pass. */

import type { MonthRange } from '../base/month.ts'
import { listMonths, makeMonthSet } from '../base/month-set.ts'
import type { Severity } from '../diagnostics/diagnostic.ts'
import { reaches } from '../diagnostics/severity.ts'
import { idOf } from './problem-entry.ts'
import { type Problem, type Report, severityOf } from './report.ts'

/** What is kept of a problem to know it again. */
export interface KnownProblem {
  /** Of the problem without its months: see `finding-id.ts`. */
  readonly id: string
  readonly severity: Severity
  /** None where it is about no month. */
  readonly months: readonly MonthRange[]
}

export function knownProblem(problem: Problem): KnownProblem {
  const severity = severityOf(problem)
  if (problem.sort === 'diagnostic') return { id: idOf(problem), severity, months: [] }
  const { finding } = problem
  const id = idOf({ sort: 'finding', finding: { ...finding, months: [] } })
  return { id, severity, months: finding.months }
}

/**
 * Leaves out what is known. A finding is known where it was at least as grave in each of its months;
 * of several that say the same of no month, as many as there were.
 */
export function withoutKnown(report: Report, known: readonly KnownProblem[]): Report {
  const recognise = recogniser(known)
  const diagnostics = report.diagnostics.filter(
    (diagnostic) => !recognise({ sort: 'diagnostic', diagnostic }),
  )
  const findings = report.findings.filter((finding) => !recognise({ sort: 'finding', finding }))
  const left = diagnostics.length + findings.length
  const all = report.diagnostics.length + report.findings.length
  return { ...report, diagnostics, findings, known: all - left }
}

function recogniser(known: readonly KnownProblem[]): (problem: Problem) => boolean {
  const byId = new Map<string, KnownProblem[]>()
  for (const each of known) {
    const same = byId.get(each.id)
    if (same === undefined) byId.set(each.id, [each])
    else same.push(each)
  }
  return (problem) => {
    const { id, severity, months } = knownProblem(problem)
    const before = byId.get(id)?.filter((each) => reaches(each.severity, severity)) ?? []
    if (months.length > 0) return covers(before, months)
    const [same] = before
    if (same === undefined) return false
    byId.set(id, byId.get(id)?.filter((each) => each !== same) ?? [])
    return true
  }
}

function covers(known: readonly KnownProblem[], months: readonly MonthRange[]): boolean {
  const before = new Set(listMonths(makeMonthSet(known.flatMap((each) => each.months))))
  return listMonths(makeMonthSet(months)).every((month) => before.has(month))
}

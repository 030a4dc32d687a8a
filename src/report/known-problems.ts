/** Problems that were there before, at a revision or in a baseline: a gate lets them pass. */

import { gather } from '../base/gather.ts'
import type { MonthRange } from '../base/month.ts'
import { listMonths, makeMonthSet } from '../base/month-set.ts'
import { saidBefore } from '../base/said-before.ts'
import type { Severity } from '../diagnostics/diagnostic.ts'
import { reaches } from '../diagnostics/severity.ts'
import type { Finding } from '../rules/finding.ts'
import { idOf } from './problem-entry.ts'
import { type Problem, type Report, severityOf } from './report.ts'
import { counted } from './words.ts'

/** Known findings with other numbers that are told. */
const MOST_MOVED = 5

/** What is kept of a problem to know it again. */
export interface KnownProblem {
  /** Of the problem without its months: see `finding-id.ts`. */
  readonly id: string
  readonly severity: Severity
  /** None where it is about no month. */
  readonly months: readonly MonthRange[]
  /** What a finding said, in the words of this run; none where they cannot be compared. */
  readonly message?: string | undefined
}

export function knownProblem(problem: Problem): KnownProblem {
  const severity = severityOf(problem)
  if (problem.sort === 'diagnostic') return { id: idOf(problem), severity, months: [] }
  const { finding } = problem
  const id = idOf({ sort: 'finding', finding: { ...finding, months: [] } })
  return { id, severity, months: finding.months, message: finding.message }
}

/**
 * Leaves out what is known. A finding is known where it was at least as grave in each of its months;
 * of several that say the same of no month, as many as there were. One whose numbers are others now
 * passes, and is told: no rule says which of two numbers is worse.
 */
export function withoutKnown(report: Report, known: readonly KnownProblem[]): Report {
  const recognise = recogniser(known)
  const diagnostics = report.diagnostics.filter(
    (diagnostic) => !recognise({ sort: 'diagnostic', diagnostic }),
  )
  const [found, again] = [[] as Finding[], [] as Finding[]]
  for (const finding of report.findings) {
    const list = recognise({ sort: 'finding', finding }) ? again : found
    list.push(finding)
  }
  const left = diagnostics.length + found.length
  const all = report.diagnostics.length + report.findings.length
  const notes = [...report.notes, ...notesOnMoved(again, known)]
  return { ...report, diagnostics, findings: found, known: all - left, notes }
}

function notesOnMoved(
  again: readonly Finding[],
  known: readonly KnownProblem[],
): readonly string[] {
  const byId = gather(known, ({ id }) => id)
  const moved = again.flatMap((finding) => {
    const { id } = knownProblem({ sort: 'finding', finding })
    const before = saidBefore(finding, byId.get(id) ?? [])
    if (before === undefined) return []
    return [`Known before, and with other numbers now: ${finding.message} (before: ${before}).`]
  })
  const more = moved.length - MOST_MOVED
  return [
    ...moved.slice(0, MOST_MOVED),
    ...(more > 0 ? [`Of ${counted(more, 'more known problem')} the numbers are others now.`] : []),
  ]
}

function recogniser(known: readonly KnownProblem[]): (problem: Problem) => boolean {
  const byId = new Map<string, readonly KnownProblem[]>(gather(known, ({ id }) => id))
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

/** A problem as reports for programs list it: one shape for what a file says wrong and for findings. */

import { type Position, positionOf, type Span } from '../base/source.ts'
import type { Mend, Severity } from '../diagnostics/diagnostic.ts'
import { allDiagnostics } from '../diagnostics/table.ts'
import { wholeMessage } from '../diagnostics/whole-message.ts'
import { findingId, findingIds, shortHash } from './finding-id.ts'
import { type Problem, problemsOf, type Report } from './report.ts'

export interface Entry {
  /** Lasts while lines move and is unique in its report: see `finding-id.ts`. */
  readonly id: string
  /** The rule's or the diagnostic's name. */
  readonly name: string
  readonly title: string
  readonly severity: Severity
  readonly message: string
  readonly help: string | undefined
  readonly span: Span
  readonly mends: readonly Mend[]
  readonly problem: Problem
}

/** Lines and columns from 1; columns count UTF-16 units, and `end` is behind the last one. */
export interface Region {
  readonly start: Position
  readonly end: Position
}

/** The problems of a report, by place. */
export function entriesOf(report: Report): readonly Entry[] {
  return entriesFrom(problemsOf(report), report)
}

/** The entries of problems of a report. */
export function entriesFrom(problems: readonly Problem[], { review }: Report): readonly Entry[] {
  const ids = findingIds(review.judgement)
  const seen = new Map<string, number>()
  return problems.map((problem) => {
    const words = { ...wordsOf(problem), problem }
    const own = problem.sort === 'finding' ? ids.get(problem.finding) : undefined
    if (own !== undefined) return { id: own, ...words }
    const id = idOf(problem)
    const count = (seen.get(id) ?? 0) + 1
    seen.set(id, count)
    return { id: count === 1 ? id : `${id}-${count}`, ...words }
  })
}

/** Not yet unique: problems that say the same of the same things share it. */
export function idOf(problem: Problem): string {
  if (problem.sort === 'finding') return findingId(problem.finding)
  const { code, message } = problem.diagnostic
  return shortHash(JSON.stringify([code, message]))
}

export function regionOf({ source, start, end }: Span): Region {
  return { start: positionOf(source, start), end: positionOf(source, end) }
}

/** A file's path from the folder that a program reads the report in; `folder` may be empty. */
export function pathFrom(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`
}

function wordsOf(problem: Problem): Omit<Entry, 'id' | 'problem'> {
  if (problem.sort === 'diagnostic') {
    const { code, severity, message, help, span, mends } = problem.diagnostic
    const title = allDiagnostics().get(code)?.title ?? code
    return { name: code, title, severity, message, help: help ?? mends[0]?.title, span, mends }
  }
  const { rule, title, severity, help, span, mend } = problem.finding
  const message = wholeMessage(problem.finding)
  const mends = mend === undefined ? [] : [mend]
  return { name: rule, title, severity, message, help: help ?? mend?.title, span, mends }
}

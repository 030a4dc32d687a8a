/** What is reported: a review, and what of it is to be shown. */

import { compareSpans, type Span } from '../base/source.ts'
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts'
import type { Review } from '../pipeline.ts'
import type { Finding } from '../rules/finding.ts'
import type { Unguarded } from '../trials/unguarded.ts'
import { restsOn } from './rests-on.ts'

/** A review with its problems narrowed to what the caller asked to see. */
export interface Report {
  readonly review: Review
  readonly diagnostics: readonly Diagnostic[]
  readonly findings: readonly Finding[]
  readonly todos: readonly Finding[]
  readonly waived: readonly Finding[]
  /** The files and folders that the caller named; none where it asked about all of them. */
  readonly named: readonly string[]
  /** Problems of other files that rest on nothing that stands in a named one. */
  readonly elsewhere: number
  /** Problems that were there before and are not shown: at a revision, or in a baseline. */
  readonly known: number
  /** What the host has to say about the workspace, such as that it has no concord.yaml. */
  readonly notes: readonly string[]
  /** The scenario that was taken as the plan. */
  readonly scenario: string | undefined
  /** The planned numbers that no rule guards, where these were asked for. */
  readonly unguarded?: Unguarded
}

/** What counts against a plan: an error of the language, or a finding of a rule. */
export type Problem =
  | { readonly sort: 'diagnostic'; readonly diagnostic: Diagnostic }
  | { readonly sort: 'finding'; readonly finding: Finding }

/** The problems by place. */
export function problemsOf(report: Report): readonly Problem[] {
  const problems: readonly Problem[] = [
    ...report.diagnostics.map((diagnostic): Problem => ({ sort: 'diagnostic', diagnostic })),
    ...report.findings.map((finding): Problem => ({ sort: 'finding', finding })),
  ]
  return problems.toSorted((a, b) => compareSpans(spanOfProblem(a), spanOfProblem(b)))
}

export function spanOfProblem(problem: Problem): Span {
  return problem.sort === 'diagnostic' ? problem.diagnostic.span : problem.finding.span
}

export function severityOf(problem: Problem): Severity {
  return problem.sort === 'diagnostic' ? problem.diagnostic.severity : problem.finding.severity
}

/**
 * Narrows a review to some files, for which `shows` is true: to what stands there, and to findings
 * that rest on a number written there, since who changed it has to know.
 */
export function reportOn(
  review: Review,
  shows: (path: string) => boolean,
  more: Pick<Report, 'named' | 'notes' | 'scenario' | 'unguarded'>,
): Report {
  const { diagnostics, model, judgement } = review
  const stands = ({ span }: { readonly span: Span }): boolean => shows(span.source.path)
  const concerns = (finding: Finding): boolean => stands(finding) || restsOn(model, finding, shows)
  const shown = {
    diagnostics: diagnostics.filter(stands),
    findings: judgement.findings.filter(concerns),
    todos: judgement.todos.filter(concerns),
    waived: judgement.waived.filter(concerns),
  }
  const all = diagnostics.length + judgement.findings.length
  return {
    review,
    ...shown,
    elsewhere: all - shown.diagnostics.length - shown.findings.length,
    known: 0,
    ...more,
  }
}

/** What an editor underlines: diagnostics, findings, and to-dos, file by file. */

import type { Span } from '../base/source.ts'
import { compareSpans, textOf } from '../base/source.ts'
import type { Diagnostic, Label, Mend, Severity } from '../diagnostics/diagnostic.ts'
import { wholeMessage } from '../diagnostics/whole-message.ts'
import type { Finding } from '../rules/finding.ts'
import { pathOf, perSnapshot, type Snapshot } from './snapshot.ts'

export interface Problem {
  readonly span: Span
  /** A hint is a to-do: it does not count yet. */
  readonly severity: Severity | 'hint'
  /** The diagnostic's code or the rule's name: both are the name of a page. */
  readonly code: string
  readonly message: string
  readonly help: string | undefined
  /** Other places that explain it. */
  readonly labels: readonly Label[]
  /** The text may be deleted as it stands: nothing is said by it. */
  readonly unnecessary: boolean
  readonly mends: readonly Mend[]
  /** Undefined for what the language itself says. */
  readonly finding: Finding | undefined
}

/** How many of a finding's values are shown as places. */
const MOST_LABELS = 5

/** The problems of a file, by place; `concord.yaml` has its own. */
export function problemsIn(snapshot: Snapshot, path: string): readonly Problem[] {
  return problems(snapshot).get(path) ?? []
}

/** Every file that has problems, with them. */
export function allProblems(snapshot: Snapshot): ReadonlyMap<string, readonly Problem[]> {
  return problems(snapshot)
}

const problems = perSnapshot((snapshot): ReadonlyMap<string, readonly Problem[]> => {
  const { diagnostics, judgement } = snapshot.review
  const all = [
    ...snapshot.settingsProblems.map(ofDiagnostic),
    ...diagnostics.map(ofDiagnostic),
    ...judgement.findings.map((finding) => ofFinding(finding, finding.severity)),
    ...judgement.todos.map((finding) => ofFinding(finding, 'hint')),
  ]
  const found = new Map<string, Problem[]>()
  for (const problem of all.toSorted((a, b) => compareSpans(a.span, b.span))) {
    const path = pathOf(problem.span.source)
    const list = found.get(path)
    if (list === undefined) found.set(path, [problem])
    else list.push(problem)
  }
  return found
})

function ofDiagnostic(diagnostic: Diagnostic): Problem {
  const { span, severity, code, message, help, labels, mends } = diagnostic
  const unnecessary = mends.some((mend) => deletes(mend, span))
  return { span, severity, code, message, help, labels, unnecessary, mends, finding: undefined }
}

const byFinding = new WeakMap<Finding, Problem>()

/** A finding is the same as long as nothing it is made of has changed. */
function ofFinding(finding: Finding, severity: Problem['severity']): Problem {
  let problem = byFinding.get(finding)
  if (problem === undefined) byFinding.set(finding, (problem = problemOf(finding, severity)))
  return problem
}

function problemOf(finding: Finding, severity: Problem['severity']): Problem {
  const { span, rule, help, mend, due } = finding
  const message = wholeMessage(finding)
  return {
    span,
    severity,
    code: rule,
    message:
      severity === 'hint' && due !== undefined ? `To do before the ${due}: ${message}` : message,
    help,
    labels: labelsOf(finding),
    unnecessary: false,
    mends: mend === undefined ? [] : [mend],
    finding,
  }
}

/** The values that the rule read, each at the text that says it. */
function labelsOf({ span, evidence }: Finding): readonly Label[] {
  const seen = new Set([placeOf(span)])
  const labels: Label[] = []
  for (const { reading, value, span: place } of evidence) {
    if (place === undefined || seen.has(placeOf(place))) continue
    seen.add(placeOf(place))
    labels.push({ span: place, text: `${reading} = ${value}` })
  }
  return labels.slice(0, MOST_LABELS)
}

function placeOf({ source, start, end }: Span): string {
  return `${source.path}:${start}:${end}`
}

/** Whether a mend takes the text away and puts nothing in its place. */
function deletes({ edits }: Mend, span: Span): boolean {
  return (
    textOf(span) !== '' &&
    edits.every(({ text }) => text === '') &&
    edits.some((edit) => edit.span.start <= span.start && edit.span.end >= span.end)
  )
}

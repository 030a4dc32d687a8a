/** The report for programs. Its shape is stable: absent is null, and fields are only ever added. */

import { printDay } from '../base/date.ts'
import { printMonth } from '../base/month.ts'
import type { Diagnostic, Mend } from '../diagnostics/diagnostic.ts'
import type { Fact } from '../facts/fact.ts'
import type { CellAddress } from '../model/model.ts'
import type { Evidence, Finding, ObjectiveResult, Outcome, Unjudged } from '../rules/finding.ts'
import type { CheckData, FindingData } from './check-data.ts'
import { findingId, type FindingIds, findingIds } from './finding-id.ts'
import { jsonMonths } from './json-parts.ts'
import { jsonPlace } from './json-place.ts'
import { jsonText } from './json-text.ts'
import type { Report } from './report.ts'
import { type Score, scorecard } from './scorecard.ts'
import { jsonUnguarded } from './unguarded.ts'
import { versionName } from './words.ts'

/** Raised when a field changes its meaning. */
const SHAPE = 1

/** The same review gives the same bytes: no times are in it. */
export function jsonReport(report: Report): string {
  return jsonText(checkData(report))
}

/** A report as plain data. */
export function checkData(report: Report): CheckData {
  const { review } = report
  const { model, judgement } = review
  const ids = findingIds(judgement)
  const finding = (found: Finding) => findingJson(found, ids)
  return {
    shape: SHAPE,
    asOf: printDay(model.today),
    cycle: model.cycle?.name ?? null,
    scenario: report.scenario ?? null,
    horizon: model.horizon === undefined ? null : jsonMonths(model.horizon),
    diagnostics: report.diagnostics.map(diagnostic),
    findings: report.findings.map(finding),
    todos: report.todos.map(finding),
    waived: report.waived.map(finding),
    problemsInOtherFiles: report.elsewhere,
    problemsKnown: report.known,
    scorecard: scorecard(review).map(score),
    outcomes: judgement.outcomes.map(outcome),
    unjudged: judgement.unjudged.map(unjudged),
    objectives: judgement.objectives.map(objective),
    unusedAreas: judgement.unusedAreas,
    notes: report.notes,
    unguarded: report.unguarded === undefined ? null : jsonUnguarded(report.unguarded),
  }
}

function diagnostic({ code, severity, span, message, help, labels, mends }: Diagnostic) {
  return {
    code,
    severity,
    message,
    help: help ?? null,
    place: jsonPlace(span),
    labels: labels.map((label) => ({ text: label.text, place: jsonPlace(label.span) })),
    mends: mends.map(mend),
  }
}

/** `ids` are those of the finding's run. */
export function findingJson(found: Finding, ids: FindingIds): FindingData {
  return {
    id: ids.get(found) ?? findingId(found),
    rule: found.rule,
    title: found.title,
    principle: found.principle ?? null,
    severity: found.severity,
    message: found.message,
    why: found.why ?? null,
    help: found.help ?? null,
    place: jsonPlace(found.span),
    about: found.about.map(named),
    months: found.months.map(jsonMonths),
    due: found.due ?? null,
    waiver: found.waiver === undefined ? null : jsonPlace(found.waiver.span),
    evidence: found.evidence.map(evidence),
    mends: found.mend === undefined ? [] : [mend(found.mend)],
  }
}

function evidence({ expression, reading, value, span, cell }: Evidence) {
  return {
    expression,
    reading,
    value,
    place: span === undefined ? null : jsonPlace(span),
    cell: cell === undefined ? null : address(cell),
  }
}

function mend({ title, edits }: Mend) {
  return { title, edits: edits.map(({ span, text }) => ({ place: jsonPlace(span), text })) }
}

function address({ version, series, subject, month }: CellAddress) {
  return {
    version: versionName(version),
    series,
    subject: named(subject),
    month: printMonth(month),
  }
}

function named({ kind, name, index }: Fact) {
  return { kind, name: name ?? null, index }
}

function outcome(of: Outcome) {
  const { rule, title, principle, severity, held, broken, todo, waived } = of
  const counts = { held, broken, todo, waived, unjudged: of.unjudged, findings: of.findings }
  const { unusedAreas } = of
  return { rule, title, principle: principle ?? null, severity, ...counts, unusedAreas }
}

function score({ number, why, ...counts }: Score) {
  return { principle: number ?? null, ...counts, why: why ?? null }
}

function unjudged({ what, months: when, rules, instances }: Unjudged) {
  return { what, months: when.map(jsonMonths), rules, instances }
}

function objective({ objective: fact, held, figures }: ObjectiveResult) {
  return { name: fact.name ?? null, held: held ?? null, place: jsonPlace(fact.span), figures }
}

/**
 * Decides which of the values that a condition read are drawn in the plan, and which are listed.
 * A text is marked with one value; another that was read at the same place is listed.
 */

import { positionOf, type Span } from '../base/source.ts'
import { type Mark, placeOf } from '../markup/excerpt.ts'
import type { Evidence } from '../rules/finding.ts'

/** Lines that are drawn for one finding, the primary one included. */
const MOST_LINES = 4
/** Marks on one line. */
const MOST_MARKS = 5
/** A value further away than this is listed. */
const MOST_DISTANCE = 12
/** Listed values. */
export const MOST_LISTED = 8

export interface ShownEvidence {
  readonly marks: readonly Mark[]
  /** `reading = value`, and the place where it has one. */
  readonly listed: readonly { readonly text: string; readonly place: string | undefined }[]
  /** How many are neither drawn nor listed. */
  readonly more: number
}

export function showEvidence(primary: Span, evidence: readonly Evidence[]): ShownEvidence {
  const marks: Mark[] = []
  const left: Evidence[] = []
  const onLine = new Map<number, number>([[lineOf(primary), 1]])
  for (const value of withoutDoubles(evidence)) {
    const line = value.span === undefined ? undefined : drawableLine(value.span, primary, onLine)
    const taken = marks.some((mark) => value.span !== undefined && sameSpan(mark.span, value.span))
    if (value.span === undefined || line === undefined || taken) {
      left.push(value)
      continue
    }
    onLine.set(line, (onLine.get(line) ?? 0) + 1)
    const isPrimary = sameSpan(value.span, primary)
    marks.push({ span: value.span, label: shortLabel(value), primary: isPrimary })
  }
  if (!marks.some((mark) => mark.primary))
    marks.unshift({ span: primary, label: '', primary: true })
  const listed = left.slice(0, MOST_LISTED).map((value) => ({
    text: labelOf(value),
    place: placeBeside(primary, value.span),
  }))
  return { marks: primaryFirst(marks), listed, more: left.length - listed.length }
}

/** Undefined where it is the place that the finding is about. */
function placeBeside(primary: Span, span: Span | undefined): string | undefined {
  return span === undefined || sameSpan(span, primary) ? undefined : placeOf(span)
}

/** The line of a value that is near enough to be drawn. */
function drawableLine(
  span: Span,
  primary: Span,
  onLine: ReadonlyMap<number, number>,
): number | undefined {
  if (span.source !== primary.source) return undefined
  const line = lineOf(span)
  const marks = onLine.get(line)
  if (marks !== undefined) return marks <= MOST_MARKS ? line : undefined
  const near = Math.abs(line - lineOf(primary)) <= MOST_DISTANCE
  return near && onLine.size < MOST_LINES ? line : undefined
}

function lineOf(span: Span): number {
  return positionOf(span.source, span.start).line
}

/** Versions whose numbers stand in the plan as they are. */
const STATED: ReadonlySet<unknown> = new Set(['plan', 'outlook', 'actual'])

/** In the plan itself the row says which family and month it is. */
function shortLabel(evidence: Evidence): string {
  const { value, cell } = evidence
  return cell !== undefined && STATED.has(cell.version)
    ? `${cell.series} = ${value}`
    : labelOf(evidence)
}

function labelOf({ reading, value }: Evidence): string {
  return `${reading} = ${value}`
}

function withoutDoubles(evidence: readonly Evidence[]): readonly Evidence[] {
  const seen = new Set<string>()
  return evidence.filter((value) => {
    const label = labelOf(value)
    return !seen.has(label) && seen.add(label)
  })
}

function sameSpan(a: Span, b: Span): boolean {
  return a.source === b.source && a.start === b.start && a.end === b.end
}

function primaryFirst(marks: readonly Mark[]): readonly Mark[] {
  return [...marks.filter((mark) => mark.primary), ...marks.filter((mark) => !mark.primary)]
}

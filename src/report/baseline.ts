/** The baseline of a workspace that starts with findings: the problems that its gate lets pass. */

import { type MonthRange, parseMonth, printRange } from '../base/month.ts'
import { SEVERITIES } from '../diagnostics/severity.ts'
import { jsonText } from './json-text.ts'
import { type KnownProblem, knownProblem } from './known-problems.ts'
import { entriesOf } from './problem-entry.ts'
import type { Report } from './report.ts'

/** Raised when a field changes its meaning. */
const SHAPE = 1

/** Rule and message stand there for who reads it; problems are known by id, severity and months. */
export function baselineText(report: Report): string {
  const known = entriesOf(report).map(({ name, message, problem }) => {
    const { id, severity, months } = knownProblem(problem)
    return { id, rule: name, severity, message, months: months.map(printRange) }
  })
  // By name and not by place, so that a moved line changes no line of the baseline.
  const problems = known.toSorted(
    (a, b) => compare(a.rule, b.rule) || compare(a.id, b.id) || compare(a.message, b.message),
  )
  return jsonText({ shape: SHAPE, problems })
}

/** Undefined where the text is no baseline. */
export function readBaseline(text: string): readonly KnownProblem[] | undefined {
  const content = parsed(text)
  if (!isRecord(content) || content['shape'] !== SHAPE) return undefined
  const problems: unknown = content['problems']
  if (!Array.isArray(problems)) return undefined
  const known = problems.map(problemOf)
  return known.every((each) => each !== undefined) ? known : undefined
}

function problemOf(from: unknown): KnownProblem | undefined {
  if (!isRecord(from)) return undefined
  const { id, severity: written, months: listed } = from
  const severity = SEVERITIES.find((each) => each === written)
  if (typeof id !== 'string' || severity === undefined || !Array.isArray(listed)) return undefined
  const months = listed.map(rangeOf)
  return months.every((each) => each !== undefined) ? { id, severity, months } : undefined
}

function rangeOf(text: unknown): MonthRange | undefined {
  if (typeof text !== 'string') return undefined
  const [first = '', last = first] = text.split(' .. ')
  const [from, to] = [parseMonth(first), parseMonth(last)]
  return from === undefined || to === undefined || from > to ? undefined : { from, to }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

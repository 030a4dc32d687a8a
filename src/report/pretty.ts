/** The report for a person at a terminal: each problem drawn, then the summary. */

import { type Block, type Document, lines, paragraph, piece } from '../markup/document.ts'
import { placeOf } from '../markup/excerpt.ts'
import { diagnosticBlocks, findingBlocks } from './problem-blocks.ts'
import { type Problem, problemsOf, type Report, severityOf, spanOfProblem } from './report.ts'
import { summaryBlocks } from './summary.ts'
import { todoBlocks } from './todos.ts'
import { counted } from './words.ts'

export interface PrettyOptions {
  readonly width: number
  /** List the to-dos, not only count them. */
  readonly todos: boolean
}

/** Problems that are drawn in full; further ones get a line each. */
const MOST_DRAWN = 50
/** Problems that are named at all; further ones are counted. */
export const MOST_NAMED = 1000

export function prettyReport(report: Report, options: PrettyOptions): Document {
  const problems = problemsOf(report)
  return [
    ...drawnBlocks(problems.slice(0, MOST_DRAWN), report, options),
    ...namedBlocks(problems),
    ...(options.todos ? todoBlocks(report) : []),
    ...summaryBlocks(report, problems),
  ]
}

function drawnBlocks(
  problems: readonly Problem[],
  report: Report,
  { width }: PrettyOptions,
): readonly Block[] {
  const reasons = new Set<string>()
  return problems.flatMap((problem) => {
    if (problem.sort === 'diagnostic') {
      return diagnosticBlocks(problem.diagnostic, report.review.trees, { width, withWhy: false })
    }
    const withWhy = !reasons.has(problem.finding.rule)
    reasons.add(problem.finding.rule)
    return findingBlocks(problem.finding, report.review.trees, { width, withWhy })
  })
}

function namedBlocks(problems: readonly Problem[]): readonly Block[] {
  const named = problems.slice(MOST_DRAWN, MOST_NAMED)
  if (named.length === 0) return []
  const more = problems.length - MOST_DRAWN - named.length
  const rest = `and ${counted(more, 'more problem')}: --format compact or json lists them all`
  return [
    paragraph(`Further problems, a line each:`),
    lines([...named.map(lineOf), ...(more > 0 ? [rest] : [])]),
    { kind: 'gap' },
  ]
}

function lineOf(problem: Problem) {
  const severity = severityOf(problem)
  const { name, message } = nameOf(problem)
  const place = placeOf(spanOfProblem(problem))
  return [`${place} `, piece(severity, `${severity}[${name}]`), ` ${message}`]
}

function nameOf(problem: Problem): { readonly name: string; readonly message: string } {
  return problem.sort === 'diagnostic'
    ? { name: problem.diagnostic.code, message: problem.diagnostic.message }
    : { name: problem.finding.rule, message: problem.finding.message }
}

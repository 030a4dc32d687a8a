/** The report for an editor or a search: a line a problem, `path:line:col: severity rule: message`. */

import { clean } from '../markup/clean.ts'
import { placeOf } from '../markup/excerpt.ts'
import { wholeMessage } from '../diagnostics/whole-message.ts'
import { type Problem, problemsOf, type Report } from './report.ts'

/** With to-dos, these follow as `todo`. Empty where there is nothing to say. */
export function compactReport(report: Report, options: { readonly todos: boolean }): string {
  const todos = options.todos ? report.todos : []
  return [
    ...problemsOf(report).map(lineOf),
    ...todos.map((todo) => `${placeOf(todo.span)}: todo ${todo.rule}: ${wholeMessage(todo)}`),
  ]
    .map((line) => `${clean(line)}\n`)
    .join('')
}

function lineOf(problem: Problem): string {
  if (problem.sort === 'diagnostic') {
    const { span, severity, code, message } = problem.diagnostic
    return `${placeOf(span)}: ${severity} ${code}: ${message}`
  }
  const { span, severity, rule } = problem.finding
  return `${placeOf(span)}: ${severity} ${rule}: ${wholeMessage(problem.finding)}`
}

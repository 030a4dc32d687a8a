/** What a check comes to, in a sentence: it claims no more than was looked at. */

import { and } from '../base/phrases.ts'
import { SEVERITIES } from '../diagnostics/severity.ts'
import { piece, type Piece, type Text } from '../markup/document.ts'
import { type Problem, type Report, severityOf } from './report.ts'
import { counted, grouped } from './words.ts'

/** Named paths that are said again; of more it is only said that they were named. */
const MOST_PATHS = 3

export function verdict(report: Report, problems: readonly Problem[]): Text {
  const { outcomes } = report.review.judgement
  const held = outcomes.reduce((sum, outcome) => sum + outcome.held, 0)
  const holds = counted(held, 'check holds', 'checks hold')
  const rest = restOf(report)
  const more = rest.length === 0 ? '.' : `; ${and(rest)}.`
  if (problems.length > 0) return [...countsOf(problems), `; ${holds}${more}`]
  if (report.review.model.cycle === undefined) {
    return [piece('warning', 'There is no cycle here'), `: no plan was checked${more}`]
  }
  const [good, whole] = claimOf(report)
  if (whole && held > 0) return [piece('good', good), `: ${holds}${more}`]
  if (held > 0 || rest.length > 0)
    return [piece('good', whole && report.known === 0 ? 'Nothing found' : good), more]
  return [piece('warning', 'Nothing was judged'), more]
}

/** The good news, and whether it is of the whole workspace: of a part, no checks are counted. */
function claimOf(report: Report): readonly [words: string, whole: boolean] {
  const { named, elsewhere, known } = report
  const news = known > 0 ? 'Nothing new' : 'Nothing found'
  if (elsewhere > 0) {
    return [`${news} in ${named.length > MOST_PATHS ? 'what was named' : and(named)}`, false]
  }
  if (known > 0) return [news, true]
  return [notJudged(report) > 0 ? 'What is known adds up' : 'Everything adds up', true]
}

/** Instances of rules for which a number was not there. */
function notJudged({ review }: Report): number {
  return review.judgement.outcomes.reduce((sum, { unjudged }) => sum + unjudged, 0)
}

function restOf(report: Report): readonly string[] {
  const { todos, waived, known, elsewhere } = report
  // Of a part of the workspace no checks are counted.
  const unjudged = elsewhere > 0 ? 0 : notJudged(report)
  return [
    ...(unjudged > 0 ? [`${grouped(String(unjudged))} not judged`] : []),
    ...(todos.length > 0 ? [`${grouped(String(todos.length))} to do`] : []),
    ...(waived.length > 0 ? [`${grouped(String(waived.length))} waived`] : []),
    ...(known > 0 ? [`${counted(known, 'problem')} known before`] : []),
    ...(elsewhere > 0 ? [`${counted(elsewhere, 'problem')} in other files`] : []),
  ]
}

/** `2 errors, 1 warning`. */
function countsOf(problems: readonly Problem[]): readonly (string | Piece)[] {
  const counts = SEVERITIES.flatMap((severity) => {
    const count = problems.filter((problem) => severityOf(problem) === severity).length
    if (count === 0) return []
    const words = severity === 'information' ? counted(count, 'remark') : counted(count, severity)
    return [piece(severity, words)]
  })
  return counts.flatMap((part, at) => (at === 0 ? [part] : [', ', part]))
}

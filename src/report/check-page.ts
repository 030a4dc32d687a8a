/** The report for a merge request or a page: a summary that fits a screen, the details folded. */

import {
  type Block,
  code,
  details,
  type Document,
  heading,
  lettersOf,
  list,
  paragraph,
  piece,
  strong,
  type Text,
  withCode,
} from '../markup/document.ts'
import { placeOf } from '../markup/excerpt.ts'
import { type Entry, entriesOf, pathFrom } from './problem-entry.ts'
import { problemsOf, type Report } from './report.ts'
import { scorecard } from './scorecard.ts'
import { subjectOf } from './summary.ts'
import { verdict } from './verdict.ts'
import { counted } from './words.ts'

/** Problems in the table; those beyond are counted, since a comment has a greatest length. */
const MOST_LISTED = 100

/** `folder` is the workspace's, from the root of the repository on. */
export function checkPage(report: Report, { folder }: { readonly folder: string }): Document {
  const entries = entriesOf(report)
  const listed = entries.slice(0, MOST_LISTED)
  const more = entries.length - listed.length
  return [
    heading(3, [lettersOf(verdict(report, problemsOf(report)))]),
    paragraph(subjectOf(report)),
    ...(listed.length === 0 ? [] : [tableOf(listed, folder)]),
    ...(more === 0
      ? []
      : [paragraph(withCode(`And ${counted(more, 'more problem')}: \`concord check\` has all.`))]),
    ...report.notes.map((text) => paragraph([strong('Note:'), ' ', ...[withCode(text)].flat()])),
    ...(listed.length === 0 ? [] : [details('What to do', adviceOf(listed, folder))]),
    details('The ten principles', principlesOf(report)),
  ]
}

function tableOf(entries: readonly Entry[], folder: string): Block {
  return {
    kind: 'table',
    columns: ['', 'where', 'what', 'rule'].map((title) => ({ title, align: 'left' as const })),
    rows: entries.map(({ severity, span, message, name }): readonly Text[] => [
      [piece(severity, severity)],
      [pathFrom(folder, placeOf(span))],
      withCode(message),
      [code(name)],
    ]),
  }
}

function adviceOf(entries: readonly Entry[], folder: string): Document {
  return [
    list(
      entries.map(({ name, title, span, help }): Text => {
        const advice = help === undefined ? [] : [': ', ...[withCode(help)].flat()]
        return [code(name), ` ${pathFrom(folder, placeOf(span))}: ${title}`, ...advice]
      }),
    ),
  ]
}

function principlesOf({ review }: Report): Document {
  const columns = ['held', 'broken', 'to do', 'waived', 'not judged']
  return [
    {
      kind: 'table',
      columns: [
        { title: 'principle', align: 'left' },
        ...columns.map((title) => ({ title, align: 'right' as const })),
      ],
      rows: scorecard(review).map((score): readonly Text[] => [
        `${score.number === undefined ? '' : `${score.number} `}${score.name}`,
        ...[score.held, score.broken, score.todo, score.waived, score.unjudged].map(String),
      ]),
    },
  ]
}

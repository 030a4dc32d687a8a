/** How long each stage and the slowest rules took. */

import { type Block, type Document, GAP, paragraph, strong, type Text } from '../markup/document.ts'
import type { Review } from '../pipeline.ts'

const MOST_RULES = 10

export function timingsReport(review: Review): Document {
  const rules = review.judgement.outcomes
    .filter(({ milliseconds }) => milliseconds > 0)
    .toSorted((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, MOST_RULES)
  return [
    GAP,
    paragraph([strong('Time'), ' in milliseconds:']),
    table(review.timings.map(({ stage, milliseconds }) => [stage, milliseconds])),
    ...(rules.length === 0
      ? []
      : [
          paragraph([strong('Slowest rules'), ':']),
          table(rules.map(({ rule, milliseconds }) => [rule, milliseconds])),
        ]),
  ]
}

function table(times: readonly (readonly [string, number])[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: '', align: 'left' },
      { title: '', align: 'right' },
    ],
    rows: times.map(([name, time]): readonly Text[] => [name, time.toFixed(1)]),
  }
}

// The last sentence of a check claims no more than was looked at.
import { expect, test } from 'vitest'

import { lettersOf } from '../../src/markup/document.ts'
import type { Report } from '../../src/report/report.ts'
import { problemsOf } from '../../src/report/report.ts'
import { verdict } from '../../src/report/verdict.ts'
import { BUSY, QUIET, report, review, UNKNOWN_FAMILY } from './sample.ts'

const quiet = report(review(QUIET))
const inOther = report(review(BUSY, [UNKNOWN_FAMILY]), ['other.sop'])
const unjudged = report(review({ ...QUIET, outcomes: [] }))
const [first] = QUIET.outcomes
const lacking = report(
  review({
    ...QUIET,
    outcomes: first ? [{ ...first, unjudged: 12 }, ...QUIET.outcomes.slice(1)] : [],
  }),
)
const model = { ...quiet.review.model, cycle: undefined }
const noCycle: Report = { ...quiet, review: { ...quiet.review, model } }

test.each<[what: string, report: Report, says: string]>([
  ['all of it holds', quiet, 'Everything adds up: 1,312 checks hold.'],
  ['a named file, nothing elsewhere', report(review(QUIET), ['a.sop']), 'Everything adds up'],
  ['a named file', inOther, 'Nothing found in other.sop; 3 problems in other files.'],
  [
    'several named files',
    { ...inOther, named: ['a.sop', 'b'] },
    'Nothing found in a.sop and b; 3 problems in other files.',
  ],
  [
    'many named files',
    { ...inOther, named: ['a', 'b', 'c', 'd'] },
    'Nothing found in what was named; 3 problems in other files.',
  ],
  [
    'what was known',
    { ...quiet, known: 1 },
    'Nothing new: 1,312 checks hold; 1 problem known before.',
  ],
  [
    'what was known, in a named file',
    { ...inOther, known: 1 },
    'Nothing new in other.sop; 1 problem known before and 3 problems in other files.',
  ],
  ['what is not known', lacking, 'What is known adds up: 1,312 checks hold; 12 not judged.'],
  ['no cycle', noCycle, 'There is no cycle here: no plan was checked.'],
  ['a rule that has nothing to judge', unjudged, 'Nothing was judged.'],
  ['a rule that is to do', { ...unjudged, todos: BUSY.todos }, 'Nothing found; 1 to do.'],
])('%s', (_, each, says) => {
  const said = verdict(each, problemsOf(each))
  expect(lettersOf(said)).toContain(says)
})

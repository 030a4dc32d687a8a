// A mistake elsewhere leaves in doubt what is absent: findings say it in words all the same.

import { expect, test } from 'vitest'
import { ruleCases } from './cases.ts'
import { foundIn, judged } from './judged.ts'

const DAMAGE = '\nfamily other {\n  strategy make-to-stock\n  unit each\n  lead-time ..\n}\n'

/** Mistakes in what no rule's case is about. */
const ELSEWHERE =
  '\nobjective zz "t" by {\n  require 1 = 1\n}\ncalendar {\n  month workdays\n  2030-01 1o\n}\n'

test.each(ruleCases())('$rule', ({ rule, breaks }) => {
  const said = foundIn(judged(`${breaks}${DAMAGE}`, 'breaks.sop', [rule])).map(
    ({ message, help }) => `${message} ${help ?? ''}`,
  )
  expect(said.filter((words) => /\bunknown\b/.test(words))).toEqual([])
})

/** What they ask may be answered by a line that is about anything else. */
const RESTING = ['commitment/resolution-in-plan', 'commitment/waiver-unused']

test.each(ruleCases().filter(({ rule }) => !RESTING.includes(rule)))(
  '$rule speaks all the same',
  ({ rule, breaks }) => {
    const said = (text: string) =>
      foundIn(judged(text, 'breaks.sop', [rule])).map(({ message }) => message)
    expect(said(`${breaks}${ELSEWHERE}`)).toEqual(said(breaks))
  },
)

const PLAN = `business "Test" {
  currency USD
  leader   boss
}
role boss in general-management
family widgets {
  market   "Shops"
  strategy make-to-stock
  unit     each
  maximum  inventory = 5
}
fence demand 1 month {
  change sales within 5%
}
cycle 2026-09 {
  horizon 3 months
}
plan widgets for 2026-09 {
  month       sales
  2026-09 ..    100
}
cycle 2026-10 {
  horizon 2 months
}
plan widgets for 2026-10 {
  opening inventory 100
  month    sales  operations
  2026-10    120         101
  2026-11  5,000         101
}
authorize 2026-10 by boss on 2026-10-20
`

test.each([
  ['balance/stock-target', 'widgets 2026-10: inventory 81 each is above the limit of 5 each'],
  [
    'commitment/change-inside-fence',
    'widgets 2026-10: sales goes from 100 each to 120 each, +20 each (20%), inside the demand fence, where 5% may change without an approval; approved so far by: nobody',
  ],
  [
    'commitment/cycle-current',
    'no executive meeting is on record, and 2026-10 began 60 days ago; at most 35 days may pass',
  ],
])('%s has words for what nobody states', (rule, message) => {
  const review = judged(PLAN, 'plan.sop', [rule])
  expect(review.diagnostics.map(({ code }) => code)).toEqual(['comma-in-number'])
  expect(foundIn(review).map((finding) => finding.message)).toEqual([message])
})

test('a meeting that cannot be read may be the latest', () => {
  const meeting = PLAN.replace(
    '  horizon 2 months\n',
    '  horizon 2 months\n  meeting executive on 2026-13-01\n',
  )
  expect(foundIn(judged(meeting, 'plan.sop', ['commitment/cycle-current']))).toEqual([])
})

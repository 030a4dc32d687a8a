// What a stock that does not follow is mended by: no number below zero is offered.

import { expect, test } from 'vitest'
import { judged } from './judged.ts'

/** A later month that has the stock of the flows shows that the stock itself is the mistake. */
const plan = (row: string, later: string) => `business "Test" {
  currency USD
}
family widgets {
  market   "Shops"
  strategy make-to-stock
  unit     each
}
cycle 2026-11 {
  horizon 2 months
}
actual widgets {
  month    sales  operations  inventory
  2026-10    100         100        600
}
plan widgets for 2026-11 {
  month    sales  operations  inventory
  ${row}
  2026-12  10000       10000          ${later}
}
`

test.each([
  [
    '2026-11  1200  1200  500',
    '600',
    'write inventory 600 each, or sales 1300 each, or operations 1100 each',
    'Write 600 each',
  ],
  [
    '2026-11  99698  1200  500',
    '-97898',
    'write sales 1300 each, or operations 99598 each',
    undefined,
  ],
  ['2026-11  1200  1200  -600', '600', 'write inventory 600 each', 'Write 600 each'],
  [
    '2026-11  100  1200  5000',
    '1700',
    'write inventory 1700 each, or operations 4500 each',
    'Write 1700 each',
  ],
  [
    '2026-11  9900  1200  -600',
    '-8100',
    'plan more operations or fewer sales until then',
    undefined,
  ],
])('%s', (row, later, help, mend) => {
  const [found] = judged(plan(row, later), 'plan.sop', ['balance/ending-inventory']).judgement
    .findings
  expect([found?.help, found?.mend?.title]).toEqual([help, mend])
})

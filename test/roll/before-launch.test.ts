// What a roll makes of a family that begins later: its opening stock, and what is made before its launch.

import { expect, test } from 'vitest'

import { rolledTo } from './rolling.ts'

const rolled = (operations: number) =>
  rolledTo(
    {
      'family.sop': `family a {
  market   "Everybody"
  strategy make-to-stock
  unit     each
  from     2027-01
}
`,
      'cycle.sop': `cycle 2026-11 {
  horizon 3 months
}
`,
      'plan.sop': `plan a for 2026-11 {
  opening inventory 5
  month               sales  operations
  2026-11 .. 2026-12      0           ${operations}
  2027-01                10          10
}
`,
    },
    '2026-12',
  )

test('a stock that does not move before the launch opens the next plan, too', () => {
  const files = rolled(0)
  expect(files['plan.sop']).toBe(`plan a for 2026-12 {
  opening inventory 5
  month               sales  operations
  2026-12                 0           0
  2027-01 .. 2027-02     10          10
}
`)
  expect(Object.values(files).join('')).not.toContain('actual')
})

test('what is made for the launch is asked for, since the next plan starts from it', () => {
  const files = rolled(7)
  expect(files['plan.sop']).not.toContain('opening')
  expect(files['cycle.sop']).toContain(`
actual a {
  month    sales  operations  inventory
  2026-11      -           -          -
}
`)
})

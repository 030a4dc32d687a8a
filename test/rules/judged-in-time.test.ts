// Rules of balance and money whose word depends on the day, or on who has taken a matter on.

import { describe, expect, test } from 'vitest'

import { edited, found, PROCESS } from './process.ts'

test('a chase plan follows sales at the supply review, and not before it', () => {
  const text = edited(
    PROCESS,
    ['  unit     each\n', '  unit     each\n  production chase\n'],
    ['  2026-12               100         100\n', '  2026-12               120         100\n'],
  )
  const words = 'widgets 2026-12: 100 each are made, 120 each are sold'
  expect(found(text, 'balance/chase', { today: '2026-11-11' })).toEqual([
    `after supply-review: ${words}`,
  ])
  expect(found(text, 'balance/chase', { today: '2026-11-13' })).toEqual([`warning: ${words}`])
})

describe('a large gap to the budget', () => {
  const gap = (decision: string) =>
    `${edited(PROCESS, [
      '  currency USD\n',
      '  currency USD\n  fiscal-year from 2025-11\n',
    ])}budget widgets in USD {\n  month revenue\n  2026-11 .. 2027-10 1100\n}\n${decision}`
  const words =
    'widgets: the latest call of the year is 12,000 USD, the budget 13,200 USD, a gap of ≈-9.1%'
  const decision = (more: string) =>
    `decision recovery "A campaign in spring" about widgets {\n  by president on 2026-11-19\n${more}}\n`

  test.each([
    ['nobody has', '', 'error'],
    ['somebody without a date has', decision('  owner sales-director\n'), 'error'],
    ['somebody has', decision('  owner sales-director\n  due 2027-03\n'), 'warning'],
  ])('that %s taken on', (_, more, severity) => {
    expect(found(gap(more), 'alignment/budget-gap')).toEqual([`${severity}: ${words}`])
  })
})

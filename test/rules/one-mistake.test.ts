// One mistake, one finding, where the mistake shows in more than one month.

import { expect, test } from 'vitest'

import { foundIn, judged } from './judged.ts'

const HEAD = `business "Test" {
  currency USD
}
family widgets {
  market   "Shops"
  strategy make-to-stock
  unit     each
}
cycle 2026-11 {
  horizon 6 months
}
`

/** Stocks in every month, in a table of its own. */
const MONTHLY = `${HEAD}
plan widgets for 2026-11 {
  opening inventory 100
  month               sales  operations
  2026-11 .. 2027-01     50          60
  2027-02 .. 2027-04     50          40
}
plan widgets for 2026-11 {
  month    inventory
  2026-11        110
  2026-12        120
  2027-01        130
  2027-02        120
  2027-03        110
  2027-04        100
}
`

/** Stocks at the end of each quarter alone. */
const QUARTERLY = `${HEAD}
plan widgets for 2026-11 {
  opening inventory 100
  month    sales  operations  inventory
  2026-11     50          60          -
  2026-12     50          60          -
  2027-01     50          60        130
  2027-02     50          40          -
  2027-03     50          40          -
  2027-04     50          40        100
}
`

/** Where the findings stand: the rule and the month it names. */
function places(text: string): readonly string[] {
  const review = judged(text, 'plan.sop', ['balance', 'alignment'])
  expect(review.diagnostics).toEqual([])
  return foundIn(review).map(({ rule, message }) => `${rule} ${message.split(' ')[1]}`)
}

const wrong = (text: string, old: string, young: string): readonly string[] => {
  expect(text).toContain(old)
  return places(text.replace(old, young))
}

test('the plans hold', () => {
  expect(places(MONTHLY)).toEqual([])
  expect(places(QUARTERLY)).toEqual([])
})

test('a wrong stock shows again in the next stated stock, and is said once', () => {
  expect(wrong(MONTHLY, '120', '125')).toEqual(['balance/ending-inventory 2026-12:'])
  expect(wrong(QUARTERLY, '130', '135')).toEqual(['balance/ending-inventory 2027-01:'])
})

test('a wrong flow is said where the next stock is stated', () => {
  const found = wrong(QUARTERLY, '2026-12     50', '2026-12     55')
  expect(found).toEqual(['balance/ending-inventory 2027-01:'])
})

test('a wrong flow of a range shows in each of its months, and is said once', () => {
  const found = wrong(MONTHLY, '2027-01     50', '2027-01     51')
  expect(found).toEqual(['balance/ending-inventory 2026-11:'])
})

test('two mistakes are two findings, also where they cancel out', () => {
  const first = QUARTERLY.replace('2026-11     50', '2026-11     55')
  expect(wrong(first, '2027-03     50', '2027-03     58')).toEqual([
    'balance/ending-inventory 2027-01:',
    'balance/ending-inventory 2027-04:',
  ])
  const third = MONTHLY.replace('110', '113')
  expect(wrong(third, '100\n}', '104\n}')).toEqual([
    'balance/ending-inventory 2026-11:',
    'balance/ending-inventory 2027-04:',
  ])
})

test('a wrong number of a closed month is said there, and not again by the plan', () => {
  const closed = MONTHLY.replace('  opening inventory 100\n', '').concat(`
actual widgets {
  month    sales  operations  inventory
  2026-09      -           -         90
  2026-10     50          60        100
}
`)
  expect(places(closed)).toEqual([])
  expect(wrong(closed, '60        100', '60        101')).toEqual([
    'balance/ending-inventory 2026-10:',
  ])
})

test('what a sheet rounds is within the tolerance, and a mistake beside it is still one', () => {
  const rounded = `policy balance-tolerance = 1%\n${MONTHLY.replace('120', '121')}`
  expect(places(rounded)).toEqual([])
  expect(wrong(rounded, '        130', '        150')).toEqual([
    'balance/ending-inventory 2027-01:',
  ])
})

test('a stock below zero is said of a month that adds up alone', () => {
  expect(wrong(MONTHLY, 'opening inventory 100', 'opening inventory 10')).toEqual([
    'balance/ending-inventory 2026-11:',
  ])
  const low = MONTHLY.replace('opening inventory 100', 'opening inventory -30').replace(
    '110\n  2026-12',
    '-20\n  2026-12',
  )
  expect(places(low)).toEqual(['balance/no-stockout 2026-11:', 'balance/ending-inventory 2026-12:'])
})

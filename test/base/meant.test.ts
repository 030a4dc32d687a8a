// Months and numbers as they are written elsewhere.

import { expect, test } from 'vitest'

import { printDay } from '../../src/base/date.ts'
import { daysMeant } from '../../src/base/day-meant.ts'
import { monthMeant } from '../../src/base/month-meant.ts'
import { printMonth } from '../../src/base/month.ts'
import { numberMeant } from '../../src/base/number-meant.ts'

test.each([
  ['2026-1', '2026-01'],
  ['2026/12', '2026-12'],
  ['12-2026', '2026-12'],
  ['2.2027', '2027-02'],
  ['Feb 2027', '2027-02'],
  ['2027 february', '2027-02'],
  ['Sept. 2027', '2027-09'],
  ['2027-Dec', '2027-12'],
  ['13-2026', undefined],
  ['12/04', undefined],
  ['Febr 2027', undefined],
  ['Feb 27', '2027-02'],
  ['Dec-26', '2026-12'],
  ["Dec '26", '2026-12'],
  ['12/26', '2026-12'],
  ['26-12', '2026-12'],
  ['December 1200', undefined],
  ['2026-11-20', undefined],
])('of the month %s', (written, meant) => {
  const month = monthMeant(written)
  expect(month && printMonth(month)).toBe(meant)
})

test.each([
  ['15/12/2026', ['2026-12-15']],
  ['12/15/2026', ['2026-12-15']],
  ['10/11/2026', ['2026-11-10', '2026-10-11']],
  ['11/11/2026', ['2026-11-11']],
  ['10.11.2026', ['2026-11-10']],
  ['15/12/26', ['2026-12-15']],
  ['2026/12/5', ['2026-12-05']],
  ['2026-13-01', []],
  ['19 Nov 2026', ['2026-11-19']],
  ['19-Nov-26', ['2026-11-19']],
  ['Nov 19, 2026', ['2026-11-19']],
  ['2026-02-30', []],
  ['31/31/2026', []],
])('of the day %s', (written, meant) => {
  expect(daysMeant(written).map(printDay)).toEqual(meant)
})

test.each([
  ['1,200', '1200'],
  ['-1,200.5%', '-1200.5%'],
  ['1.200,50', '1200.50'],
  ['12,5', '12.5'],
  ['1225,', '1225'],
  ["1'350", '1350'],
  ['1.35k', '1350'],
  ['0.5K', '500'],
  ['(200)', '-200'],
  ['.5', '0.5'],
  ['1,2,3', undefined],
  ['1.3456k', undefined],
  ['1350', undefined],
])('of the number %s', (written, meant) => {
  expect(numberMeant(written)).toBe(meant)
})

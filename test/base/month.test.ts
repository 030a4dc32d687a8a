// Months and sets of months.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, printDay } from '../../src/base/date.ts'
import {
  addMonths,
  firstDay,
  lastDay,
  makeMonth,
  type Month,
  type MonthRange,
  monthOf,
  monthOfYear,
  parseMonth,
  printMonth,
  yearOf,
} from '../../src/base/month.ts'
import {
  hasMonth,
  inRange,
  intersectMonths,
  listMonths,
  makeMonthSet,
  monthsIn,
  overlap,
  rangeLength,
  spanning,
} from '../../src/base/month-set.ts'

const months = fc
  .integer({ min: makeMonth(1, 1), max: makeMonth(9999, 12) })
  .map((month) => month as Month)
const small = fc.integer({ min: 0, max: 40 }).map((month) => month as Month)
const someRanges = fc.array(fc.record({ from: small, to: small }), { maxLength: 8 })

function range(from: string, to: string): MonthRange {
  return { from: month(from), to: month(to) }
}

function month(text: string): Month {
  const found = parseMonth(text)
  if (found === undefined) throw new Error(`${text} should be a month`)
  return found
}

describe('a month', () => {
  test.each([
    '2026-13',
    '2026-00',
    '2026-1',
    '26-01',
    '0000-01',
    '2026-12-01',
    '2026/12',
    ' 2026-12',
    '',
  ])('%j is no month', (text) => {
    expect(parseMonth(text)).toBeUndefined()
  })

  test('goes on into the next year', () => {
    expect(printMonth(addMonths(month('2026-12'), 1))).toBe('2027-01')
    expect(printMonth(addMonths(month('2026-01'), -1))).toBe('2025-12')
    expect(printMonth(makeMonth(2026, 13))).toBe('2027-01')
    expect(month('2027-02') - month('2026-11')).toBe(3)
  })

  test('has a first and a last day', () => {
    expect(printDay(firstDay(month('2026-02')))).toBe('2026-02-01')
    expect(printDay(lastDay(month('2026-02')))).toBe('2026-02-28')
    expect(printDay(lastDay(month('2024-02')))).toBe('2024-02-29')
    expect(printDay(lastDay(month('2026-12')))).toBe('2026-12-31')
  })

  test('is read as it was printed, and begins where the one before ends', () => {
    fc.assert(
      fc.property(months, (m) => {
        expect(parseMonth(printMonth(m))).toBe(m)
        expect(makeMonth(yearOf(m), monthOfYear(m))).toBe(m)
        expect(monthOf(firstDay(m))).toBe(m)
        expect(monthOf(lastDay(m))).toBe(m)
        expect(addDays(lastDay(m), 1)).toBe(firstDay(addMonths(m, 1)))
        expect(printDay(firstDay(m)).slice(0, 7)).toBe(printMonth(m))
      }),
    )
  })
})

describe('a range', () => {
  test('counts both its ends', () => {
    const winter = range('2026-11', '2027-02')
    expect([...monthsIn(winter)].map(printMonth)).toEqual([
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
    ])
    expect(rangeLength(winter)).toBe(4)
    expect(inRange(winter, month('2027-02'))).toBe(true)
    expect(inRange(winter, month('2027-03'))).toBe(false)
  })

  test('the wrong way round is empty', () => {
    const none = range('2027-02', '2026-11')
    expect([...monthsIn(none)]).toEqual([])
    expect(rangeLength(none)).toBe(0)
    expect(inRange(none, month('2026-12'))).toBe(false)
    expect(makeMonthSet([none])).toEqual([])
  })

  test('has months in common with another, and a span with any', () => {
    const [spring, summer] = [range('2026-03', '2026-06'), range('2026-06', '2026-08')]
    const autumn = range('2026-10', '2026-11')
    expect(overlap(spring, summer)).toEqual(range('2026-06', '2026-06'))
    expect(overlap(spring, autumn)).toBeUndefined()
    expect(spanning(autumn, spring)).toEqual(range('2026-03', '2026-11'))
    expect(spanning(undefined, spring)).toEqual(spring)
    expect(spanning(undefined, undefined)).toBeUndefined()
  })
})

describe('a set', () => {
  test('joins ranges that overlap or touch', () => {
    const ranges = [
      range('2026-06', '2026-08'),
      range('2026-01', '2026-02'),
      range('2026-03', '2026-03'),
    ]
    expect(makeMonthSet(ranges)).toEqual([range('2026-01', '2026-03'), range('2026-06', '2026-08')])
  })

  test('is a set of months, whatever the order of its ranges', () => {
    fc.assert(
      fc.property(someRanges, someRanges, (some, others) => {
        const [a, b] = [makeMonthSet(some), makeMonthSet(others)]
        const inA = new Set(some.flatMap((each) => [...monthsIn(each)]))
        const inB = new Set(others.flatMap((each) => [...monthsIn(each)]))
        const sorted = (list: Iterable<Month>): Month[] => [...list].toSorted((x, y) => x - y)
        expect(listMonths(a)).toEqual(sorted(inA))
        expect(makeMonthSet(some.toReversed())).toEqual(a)
        expect(makeMonthSet(a)).toEqual(a)
        expect(listMonths(makeMonthSet([...a, ...b]))).toEqual(sorted(new Set([...inA, ...inB])))
        const shared = intersectMonths(a, b)
        expect(listMonths(shared)).toEqual(sorted([...inA].filter((each) => inB.has(each))))
        expect(makeMonthSet(shared)).toEqual(shared)
        for (let each = -1; each <= 41; each += 1) {
          expect(hasMonth(a, each as Month)).toBe(inA.has(each as Month))
        }
      }),
    )
  })
})

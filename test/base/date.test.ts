// Days, their weekdays and durations, held against the platform's own calendar.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addDuration,
  calendarDay,
  type Day,
  daysInMonth,
  makeDay,
  parseDay,
  printDay,
  weekday,
  workdays,
} from '../../src/base/date.ts'

function day(text: string): Day {
  const found = parseDay(text)
  if (found === undefined) throw new Error(`${text} should be a day`)
  return found
}

const FIRST = day('0001-01-01')
const LAST = day('9999-12-31')
const days = fc.integer({ min: FIRST, max: LAST }).map((count) => count as Day)
const recent = fc.integer({ min: 0, max: 40_000 }).map((count) => count as Day)

describe('reading and printing', () => {
  test('days are counted from 1970-01-01', () => {
    expect(day('1970-01-01')).toBe(0)
    expect(day('1969-12-31')).toBe(-1)
    expect(day('2000-03-01')).toBe(11_017)
  })

  test.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-01',
    '2026-01-1',
    '0000-01-01',
    '26-01-01',
    '2026-01-01 ',
    '2026/01/01',
    '',
  ])('%j is no day', (text) => {
    expect(parseDay(text)).toBeUndefined()
  })

  test('leap days are days', () => {
    expect(printDay(day('2024-02-29'))).toBe('2024-02-29')
    expect(printDay(day('2000-02-29'))).toBe('2000-02-29')
    expect(daysInMonth(1900, 2)).toBe(28)
  })

  test('every day is as the platform prints it, and is read back', () => {
    fc.assert(
      fc.property(days, (date) => {
        const platform = new Date(date * 86_400_000)
        expect(printDay(date)).toBe(platform.toISOString().slice(0, 10))
        expect(parseDay(printDay(date))).toBe(date)
        expect(weekday(date)).toBe(platform.getUTCDay() || 7)
        const { year, month, day: ofMonth } = calendarDay(date)
        expect(makeDay(year, month, ofMonth)).toBe(date)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('durations', () => {
  test.each([
    ['2026-01-31', 1, 'month', '2026-02-28'],
    ['2024-01-31', 1, 'month', '2024-02-29'],
    ['2026-03-31', -1, 'month', '2026-02-28'],
    ['2026-12-15', 1, 'month', '2027-01-15'],
    ['2026-01-15', -1, 'month', '2025-12-15'],
    ['2026-05-31', 18, 'month', '2027-11-30'],
    ['2026-12-28', 1, 'week', '2027-01-04'],
    ['2026-03-01', -1, 'day', '2026-02-28'],
  ] as const)('%s and %i %s is %s', (from, count, of, to) => {
    expect(printDay(addDuration(day(from), { count, of }))).toBe(to)
  })

  test('months keep the day of the month, or end at the month’s last', () => {
    fc.assert(
      fc.property(recent, fc.integer({ min: -600, max: 600 }), (from, count) => {
        const [before, after] = [
          calendarDay(from),
          calendarDay(addDuration(from, { count, of: 'month' })),
        ]
        expect(after.year * 12 + after.month).toBe(before.year * 12 + before.month + count)
        expect(after.day).toBe(Math.min(before.day, daysInMonth(after.year, after.month)))
      }),
    )
  })
})

describe('workdays', () => {
  test('a week has five, a weekend none', () => {
    expect(workdays(day('2026-11-30'), day('2026-12-06'))).toBe(5)
    expect(workdays(day('2026-12-05'), day('2026-12-06'))).toBe(0)
    expect(workdays(day('2026-12-04'), day('2026-12-04'))).toBe(1)
    expect(workdays(day('2026-12-01'), day('2026-12-31'))).toBe(23)
    expect(workdays(day('2026-12-02'), day('2026-12-01'))).toBe(0)
  })

  test('are the days from Monday to Friday, counted one by one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9000, max: 9000 }),
        fc.integer({ min: 0, max: 60 }),
        (at, more) => {
          const from = at as Day
          let count = 0
          for (let step = 0; step <= more; step += 1)
            if (weekday(addDays(from, step)) <= 5) count += 1
          expect(workdays(from, addDays(from, more))).toBe(count)
        },
      ),
    )
  })
})

// The forms for programs, and the smaller reports.
import { describe, expect, test } from 'vitest'

import { printPlain } from '../../src/markup/terminal.ts'
import { compactReport } from '../../src/report/compact.ts'
import { jsonReport } from '../../src/report/json.ts'
import { timingsReport } from '../../src/report/timings.ts'
import { grouped } from '../../src/report/words.ts'
import { BUSY, QUIET, report, review, UNKNOWN_FAMILY, WRONG_STOCK } from './sample.ts'

const busy = report(review(BUSY, [UNKNOWN_FAMILY]))

describe('the compact form', () => {
  test('is a line a problem, by place', async () => {
    await expect(compactReport(busy, { todos: true })).toMatchFileSnapshot('expected/compact.txt')
  })

  test('is empty where nothing is wrong', () => {
    expect(compactReport(report(review(QUIET)), { todos: false })).toBe('')
  })

  test('keeps a line a line', () => {
    const finding = { ...WRONG_STOCK, message: 'two\nlines\u001B[2J' }
    const text = compactReport(report(review({ ...QUIET, findings: [finding] })), { todos: false })
    expect(text).toBe('orlicky.sop:9:37: error balance/ending-inventory: two lines[2J\n')
  })
})

describe('the JSON form', () => {
  test('has everything', async () => {
    await expect(jsonReport(busy)).toMatchFileSnapshot('expected/busy.json')
  })

  test('has no times: the same review gives the same bytes', () => {
    const slow = BUSY.outcomes.map((outcome) => ({ ...outcome, milliseconds: 99 }))
    expect(jsonReport(report(review({ ...BUSY, outcomes: slow }, [UNKNOWN_FAMILY])))).toBe(
      jsonReport(busy),
    )
  })
})

test('times are shown in milliseconds', () => {
  const outcomes = BUSY.outcomes.map((outcome, at) => ({ ...outcome, milliseconds: at }))
  expect(printPlain(timingsReport(review({ ...BUSY, outcomes })), 80)).toBe(`
Time in milliseconds:
  parse  12.3
  judge   3.0
Slowest rules:
  own/thing              3.0
  alignment/price-known  2.0
  alignment/mix-known    1.0
`)
})

test.each([
  ['422660 USD', '422,660 USD'],
  ['422,660 USD', '422,660 USD'],
  ['-1234.5678 each', '-1,234.5678 each'],
  ['≈1234567.891', '≈1,234,567.891'],
  ['999', '999'],
  ['2026-12', '2026-12'],
  ['widgets', 'widgets'],
])('%s reads %s', (text, expected) => {
  expect(grouped(text)).toBe(expected)
})

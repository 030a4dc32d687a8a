// Two years of cycles: what was committed to, what the cycle before planned, what the outlook is.

import { describe, expect, test } from 'vitest'

import { addMonths, printMonth } from '../../src/base/month.ts'
import { BASICS, month, workspace } from './workspace.ts'

const FIRST = month('2024-12')
const COUNT = 24

const at = (count: number): string => printMonth(addMonths(FIRST, count))

/** Cycle k plans sales of 1000 + k in each of its months; month k brought 500 + k. */
function cycles(horizon = 6, without: readonly number[] = []): string {
  const held = Array.from({ length: COUNT }, (_, k) => k).filter((k) => !without.includes(k))
  return [
    BASICS,
    'family a {\n  strategy make-to-stock\n  unit each\n}\n',
    ...held.map(
      (k) => `cycle ${at(k)} {\n  horizon ${horizon} months\n}
plan a for ${at(k)} {
  month sales
  ${at(k)} .. ${at(k + horizon - 1)} ${1000 + k}
}
`,
    ),
    'actual a {\n  month sales\n',
    ...Array.from({ length: COUNT - 1 }, (_, k) => `  ${at(k)} ${500 + k}\n`),
    '}\n',
  ].join('')
}

/** The numbers from the first month that is counted to the last. */
const row = (text: string, version: string, from: number, to: number, cycle?: string) =>
  workspace(text, cycle === undefined ? {} : { cycle }).row(version, 'sales', at(from), at(to), 'a')

const numbers = (from: number, to: number, of: (k: number) => number | string) =>
  Array.from({ length: to - from + 1 }, (_, index) => String(of(from + index))).join(' ')

describe('of 24 cycles', () => {
  test('each month was committed to in the cycle before it', () => {
    const expected = numbers(0, 28, (k) => (k === 0 ? '?' : 1000 + Math.min(k - 1, 23)))
    expect(row(cycles(), 'committed', 0, 28)).toBe(expected)
  })

  test('where a month had no cycle, the one before it holds', () => {
    const text = cycles(6, [10, 11])
    expect(row(text, 'committed', 9, 14)).toBe('1008 1009 1009 1009 1012 1013')
  })

  test('a horizon of one month commits to no month ahead', () => {
    expect(row(cycles(1), 'committed', 0, 23)).toBe(numbers(0, 23, () => '?'))
    expect(row(cycles(2), 'committed', 1, 24)).toBe(numbers(1, 24, (k) => 999 + k))
    expect(row(cycles(2, [10]), 'committed', 10, 12)).toBe('1009 ? 1011')
  })

  test('the cycle before is the one before the checked one, over its own horizon', () => {
    expect(row(cycles(), 'previous', 22, 28)).toBe('1022 1022 1022 1022 1022 1022 ?')
    expect(row(cycles(6, [22]), 'previous', 21, 27)).toBe('1021 1021 1021 1021 1021 1021 ?')
    expect(row(cycles(), 'previous', 0, 5, at(0))).toBe('? ? ? ? ? ?')
  })

  test('the outlook is what happened, and from the checked cycle on what it plans', () => {
    const expected = numbers(0, 28, (k) => (k < 23 ? 500 + k : 1023))
    expect(row(cycles(), 'outlook', 0, 29)).toBe(`${expected} ?`)
  })

  test('an older cycle knows nothing of those after it', () => {
    const text = cycles()
    const older = at(12)
    expect(row(text, 'outlook', 10, 18, older)).toBe('510 511 1012 1012 1012 1012 1012 1012 ?')
    expect(row(text, 'previous', 11, 17, older)).toBe('1011 1011 1011 1011 1011 1011 ?')
    expect(row(text, 'committed', 11, 18, older)).toBe('1010 1011 1012 1012 1012 1012 1012 ?')
  })

  test('a revision counts as what its cycle committed to', () => {
    const revised = `${cycles()}revision fire of ${at(10)} on ${at(10)}-20 {
  change sales of a ${at(11)} by -100
}
`
    expect(row(revised, 'committed', 10, 12)).toBe('1009 910 1011')
  })

  test('the months that have passed reach back to the first cycle', () => {
    const { model } = workspace(cycles())
    expect(model.past && [printMonth(model.past.from), printMonth(model.past.to)]).toEqual([
      at(0),
      at(22),
    ])
  })
})

// Principle 8 at its edges: for which cycle something was resolved, and what replaces an assumption.

import { describe, expect, test } from 'vitest'

import { found, PROCESS } from './process.ts'

describe('what was resolved', () => {
  const rule = 'commitment/resolution-in-plan'
  const text = (day: string, process = PROCESS): string =>
    `${process}disagreement promotion about widgets 2027-01 {
  position sales-director sales 140
  position plant-manager  sales 100
  resolved to 120 by president on ${day} because "Two of three regions."
}
`
  const said = [
    'error: widgets 2027-01: promotion was resolved to sales of 120 each, and the plan says 100 each',
  ]
  const inCycles = (day: string, process?: string) =>
    ['2026-10', '2026-11'].map((cycle) => found(text(day, process), rule, { cycle }).length)

  test.each([
    ['before the meeting of a cycle', '2026-10-05', [1, 0]],
    ['on the day of that meeting', '2026-10-20', [1, 0]],
    ['between two meetings, in the month of the first', '2026-10-25', [0, 1]],
    ['on the day of the second', '2026-11-19', [0, 1]],
    ['after it', '2026-11-25', [0, 0]],
  ])('%s is for the first cycle that decides after it', (_, day, broken) => {
    expect(inCycles(day)).toEqual(broken)
  })

  test('says what it was', () => {
    expect(found(text('2026-10-25'), rule)).toEqual(said)
  })

  test.each([
    ['that is not held yet', /( {2}meeting executive {6}on )2026-11-19/, '$12026-12-03', [0, 1]],
    ['without a date', / {2}meeting executive {6}on 2026-11-19.*\n/, '', [0, 1]],
    ['before which none was', / {2}meeting executive {6}on 2026-10-20.*\n/, '', [1, 0]],
  ])('a meeting %s', (_, old, young, broken) => {
    expect(inCycles('2026-10-25', PROCESS.replace(old, young))).toEqual(broken)
  })

  test('without any meeting the month says for which cycle', () => {
    const none = PROCESS.replaceAll(/ {2}meeting .*\n/g, '')
    expect(inCycles('2026-10-25', none)).toEqual([1, 0])
    expect(inCycles('2026-11-25', none)).toEqual([0, 1])
  })

  test('a company may call its last step otherwise', () => {
    const own = `process {\n  step demand-review\n  step decide\n}\n${PROCESS.replaceAll(
      / {2}meeting (supply-review|reconciliation).*\n/g,
      '',
    ).replaceAll('meeting executive     ', 'meeting decide')}`
    expect(inCycles('2026-11-25', own)).toEqual([0, 0])
    expect(inCycles('2026-10-25', own)).toEqual([0, 1])
  })
})

describe('an assumption that has expired', () => {
  const rule = 'commitment/assumption-expired'
  const assumption = (name: string, until: string, months: string, driver = ''): string =>
    `assumption ${name} "Believed" about widgets ${months} {\n  by sales-director until ${until}\n${driver === '' ? '' : `  driver ${driver}\n`}}\n`
  const old = (driver?: string, months = '2027-01 .. 2027-03'): string =>
    assumption('old', '2026-10', months, driver)
  const young = (driver?: string): string => assumption('young', '2027-04', '2027-01', driver)
  const said = (text: string) => found(`${PROCESS}${text}`, rule).length

  test.each([
    ['of the same driver', 'steel', 'steel', 0],
    ['of another driver', 'steel', 'freight', 1],
    ['of none, for one that has a driver', 'steel', undefined, 1],
    ['of a driver, for one that names none', undefined, 'freight', 1],
    ['of none either', undefined, undefined, 0],
  ])('is replaced or not by one %s', (_, driver, other, count) => {
    expect(said(old(driver))).toBe(1)
    expect(said(old(driver) + young(other))).toBe(count)
  })

  test('counts where its months are spelled out, whichever they are', () => {
    expect(said(old('steel', '2026-11 .. 2028-04'))).toBe(1)
    expect(said(old('steel', '2026-11 ..'))).toBe(1)
    expect(said(old('steel', ''))).toBe(0)
  })
})

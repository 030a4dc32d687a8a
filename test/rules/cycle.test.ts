// Principle 3 at its edges: thresholds, many cycles, what has not come yet.

import { describe, expect, test } from 'vitest'

import { edited, found, PROCESS, tally } from './process.ts'

const month = (index: number): string =>
  `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`

/** Cycles of 24 months from 2025-01 on, without those left out. */
const cyclesWithout = (...left: readonly number[]): string =>
  `business "Test" {\n  currency USD\n}\n${Array.from({ length: 24 }, (_, index) => index)
    .filter((index) => !left.includes(index))
    .map((index) => `cycle ${month(index)} {\n  horizon 18 months\n}\n`)
    .join('')}`

describe('a cycle each month', () => {
  const rule = 'commitment/cycle-each-month'

  test('over 24 of them', () => {
    expect(tally(cyclesWithout(), rule)).toEqual([23, 0, 0])
    expect(found(cyclesWithout(5, 6, 7, 20), rule)).toEqual([
      'error: before the cycle of 2025-09, none was held for 2025-06 .. 2025-08; the one before it is that of 2025-05',
      'error: before the cycle of 2026-10, none was held for 2026-09; the one before it is that of 2026-08',
    ])
  })

  test('what comes after the checked cycle is not looked at', () => {
    expect(found(cyclesWithout(20), rule, { cycle: '2026-08' })).toEqual([])
  })
})

describe('the horizon', () => {
  const months = (count: number) =>
    edited(
      PROCESS,
      ['2026-11 {\n  horizon 18', `2026-11 {\n  horizon ${count}`],
      ['2027-02 .. 2028-04', `2027-02 .. 2027-04`],
    )

  test.each([
    [18, []],
    [17, ['warning: 2026-11 looks 17 months ahead, to 2028-03; 18 months are wanted']],
    [15, ['warning: 2026-11 looks 15 months ahead, to 2028-01; 18 months are wanted']],
    [14, ['error: 2026-11 looks 14 months ahead, to 2027-12; 18 months are wanted']],
  ])('of %i months', (count, said) => {
    expect(found(months(count), 'commitment/horizon')).toEqual(said)
  })

  test('is what the company says', () => {
    const text = `policy planning-horizon = 12\n${months(12)}`
    expect(found(text, 'commitment/horizon')).toEqual([])
  })
})

describe('the steps', () => {
  const rule = 'commitment/steps-in-order'

  test.each([
    [
      '2026-11-10',
      '2026-11-30',
      '2026-11: supply-review on 2026-11-12 comes before demand-review on 2026-11-30',
    ],
    [
      '2026-11-12',
      '2026-11-30',
      '2026-11: reconciliation on 2026-11-17 comes before supply-review on 2026-11-30',
    ],
    [
      '2026-11-17',
      '2026-11-01',
      '2026-11: reconciliation on 2026-11-01 comes before supply-review on 2026-11-12',
    ],
  ])('one date that is wrong is one finding: %s as %s', (old, young, said) => {
    expect(found(edited(PROCESS, [old, young]), rule)).toEqual([`warning: ${said}`])
  })

  test('may share a day, and may be left out', () => {
    expect(found(edited(PROCESS, ['2026-11-10', '2026-11-12']), rule)).toEqual([])
    expect(tally(PROCESS.replaceAll(/ {2}meeting supply-review.*\n/g, ''), rule)).toEqual([2, 0, 0])
  })
})

describe('the actuals', () => {
  const rule = 'commitment/actuals-complete'
  const none = edited(PROCESS, ['  2026-10    100         100        500\n', ''])
  const words = 'widgets 2026-10: what happened is missing: sales, operations, inventory'

  test('are asked for until the demand review has passed', () => {
    expect(found(none, rule, { today: '2026-11-10' })).toEqual([`after demand-review: ${words}`])
    expect(found(none, rule, { today: '2026-11-11' })).toEqual([`error: ${words}`])
  })

  test('are not asked for before the first cycle, after the life of a family, or of an open month', () => {
    expect(tally(PROCESS, rule)).toEqual([1, 0, 0])
    const ended = edited(none, ['  unit     each\n', '  unit     each\n  until    2026-09\n'])
    expect(tally(ended, rule)).toEqual([0, 0, 0])
  })

  test('of which none is there are missed where people plan', () => {
    const text = PROCESS.replace(/actual widgets \{[^}]*\}\n/, '')
    expect(found(text, rule)).toEqual([`error: ${words}`])
    const sheet = text.replaceAll(/^( {2}(meeting|owner)|commit|authorize) .*\n/gm, '')
    expect(found(sheet, rule)).toEqual([])
  })
})

describe('a shock', () => {
  const rule = 'commitment/shock-without-revision'
  // What was committed to for October is what September planned; October itself planned it anew.
  const shocked = (sales: number, october = 100, more = '') =>
    `${edited(
      PROCESS,
      ['cycle 2026-10 {', 'cycle 2026-09 {\n  horizon 18 months\n}\ncycle 2026-10 {'],
      [
        'plan widgets for 2026-10 {\n',
        'plan widgets for 2026-09 {\n  month               sales  operations\n  2026-09 .. 2028-02    100         100\n}\nplan widgets for 2026-10 {\n',
      ],
      ['  2026-10 .. 2028-03    100 ', `  2026-10 .. 2028-03    ${october} `],
      [
        '2026-10    100         100        500',
        `2026-10    ${sales}         100        ${600 - sales}`,
      ],
    )}${more}`

  test('is a miss of two tolerances', () => {
    expect(tally(shocked(140), rule)).toEqual([2, 0, 0])
    expect(tally(shocked(60), rule)).toEqual([2, 0, 0])
    expect(found(shocked(59), rule)).toEqual([
      'warning: widgets 2026-10: actual sales of 59 each against 100 each committed, more than 40% off, and no revision saw it',
    ])
  })

  test('that the cycle of its month foresaw needed no revision', () => {
    expect(tally(shocked(160, 130), rule)).toEqual([2, 0, 0])
  })

  test.each([
    'change sales of widgets 2026-11 by +5',
    'plan widgets {\n    month sales\n    2026-11 105\n  }',
  ])('that a revision met: %s', (change) => {
    const revision = (day: string) =>
      `revision rush of 2026-10 on ${day} by sales-director {\n  because "Orders."\n  approved by president\n  ${change}\n}\n`
    expect(tally(shocked(160, 100, revision('2026-10-28')), rule)).toEqual([2, 0, 0])
    expect(tally(shocked(160, 100, revision('2026-09-28')), rule)).toEqual([1, 1, 0])
  })

  test('nobody had committed to anything before the second cycle', () => {
    expect(tally(PROCESS, rule)).toEqual([0, 0, 0])
  })
})

describe('the latest executive meeting', () => {
  const rule = 'commitment/cycle-current'
  const november = / {2}meeting executive {6}on 2026-11-19.*\n/
  const undated = PROCESS.replace(november, '')

  test('may be 35 days ago', () => {
    expect(found(PROCESS, rule, { today: '2026-12-24' })).toEqual([])
    expect(found(PROCESS, rule, { today: '2026-12-25' })).toEqual([
      'warning: the latest executive meeting, of 2026-11, was on 2026-11-19, 36 days ago; at most 35 days may pass',
    ])
    expect(found(PROCESS, rule, { today: '2026-11-01' })).toEqual([])
  })

  test('is that of the cycle before, where this one has none', () => {
    expect(found(undated, rule, { today: '2026-11-24' })).toEqual([])
    expect(found(undated, rule, { today: '2026-11-25' })).toEqual([
      'warning: the latest executive meeting, of 2026-10, was on 2026-10-20, 36 days ago; at most 35 days may pass',
    ])
  })

  test('where none is on record, the month of the cycle counts, for people alone', () => {
    const none = undated.replaceAll(/ {2}meeting executive.*\n/g, '')
    expect(found(none, rule, { today: '2026-12-06' })).toEqual([])
    expect(found(none, rule, { today: '2026-12-07' })).toEqual([
      'warning: no executive meeting is on record, and 2026-11 began 36 days ago; at most 35 days may pass',
    ])
    const sheet = none.replaceAll(/^( {2}(meeting|owner)|commit|authorize) .*\n/gm, '')
    expect(found(sheet, rule, { today: '2028-06-30' })).toEqual([])
  })

  test('of a cycle that a later one has taken the place of is of no interest', () => {
    expect(found(PROCESS, rule, { cycle: '2026-10', today: '2026-12-24' })).toEqual([])
  })

  test('that is left out puts off nothing for good', () => {
    const text = undated.replace(/authorize.*\n/, '')
    const words = 'the president has not authorized the plan of 2026-11; signed so far by: nobody'
    const signed = (today: string) => found(text, 'commitment/authorized-by-leader', { today })
    expect(signed('2026-11-30')).toEqual([`after executive: ${words}`])
    expect(signed('2026-12-01')).toEqual([`error: ${words}`])
  })
})

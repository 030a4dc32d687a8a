// Principle 1 at its edges: what is to do, what is unknown, who stands above whom, 24 cycles.

import { describe, expect, test } from 'vitest'

import { edited, found, PROCESS, tally } from './process.ts'

const NO_LEADER = ['  leader   president\n', ''] as const
const SHEET = edited(PROCESS, NO_LEADER)
  .replace(/^ {2}(meeting|owner) .*\n/gm, '')
  .replace(/^(commit|authorize) .*\n/gm, '')

describe('a sheet of numbers without people', () => {
  test.each([
    'commitment/leader-named',
    'commitment/authorized-by-leader',
    'commitment/leader-present',
    'commitment/horizon',
    'commitment/functions-present',
    'commitment/owners-named',
    'commitment/finance-confirmed',
    'commitment/cycle-current',
  ])('%s has nothing to say', (rule) => {
    expect(tally(`policy planning-horizon = 24\n${SHEET}`, rule)).toEqual([0, 0, 0])
  })

  test.each([
    ['owns', ['  unit     each\n', '  unit     each\n  owner    foreman for sales\n']],
    [
      'commits',
      ['plan widgets', 'commit sales for 2026-11 by foreman on 2026-11-19\nplan widgets'],
    ],
    ['signs', ['plan widgets', 'authorize 2026-11 by foreman on 2026-11-19\nplan widgets']],
    ['meets', ['cycle 2026-11 {', 'cycle 2026-11 {\n  meeting executive on 2026-11-19']],
  ] as const)('until somebody %s', (_, edit) => {
    expect(found(edited(SHEET, edit), 'commitment/leader-named')).toEqual([
      'error: Test names nobody as its leader, and needs a role in general management',
    ])
  })
})

describe('the leader', () => {
  test('is a role in general management', () => {
    const text = edited(PROCESS, ['leader   president', 'leader   controller'])
    expect(found(text, 'commitment/leader-named')).toEqual([
      'error: Test names controller as its leader, and needs a role in general management',
    ])
  })

  const unsigned = edited(PROCESS, ['authorize 2026-11 by president on 2026-11-19\n', ''])

  test('signs after the executive meeting: until then it is to do', () => {
    const words = 'the president has not authorized the plan of 2026-11; signed so far by: nobody'
    const rule = 'commitment/authorized-by-leader'
    expect(found(unsigned, rule, { today: '2026-11-19' })).toEqual([`after executive: ${words}`])
    expect(found(unsigned, rule)).toEqual([`error: ${words}`])
  })

  test('who is not named is missed once', () => {
    const text = edited(unsigned, NO_LEADER)
    for (const rule of ['authorized-by-leader', 'leader-present', 'leader-present-often']) {
      expect([rule, ...found(text, `commitment/${rule}`)]).toEqual([rule])
    }
  })

  test('is looked for among those on record', () => {
    const away = edited(PROCESS, ['2026-11-19 with president, ', '2026-11-19 with '])
    const nobody = PROCESS.replace(/(2026-11-19) with president.*/, '$1')
    const rule = 'commitment/leader-present'
    expect(found(away, rule)).toEqual([
      'warning: 2026-11: the president is not among those on record at the executive meeting: sales-director, plant-manager, product-manager, controller',
    ])
    expect(found(nobody, rule)).toEqual([
      'warning: 2026-11: the president is not among those on record at the executive meeting: nobody',
    ])
    expect(found(nobody, rule, { today: '2026-11-19' })).toHaveLength(1)
  })
})

/** 24 cycles from 2025-01 on, each with its executive meeting; the president misses some. */
function years(absent: readonly number[], unrecorded: readonly number[] = []): string {
  const cycles = Array.from({ length: 24 }, (_, index) => {
    const month = `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
    const who = absent.includes(index) ? 'controller' : 'president, controller'
    const present = unrecorded.includes(index) ? '' : ` with ${who}`
    return `cycle ${month} {\n  horizon 18 months\n  meeting executive on ${month}-20${present}\n}\n`
  })
  return `${PROCESS.slice(0, PROCESS.indexOf('cycle 2026-10'))}${cycles.join('')}`
}

describe('twelve meetings', () => {
  const rule = 'commitment/leader-present-often'
  const given = { today: '2026-12-21' }

  test('the last twelve of many: one may be missed, two may not', () => {
    expect(found(years([0, 1, 2, 11, 12]), rule, given)).toEqual([])
    expect(found(years([12, 23]), rule, given)).toEqual([
      'warning: the president missed 2 of the last 12 executive meetings, and may miss 1',
    ])
  })

  test('without all of them nothing is said', () => {
    const first = years([0, 1]).replace(/cycle 2025-12[^]*$/, '')
    expect(tally(first, rule, given)).toEqual([0, 0, 0])
  })

  test('a meeting of which nobody recorded who was there counts for neither side', () => {
    expect(tally(years([23], [20]), rule, given)).toEqual([0, 0, 0])
    expect(tally(years([22, 23], [20]), rule, given)).toEqual([0, 1, 0])
  })
})

describe('authority', () => {
  const approve = (by: string, months = '2026-12', series = 'operations') =>
    edited(PROCESS, [
      '2026-12               100         100',
      '2026-12               100         120',
    ]) + `approve ${series} of widgets ${months} for 2026-11 by ${by} on 2026-11-18\n`
  const rule = 'commitment/approver-has-authority'

  test.each(['plant-manager', 'president'])('the %s may approve in the planning fence', (role) => {
    expect(tally(approve(role), rule)).toEqual([1, 0, 0])
  })

  test.each(['foreman', 'sales-director', 'controller'])('the %s may not', (role) => {
    expect(found(approve(role), rule)).toEqual([
      `error: widgets 2026-12: inside the planning fence the plant-manager approves a change of operations, or somebody above; not the ${role}`,
    ])
  })

  test('where no fence reaches, or none governs the series, or nothing changed, nobody need', () => {
    expect(tally(approve('foreman', '2027-02'), rule)).toEqual([0, 0, 0])
    expect(tally(approve('foreman', '2026-12', 'sales'), rule)).toEqual([0, 0, 0])
    expect(tally(approve('foreman', '2027-01'), rule)).toEqual([0, 0, 0])
  })

  const resolved = (by: string, because = 'because "So it is."') =>
    `${PROCESS}disagreement spring about widgets 2027-03 {
  position sales-director sales 120
  position foreman        sales 100
  due 2026-11-19
  resolved to 110 ${by} on 2026-11-19 ${because}
}
`

  test('whoever resolves stands above both sides', () => {
    const resolver = 'commitment/resolver-has-authority'
    expect(tally(resolved('by president'), resolver)).toEqual([1, 0, 0])
    expect(found(resolved('by plant-manager'), resolver)).toEqual([
      'error: spring: resolved by the plant-manager, who has no authority over: sales-director',
    ])
    expect(tally(resolved(''), resolver)).toEqual([0, 0, 0])
  })

  test('without a leader nobody knows who stands above whom', () => {
    const text = edited(approve('foreman'), NO_LEADER)
    expect(tally(text, rule)).toEqual([0, 0, 0])
  })
})

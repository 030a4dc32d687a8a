// Principle 7 at its edges: who was there, who owns, who is missing.

import { describe, expect, test } from 'vitest'

import { edited, found, PROCESS, tally } from './process.ts'

describe('the functions', () => {
  const rule = 'commitment/functions-present'

  test('that a business adds are wanted where its process wants them', () => {
    const quality = `function quality "Quality assurance"\n${PROCESS}`
    expect(found(quality, rule)).toEqual([])
    const wanted = `process {\n  step demand-review with sales-marketing\n  step supply-review with quality\n  step reconciliation\n  step executive with finance\n}\n${quality}`
    expect(found(wanted, rule)).toEqual(['error: no role in: quality'])
    expect(found(wanted, 'commitment/step-attended')).toEqual([])
  })

  test('without a role are missed once, and not at every step', () => {
    const text = edited(PROCESS, ['in finance ', 'in operations '])
    expect(found(text, rule)).toEqual(['error: no role in: finance'])
    expect(found(text, 'commitment/step-attended')).toEqual([])
  })
})

describe('attendance', () => {
  const rule = 'commitment/step-attended'
  const supply = edited(PROCESS, ['2026-11-12 with plant-manager', '2026-11-12 with controller'])

  test('is looked at once the meeting has passed', () => {
    expect(found(supply, rule, { today: '2026-11-12' })).toEqual([])
    expect(found(supply, rule, { today: '2026-11-13' })).toEqual([
      'warning: 2026-11: nobody was on record at supply-review from: operations; there were: controller',
    ])
  })

  test('a role under another stands for its function', () => {
    const text = edited(PROCESS, ['2026-11-12 with plant-manager', '2026-11-12 with foreman'])
    expect(found(text, rule)).toEqual([])
  })

  test('that nobody recorded is missed once', () => {
    const text = edited(PROCESS, ['2026-11-12 with plant-manager', '2026-11-12'])
    expect(found(text, rule)).toEqual([
      'warning: 2026-11: nobody was on record at supply-review from: operations; there were: nobody',
    ])
  })

  test('of the leader is the matter of another rule', () => {
    const away = edited(PROCESS, ['2026-11-19 with president, ', '2026-11-19 with '])
    expect(found(away, rule)).toEqual([])
    expect(found(PROCESS.replace(/(2026-11-19) with president.*/, '$1'), rule)).toEqual([])
  })
})

describe('owners', () => {
  const OWNERS = '  owner    sales-director for sales\n  owner    plant-manager  for operations\n'

  test('without any, two are missed in one finding; who they should be is not asked', () => {
    const text = edited(PROCESS, [OWNERS, ''])
    expect(found(text, 'commitment/owners-named')).toEqual([
      'error: widgets: nobody owns its plan of: sales, operations',
    ])
    expect(tally(text, 'commitment/two-owners')).toEqual([0, 0, 0])
  })

  test('of the wrong functions, or one for both', () => {
    const rule = 'commitment/two-owners'
    const both = edited(PROCESS, ['plant-manager  for operations', 'sales-director for operations'])
    expect(found(both, rule)).toHaveLength(1)
    expect(
      found(edited(PROCESS, ['sales-director for sales', 'controller for sales']), rule),
    ).toEqual([
      'warning: widgets: the sales plan is owned by the controller, of finance; the operations plan by the plant-manager, of operations',
    ])
    expect(
      found(edited(PROCESS, ['plant-manager  for operations', 'foreman for operations']), rule),
    ).toEqual([])
  })
})

describe('a launch', () => {
  const rule = 'commitment/launch-owned'
  const launch = (from: string, ...lines: readonly string[]) =>
    edited(PROCESS, [
      '  unit     each\n',
      ['  unit     each', `  from     ${from}`, ...lines, ''].join('\n'),
    ])
  const believed = 'assumption a "It sells" about widgets {\n  by sales-director\n}\n'

  test('lies ahead of the cycle', () => {
    expect(tally(PROCESS, rule)).toEqual([0, 0, 0])
    expect(tally(launch('2026-11'), rule)).toEqual([0, 0, 0])
    expect(found(launch('2026-12'), rule)).toEqual([
      'error: widgets starts in 2026-12: its launch is owned by nobody and rests on no assumption; it needs an owner in product development, and an assumption',
    ])
  })

  test('has its owner in product development, and an assumption', () => {
    const owned = launch('2027-03', '  owner product-manager for launch')
    expect(tally(owned + believed, rule)).toEqual([1, 0, 0])
    expect(tally(owned, rule)).toEqual([0, 1, 0])
    const other = launch('2027-03', '  owner controller for launch')
    expect(tally(other + believed, rule)).toEqual([0, 1, 0])
  })
})

describe('finance', () => {
  const rule = 'commitment/finance-confirmed'
  const silent = edited(PROCESS, [
    'commit revenue    for 2026-11 by controller     on 2026-11-19\n',
    '',
  ])

  test('confirms after the executive meeting, or states its own value', () => {
    const words = 'finance has neither stated its own value of 2026-11 nor committed to its revenue'
    expect(found(silent, rule, { today: '2026-11-19' })).toEqual([`after executive: ${words}`])
    expect(found(silent, rule)).toEqual([`warning: ${words}`])
    const view = (cycle: string) =>
      `view finance of widgets for ${cycle} {\n  month    revenue\n  2026-12     1000\n}\n`
    expect(tally(silent + view('2026-11'), rule)).toEqual([1, 0, 0])
    expect(tally(silent + view('2026-10'), rule)).toEqual([0, 1, 0])
  })

  test('has nothing to confirm where nothing is in money', () => {
    expect(tally(silent.replace(/conversion widgets \{[^}]*\}\n/, ''), rule)).toEqual([0, 0, 0])
  })
})

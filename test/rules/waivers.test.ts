// What is said of waivers: when it is said, and what is not held against them.

import { describe, expect, test } from 'vitest'

import { reviewOf, type When } from './two-years.ts'

/** Stock runs out in January alone; in the scenario it does not. */
const PLAN = `business "Test" {
  currency USD
  leader   president
}
role president in general-management
family widgets {
  market   "Shops"
  strategy make-to-stock
  unit     each
}
family gadgets {
  market   "Shops"
  strategy make-to-stock
  unit     each
}
cycle 2026-10 {
  horizon 3 months
}
plan widgets for 2026-10 {
  opening inventory 50
  month  sales  operations
  2026-10 .. 2026-12  100  100
}
cycle 2026-11 {
  horizon 4 months
}
plan widgets for 2026-11 {
  opening inventory 50
  month    sales  operations
  2026-11 .. 2026-12  100  100
  2027-01    100  20
  2027-02    100  200
}
plan gadgets for 2026-11 {
  opening inventory 50
  month  sales  operations
  2026-11 .. 2027-02  100  100
}
scenario more of 2026-11 {
  change operations of widgets 2027-01 by +80
}
`

const waive = (rule: string, about: string, until = '2026-12') =>
  `waive ${rule}${about === '' ? '' : ` about ${about}`} by president until ${until} because "Agreed in October."\n`

const STOCK = 'balance/no-stockout'

const said = (more: string, when: When = {}, plan = PLAN) => {
  const { diagnostics, judgement } = reviewOf(plan + more, when)
  expect(diagnostics).toEqual([])
  return judgement.findings.map(({ rule, severity }) => `${severity} ${rule}`)
}

const FINDING = `error ${STOCK}`
const EXPIRED = 'commitment/waiver-expired'
const UNUSED = 'information commitment/waiver-unused'
const BROAD = 'warning commitment/waiver-too-broad'

describe('a waiver', () => {
  test('of what is found, by its month, is all right', () => {
    expect(said('')).toEqual([FINDING])
    expect(said(waive(STOCK, 'widgets 2027-01'))).toEqual([])
  })

  test('holds on its last day, and is told that it has ended the day after', () => {
    const text = waive(STOCK, 'widgets 2027-01', '2026-11-29')
    expect(said(text, { today: '2026-11-29' })).toEqual([])
    expect(said(text, { today: '2026-11-30' })).toEqual([FINDING, `warning ${EXPIRED}`])
  })

  test('that has ended and accepts nothing is history after the next cycle', () => {
    expect(said(waive(STOCK, 'gadgets', '2026-10'))).toEqual([FINDING, `information ${EXPIRED}`])
    expect(said(waive(STOCK, 'gadgets', '2026-09'))).toEqual([FINDING])
    expect(said(waive(STOCK, 'widgets', '2026-09'))).toEqual([FINDING, `warning ${EXPIRED}`])
  })

  test('of what nobody finds is not needed', () => {
    expect(said(waive(STOCK, 'gadgets'))).toEqual([FINDING, UNUSED])
    expect(said(waive(STOCK, 'widgets 2027-02'))).toEqual([FINDING, UNUSED])
  })

  test('may be needed by what could not be read', () => {
    const { judgement } = reviewOf(`${PLAN}${waive(STOCK, 'gadgets')}role clerk in finanse\n`)
    expect(judgement.findings.map(({ rule }) => rule)).toEqual([STOCK])
  })

  test('of some months of a finding says which it lacks', () => {
    const PRICE = 'alignment/price-known'
    const priced = `${PLAN}conversion gadgets {\n  price = 2 USD per each\n}\n`
    const of = (about: string) =>
      reviewOf(priced + waive(PRICE, about)).judgement.findings.flatMap(({ rule, message, help }) =>
        rule === 'commitment/waiver-unused' ? [message, help] : [],
      )
    expect(of('widgets 2026-11 .. 2027-02')).toEqual([])
    expect(of('widgets 2026-11 .. 2027-01')).toEqual([
      `This waiver of ${PRICE} accepts nothing: it covers 2026-11 .. 2027-01, and what is found has 2027-02, too`,
      'let it cover 2027-02, too, or take it out',
    ])
    expect(of('gadgets 2026-11')[0]).toBe(`Nothing that ${PRICE} finds needs this waiver`)
  })

  test('covers too much where its findings are about less than half of it', () => {
    // One of four months, by name and without; two of four are half.
    expect(said(waive(STOCK, 'widgets 2026-11 .. 2027-02'))).toEqual([BROAD])
    expect(said(waive(STOCK, 'widgets'))).toEqual([BROAD])
    expect(said(waive(STOCK, 'widgets 2027-01 .. 2027-02'))).toEqual([])
    expect(said(`policy broad-waiver = 25%\n${waive(STOCK, 'widgets')}`)).toEqual([])
  })

  test('is measured by the months of the plan, not by those over or beyond it', () => {
    // Of the plan, it covers three months, and two.
    expect(said(waive(STOCK, 'widgets 2025-01 .. 2027-01'))).toEqual([BROAD])
    expect(said(waive(STOCK, 'widgets 2027-01 .. 2029-12'))).toEqual([])
  })

  test('of a waiver accepts nothing, itself included', () => {
    const broad = waive(STOCK, 'widgets')
    expect(said(broad + waive('commitment/waiver-too-broad', ''))).toEqual([BROAD, UNUSED])
    expect(said(waive('commitment/waiver-unused', ''))).toEqual([FINDING, UNUSED])
  })
})

describe('nothing is held against a waiver', () => {
  test('in an older cycle, in which it was not needed yet', () => {
    expect(said(waive(STOCK, 'widgets 2027-01'), { cycle: '2026-10' })).toEqual([])
  })

  test('in a scenario, in which it is not needed', () => {
    expect(said(waive(STOCK, 'widgets 2027-01'), { scenario: 'more' })).toEqual([])
  })

  test('while numbers are missing', () => {
    const gap = PLAN.replace('  2026-11 .. 2027-02  100  100', '  2026-11 .. 2027-01  100  100')
    expect(said(waive(STOCK, 'gadgets 2027-02'), {}, gap)).toEqual([FINDING])
  })
})

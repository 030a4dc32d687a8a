// Cells of every version, by constants and by variables; and `in UNIT`.

import { describe, expect, test } from 'vitest'

import { type Case, problemsOf, results } from './harness.ts'

const F = 'given family f where f = widgets'

/** Each gives the same number, however its version is named. */
const CELLS: readonly (readonly [value: string, ...cases: readonly Case[]])[] = [
  [
    '1,200 each',
    ['sales(widgets, 2026-11)'],
    ['plan.sales(widgets, 2026-11)'],
    ['cell(plan, sales, widgets, 2026-11)'],
    ['cycle.sales(widgets, 2026-11)'],
    ['cell("2026-11", sales, widgets, 2026-11)'],
    ['sales(f, 2026-11)', F],
    ['cell(v, s, f, 2026-11)', F, 'given version v in (plan), series s in (sales)'],
    [
      'cell(v, s, f, t)',
      F,
      'given version v in (plan, cycle), series s in (sales, operations), month t in (2026-11) where v = plan and s = sales',
    ],
    ['outlook.sales(widgets, 2026-11)'],
  ],
  [
    '1,100 each',
    ['previous.sales(widgets, 2026-11)'],
    ['committed.sales(widgets, 2026-11)'],
    ['cycle.previous.sales(widgets, 2026-11)'],
    ['c.sales(widgets, 2026-11)', 'given cycle c where c.month = 2026-10'],
    ['cell(c, sales, widgets, 2026-11)', 'given cycle c where c.month = 2026-10'],
  ],
  ['900 each', ['actual.sales(widgets, 2026-10)'], ['outlook.sales(widgets, 2026-10)']],
  ['1,150 each', ['budget.sales(widgets, 2026-11)']],
  [
    '27,000 USD',
    ['budget.revenue(widgets, 2026-11)'],
    ['cell(v, revenue, widgets, 2026-11)', 'given version v in (budget)'],
  ],
  [
    '30,000 USD',
    ['budget.revenue(business, 2026-11)'],
    ['cell(budget, revenue, business, 2026-11)'],
  ],
  [
    '28,000 USD',
    ['finance.revenue(widgets, 2026-11)'],
    ['v.revenue(widgets, 2026-11)', 'given view v'],
    ['cell(finance, revenue, widgets, 2026-11)'],
    ['cell(v, s, v.family, 2026-11)', 'given view v, series s in (revenue)'],
    ['n.revenue(widgets, 2026-11)', 'given function n where n.name = "finance"'],
  ],
  [
    '1,320 each',
    ['strong.sales(widgets, 2026-12)'],
    ['s.sales(widgets, 2026-12)', 'given scenario s'],
    ['cell(strong, sales, widgets, 2026-12)'],
  ],
  ['1,200 each', ['mix.sales(widgets, 2026-11)']],
  ['600 each', ['target.inventory(widgets, 2026-11)']],
  ['500 each', ['minimum.inventory(widgets, 2026-11)']],
  ['900 each', ['maximum.inventory(widgets, 2026-11)']],
  ['700 each', ['projected.inventory(widgets, 2026-12)'], ['inventory(widgets, 2026-12)']],
]

describe('cells', () => {
  test.each(CELLS.map(([value, ...cases]) => ({ value, cases })))(
    '$cases.0.0',
    ({ value, cases }) => {
      expect(results(cases)).toEqual(cases.map(() => [value]))
    },
  )

  test('are unknown outside the horizon of their version', () => {
    const cases: readonly Case[] = [
      ['plan.sales(widgets, 2026-10)'],
      ['plan.sales(widgets, 2027-02)'],
      ['previous.sales(widgets, 2027-01)'],
      ['budget.sales(widgets, 2027-02)'],
    ]
    expect(results(cases)).toEqual(cases.map(() => ['unknown']))
  })

  test('read any series of several families, one month after the other', () => {
    const over = 'family f, series s in (sales, inventory), month t in 2026-11 .. 2026-12'
    expect(results([[`list(cell(plan, s, f, t) for ${over})`]])).toEqual([
      ['1,200 each, 1,200 each, 600 each, 700 each, 40 kg, 40 kg, 110 kg, 120 kg'],
    ])
  })
})

describe('in UNIT', () => {
  test.each<readonly [string, string, ...string[]]>([
    ['sales(widgets, 2026-11) in pallet', '3 pallet'],
    ['sales(widgets, 2026-11) in kg', '3,000 kg'],
    ['sales(widgets, 2026-11) in g', '3,000,000 g'],
    ['sales(f, 2026-11) in g.unit', '1,200 each', F, 'given group g where g.name = "line-a"'],
    ['f.unit = each', 'yes', F],
    ['inventory(paint, 2026-12) in drum', '2.4 drum'],
    ['inventory(paint, 2026-11) in drum', 'unknown'],
    ['sales(widgets, 2026-11) in drum', 'unknown'],
    ['budget.revenue(business, 2026-11) in EUR', '≈27,272.73 EUR'],
    ['it-is in pallet', '3 pallet', 'let it-is = sales(widgets, 2026-11)'],
    ['sum(sales(f, 2026-11) in kg for family f)', '3,040 kg'],
    [
      '(sales(widgets, 2026-11) in pallet) * 400 each / 1 pallet - sales(widgets, 2026-11)',
      '0 each',
    ],
  ])('%s', (expression, value, ...lines) => {
    expect(results([[expression, ...lines]])).toEqual([[value]])
  })

  test('a cell is itself again after a conversion there and back', () => {
    const back = '(sales(widgets, t) in pallet) * 400 each / 1 pallet = sales(widgets, t)'
    expect(results([[`every(${back} for month t in horizon)`]])).toEqual([['yes']])
  })

  test('converts cells alone', () => {
    expect(problemsOf('(sales(widgets, 2026-11)) in pallet')).toEqual([])
    expect(problemsOf('(sales(widgets, 2026-11) * 2) in pallet')).toHaveLength(1)
  })
})

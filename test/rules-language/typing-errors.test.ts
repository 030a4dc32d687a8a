// What is said of expressions that no types allow, in full: to be read aloud when it changes.

import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

import { pinned } from '../golden.ts'
import { type Case, explained } from './harness.ts'

const EXPECTED = fileURLToPath(new URL('expected/typing-errors.txt', import.meta.url))

const F = 'given family f'
const FT = 'given family f, month t in horizon'
const FGT = 'given family f, family g, month t in horizon'
const RT = 'given resource r, month t in horizon'

/** By the rows of the typing table of the language reference. */
const CASES: Readonly<Record<string, readonly Case[]>> = {
  'numbers and their units': [
    ['5 eachs'],
    ['5 USD per eech'],
    ['1 hour per 0 each'],
    ['1.5 months'],
    ['2.5 weeks'],
  ],
  'bare words': [
    ['busy-lod'],
    ['make-to-stock'],
    ['widgets'],
    ['f.strategy = make-to-stok', F],
    ['f.unit = eech', F],
    ['f = widget', F],
    ['f.market = Industry', F],
    ['t-1', FT],
    ['gap'],
    ['sales > 5 each'],
    ['true'],
  ],
  cells: [
    ['sales(f)', F],
    ['sales(f, t, t)', FT],
    ['sales(t, f)', FT],
    ['sales(business, t)', FT],
    ['budget.revenue(f)', F],
    ['budget.sale(f, t)', FT],
    ['budjet.sales(f, t)', FT],
    ['cell(pla, sales, f, t)', FT],
    ['cell(plan, salse, f, t)', FT],
    ['cell(plan, sales, f)', F],
    [
      'cell(v, s, f, 2026-11)',
      F,
      'given version v in (plan, budget), series s in (sales, revenue)',
    ],
  ],
  'prices, supply, resources': [
    ['price(f)', F],
    ['price(r, t)', RT],
    ['supplied(f, f, t)', FT],
    ['load(f, t)', FT],
    ['rate(EUX, plan, 2026-11)'],
    ['rate(EUR, budget, 2026-11)'],
  ],
  'sums and differences': [
    ['5 each + 3 kg'],
    ['5 each + 3'],
    ['sales(widgets, 2026-11) + 5'],
    ['sales(f, t) + 5', FT],
    ['sales(f, t) + 5 each', FT],
    ['5 each + sales(f, t)', FT],
    ['sales(f, t) - sales(g, t)', FGT],
    ['sales(f, t) - load(r, t)', FT, 'given resource r'],
    ['sales(f, t) + revenue(f, t)', FT],
    ['sales(widgets, 2026-11) + 5 kg'],
    ['sales(widgets, 2026-11) + 5 drum'],
    ['revenue(widgets, 2026-11) + 5 EUR'],
    ['sum(sales(f, t) for month t in horizon) - 5 each', F],
    ['price(f, t) - 5 USD', FT],
    ['price(f, t) - 5 USD per each', FT],
    ['o.value - 5 kg', 'given opening o'],
    ['u.value - 5', 'given uses u'],
    ['available(r, t) - 5', RT],
    ['count(family f) + 1 each'],
    ['2026-11 + 2026-12'],
    ['2026-11 + 2 weeks'],
    ['2026-11 + 5 each'],
    ['2026-11-30 + 1'],
    ['2026-11-30 - 2026-11'],
    ['"a" + "b"'],
    ['f + g', FGT],
    ['-"a"'],
    ['-f', F],
  ],
  'products and quotients': [['5 / 0'], ['5 each / 0%'], ['"a" * 2'], ['2026-11 * 2']],
  comparisons: [
    ['sales(f, t) <= 85%', FT],
    ['sales(f, t) <= busy-load', FT],
    ['sales(f, t) = "a"', FT],
    ['f = g.name', FGT],
    ['f = t', FT],
    ['f < g', FGT],
    ['f.strategy < make-to-stock', F],
    ['f.lead-time < 5', F],
    ['horizon < 2026-11'],
    ['5 each between 1 and 10 each'],
    ['2026-11 between 1 and 10'],
    ['5 = 5 = 5'],
  ],
  conversions: [
    ['sales(f, t) in eech', FT],
    ['sales(f, t) in EUR', FT],
    ['revenue(f, t) in pallet', FT],
    ['revenue(f, t) in f.unit', FT],
    ['(sales(f, t) + sales(f, t)) in each', FT],
    ['5 each in pallet'],
    ['sales(f, t) in each + 5 each', FT],
    ['gap(inventory, f, t - 1) in each', FT],
  ],
  'membership, ranges and lists': [
    ['2026-11 in 2026-11'],
    ['f in horizon', F],
    ['5 in (2026-11, 2026-12)'],
    ['1 .. 5'],
    ['2026-11-01 .. 2026-12'],
    ['(2026-11, 5)'],
    ['(widgets, paint)'],
  ],
  'if, min and max': [
    ['if 5 then 1 else 2'],
    ['if 1 = 1 then 1 else "a"'],
    ['if 1 = 1 then 5 each else 5'],
    ['min("a", "b")'],
    ['min(1, 2026-11)'],
    ['max(sales(f, t), 5 each)', FT],
    ['min()'],
  ],
  'and, or, not': [['5 and 1 = 1'], ['1 = 1 or f', F], ['not sales(f, t)', FT]],
  fields: [
    ['f.strateg', F],
    ['f.stock', F],
    ['f.owner', F],
    ['f.owner()', F],
    ['f.owner(salez)', F],
    ['f.ower(sales)', F],
    ['t.middle', FT],
    ['5.first'],
    ['i.family.price', 'given item i'],
  ],
  'sums over something': [
    ['sum(sales(f, 2026-11) for family f)'],
    ['average(sales(f, t) for family f, month t in horizon)'],
    ['min(o.value for opening o)'],
    ['sum(sales(i.family, 2026-11) for item i)'],
    ['sum(f.name for family f)'],
    ['sum(t for month t in horizon)'],
    ['max(f for family f)'],
    ['every(sales(f, 2026-11) for family f)'],
    ['count(family f where f.unit)'],
  ],
  binders: [
    ['count(famly f)'],
    ['count(month t)'],
    ['count(series s)'],
    ['count(version v)'],
    ['count(family sales)'],
    ['count(family f, month f in horizon)'],
    ['count(month t in cycle)'],
    ['count(meeting m in f)', F],
    ['count(family f in horizon)'],
    ['count(family f in 5)'],
    ['count(item i in widget)'],
  ],
  'known, stated, since, first-known': [
    ['stated(5)'],
    ['stated(sales(f, t) + 0)', FT],
    ['since(f)', F],
    ['first-known(sales(f, t), 5)', FT],
    ['first-known(5, "a")'],
    ['known()'],
  ],
  functions: [
    ['foo(1)'],
    ['saless(f, t)', FT],
    ['near(sales(f, t), 5, 2%)', FT],
    ['near(5, 6, 2 each)'],
    ['near(2026-11, 2026-12, 2%)'],
    ['near(sales(f, t), operations(f, t), 5)', FT],
    ['near(sales(f, t), operations(f, t), 0.05, f)', FT],
    ['near(sales(f, t), operations(f, t), many-families)', FT],
    ['percent(5 each)'],
    ['signed("a")'],
    ['as-stated(5 each)'],
    ['as-stated(5 kg, sales(widgets, 2026-11))'],
    ['abs(f)', F],
    ['passed(2026-11)'],
    ['closed(2026-11-01)'],
    ['cover(f, t, backward)', FT],
    ['fence(planing, f)', F],
    ['authority(president, widgets)'],
    ['busy-load()'],
    ['busy-load(f, f)', F],
    ['busy-load(cycle)'],
    ['gap(inventory, f)', F],
    ['gap(f, inventory, 2026-11)', F],
    ['(5)(6)'],
  ],
}

test('every message is to be understood by itself', () => {
  const said = explained(Object.values(CASES).flat())
  let next = 0
  const text = Object.entries(CASES)
    .map(([row, { length }]) => {
      next += length
      return `## ${row}\n\n${said.slice(next - length, next).join('\n')}`
    })
    .join('\n')
  expect(text).not.toMatch(/unit\(|#\d|@\d|undefined|NaN|nothing is said/)
  expect(text).toBe(pinned(EXPECTED, text))
})

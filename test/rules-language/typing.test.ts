// Every row of the typing table of the language reference: an example that holds, and its errors.

import { describe, expect, test } from 'vitest'

import { valuesOf } from './harness.ts'

const F = 'given family f where f = widgets'
const FT = 'given family f where f = widgets, month t in (2026-11)'
const FGT = 'given family f where f = widgets, family g where g = paint, month t in (2026-11)'
const RT = 'given resource r, month t in (2026-11)'

/** Expression, its value, and the lines that stand before it. */
type Holds = readonly [expression: string, value: string, ...lines: readonly string[]]

const HOLDS: Readonly<Record<string, readonly Holds[]>> = {
  'a number, a percentage, 0': [
    ['5', '5'],
    ['5%', '0.05'],
    ['0', '0'],
    ['1_200.5', '1,200.5'],
    ['0 + 5 each', '5 each'],
    ['if 1 = 1 then 0 else 5 each', '0 each'],
  ],
  'a number with a unit': [
    ['5 each', '5 each'],
    ['5 USD per each', '5 USD per each'],
    ['6 hour per 12 each', '0.5 hour per each'],
    ['5 "each"', '5 each'],
  ],
  'a month, a date, a text, a length of time': [
    ['2027-01', '2027-01'],
    ['2027-01-05', '2027-01-05'],
    ['"a text"', 'a text'],
    ['3 months', '3 months'],
    ['1 week', '1 week'],
  ],
  'a bare word': [
    ['busy-load', '85%'],
    ['twice', '10', 'let twice = 5 * 2'],
    ['f.strategy = make-to-stock', 'yes', F],
    ['make-to-stock = f.strategy', 'yes', F],
    ['f.strategy = "make-to-stock"', 'yes', F],
    ['f.unit = each', 'yes', F],
    ['f = paint', 'no', F],
    ['first-known(paint.production, level)', 'level'],
    ['widgets.lead-time', '6 weeks'],
    ['widgets.owner(sales)', 'sales-director'],
    ['widgets.negligible + 1 each', '3 each'],
    ['"W-1".family', 'widgets'],
    ['assembly.unit = hour', 'yes'],
    ['known(promotion.driver) and shift.owner = plant-manager', 'yes'],
    ['sales', 'sales'],
    ['plan', 'plan'],
  ],
  'a series of a family and a month': [
    ['sales(f, t)', '1,200 each', FT],
    ['inventory(widgets, 2026-12)', '700 each'],
    ['sales(paint, 2026-11) + 5 kg', '45 kg'],
    ['sales("widgets", 2026-11)', '1,200 each'],
  ],
  'revenue of a family and a month': [
    ['revenue(f, t)', '28,800 USD', FT],
    ['revenue(f, t) + 1 USD', '28,801 USD', FT],
  ],
  'a price or a cost': [
    ['price(f, t)', '24 USD per each', FT],
    ['cost(f, t)', '15 USD per each', FT],
    ['sales(f, t) * price(f, t)', '28,800 USD', FT],
    ['price(widgets, 2026-11) + 1 USD per each', '25 USD per each'],
  ],
  'what a group gets': [
    ['supplied(f, line-a, t)', '720 each', FT],
    ['supplied(f, line-b, t) + operations(f, t)', '1,680 each', FT],
  ],
  'load and what there is': [
    ['load(r, t)', '60 hour', RT],
    ['available(r, t) + overtime(r, t)', '120 hour', RT],
  ],
  'sums and differences': [
    ['5 each + 3 each', '8 each'],
    ['5 each - 8 each', '-3 each'],
    ['2026-11 + 2', '2027-01'],
    ['2026-11 - 2', '2026-09'],
    ['2026-11 + 2 months', '2027-01'],
    ['2027-02 - 2026-11', '3 months'],
    ['2026-11-30 + 2 weeks', '2026-12-14'],
    ['2026-11-30 - 1 day', '2026-11-29'],
    ['2027-01-31 + 1 month', '2027-02-28'],
    ['2026-11-30 - 2026-11-01', '29 days'],
  ],
  'products and quotients': [
    ['5 each * 3', '15 each'],
    ['5 each * 3 USD per each', '15 USD'],
    ['6 USD / 3 each', '2 USD per each'],
    ['6 each / 3 each', '2'],
    ['6 each / 3', '2 each'],
    ['sales(f, t) / operations(f, t)', '1', FT],
  ],
  'signs and sizes': [
    ['-5 each', '-5 each'],
    ['abs(-5 each)', '5 each'],
    ['signed(5 each)', '+5 each'],
    ['signed(-5 each)', '-5 each'],
    ['percent(0.125)', '12.5%'],
    ['-(-5)', '5'],
  ],
  'equal and unequal': [
    ['5 each = 5 each', 'yes'],
    ['5 each != 0', 'yes'],
    ['0.1 + 0.2 = 0.3', 'yes'],
    ['2026-11 = 2026-12', 'no'],
    ['"a" = "a"', 'yes'],
    ['14 days = 2 weeks', 'yes'],
    ['f.series = (inventory, operations, sales)', 'yes', F],
    ['horizon = (2027-01, 2026-12, 2026-11)', 'yes'],
    ['(5 = 5) = (6 = 6)', 'yes'],
    ['actual = plan', 'no'],
  ],
  'less, more, between': [
    ['5 each < 6 each', 'yes'],
    ['5 each >= 6 each', 'no'],
    ['2026-11 <= 2026-11', 'yes'],
    ['2026-11-30 > 2026-11-29', 'yes'],
    ['15 days > 2 weeks', 'yes'],
    ['"a" < "b"', 'yes'],
    ['5 each between 5 each and 6 each', 'yes'],
    ['2026-11 between 2026-12 and 2027-12', 'no'],
  ],
  'a cell in another unit': [
    ['sales(f, t) in pallet', '3 pallet', FT],
    ['supplied(f, line-a, t) in pallet', '1.8 pallet', FT],
    ['sum(supplied(g, line-a, t) in kg for family g where g = f)', '1,800 kg', FT],
    ['(supplied(f, line-a, t) in line-a.unit) <= 720 each', 'yes', FT],
    ['sales(f, t) in f.unit', '1,200 each', FT],
    ['sales(f, t) in g.unit', '3,000 kg', FGT],
    ['revenue(f, t) in EUR', '≈26,181.82 EUR', FT],
    ['(inventory(paint, 2026-12) in drum) + 1 drum', '3.4 drum'],
    ['inventory(paint, 2026-12) in drum > 2 drum', 'yes'],
  ],
  'whether a list has it': [
    ['2026-12 in horizon', 'yes'],
    ['2027-02 in (2026-11, 2026-12)', 'no'],
    ['2026-12 in (2026-11, 2026-12)', 'yes'],
    ['sales in f.series', 'yes', F],
    ['revenue in f.series', 'no', F],
    ['president in m.with', 'yes', 'given meeting m in cycle where m.step = executive'],
    ['f in (widgets, paint)', 'yes', F],
    ['5 in (4, 5)', 'yes'],
  ],
  'a range of months': [
    ['2026-11 .. 2027-01', '2026-11 .. 2027-01'],
    ['count(month t in 2027-01 .. 2026-11)', '0'],
  ],
  'a list': [
    ['(2026-11, 2026-12, 2027-02)', '2026-11 .. 2026-12, 2027-02'],
    ['(sales, operations)', 'sales, operations'],
    ['(5)', '5'],
    ['f in (paint, widgets)', 'yes', F],
  ],
  'if, min and max': [
    ['if 1 = 1 then 5 each else 6 each', '5 each'],
    ['if 1 = 2 then "a" else "b"', 'b'],
    ['min(5 each, 0)', '0 each'],
    ['max(5, 7, 6)', '7'],
    ['min(2026-12, 2026-11)', '2026-11'],
    ['max(2026-11-01, 2026-11-30)', '2026-11-30'],
  ],
  'and, or, not': [
    ['1 = 1 and not (1 = 2)', 'yes'],
    ['1 = 2 or 1 = 1', 'yes'],
  ],
  'a field': [
    ['f.strategy', 'make-to-stock', F],
    ['f.name', 'widgets', F],
    ['f.owner(sales)', 'sales-director', F],
    ['f.owner(sales).function', 'sales-marketing', F],
    ['f.series', 'sales, operations, inventory', F],
    ['f.series.last', 'inventory', F],
    ['i.family.unit', 'each', 'given item i where i.name = "W-1"'],
    ['m.cycle', '2026-11', 'given meeting m in cycle where m.step = executive'],
    ['o.value', '100 kg', 'given opening o'],
    ['p.value', '24 USD per each', 'given price p where p.until = 2026-12'],
    ['u.value', '0.05 hour per each', 'given uses u'],
    ['2026-11.first', '2026-11-01'],
    ['t.last', '2026-11-30', FT],
    ['2026-11-30.month', '2026-11'],
    ['horizon.last', '2027-01'],
  ],
  'sum, average, min, max over something': [
    ['sum(sales(widgets, t) for month t in horizon)', '3,700 each'],
    ['average(sales(widgets, t) for month t in horizon)', '≈1,233.33 each'],
    ['min(sales(widgets, t) for month t in horizon)', '1,200 each'],
    ['max(t for month t in horizon where sales(widgets, t) = 1200 each)', '2026-12'],
    ['max(m.on for meeting m in cycle)', '2026-11-19'],
    ['sum(sales(f, 2026-11) in each for family f where f = widgets)', '1,200 each'],
    ['sum(0 for family f)', '0'],
  ],
  'every and exists': [
    ['every(sales(widgets, t) > 0 for month t in horizon)', 'yes'],
    ['exists(family f where f.unit = kg)', 'yes'],
    ['exists(family f, month t in horizon where sales(f, t) = 0)', 'no'],
  ],
  'count and list': [
    ['count(family f)', '2'],
    ['list(f for family f)', 'widgets, paint'],
    ['list(sales(widgets, t) for month t in horizon)', '1,200 each, 1,200 each, 1,300 each'],
  ],
  'known, stated, since, first-known': [
    ['known(sales(f, t))', 'yes', FT],
    ['known(f.production)', 'no', F],
    ['stated(inventory(f, t))', 'yes', FT],
    ['stated(inventory(paint, 2026-11))', 'no'],
    ['since(sales(paint, 2027-01))', '2026-11'],
    ['first-known(sales(f, 2029-01), sales(f, t), 0)', '1,200 each', FT],
  ],
  'passed and closed': [
    ['passed(2026-11-29)', 'yes'],
    ['passed(2026-11-30)', 'no'],
    ['closed(2026-10)', 'yes'],
    ['closed(2026-11)', 'no'],
  ],
  'sets of months': [
    ['fence(planning, f)', '2026-11 .. 2026-12', F],
    ['fence(planning, f, cycle.previous)', '2026-10 .. 2026-11', F],
    ['year(2026-05)', '2026-01 .. 2026-12'],
    ['horizon', '2026-11 .. 2027-01'],
    ['c.horizon', '2026-10 .. 2026-12', 'given cycle c where c.month = 2026-10'],
  ],
  'cover and working days': [
    ['cover(f, t, forward)', '11.5', FT],
    ['cover(f, t, current)', '10.5', FT],
    ['workdays(t)', '21', FT],
  ],
}

describe.each(Object.keys(HOLDS))('%s', (row) => {
  test.each((HOLDS[row] ?? []).map((each) => [...each]))('%s', (expression, value, ...lines) => {
    expect(valuesOf(expression, ...lines)).toEqual([value])
  })
})

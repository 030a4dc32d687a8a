// What a planner types as other tools write it is said once, and nothing follows from it.

import { describe, expect, test } from 'vitest'

import { acme, begun, saidBeside, typed } from './one-cause.ts'

describe('a row of item data', () => {
  const row = '2026-12,10023,22'
  test.each([
    [
      '2026-12,10023,22,5',
      'mix-cells: line 4 has 4 cells, the header 3; if `22,5` is one number, write 22.5',
    ],
    [
      '2026-12;10023;22',
      'mix-cells: line 4 has 1 cell, the header 3; separate its cells as the first line does',
    ],
    [
      '2026-12,10023',
      'mix-cells: line 4 has 2 cells, the header 3; leave a cell empty where there is no number',
    ],
    [
      '2026-12,10023,"1,022"',
      'mix-row: `1,022` is not a number, such as `1200` or `40%`; write 1022',
    ],
    ['12.2026,10023,22', 'mix-row: `12.2026` is not a month, such as `2026-11`; write 2026-12'],
  ])('as %s', async (young, said) => {
    expect(await saidBeside(acme, typed(acme, 'mix.csv', row, young))).toEqual([
      `mix.csv:4 ${said}`,
    ])
  })

  test('below a header of other words', async () => {
    const young = typed(acme, 'mix.csv', 'month,item,quantity', 'Month,Item,Qty')
    expect(await saidBeside(acme, young)).toEqual([
      'mix.csv:1 mix-columns: the first line of `mix.csv` names the columns: `month,item,quantity`, or `month` and one column an item; write `quantity` for `Qty`',
    ])
  })
})

describe('a price', () => {
  const price = '  price = 25.25 USD per each from 2027-01'
  test.each([
    ['25,25 USD per each', 'comma-in-number: `25,25`: a number has no comma; write 25.25'],
    [
      '25 ,25 USD per each',
      'something-too-many: `,` does not fit behind `25`',
    ],
    [
      '$25.25 per each',
      'unknown-operator: there is no `$` here; a currency stands behind its number, as in `5 USD`',
    ],
    [
      '25.25 USD',
      'price-not-money-per-unit: the price of medium-widgets is money per unit, such as `24.50 USD per each`; this is in USD',
    ],
  ])('as %s', async (young, said) => {
    const after = typed(acme, 'finance.sop', price, `  price = ${young} from 2027-01`)
    expect(await saidBeside(acme, after)).toEqual([`finance.sop:6 ${said}`])
  })
})

test('a limit with a comma is the number that is meant', async () => {
  const target = '  target    inventory = 50% * sales(f, t + 1)'
  const after = typed(acme, 'families.sop', target, '  target    inventory = 0,5 * sales(f, t + 1)')
  expect(await saidBeside(acme, after)).toEqual([
    'families.sop:10 comma-in-number: `0,5`: a number has no comma; write 0.5',
  ])
})

describe('a sealed plan', () => {
  test.each([
    [
      'plan medium-widgets for 2026-11 {',
      'plan medium-widgets for 2026-11 in pallets {',
      '3 unknown-unit: `pallets` is not a unit or a currency here; did you mean `pallet`?',
    ],
    [
      'plan medium-widgets for 2026-11 {',
      'plan medium-widgets for 2026-11 in USD {',
      '3 in-not-for-columns: `in USD` fits no column of this table: it is a currency, and no column is money; name a unit, or drop it',
    ],
    [
      'plan medium-widgets for 2026-11 {',
      'plann medium-widgets for 2026-11 {',
      '3 unknown-statement: `plann` begins no statement; did you mean `plan`?',
    ],
    [
      'plan medium-widgets for 2026-11 {',
      'plan medium-widgets for 11-2026 {',
      '3 unreadable-month: `11-2026` is no month; write 2026-11',
    ],
    [
      '  month               sales\n',
      '  months              sales\n',
      '4 header-without-month: this line stands above rows, and does not begin with `month`; begin the header of a table with `month`',
    ],
    [
      '  2027-02              1350\n',
      '  Feb 2027             1350\n',
      '7 unreadable-month: `Feb 2027` is no month; write 2027-02',
    ],
  ])('with %j as %j', async (old, young, said) => {
    const after = typed(acme, 'sales.sop', old, young)
    expect(await saidBeside(acme, after)).toEqual([`sales.sop:${said}`])
  })
})

test('a budget of volumes in a currency is none', async () => {
  const after = typed(begun, 'finance.sop', 'month               revenue', 'month               sales')
  expect(await saidBeside(begun, after)).toEqual([
    'finance.sop:2 in-not-for-columns: `in USD` fits no column of this table: it is a currency, and no column is money; name a unit, or drop it',
  ])
})

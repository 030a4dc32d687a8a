// What a planner types as other tools write it is said once, and nothing follows from it.

import { describe, expect, test } from 'vitest'

import { acme, saidBeside, typed } from './one-cause.ts'

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

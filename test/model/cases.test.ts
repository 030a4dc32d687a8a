// Published plans, retyped: their sums and stocks are the oracles.

import { describe, expect, test } from 'vitest'
import { BASICS, codes, month, shown, workspace } from './workspace.ts'
import { sum } from '../../src/base/exact.ts'
import { plainAt } from '../../src/model/column.ts'
import type { Column } from '../../src/model/model.ts'

const numbers = (column: Column) =>
  Array.from({ length: column.length }, (_, index) => plainAt(column, index))

const ORLICKY = (october: number, november: number) => `${BASICS}
family widgets {
  strategy make-to-stock
  unit each
}
actual widgets {
  month    sales  operations  inventory
  2026-07      -           -        600
  2026-08   1211        1195        584
  2026-09   1197        1202        589
  2026-10   ${october}        1197        529
}
cycle 2026-10 {
  horizon 10 months
}
plan widgets for 2026-10 {
  month               sales  operations  inventory
  2026-10 .. 2027-07   1200        1200        589
}
cycle 2026-11 {
  horizon 9 months
}
plan widgets for 2026-11 {
  month               sales  operations  inventory
  2026-11              ${november}        1200        504
  2026-12              1250        1200        454
  2027-01              1250        1400        604
  2027-02 .. 2027-07   1250        1250        604
}
`

describe('Orlicky, figure 20-3', () => {
  test('the published sums over twelve months, once the misprints are mended', () => {
    const { model, family } = workspace(ORLICKY(1257, 1225))
    const total = (series: string) => {
      const column = model.column('outlook', series, family())
      return sum(numbers(column).filter((value) => !Number.isNaN(value)))
    }
    expect(total('sales')).toBe(14890)
    expect(total('operations')).toBe(14894)
  })

  test('as printed, the flows miss the stated stock in exactly two months', () => {
    const { model, family, bound, problems } = workspace(ORLICKY(1251, 1125))
    expect(codes([...bound, ...problems])).toEqual([])
    const stated = model.column('outlook', 'inventory', family())
    const follows = model.column('projected', 'inventory', family())
    const gaps = numbers(stated).flatMap((value, index) => {
      const flows = plainAt(follows, index)
      return value === flows || Number.isNaN(flows) ? [] : [[stated.first + index, value - flows]]
    })
    // Sales of 1257 and 1225 would balance.
    expect(gaps).toEqual([
      [month('2026-10'), -6],
      [month('2026-11'), -100],
    ])
  })

  test('the mended case has no gap, and the past is an actual', () => {
    const { row, model } = workspace(ORLICKY(1257, 1225))
    expect(row('projected', 'inventory', '2026-07', '2027-07')).toBe(
      '? 584 589 529 504 454 604 604 604 604 604 604 604',
    )
    expect(model.months).toEqual({ from: month('2026-07'), to: month('2027-07') })
    expect(model.past).toEqual({ from: month('2026-10'), to: month('2026-10') })
    expect(row('previous', 'sales', '2026-10', '2026-11')).toBe('1200 1200')
  })

  test('what was committed for a month is the plan of the cycle before it', () => {
    const { row } = workspace(ORLICKY(1257, 1225))
    expect(row('committed', 'sales', '2026-10', '2027-01')).toBe('? 1200 1250 1250')
  })
})

describe('Red Tomato', () => {
  const text = `${BASICS}unit worker
family tools {
  strategy make-to-stock
  unit each
}
group shop {
  unit each
  uses people 1 worker per 40 each
}
group bought {
  unit each
}
resource people {
  unit worker
  month               available
  2026-12                    80
  2027-01 .. 2027-06         64
}
supply tools {
  month               shop  bought
  2027-01 .. 2027-03  rest       0
  2027-04             rest     140
  2027-05 .. 2027-06  rest       0
}
cycle 2027-01 {
  horizon 6 months
}
plan tools for 2027-01 {
  opening inventory 1000
  month    sales  operations  shipments
  2027-01   1600        2560       1600
  2027-02   3000        2560       3000
  2027-03   3200        2560       3200
  2027-04   3800        2700       3580
  2027-05   2200        2560       2420
  2027-06   2200        2560       2200
  total    16000       15500      16000
}
`

  test('stocks and backlog follow from the flows as published', () => {
    const { row, problems, bound } = workspace(text)
    expect(codes([...bound, ...problems])).toEqual([])
    expect(row('plan', 'inventory', '2027-01', '2027-06')).toBe('1960 1520 880 0 140 500')
    expect(row('plan', 'backlog', '2027-01', '2027-06')).toBe('0 0 0 220 0 0')
  })

  test('64 workers are loaded in full, and 140 are bought', () => {
    const { model, named, family } = workspace(text)
    const people = named('resource', 'people')
    const loads = [1, 2, 3, 4, 5, 6].map((at) => model.load(people, month(`2027-0${at}`)))
    expect(loads).toEqual([64, 64, 64, 64, 64, 64])
    expect(model.available(people, month('2026-12'))).toBe(80)
    expect(model.overtime(people, month('2027-01'))).toBe(0)
    expect(model.supplied(family(), named('group', 'bought'), month('2027-04'))).toBe(140)
    expect(model.supplied(family(), named('group', 'shop'), month('2027-04'))).toBe(2560)
    expect(model.usersOf(people)).toEqual([family()])
  })

  test('the published cost, in parts', () => {
    const { model, named, family } = workspace(text)
    const people = named('resource', 'people')
    const at = [1, 2, 3, 4, 5, 6].map((number) => month(`2027-0${number}`))
    const over = (value: (each: (typeof at)[number]) => unknown) =>
      at.reduce((total, each) => total + Number(value(each)), 0)
    const cost =
      (80 - 64) * 500 +
      over((t) => model.available(people, t)) * 640 +
      over((t) => model.value('plan', 'inventory', family(), t)) * 2 +
      over((t) => model.value('plan', 'backlog', family(), t)) * 5 +
      over((t) => model.supplied(family(), named('group', 'bought'), t)) * 30 +
      over((t) => model.supplied(family(), named('group', 'shop'), t)) * 10
    expect(cost).toBe(422_660)
  })

  test('total rows add up', () => {
    const { model } = workspace(text)
    expect(model.totals().map(({ series, value, sum }) => [series, value, sum])).toEqual([
      ['sales', 16000, 16000],
      ['operations', 15500, 15500],
      ['shipments', 16000, 16000],
    ])
  })
})

test('CA&J: production that follows the target gives the stocks of the target', () => {
  const { row, model } = workspace(`${BASICS}
family motors {
  strategy make-to-stock
  unit each
}
calendar {
  month    workdays
  2027-01    22
  2027-02    19
  2027-03    21
  2027-04    21
  2027-05    22
  2027-06    20
}
cycle 2027-01 {
  horizon 6 months
}
plan motors for 2027-01 {
  opening inventory 400
  month    sales  operations
  2027-01   1800        1850
  2027-02   1500        1425
  2027-03   1100        1000
  2027-04    900         850
  2027-05   1100        1150
  2027-06   1600        1725
}
`)
  expect(row('projected', 'inventory', '2027-01', '2027-06')).toBe('450 375 275 225 275 400')
  expect(model.workdays(month('2027-02'))).toBe(19)
  expect(model.workdays(month('2027-07'))).toBe(22)
})

test('a level plan: 560 in 70 days, 8 a day', () => {
  const { row, model, family } = workspace(`${BASICS}
family presses {
  strategy make-to-stock
  unit each
}
calendar {
  month    workdays
  2027-05    21
  2027-06    19
  2027-07    20
  2027-08    10
}
cycle 2027-05 {
  horizon 4 months
}
plan presses for 2027-05 {
  opening inventory 100
  month    sales  operations
  2027-05    115         168
  2027-06    125         152
  2027-07    140         160
  2027-08    150          80
}
`)
  expect(row('plan', 'inventory', '2027-05', '2027-08')).toBe('153 180 200 130')
  // 153 last through 125 in 19 days, and 28 of the 140 of the next month's 20 days.
  expect(model.cover(family(), month('2027-05'), 'forward')).toBe(23)
  expect(shown(model.cover(family(), month('2027-08'), 'forward'))).toBe('?')
  expect(shown(model.cover(family(), month('2027-07'), 'current'))).toBe('fraction')
})

test('make-to-order: a backlog of 100 falls to 80 when 104 are made and 100 booked', () => {
  const { row } = workspace(`${BASICS}
family pumps {
  strategy make-to-order
  unit each
}
cycle 2027-01 {
  horizon 5 months
}
actual pumps {
  month    sales  operations  backlog
  2026-12      -           -      100
}
plan pumps for 2027-01 {
  month    sales  operations
  2027-01 .. 2027-05    100         104
}
`)
  expect(row('projected', 'backlog', '2027-01', '2027-05')).toBe('96 92 88 84 80')
  expect(row('plan', 'shipments', '2027-01', '2027-05')).toBe('104 104 104 104 104')
  expect(row('plan', 'inventory', '2027-01', '2027-05')).toBe('0 0 0 0 0')
})

test('the five-section sheet: bookings, shipments, backlog, production, inventory', () => {
  const { row } = workspace(`${BASICS}
family compressors {
  strategy finish-to-order
  unit each
}
actual compressors {
  month    sales  shipments  backlog  operations  adjustment  inventory
  2026-09      -          -      150           -           -         90
  2026-10    104        100      154          98          -2         86
}
cycle 2026-11 {
  horizon 6 months
}
plan compressors for 2026-11 {
  month               sales  shipments  operations
  2026-11               100        102         100
  2026-12               100        104         100
  2027-01 .. 2027-02    100        100         100
  2027-03               110        104         102
  2027-04               110        108         108
}
`)
  expect(row('projected', 'backlog', '2026-10', '2027-04')).toBe('154 152 148 148 148 154 156')
  expect(row('projected', 'inventory', '2026-10', '2027-04')).toBe('86 84 80 80 80 78 78')
})

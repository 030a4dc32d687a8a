// What tables state: rows, blanks, units, splitting over files, and what is wrong with them.

import { describe, expect, test } from 'vitest'
import { textOf } from '../../src/base/source.ts'
import { BASICS, codes, month, workspace } from './workspace.ts'

const CYCLE = `${BASICS}unit case = 12 each
currency EUR = 1.25 USD
currency EUR = 1.5 USD from 2027-02
family a {
  strategy make-to-stock
  unit each
}
cycle 2027-01 {
  horizon 4 months
}
`

function plan(rows: string, more = '', columns = 'sales operations'): string {
  return `${CYCLE}plan a for 2027-01${more} {
  month ${columns}
${rows}
}
`
}

describe('rows', () => {
  test('a range states each of its months, and a blank states nothing', () => {
    const { row, model, family } = workspace(plan('  2027-01 10 20\n  2027-02 .. 2027-03 11 -'))
    expect(row('plan', 'sales', '2026-12', '2027-05')).toBe('? 10 11 11 ? ?')
    expect(row('plan', 'operations', '2027-01', '2027-04')).toBe('20 ? ? ?')
    expect(model.since('plan', 'sales', family(), month('2027-03'))).toBe(month('2027-02'))
  })

  test('an open row holds until the next row, else to the end of the horizon', () => {
    const { row } = workspace(plan('  2027-01 .. 10 20\n  2027-03 .. 12 22'))
    expect(row('plan', 'sales', '2027-01', '2027-05')).toBe('10 10 12 12 ?')
  })

  test('numbers in another unit are kept in that of the family, exactly', () => {
    const { row, model, family } = workspace(plan('  2027-01 10.5 -2', ' in case'))
    expect(row('plan', 'sales', '2027-01', '2027-01')).toBe('126')
    const origin = model.origin('plan', 'sales', family(), month('2027-01'))
    expect(origin).toMatchObject({
      from: 'stated',
      written: { mantissa: 105, scale: 1 },
      unit: 'case',
    })
    expect(origin.from === 'stated' && origin.steps.length).toBe(1)
  })

  test('money is kept in the reporting currency, at the rate of each month', () => {
    const { row } = workspace(plan('  2027-01 .. 2027-02 100', ' in EUR', 'revenue'))
    expect(row('plan', 'revenue', '2027-01', '2027-02')).toBe('125 150')
  })

  test('what is not shipped earns nothing, also before anybody has set a price', () => {
    const rows = '  2027-01 .. 2027-02 0\n  2027-03 .. 2027-04 5'
    const priced = `${plan(rows, '', 'sales')}conversion a {\n  price = 3 USD per each from 2027-04\n}\n`
    const { row, model, family } = workspace(priced)
    expect(row('plan', 'revenue', '2027-01', '2027-04')).toBe('0 0 ? 15')
    const origin = (at: string) => model.origin('plan', 'revenue', family(), month(at))
    expect(origin('2027-01')).toMatchObject({ from: 'cell', cell: { series: 'shipments' } })
    expect(origin('2027-04')).toMatchObject({ from: 'product', factor: 3 })
  })

  test('a finding points at the text of the cell, else at the statement', () => {
    const { model, family } = workspace(plan('  2027-01 .. 2027-02   10   -20 # few'))
    const place = (series: string, at: string, version = 'plan') =>
      textOf(model.place(version, series, family(), month(at)))
    expect(place('operations', '2027-02')).toBe('-20')
    expect(place('operations', '2027-02', 'outlook')).toBe('-20')
    expect(place('sales', '2027-04')).toBe('plan a for 2027-01')
    expect(place('sales', '2027-04', 'budget')).toBe('a')
  })
})

describe('the same cell twice', () => {
  const first = plan('  2027-01 10 20\n  2027-02 11 21')
  const again = (rows: string) => `plan a for 2027-01 {\n  month sales operations\n${rows}\n}\n`

  test('is one error for each pair of rows, and the first in order of path holds', () => {
    const { problems, row } = workspace([first, again('  2027-02 12 22')])
    expect(codes(problems)).toEqual(['doubled-cell "12"'])
    expect(problems[0]?.message).toBe('sales of a in 2027-02 is stated twice')
    expect(problems[0]?.labels.map(({ span }) => textOf(span))).toEqual(['11'])
    expect(row('plan', 'sales', '2027-01', '2027-02')).toBe('10 11')
  })

  test('rows of one table clash, too', () => {
    const { problems } = workspace(plan('  2027-01 10 20\n  2027-01 .. 2027-02 11 21'))
    expect(codes(problems)).toEqual(['doubled-cell "11"'])
  })

  test('other cells of the same months are welcome', () => {
    const sales = plan('  2027-01 .. 2027-04 10', '', 'sales')
    const operations = 'plan a for 2027-01 {\n  month operations\n  2027-01 .. 2027-04 20\n}\n'
    const { problems, row } = workspace([sales, operations])
    expect(problems).toEqual([])
    expect(row('plan', 'operations', '2027-04', '2027-04')).toBe('20')
  })

  test('opening, price and cost', () => {
    const opened = `plan a for 2027-01 {\n  opening inventory 5\n}\nplan a for 2027-01 {\n  opening inventory 5\n}\n`
    expect(codes(workspace(CYCLE + opened).problems)).toEqual([
      'doubled-opening "opening inventory 5"',
    ])
    const priced = 'conversion a {\n  price = 2 USD per each\n  price = 3 USD per each\n}\n'
    expect(codes(workspace(CYCLE + priced).problems)).toEqual([
      'doubled-rate "price = 3 USD per each"',
    ])
  })
})

describe('months', () => {
  test('a year mistyped makes no column of a hundred centuries', () => {
    const { problems, model, family } = workspace(plan('  0027-01 .. 9999-12 10 20'))
    expect(codes(problems)).toContain('month-out-of-reach "0027-01 .. 9999-12 10 20"')
    expect(model.column('plan', 'sales', family()).length).toBe(4)
  })

  test('what a plan states outside of the horizon is read by nobody, and said so', () => {
    const { problems, row } = workspace(plan('  2026-12 1 2\n  2027-01 .. 10 20'))
    expect(codes(problems)).toEqual(['outside-horizon "2026-12 1 2"'])
    expect(row('plan', 'sales', '2026-12', '2027-01')).toBe('? 10')
  })

  test('all months outside of the horizon are one message, and those inside are not in it', () => {
    const { problems } = workspace(plan('  2026-11 .. 2027-02 1 2\n  2027-04 .. 2027-06 1 2'))
    expect(problems.map(({ message }) => message)).toEqual([
      'nobody reads 2026-11 .. 2026-12, 2027-05 .. 2027-06: the horizon of cycle 2027-01 is 2027-01 .. 2027-04',
    ])
  })
})

describe('what follows', () => {
  test('an unknown flow makes the stock unknown until somebody states it', () => {
    const rows = '  2027-01 10 12 -\n  2027-02 10 - -\n  2027-03 10 10 50\n  2027-04 10 11 -'
    const { row } = workspace(
      plan(rows, '', 'sales operations inventory').replace(
        '  month',
        '  opening inventory 5\n  month',
      ),
    )
    expect(row('plan', 'inventory', '2027-01', '2027-04')).toBe('7 ? 50 51')
    expect(row('projected', 'inventory', '2027-01', '2027-04')).toBe('7 ? ? 51')
  })

  test('a column with a misspelt head may be any: nothing takes its default', () => {
    const { row } = workspace(
      plan('  2027-01 10 12 3', '', 'sales operations adjustmint').replace(
        '  month',
        '  opening inventory 5\n  month',
      ),
    )
    expect(row('plan', 'adjustment', '2027-01', '2027-01')).toBe('?')
    expect(row('plan', 'inventory', '2027-01', '2027-01')).toBe('?')
  })

  test('the stock of the closed month goes before an opening', () => {
    const actual = 'actual a {\n  month inventory\n  2026-12 90\n}\n'
    const text = plan('  2027-01 10 12').replace('  month', '  opening inventory 5\n  month')
    expect(workspace(text).row('plan', 'inventory', '2027-01', '2027-01')).toBe('7')
    expect(workspace(text + actual).row('plan', 'inventory', '2027-01', '2027-01')).toBe('92')
  })

  test('a stock that nobody opens starts at 0 when something first flows', () => {
    const actual = (rows: string) =>
      workspace(`${plan('  2027-01 10 10')}actual a {
  month sales shipments inventory
${rows}
}
`)
    const { row, model, family } = actual('  2026-11 - - 90\n  2026-12 15 10 80')
    expect(row('actual', 'backlog', '2026-11', '2026-12')).toBe('0 5')
    expect(row('plan', 'backlog', '2027-01', '2027-01')).toBe('5')
    const origin = model.origin('actual', 'backlog', family(), month('2026-11'))
    expect(origin).toEqual({ from: 'default', why: 'nobody opens the backlog: it starts at 0' })
    const gap = actual('  2026-11 10 10 90\n  2026-12 - 10 80')
    expect(gap.row('actual', 'backlog', '2026-11', '2026-12')).toBe('0 ?')
    expect(gap.row('plan', 'backlog', '2027-01', '2027-01')).toBe('?')
    const early = actual('  2026-11 10 10 90')
    expect(early.row('plan', 'backlog', '2027-01', '2027-01')).toBe('?')
  })

  test('revenue is shipments at price, where nobody states it', () => {
    const priced = `conversion a {
  price = 2.5 USD per each
  price = 36 EUR per case from 2027-02
}
budget a {
  month sales revenue
  2027-01 10 -
  2027-02 10 99
}
`
    const { row, model, family } = workspace(plan('  2027-01 .. 10 20') + priced)
    expect(row('plan', 'revenue', '2027-01', '2027-02')).toBe('25 45')
    expect(row('budget', 'revenue', '2027-01', '2027-03')).toBe('25 99 ?')
    expect(model.origin('plan', 'revenue', family(), month('2027-01'))).toMatchObject({
      from: 'product',
      what: 'price',
      factor: { mantissa: 25, scale: 1 },
    })
  })

  test('what goes to no group is a load that nobody knows, unless it is nothing', () => {
    const supplied = `resource r {
  unit hour
  month available
  2027-01 .. 50
}
group g {
  unit each
  uses r 2 hour per each
}
supply a {
  month g
  2027-01 100%
}
`
    const { model, named } = workspace(
      `unit hour\n${plan('  2027-01 10 12\n  2027-02 10 0\n  2027-03 10 5')}${supplied}`,
    )
    const load = (at: string) => model.load(named('resource', 'r'), month(at))
    expect(['2027-01', '2027-02', '2027-03'].map(load)).toEqual([24, 0, undefined])
  })

  test('what goes to a group that nobody can read leaves the rest unknown, and the load', () => {
    const supplied = (heads: string, cells: string) => `resource r {
  unit hour
  month available
  2027-01 .. 50
}
group g {
  unit each
}
group h {
  unit each
}
supply a {
  uses r 2 hour per each on g
  uses r 1 hour per each on h
  month ${heads}
  2027-01 ${cells}
}
`
    const given = (heads: string, cells: string) => {
      const text = `unit hour\n${plan('  2027-01 10 12')}${supplied(heads, cells)}`
      const { model, named, family } = workspace(text)
      const at = month('2027-01')
      return [
        model.supplied(family(), named('group', 'g'), at),
        model.supplied(family(), named('group', 'h'), at),
        model.load(named('resource', 'r'), at),
      ]
    }
    expect(given('g h', 'rest 25%')).toEqual([9, 3, 21])
    expect(given('g hh', 'rest 25%')).toEqual([undefined, undefined, undefined])
    expect(given('g hh', '75% 25%')).toEqual([9, undefined, undefined])
    expect(given('g h', 'rest 2,5')).toEqual([undefined, undefined, undefined])
  })

  test('outside of its life a family loads what is planned all the same, and unsaid nothing', () => {
    const launch = `unit hour
resource r {
  unit hour
  month available
  2027-01 .. 50
}
family b from 2027-03 {
  strategy make-to-stock
  unit each
}
supply b {
  uses r 2 hour per each
}
plan b for 2027-01 {
  month sales operations
  2027-02 - 40
  2027-03 10 15
}
`
    const { model, named, problems } = workspace(CYCLE + launch)
    const load = (at: string) => model.load(named('resource', 'r'), month(at))
    expect(problems).toEqual([])
    expect(['2027-01', '2027-02', '2027-03', '2027-04'].map(load)).toEqual([0, 80, 30, undefined])
  })

  test('the budget of the business is money, and a volume of it is an error', () => {
    const budget = 'budget {\n  month revenue\n  2027-01 .. 500\n}\n'
    const { model, facts, problems } = workspace(CYCLE + budget)
    const business = facts.of('business')[0]
    expect(problems).toEqual([])
    expect(business && model.value('budget', 'revenue', business, month('2027-04'))).toBe(500)
    const wrong = 'budget {\n  month sales\n  2027-01 500\n}\n'
    expect(codes(workspace(CYCLE + wrong).problems)).toEqual(['business-volume "sales"'])
  })

  test('why a number is unknown: the first fact that is not there', () => {
    const { model, family } = workspace(plan('  2027-01 10 12\n  2027-02 10 -'))
    const missing = (series: string, at: string, version = 'plan') => {
      const origin = model.origin(version, series, family(), month(at))
      return origin.from === 'nothing' ? origin.missing : origin.from
    }
    expect(missing('inventory', '2027-02')).toEqual({
      what: 'opening inventory of a',
      month: month('2027-01'),
      area: undefined,
    })
    expect(missing('shipments', '2027-03')).toMatchObject({ what: 'plan sales of a' })
    expect(missing('revenue', '2027-01')).toMatchObject({ what: 'price of a', area: 'prices' })
    expect(missing('sales', '2027-01', 'budget')).toMatchObject({ area: 'budgets' })
    expect(missing('shipments', '2027-01')).toBe('cell')
    expect(missing('adjustment', '2027-01')).toBe('default')
    expect(missing('backlog', '2027-01')).toBe('sum')
  })

  test('bounds are evaluated when they are read, by the line that holds', () => {
    const lines = `  minimum inventory = 5
  minimum inventory = 9 from 2027-02 until 2027-03
}
cycle`
    const { row } = workspace(plan('  2027-01 .. 1 1').replace('}\ncycle', lines), {
      bound: (line) => (line.fields.has('from') ? 9 : 5),
    })
    expect(row('minimum', 'inventory', '2027-01', '2027-04')).toBe('5 9 9 5')
    expect(row('maximum', 'inventory', '2027-01', '2027-01')).toBe('?')
  })
})

// Cycles, horizons, fences, fiscal years, periods.

import { describe, expect, test } from 'vitest'
import { printDay } from '../../src/base/date.ts'
import { printMonth } from '../../src/base/month.ts'
import type { MonthRange } from '../../src/base/month.ts'
import { BASICS, codes, month, range, workspace } from './workspace.ts'

const TEXT = `${BASICS.replace('  currency USD\n', '  currency USD\n  fiscal-year from 2026-04\n')}
function heads "Heads"
role boss in heads
process {
  step look
  step decide
}
family a {
  strategy make-to-stock
  unit each
  from 2027-02
}
family b {
  strategy make-to-stock
  unit each
}
fence demand 1 month {
  change sales within 0%
}
fence planning 6 weeks {
  change operations within 10%
}
fence planning 4 months about b {
  change operations within 10%
}
calendar {
  month workdays
  2027-01 17
}
cycle 2026-12 {
  horizon 3 months
  meeting decide on 2026-12-18 with boss
}
cycle 2027-01 {
  horizon 2027-01 .. 2027-06
  meeting look on 2027-01-05 with boss
  meeting decide on 2027-01-20 with boss
}
`

const said = (months: MonthRange | undefined) =>
  months === undefined ? '' : `${printMonth(months.from)} .. ${printMonth(months.to)}`

describe('cycles', () => {
  test('the latest is checked, unless another is asked for', () => {
    expect(workspace(TEXT).model.cycle?.name).toBe('2027-01')
    const before = workspace(TEXT, { cycle: '2026-12' }).model
    expect(said(before.horizon)).toBe('2026-12 .. 2027-02')
    expect(before.past).toBeUndefined()
  })

  test('past and closed months', () => {
    const { model, facts } = workspace(TEXT)
    expect(said(model.past)).toBe('2026-12 .. 2026-12')
    expect([model.closed(month('2026-12')), model.closed(month('2027-01'))]).toEqual([true, false])
    expect(model.cycle && model.previous(model.cycle)).toBe(facts.of('cycle')[0])
  })

  test('cycles count when their last step has passed', () => {
    const held = (today: string) =>
      workspace(TEXT, { today })
        .model.cycles(12)
        .map((cycle) => cycle.name)
    expect(held('2027-01-20')).toEqual(['2026-12'])
    expect(held('2027-01-21')).toEqual(['2026-12', '2027-01'])
  })
})

describe('fences', () => {
  test('about a family that nobody knows are not about all', () => {
    const { model, family } = workspace(TEXT.replace('about b', 'about bb'))
    expect(said(model.fence('planning', family('a')))).toBe('2027-01 .. 2027-02')
    const alone = workspace(TEXT.replace('fence demand 1 month', 'fence demand 1 month about bb'))
    expect(alone.model.fence('demand', alone.family('a'))).toBeUndefined()
    expect(alone.model.zone(alone.family('a'), month('2027-01'))?.name).toBe('planning')
  })

  test('reach every month whose first day lies before their end', () => {
    const { model, family } = workspace(TEXT)
    const [a, b] = [family('a'), family('b')]
    expect(said(model.fence('demand', a))).toBe('2027-01 .. 2027-01')
    expect(said(model.fence('planning', a))).toBe('2027-01 .. 2027-02')
    expect(said(model.fence('planning', b))).toBe('2027-01 .. 2027-04')
    expect(model.fence('frozen', a)).toBeUndefined()
    const end = model.fenceEnd('planning', a)
    expect(end === undefined ? '' : printDay(end)).toBe('2027-02-12')
  })

  test('the shortest that reaches a month governs it', () => {
    const { model, family } = workspace(TEXT)
    const zone = (name: string, at: string) => model.zone(family(name), month(at))?.name
    expect(zone('b', '2027-01')).toBe('demand')
    expect(zone('b', '2027-04')).toBe('planning')
    expect(zone('a', '2027-03')).toBeUndefined()
  })
})

test('fiscal years, working days and lives', () => {
  const { model, family } = workspace(TEXT)
  expect(said(model.year(month('2027-03')))).toBe('2026-04 .. 2027-03')
  expect(said(model.year(month('2027-04')))).toBe('2027-04 .. 2028-03')
  expect(model.workdays(month('2027-01'))).toBe(17)
  expect(model.workdays(month('2027-02'))).toBe(20)
  expect(model.life(family('a'))?.from).toBe(month('2027-02'))
})

test('periods may start on another day than the first', () => {
  const { model, family } = workspace(
    TEXT.replace(
      'calendar {',
      'calendar {\n  starts 2027-01 on 2026-12-28\n  starts 2027-02 on 2027-01-25',
    ),
  )
  expect(printDay(model.firstDay(month('2027-01')))).toBe('2026-12-28')
  expect(printDay(model.lastDay(month('2027-01')))).toBe('2027-01-24')
  expect(said(model.fence('demand', family('a')))).toBe('2027-01 .. 2027-01')
})

test('a period starts after the one before it', () => {
  const found = (...starts: readonly string[]) => {
    const lines = starts.map((each) => `\n  starts ${each}`).join('')
    const { problems, model } = workspace(TEXT.replace('calendar {', `calendar {${lines}`))
    return [codes(problems), printDay(model.firstDay(month('2027-02')))]
  }
  expect(found('2027-02 on 2027-01-28', '2027-01 on 2027-01-29')).toEqual([
    ['period-out-of-order "starts 2027-02 on 2027-01-28"'],
    '2027-02-01',
  ])
  expect(found('2027-05 on 2027-01-29')[0]).toEqual([
    'period-out-of-order "starts 2027-05 on 2027-01-29"',
  ])
  expect(found('2027-02 on 2027-03-01')[0]).toEqual([
    'period-out-of-order "starts 2027-02 on 2027-03-01"',
  ])
})

test('areas are in use when a fact of theirs is there', () => {
  const { model } = workspace(TEXT)
  expect([model.uses('fences'), model.uses('budgets'), model.uses('prices')]).toEqual([
    true,
    false,
    false,
  ])
})

test('working days are counted in days', () => {
  const { problems } = workspace(TEXT.replace('2027-01 17', '2027-01 17.5'))
  expect(codes(problems)).toEqual(['workdays-not-whole "17.5"'])
  const all = workspace(
    TEXT.replace('2027-01 17', '2027-01 -3\n  2027-02 17\n  2027-03 .. 2027-05 90'),
  )
  expect(codes(all.problems)).toEqual(['workdays-not-whole "-3"', 'workdays-not-whole "90"'])
})

test('neither the order of files nor that of statements matters', () => {
  const files = [
    TEXT,
    'plan b for 2027-01 {\n  opening inventory 5\n  month sales operations\n  2027-01 .. 10 12\n}\n',
    'actual b {\n  month sales inventory\n  2026-12 9 40\n}\n',
    'scenario s of 2027-01 {\n  change sales of b by 10%\n}\n',
  ]
  const rows = (of: readonly string[]) => {
    const { row } = workspace(of)
    return ['sales', 'inventory', 'backlog'].flatMap((series) => [
      row('outlook', series, '2026-11', '2027-06', 'b'),
      row('s', series, '2026-11', '2027-06', 'b'),
    ])
  }
  expect(rows(files.toReversed())).toEqual(rows(files))
  expect(range('2027-01', '2027-06')).toEqual(workspace(files.toReversed()).model.horizon)
})

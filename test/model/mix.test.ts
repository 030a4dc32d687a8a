// Item plans: numbers, shares and rests, from tables and from files.

import { expect, test } from 'vitest'
import { BASICS, codes, month, shown, workspace } from './workspace.ts'

const TEXT = `${BASICS}unit case = 10 each
family a {
  strategy make-to-stock
  unit each
}
item i in a
item j in a
item k in a
cycle 2027-01 {
  horizon 3 months
}
plan a for 2027-01 {
  month sales operations
  2027-01 .. 100 120
}
`

test('the mix is the sum of its items, in the unit of the family', () => {
  const { row, problems } = workspace(`${TEXT}mix sales of a for 2027-01 in case {
  month i j
  2027-01 4 5.5
  2027-02 4 -
}
`)
  expect(problems).toEqual([])
  expect(row('mix', 'sales', '2027-01', '2027-03')).toBe('95 40 ?')
})

test('shares are of the plan, and a rest is what the others leave', () => {
  const { row, model, named } = workspace(`${TEXT}mix sales of a for 2027-01 as share {
  month i j
  2027-01 40% 55%
}
mix operations of a for 2027-01 {
  month i j k
  2027-01 40% rest 12
}
`)
  expect(row('mix', 'sales', '2027-01', '2027-01')).toBe('95')
  expect(row('mix', 'operations', '2027-01', '2027-01')).toBe('120')
  const item = (name: string) =>
    shown(model.item('operations', named('item', name), month('2027-01')))
  expect([item('i'), item('j'), item('k')]).toEqual(['48', '60', '12'])
})

test('a share has its mark, and is unknown without', () => {
  const { row, problems } = workspace(`${TEXT}mix sales of a for 2027-01 as share {
  month i j
  2027-01 0.4 0.6
  2027-02 40% 60%
  2027-03 0 100%
}
`)
  expect(codes(problems)).toEqual(['percent-mark-missing "0.4"'])
  expect(problems[0]?.message).toBe(
    'per cent are wanted here, and `0.4` has no mark (and 1 more of its table)',
  )
  expect(problems[0]?.help).toBe('write `0.4%` or `40%`')
  expect(row('mix', 'sales', '2027-01', '2027-03')).toBe('? 100 100')
  const file = workspace(`${TEXT}mix sales of a for 2027-01 as share from "mix.csv"\n`, {
    data: { 'mix.csv': 'month,i,j\n2027-01,40,60%\n' },
  })
  expect(file.problems.map(({ message }) => message)).toEqual([
    '`40` is not a share, such as `40%`',
  ])
})

test('a file has a line an item, or a column an item', () => {
  const from = (text: string) =>
    workspace(`${TEXT}mix sales of a for 2027-01 from "mix.csv"\n`, { data: { 'mix.csv': text } })
  const long = from('month,item,quantity\n2027-01,i,40\n2027-01,j,25.5\n2027-02,i,-3\n')
  const wide = from('month,i,j\n2027-01,40,25.5\n2027-02,-3,\n')
  expect([long.problems, wide.problems]).toEqual([[], []])
  expect(long.row('mix', 'sales', '2027-01', '2027-03')).toBe('65.5 -3 ?')
  expect(wide.row('mix', 'sales', '2027-01', '2027-03')).toBe('65.5 -3 ?')
})

test('what is wrong with a file is said once for each cause', () => {
  const { problems } = workspace(`${TEXT}mix sales of a for 2027-01 from "mix.csv"\n`, {
    data: {
      'mix.csv':
        'month,item,quantity\n2027-01,ii,1\n2027-02,ii,1\n2027-13,i,1\n2027-01,i,much\n2027-02,i,1\n2027-02,i,2\n',
    },
  })
  expect(codes(problems)).toEqual([
    'mix-row "2027-01,ii,1"',
    'mix-row "2027-13,i,1"',
    'mix-row "2027-01,i,much"',
    'doubled-cell "2027-02,i,2"',
  ])
  expect(problems[0]?.message).toBe('`ii` is not an item (and in 1 more place)')
  expect(problems[0]?.help).toBe('did you mean `i`?')
  expect(codes(workspace(`${TEXT}mix sales of a for 2027-01 from "no.csv"\n`).problems)).toEqual([
    'mix-unreadable "\\"no.csv\\""',
  ])
})

const from = (text: string, statement = 'mix sales of a for 2027-01 from "mix.csv"') =>
  workspace(`${TEXT}${statement}\n`, { data: { 'mix.csv': text } })

test('a row that cannot be read is said by its line, and makes its month unknown', () => {
  const long = 'month,item,quantity\n2027-01,i,40\n2027-02,i,1\n2027-01,j,2\n'
  for (const [row, message, help] of [
    ['2027-01,k,22,5', 'line 5 has 4 cells, the header 3', 'if `22,5` is one number, write 22.5'],
    [
      '2027-01;k;22',
      'line 5 has 1 cell, the header 3',
      'separate its cells as the first line does',
    ],
    [
      '2027-01 k 22',
      'line 5 has 1 cell, the header 3',
      'separate its cells as the first line does',
    ],
    [
      '2027-01,k',
      'line 5 has 2 cells, the header 3',
      'leave a cell empty where there is no number',
    ],
    ['01.2027,k,22', '`01.2027` is not a month, such as `2026-11`', 'write 2027-01'],
    ['2027-01,k,22k', '`22k` is not a number, such as `1200` or `40%`', 'write 22000'],
  ] as const) {
    const { problems, row: numbers } = from(`${long}${row}\n`)
    expect(problems.map((each) => [each.message, each.help])).toEqual([[message, help]])
    expect(numbers('mix', 'sales', '2027-01', '2027-02')).toBe('? 1')
  }
})

test('a row of no month leaves no month of the file known', () => {
  const { problems, row } = from('month,item,quantity\n2027-01,i,40\nsoon,i,1\n')
  expect(codes(problems)).toEqual(['mix-row "soon,i,1"'])
  expect(row('mix', 'sales', '2027-01', '2027-03')).toBe('? ? ?')
})

test('a number that cannot be read is of its item, where that is known', () => {
  const { model, named } = from('month,item,quantity\n2027-01,i,40\n2027-01,j,4,5\n')
  const item = (name: string) => shown(model.item('sales', named('item', name), month('2027-01')))
  expect([item('i'), item('j')]).toEqual(['40', '?'])
  const any = from('month,item,quantity\n2027-01,i,40\n2027-01,jj,4\n')
  expect(shown(any.model.item('sales', any.named('item', 'i'), month('2027-01')))).toBe('?')
})

test('a rest is unknown where one of the others cannot be read', () => {
  const { row, model, named } = workspace(`${TEXT}mix sales of a for 2027-01 {
  month i j k
  2027-01 4o 5 rest
}
`)
  expect(shown(model.item('sales', named('item', 'k'), month('2027-01')))).toBe('?')
  expect(row('mix', 'sales', '2027-01', '2027-01')).toBe('?')
})

test('empty cells are no values, and those behind the last column nothing', () => {
  const { problems, row } = from(
    'month,item,quantity,\n2027-01,i,40,\n2027-01,j,,\n,,,\n2027-02,j,2,,\n',
  )
  expect(problems).toEqual([])
  expect(row('mix', 'sales', '2027-01', '2027-02')).toBe('40 2')
})

test('a header that names other columns is one mistake, with what was meant', () => {
  for (const [header, help] of [
    ['Month,Item,Qty', 'write `quantity` for `Qty`'],
    ['Monat,Item,Quantity', 'write `month` for `Monat`'],
    ['month,items,quantities', 'write `item` for `items` and `quantity` for `quantities`'],
    ['when,what,much', undefined],
  ] as const) {
    const { problems, row } = from(`${header}\n2027-01,i,40\n2027-01,j,2\n`)
    expect(codes(problems)).toEqual([`mix-columns ${JSON.stringify(header)}`])
    expect(problems[0]?.help).toBe(help)
    expect(row('mix', 'sales', '2027-01', '2027-01')).toBe('?')
  }
})

test('a column of no item is said in the first line', () => {
  const { problems, row } = from('month,i,jj\n2027-01,4,2\n2027-02,4,\n')
  expect(problems.map(({ message }) => message)).toEqual(['`jj` is not an item'])
  expect(codes(problems)).toEqual(['mix-row "month,i,jj"'])
  expect(row('mix', 'sales', '2027-01', '2027-02')).toBe('? 4')
})

test('two rests leave open what each is', () => {
  const { problems, row } = workspace(`${TEXT}mix sales of a for 2027-01 {
  month i j
  2027-01 rest rest
}
`)
  expect(codes(problems)).toEqual(['rest-twice "2027-01 rest rest"'])
  expect(row('mix', 'sales', '2027-01', '2027-01')).toBe('?')
})

test('two rests in two statements are as many', () => {
  const column = (head: string, name: string, rows: string) =>
    `${head} {\n  month ${name}\n  ${rows} rest\n}\n`
  const mix = workspace(
    TEXT +
      column('mix sales of a for 2027-01', 'i', '2027-01') +
      column('mix sales of a for 2027-01', 'j', '2027-01 ..'),
  )
  expect(codes(mix.problems)).toEqual(['rest-twice "2027-01 .. rest"'])
  expect(mix.problems[0]?.labels).toHaveLength(1)
  const groups = 'group g {\n  unit each\n}\ngroup h {\n  unit each\n}\n'
  const supply = (first: string, second: string) =>
    workspace(TEXT + groups + column('supply a', 'g', first) + column('supply a', 'h', second))
      .problems
  expect(codes(supply('2027-01 ..', '2027-02'))).toEqual(['rest-twice "2027-02 rest"'])
  expect(codes(supply('2027-01', '2027-02'))).toEqual([])
})

test('a column of no item may hold anything: what it leaves, and the sum, are unknown', () => {
  const { model, row, named } = workspace(`${TEXT}mix sales of a for 2027-01 {
  month i jj
  2027-01 40% 60%
  2027-02 rest 60%
}
`)
  expect(row('mix', 'sales', '2027-01', '2027-02')).toBe('? ?')
  const item = (at: string) => shown(model.item('sales', named('item', 'i'), month(at)))
  expect([item('2027-01'), item('2027-02')]).toEqual(['40', '?'])
})

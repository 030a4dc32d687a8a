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

// Policies: declared, set for all or for one family; and what is wrong with them.

import { expect, test } from 'vitest'

import { review, ruleOf, said } from './harness.ts'

function values(policies: string, expression: string, ...lines: string[]) {
  const seen = review(policies + ruleOf([expression, ...lines]))
  expect(said(seen.diagnostics)).toEqual([])
  return seen.judgement.findings.map(({ message }) => message)
}

const problems = (text: string) => review(text).diagnostics

test('the value about a family, else the general one', () => {
  const set = 'policy busy-load = 90%\npolicy busy-load = 80% about widgets\n'
  expect(values(set, 'busy-load')).toEqual(['90%'])
  expect(values(set, 'busy-load(f)', 'given family f')).toEqual(['80%', '90%'])
  expect(values('', 'busy-load(f)', 'given family f')).toEqual(['85%', '85%'])
  expect(
    values('policy busy-load = 80% about widgets, paint\n', 'busy-load(f)', 'given family f'),
  ).toEqual(['80%', '80%'])
})

test('a workspace declares its own, and may set what it declares', () => {
  expect(values('policy few "How few." = 3\n', 'few + 1')).toEqual(['4'])
  expect(values('policy few "How few." = -3\n', 'few')).toEqual(['-3'])
  expect(values('policy few "How few." = 3\npolicy few = 5\n', 'few')).toEqual(['5'])
  expect(values('policy busy-load "Ours." = 70%\n', 'busy-load')).toEqual(['70%'])
})

test('a length of time is a policy, too', () => {
  const reach = 'policy reach "How far." = 3 months\n'
  expect(values(reach, '2026-11 + reach')).toEqual(['2027-02'])
  expect(
    values(`${reach}policy reach = 6 months about paint\n`, '2026-11 + reach(f)', 'given family f'),
  ).toEqual(['2027-02', '2027-05'])
  expect(values('policy reach "How far." = 2 weeks\n', '2026-11-30 + reach')).toEqual([
    '2026-12-14',
  ])
})

test('what a policy is divided by may be 0 by what a company sets', () => {
  expect(values('policy busy-load = 0%\n', '1 / busy-load')).toEqual(['unknown'])
})

test('a mark that does not fit has both mends', () => {
  const [bare] = problems('policy busy-load = 2\n')
  expect(said(bare === undefined ? [] : [bare])).toEqual([
    'policy-mark at `2`: busy-load is a percentage, and this is a plain number. Write 2% or 200%.',
  ])
  expect(bare?.mends.map(({ title, edits }) => [title, ...edits.map(({ text }) => text)])).toEqual([
    ['Write 2%', '2%'],
    ['Write 200%', '200%'],
  ])
  expect(said(problems('policy many-families = 20%\n'))).toEqual([
    'policy-mark at `20%`: many-families is a plain number, and this is a percentage. Write 20 or 0.2.',
  ])
  expect(said(problems('policy busy-load = 2 weeks\n'))).toEqual([
    'policy-mark at `2 weeks`: busy-load is a percentage, and this is a length of time.',
  ])
})

test.each([
  [
    'policy busy-lode = 90%\n',
    ['unknown-policy at `busy-lode`: No policy is called busy-lode. Did you mean busy-load?'],
  ],
  [
    'policy nothing-like-it = 90%\n',
    [
      'unknown-policy at `nothing-like-it`: No policy is called nothing-like-it. Declare it with its meaning: `policy nothing-like-it "…" = …`.',
    ],
  ],
  [
    'policy busy-load = 90%\npolicy busy-load = 80%\n',
    [
      'policy-twice at `policy busy-load = 80%`: busy-load is set twice for all families. Keep one of the two.',
    ],
  ],
  [
    'policy busy-load = 90% about paint\npolicy busy-load = 80% about widgets, paint\n',
    [
      'policy-twice at `policy busy-load = 80% about widgets, paint`: busy-load is set twice for paint. Keep one of the two.',
    ],
  ],
  [
    'policy few "x" = 1\npolicy few "y" = 2\n',
    [
      'policy-twice at `policy few "y" = 2`: few is set twice for all families. Keep one of the two.',
    ],
  ],
  [
    'policy few "x" = 1 about paint\n',
    [
      'policy-declared-about at `policy few "x" = 1 about paint`: few is declared here, which gives the value for all families. Declare it without `about`, and set it for the family on a line of its own: `policy few = … about …`.',
    ],
  ],
  [
    'policy busy-load = 80% + 5%\n',
    [
      'policy-not-literal at `80% + 5%`: The value of a policy is a number, a percentage or a length of time.',
    ],
  ],
  [
    'policy busy-load = 5 each\n',
    [
      'policy-not-literal at `5 each`: The value of a policy is a number, a percentage or a length of time.',
    ],
  ],
  [
    'policy sales "x" = 1\n',
    ['name-taken at `sales`: sales is already a series. Choose another name.'],
  ],
  [
    'policy near "x" = 1\n',
    ['name-taken at `near`: near is already a function. Choose another name.'],
  ],
  [
    'policy gap "x" = 1\n',
    ['name-taken at `gap`: gap is already a function of the rulebook. Choose another name.'],
  ],
])('%s', (text, expected) => {
  expect(said(problems(text))).toEqual(expected)
})

test('a line that cannot be read sets nothing, and its policy is not missed', () => {
  expect(said(problems(`policy busy-load = 10% about paynt\n${ruleOf(['busy-load'])}`))).toEqual([
    expect.stringContaining('`paynt`'),
  ])
  expect(said(problems(`policy few "x" =\n${ruleOf(['few'])}`))).toHaveLength(1)
})

// Layers over what is no series: prices, costs, shares, capacities; by lines and by tables, in
// revisions, in scenarios, and in scenarios on scenarios.

import { describe, expect, test } from 'vitest'

import type { Exact } from '../../src/base/exact.ts'
import { BASICS, codes, months, shown, workspace } from './workspace.ts'

const PLAN = `${BASICS}unit case = 10 each
unit hour
unit shift = 8 hour
currency EUR = 2 USD from 2026-01
family a {
  strategy make-to-stock
  unit each
}
conversion a {
  price = 2 USD per each
  cost  = 1 USD per each
}
group here {
  unit each
}
group there {
  unit each
}
resource r {
  unit hour
  month       available
  2027-01 ..         50
}
supply a {
  uses r 0.5 hour per each on here
  uses r 0.25 hour per each on there
  month       here  there
  2027-01 ..   60%   rest
}
cycle 2027-01 {
  horizon 4 months
}
plan a for 2027-01 {
  opening inventory 50
  month       sales  operations
  2027-01 ..    100         100
}
`

const scenario = (lines: string, head = 'scenario s of 2027-01') => `${head} {\n${lines}\n}\n`
const revision = (lines: string, on = '2027-01-10', name = 'v') =>
  `revision ${name} of 2027-01 on ${on} {\n${lines}\n}\n`

/** What a run about the scenario, or about the plan, reads month by month. */
function read(text: string, name?: string) {
  const run = workspace(PLAN + text, name === undefined ? {} : { scenario: name })
  expect([...run.bound, ...run.problems]).toEqual([])
  const { model, named, family } = run
  const [a, r, here, there] = [
    family('a'),
    named('resource', 'r'),
    named('group', 'here'),
    named('group', 'there'),
  ]
  const row = (of: (month: ReturnType<typeof months>[number]) => Exact | undefined) =>
    months('2027-01', '2027-04')
      .map((month) => shown(of(month)))
      .join(' ')
  return {
    price: row((month) => model.price(a, month)),
    cost: row((month) => model.cost(a, month)),
    revenue: run.row('plan', 'revenue', '2027-01', '2027-04'),
    available: row((month) => model.available(r, month)),
    overtime: row((month) => model.overtime(r, month)),
    load: row((month) => model.load(r, month)),
    here: row((month) => model.supplied(a, here, month)),
    there: row((month) => model.supplied(a, there, month)),
  }
}

const UNCHANGED = {
  price: '2 2 2 2',
  cost: '1 1 1 1',
  revenue: '200 200 200 200',
  available: '50 50 50 50',
  overtime: '0 0 0 0',
  load: '40 40 40 40',
  here: '60 60 60 60',
  there: '40 40 40 40',
}

test('nothing is changed where nobody says so', () => {
  expect(read('')).toEqual(UNCHANGED)
  expect(read(scenario('  change price of a by 10%'))).toEqual(UNCHANGED)
})

const CASES: readonly (readonly [string, string, Partial<typeof UNCHANGED>])[] = [
  [
    'a price by an amount, in another currency and unit',
    '  change price of a 2027-02 by +1 EUR per each\n  change price of a 2027-03 .. to 30 USD per case',
    { price: '2 4 3 3', revenue: '200 400 300 300' },
  ],
  [
    'a cost by per cent, over the whole horizon where no months are said',
    '  change cost of a by +50%',
    { cost: '1.5 1.5 1.5 1.5' },
  ],
  [
    'what there is, by per cent and by an amount in another unit',
    '  change available of r 2027-01 by -10%\n  change available of r 2027-02 .. 2027-03 by 2 shift',
    { available: '45 66 66 50' },
  ],
  [
    'overtime, which is none where nobody states it',
    '  change overtime of r 2027-02 by +8\n  change overtime of r 2027-03 to 1 shift',
    { overtime: '0 8 8 0' },
  ],
  [
    'a share to a share, and the rest follows',
    '  change here of a 2027-02 to 40%',
    { here: '60 40 60 60', there: '40 60 40 40', load: '40 35 40 40' },
  ],
  [
    'a share to a number, by a line and by per cent of itself',
    '  change here of a 2027-02 to 10\n  change here of a 2027-03 by 50%',
    { here: '60 10 90 60', there: '40 90 10 40', load: '40 27.5 47.5 40' },
  ],
  [
    'a resource, by a table with an open row',
    '  resource r {\n    month available overtime\n    2027-02 70 -\n    2027-03 .. 80 5\n  }',
    { available: '50 70 80 80', overtime: '0 0 5 5' },
  ],
  [
    'the shares of a supply, by a table with a rest',
    '  supply a {\n    month here there\n    2027-02 rest 10%\n    2027-03 20% rest\n  }',
    { here: '60 90 20 60', there: '40 10 80 40', load: '40 47.5 30 40' },
  ],
]

describe.each(CASES)('%s', (_, lines, changes) => {
  test('in a scenario that is taken as the plan', () => {
    expect(read(scenario(lines), 's')).toEqual({ ...UNCHANGED, ...changes })
  })

  test('in a scenario on a scenario', () => {
    const text = scenario(lines, 'scenario top of s') + scenario('  change sales of a by 0')
    expect(read(text, 'top')).toEqual({ ...UNCHANGED, ...changes })
    expect(read(text, 's')).toEqual(UNCHANGED)
  })

  test('in a revision, which is the plan', () => {
    expect(read(revision(lines))).toEqual({ ...UNCHANGED, ...changes })
  })

  test('below a scenario, and found there', () => {
    const text = revision(lines) + scenario('  change adjustment of a 2027-04 by 0')
    expect(read(text, 's')).toEqual({ ...UNCHANGED, ...changes })
  })
})

test('each layer changes what the one below it left', () => {
  const text =
    revision('  change price of a 2027-02 by +1 USD per each') +
    revision('  change price of a 2027-02 by 100%', '2027-01-05', 'earlier') +
    scenario('  change price of a 2027-02 .. by -10%\n  change available of r 2027-02 by 10') +
    scenario(
      '  change price of a 2027-02 by -0.5 USD per each\n  resource r {\n    month available\n    2027-03 90\n  }\n  change available of r 2027-02 by 100%',
      'scenario top of s',
    )
  expect(read(text).price).toBe('2 5 2 2')
  expect(read(text, 's')).toMatchObject({ price: '2 4.5 1.8 1.8', available: '50 60 50 50' })
  expect(read(text, 'top')).toMatchObject({ price: '2 4 1.8 1.8', available: '50 120 90 50' })
})

test('two scenarios on one do not see each other', () => {
  const text =
    scenario('  change price of a 2027-02 by 1 USD per each') +
    scenario('  change price of a 2027-02 by 1 USD per each', 'scenario left of s') +
    scenario('  change price of a 2027-02 by 100%', 'scenario right of s')
  expect(read(text, 'left').price).toBe('2 4 2 2')
  expect(read(text, 'right').price).toBe('2 6 2 2')
})

test('a changed price is read by every version it is of, and by no other', () => {
  const text = PLAN + scenario('  change price of a 2027-02 by 100%')
  const run = workspace(text)
  expect(run.row('s', 'revenue', '2027-01', '2027-03')).toBe('200 400 200')
  expect(run.row('plan', 'revenue', '2027-01', '2027-03')).toBe('200 200 200')
})

describe('what is said of a change that cannot be', () => {
  const found = (lines: string) =>
    [scenario(lines), revision(lines)].map((layer) => codes(workspace(PLAN + layer).problems))

  test.each([
    ['  change here of a 2027-02 by 5', 'change-does-not-fit "change here of a 2027-02 by 5"'],
    ['  change there of a 2027-02 by 5%', 'change-does-not-fit "change there of a 2027-02 by 5%"'],
    [
      '  change available of r 2026-12 .. 2027-05 by 5',
      'change-of-nothing "change available of r 2026-12 .. 2027-05 by 5"',
    ],
    [
      '  change price of a 2027-02 by 5%\n  change price of a by 1%',
      'doubled-change "change price of a by 1%"',
    ],
    [
      '  change overtime of r 2027-02 by 5\n  resource r {\n    month overtime\n    2027-02 7\n  }',
      'doubled-change "7"',
    ],
  ])('%s', (lines, code) => {
    expect(found(lines)).toEqual([[code], [code]])
  })
})

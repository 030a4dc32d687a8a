// The gap to the budget at its edges: launches and ends, and who has taken it on.

import { describe, expect, test } from 'vitest'

import { advice, edited, found } from './process.ts'

const family = (name: string): string => `family ${name} {
  market   "Shops"
  strategy make-to-stock
  unit     each
}
conversion ${name} {
  price = 10 USD per each from 2026-01
}
`

const PLAN = `business "Test" {
  currency USD
}
${family('pipes')}${family('taps')}cycle 2026-01 {
  horizon 12 months
  meeting reconciliation on 2026-01-16
  meeting executive      on 2026-01-19
}
plan pipes for 2026-01 {
  opening inventory 100
  month               sales  operations
  2026-01 .. 2026-12    100         100
}
plan taps for 2026-01 {
  opening inventory 100
  month               sales  operations
  2026-01 .. 2026-06    100         100
  2026-07 .. 2026-08    100         100
  2026-09 .. 2026-12    100         100
}
budget pipes in USD {
  month               revenue
  2026-01 .. 2026-12     1000
}
budget taps in USD {
  month               revenue
  2026-01 .. 2026-06     1000
  2026-07 .. 2026-12     1000
}
`

const RULES = [
  'alignment/budget-gap-total',
  'alignment/budget-gap',
  'alignment/gap-has-owner',
] as const

const gaps = (text: string): readonly string[] =>
  RULES.flatMap((rule) => found(text, rule, { today: '2026-01-20' }))

const WHOLE_LIFE = '  unit     each\n}\nconversion taps'

/** Taps that live from or until a month, and are sold and budgeted so. */
const living = (life: string, ...changes: readonly (readonly [string, string])[]): string =>
  edited(PLAN, [WHOLE_LIFE, `  unit     each\n  ${life}\n}\nconversion taps`], ...changes)

const launched = (from: string): string =>
  living(
    `from 2026-${from}`,
    ['2026-01 .. 2026-06    100         100\n', '2026-01 .. 2026-06      0           0\n'],
    ['2026-07 .. 2026-08    100         100\n', '2026-07 .. 2026-08      0           0\n'],
    ['  2026-01 .. 2026-06     1000\n  2026-07', '  2026-07'],
  )

test('a plan that is the budget has none', () => {
  expect(gaps(PLAN)).toEqual([])
})

describe('months outside of the life of a family count where they are budgeted', () => {
  const said = ([total, own, gap]: readonly [string, string, string], share: string) => [
    `error: The latest call of the year is ${total}, a gap of ${share}`,
    `error: taps: the latest call of the year is ${own}, a gap of ${gap}`,
    `error: taps: the latest call is ${gap} from the budget, and no decision about it has an owner and a date to come`,
  ]
  const late = said(
    ['16,000 USD, the budget 18,000 USD', '4,000 USD, the budget 6,000 USD', '≈-33.3%'],
    '≈-11.1%',
  )

  test('a launch that slips is a gap, whether the life of the family says so or not', () => {
    expect(gaps(launched('07'))).toEqual(late)
    expect(gaps(launched('09'))).toEqual(late)
  })

  test('nothing need be planned before the launch', () => {
    const left = launched('09').replaceAll(/ {2}2026-0[17] \.\. 2026-0[68] {6}0 {11}0\n/g, '')
    expect(left).not.toContain('  0  ')
    expect(gaps(left)).toEqual(late)
  })

  test('an end that comes early is one, too, and one that was budgeted is none', () => {
    const ended = living('until 2026-06', [
      '  2026-07 .. 2026-08    100         100\n  2026-09 .. 2026-12    100         100\n',
      '',
    ])
    expect(gaps(ended)).toEqual(
      said(
        ['18,000 USD, the budget 24,000 USD', '6,000 USD, the budget 12,000 USD', '-50%'],
        '-25%',
      ),
    )
    expect(gaps(edited(ended, ['  2026-07 .. 2026-12     1000\n', '']))).toEqual([])
  })

  test('a launch that left the year altogether sells nothing in it', () => {
    const slipped = edited(launched('09'), [
      '  2026-09 .. 2026-12    100         100\n',
      '  2026-09 .. 2026-12      0           0\n',
    ])
    const next = slipped.replace('from 2026-09', 'from 2027-02')
    expect(gaps(next)).toEqual(
      said(
        ['12,000 USD, the budget 18,000 USD', '0 USD, the budget 6,000 USD', '-100%'],
        '≈-33.3%',
      ),
    )
  })
})

describe('what is advised of a gap works', () => {
  const budgeted = (revenue: number): string =>
    edited(PLAN, ['2026-07 .. 2026-12     1000', `2026-07 .. 2026-12     ${revenue}`])
  const decided = (name: string, about: string, owner = '  owner chief\n'): string =>
    `decision ${name} "A campaign" about ${about} {\n${owner}  due 2026-05\n}\n`
  const CHIEF = 'role chief in general-management\n'
  const said = (text: string): readonly string[] =>
    RULES.slice(0, 2).flatMap((rule) => advice(text, rule, { today: '2026-01-20' }))
  const record = (about: string) =>
    `, or record who closes it by when: decision NAME "…" about ${about}, with owner ROLE and due DATE`

  test('nothing is to be recorded where that would change nothing', () => {
    // 2.4% of the family, 1.2% of the business: a warning, whoever closes it.
    expect(said(budgeted(1050))).toEqual(['warning: close the gap of -300 USD with a plan'])
  })

  test("a gap that is nobody's is an error until a decision about the family takes it on", () => {
    const text = `${budgeted(1300)}${CHIEF}`
    expect(said(text)).toEqual([
      `error: close the gap of -1,800 USD with a plan${record('pipes, taps')}`,
      `error: close the gap of -1,800 USD with a plan${record('taps')}`,
    ])
    expect(said(text + decided('campaign', 'taps'))).toEqual([
      `error: close the gap of -1,800 USD with a plan${record('pipes')}`,
      'warning: close the gap of -1,800 USD with a plan; decided about it is campaign (chief, due 2026-05-31)',
    ])
    expect(said(text + decided('campaign', 'taps', ''))).toEqual(said(text))
  })

  test('that of the business is taken on with all families', () => {
    const text = `${budgeted(1300)}${CHIEF}`
    const [total] = said(text + decided('campaign', 'taps') + decided('fair', 'pipes'))
    expect(total).toBe(
      'warning: close the gap of -1,800 USD with a plan; decided about it is campaign (chief, due 2026-05-31), fair (chief, due 2026-05-31)',
    )
    expect(said(text + decided('campaign', 'pipes, taps'))[0]).toBe(
      'warning: close the gap of -1,800 USD with a plan; decided about it is campaign (chief, due 2026-05-31)',
    )
  })
})

test("a gap that was to be closed by a day that has passed is nobody's again", () => {
  const text = `${edited(PLAN, ['2026-07 .. 2026-12     1000', '2026-07 .. 2026-12     1300'])}role chief in general-management
decision campaign "A campaign" about pipes, taps {
  owner chief
  due   2026-01
}
`
  const on = (today: string): readonly string[] =>
    RULES.flatMap((rule) => found(text, rule, { today })).map((said) => said.split(':')[0] ?? '')
  expect(on('2026-01-31')).toEqual(['warning', 'warning'])
  expect(on('2026-02-01')).toEqual(['error', 'error', 'error'])
})

describe('thresholds of money are policies', () => {
  const only = { cycle: '2026-01', today: '2026-01-20' }

  test('how long a price is fresh', () => {
    const rule = 'alignment/price-fresh'
    const old = PLAN.replaceAll('per each from 2026-01', 'per each from 2025-06')
    expect(found(old, rule, only)).toEqual([])
    expect(
      found(`${old}policy price-age = 6\npolicy price-age = 9 about taps\n`, rule, only),
    ).toEqual(['information: pipes: its price has not been stated anew since 2025-06'])
  })

  test('when a plan that is the budget has not been looked at', () => {
    const rule = 'alignment/plan-is-not-budget'
    const said = ['pipes', 'taps'].map(
      (name) => `information: ${name}: the plan is the budget in every month`,
    )
    expect(found(PLAN, rule, only)).toEqual([])
    const early = `${PLAN}policy fresh-budget = 0\n`
    expect(found(early, rule, only)).toEqual(said)
    expect(found(`${early}policy budgeted-months = 13\n`, rule, only)).toEqual([])
  })
})

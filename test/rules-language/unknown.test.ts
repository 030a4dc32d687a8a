// The table of the unknown: when an expression is unknown, and what is then said of its rule.

import { describe, expect, test } from 'vitest'

import { type Case, found, results, review, ruleOf, unjudged } from './harness.ts'

/** A way to write each truth value, the unknown included. */
const TRUTHS = { yes: '1 = 1', no: '1 = 2', unknown: '(sales(widgets, 2029-01) > 0)' }
type Truth = keyof typeof TRUTHS
const ALL = Object.keys(TRUTHS) as readonly Truth[]

/** Kleene's tables, by the values of the operands. */
const and = (a: Truth, b: Truth): Truth =>
  a === 'no' || b === 'no' ? 'no' : a === 'yes' && b === 'yes' ? 'yes' : 'unknown'
const or = (a: Truth, b: Truth): Truth =>
  a === 'yes' || b === 'yes' ? 'yes' : a === 'no' && b === 'no' ? 'no' : 'unknown'
const not = (a: Truth): Truth => (a === 'unknown' ? a : a === 'yes' ? 'no' : 'yes')

/** Checks expressions against the truth values that they must have. */
function expectTruths(cases: readonly (readonly [expression: string, truth: string])[]): void {
  const values = results(cases.map(([expression]): Case => [expression]))
  const said = cases.map(([expression], at) => [expression, ...(values[at] ?? [])])
  expect(said).toEqual(cases)
}

describe('logic', () => {
  test('and, or, not', () => {
    const pairs = ALL.flatMap((a) => ALL.map((b) => [a, b] as const))
    expectTruths([
      ...pairs.map(([a, b]) => [`${TRUTHS[a]} and ${TRUTHS[b]}`, and(a, b)] as const),
      ...pairs.map(([a, b]) => [`${TRUTHS[a]} or ${TRUTHS[b]}`, or(a, b)] as const),
      ...ALL.map((a) => [`not (${TRUTHS[a]})`, not(a)] as const),
    ])
  })

  test('three operands, in any order and nesting', () => {
    const triples = ALL.flatMap((a) => ALL.flatMap((b) => ALL.map((c) => [a, b, c] as const)))
    expectTruths(
      triples.flatMap(([a, b, c]) => [
        [`${TRUTHS[a]} and (${TRUTHS[b]} or ${TRUTHS[c]})`, and(a, or(b, c))] as const,
        [`${TRUTHS[a]} or ${TRUTHS[b]} and ${TRUTHS[c]}`, or(a, and(b, c))] as const,
        [`not (${TRUTHS[a]} or ${TRUTHS[b]} or ${TRUTHS[c]})`, not(or(or(a, b), c))] as const,
      ]),
    )
  })

  test('if: its condition, or the branch that is chosen', () => {
    const choice = (a: Truth, b: Truth, c: Truth): Truth =>
      a === 'unknown' ? 'unknown' : a === 'yes' ? b : c
    const triples = ALL.flatMap((a) => ALL.flatMap((b) => ALL.map((c) => [a, b, c] as const)))
    expectTruths(
      triples.map(([a, b, c]) => [
        `if ${TRUTHS[a]} then ${TRUTHS[b]} else ${TRUTHS[c]}`,
        choice(a, b, c),
      ]),
    )
  })
})

describe('over several', () => {
  /** Three months, of which each has one of the truth values. */
  const over = ([a, b, c]: readonly [Truth, Truth, Truth]) =>
    `if t = 2026-11 then ${TRUTHS[a]} else (if t = 2026-12 then ${TRUTHS[b]} else ${TRUTHS[c]})`
  const triples = ALL.flatMap((a) => ALL.flatMap((b) => ALL.map((c) => [a, b, c] as const)))

  test('exists and every', () => {
    expectTruths(
      triples.flatMap((triple) => [
        [`exists(month t in horizon where ${over(triple)})`, triple.reduce(or)] as const,
        [`every(${over(triple)} for month t in horizon)`, triple.reduce(and)] as const,
        [
          `every(1 = 2 for month t in horizon where ${over(triple)})`,
          not(triple.reduce(or)),
        ] as const,
        [`every(1 = 1 for month t in horizon where ${over(triple)})`, 'yes'] as const,
      ]),
    )
  })

  test('count, sum, average, min and max', () => {
    const sure = (triple: readonly Truth[]) => !triple.includes('unknown')
    const yes = (triple: readonly Truth[]) => triple.filter((each) => each === 'yes').length
    expectTruths(
      triples.flatMap((triple) => {
        const where = `for month t in horizon where ${over(triple)}`
        const count = yes(triple)
        const some = sure(triple) && count > 0
        return [
          [`count(month t in horizon where ${over(triple)})`, known(sure(triple), count)] as const,
          [`sum(2 ${where})`, known(sure(triple), 2 * count)] as const,
          [`average(2 ${where})`, known(some, 2)] as const,
          [`min(2 ${where})`, known(some, 2)] as const,
          [`max(2 ${where})`, known(some, 2)] as const,
        ]
      }),
    )
  })

  function known(isKnown: boolean, value: number): string {
    return isKnown ? String(value) : 'unknown'
  }

  test('terms that are unknown', () => {
    const months = 'for month t in 2027-01 .. 2027-02'
    expectTruths([
      [`sum(sales(widgets, t) ${months})`, 'unknown'],
      [`average(sales(widgets, t) ${months})`, 'unknown'],
      [`min(sales(widgets, t) ${months})`, 'unknown'],
      [`max(sales(widgets, t) ${months})`, 'unknown'],
      [`count(month t in 2027-01 .. 2027-02)`, '2'],
      [`sum(sales(widgets, t) ${months} where known(sales(widgets, t)))`, '1,300 each'],
    ])
  })

  test('nothing at all', () => {
    const none = 'month t in horizon where 1 = 2'
    expectTruths([
      [`count(${none})`, '0'],
      [`exists(${none})`, 'no'],
      [`every(1 = 2 for ${none})`, 'yes'],
      [`sum(5 each for ${none})`, '0 each'],
      [`average(5 for ${none})`, 'unknown'],
      [`min(5 for ${none})`, 'unknown'],
      [`max(5 for ${none})`, 'unknown'],
    ])
  })

  test('a list that is unknown', () => {
    expect(results([['count(plan p in c.previous)', 'given cycle c']])).toEqual([['unknown', '1']])
  })
})

describe('operands', () => {
  const u = 'sales(widgets, 2029-01)'
  test('arithmetic, comparison, between, in and calls', () => {
    expectTruths([
      [`${u} + 1 each`, 'unknown'],
      [`1 each - ${u}`, 'unknown'],
      [`${u} * 0`, 'unknown'],
      [`1 / ${u}`, 'unknown'],
      [`-${u}`, 'unknown'],
      [`${u} = ${u}`, 'unknown'],
      [`${u} != 5 each`, 'unknown'],
      [`${u} < 5 each`, 'unknown'],
      [`5 each between ${u} and 9 each`, 'unknown'],
      [`9 each between ${u} and 5 each`, 'unknown'],
      [`${u} in (5 each, 6 each)`, 'unknown'],
      [`5 each in (${u}, 6 each)`, 'unknown'],
      [`${u} in pallet`, 'unknown'],
      [`abs(${u})`, 'unknown'],
      [`min(${u}, 5 each)`, 'unknown'],
      [`near(${u}, 5 each, 2%)`, 'unknown'],
      [`near(5 each, ${u}, 2%)`, 'unknown'],
      [`first-known(${u}, 5 each)`, '5 each'],
      [`first-known(${u}, ${u})`, 'unknown'],
      [`known(${u})`, 'no'],
      [`known(${u} + 1 each)`, 'no'],
      [`stated(${u})`, 'no'],
      [`since(${u})`, 'unknown'],
    ])
  })

  test('no result', () => {
    expectTruths([
      ['1 / (1 - 1)', 'unknown'],
      ['1 / balance-tolerance', 'unknown'],
      ['sales(widgets, 2026-11) in drum', 'unknown'],
      ['sales(paint, 2026-11) in drum', 'unknown'],
      ['2026-11 + 0.5', 'unknown'],
      ['9999-12 + 1', 'unknown'],
      ['0001-01 - 1', 'unknown'],
      ['9999-12-31 + 1 day', 'unknown'],
      ['2026-11 + 9007199254740991', 'unknown'],
    ])
  })
})

describe('what could not be judged', () => {
  const reasonOf = (...each: Case) => unjudged(review(judging(...each)))
  const judging = (expression: string, ...lines: readonly string[]) =>
    ruleOf([expression, ...lines]).replace('known(it) and not known(it)', 'it')

  test.each<readonly [string, string[], ...string[]]>([
    [
      'sales(f, t) > 0',
      ['plan sales of paint 2027-02: 1 of test/it', 'plan sales of widgets 2027-02: 1 of test/it'],
      'given family f, month t in 2027-01 .. 2027-02',
    ],
    [
      'price(f, t) > 0',
      ['price of paint 2026-11: 1 of test/it'],
      'given family f, month t in (2026-11)',
    ],
    ['revenue(paint, 2026-11) > 0', ['price of paint 2026-11: 1 of test/it']],
    ['1 / (1 - 1) = 1', ['a number divided by 0: 1 of test/it']],
    ['1 / balance-tolerance = 1', ['a number divided by 0: 1 of test/it']],
    [
      '(sales(widgets, 2026-11) in drum) > 0',
      ['conversion of widgets from each to drum 2026-11: 1 of test/it'],
    ],
    [
      '(sales(f, 2026-11) in drum) > 0',
      [
        'conversion of paint from kg to drum 2026-11: 1 of test/it',
        'conversion of widgets from each to drum 2026-11: 1 of test/it',
      ],
      'given family f',
    ],
    [
      'max(sales(widgets, t) for month t in horizon where t > 2027-01) > 0',
      [
        'anything that `max(sales(widgets, t) for month t in horizon where t > 2027-01)` runs over: 1 of test/it',
      ],
    ],
    [
      'sum(sales(widgets, t) for month t in 2027-01 .. 2027-03) > 0',
      ['plan sales of widgets 2027-02: 1 of test/it'],
    ],
    [
      'exists(month t in 2027-01 .. 2027-03 where sales(widgets, t) = 0)',
      ['plan sales of widgets 2027-02: 1 of test/it'],
    ],
    ['2026-11 + 0.5 = 2026-11', ['a month of the years 1 to 9999: 1 of test/it']],
    [
      'f.lead-time < 2 months',
      ['an order between a number of months and a number of days: 1 of test/it'],
      'given family f where f = widgets',
    ],
    [
      'f.owner(sales) = president',
      ['owner of family paint for sales: 1 of test/it'],
      'given family f where f = paint',
    ],
    ['t in fence(planning, f)', [], 'given family f, month t in (2026-11)'],
    [
      'zone(f, 2027-01) = demand',
      ['a fence of paint 2027-01: 1 of test/it', 'a fence of widgets 2027-01: 1 of test/it'],
      'given family f',
    ],
    ['c.previous.month = 2026-10', ['previous of cycle 2026-10: 1 of test/it'], 'given cycle c'],
    [
      'gap(inventory, widgets, 2026-11 + 0.5) = 0',
      ['a month of the years 1 to 9999: 1 of test/it'],
    ],
  ])('%s', (expression, reasons, ...lines) => {
    expect(reasonOf(expression as string, ...(lines as string[]))).toEqual(reasons)
  })

  test('reasons are grouped by what is missing, over months and rules', () => {
    const rule = (name: string) => `rule test/${name} "x" {
  given month t in 2027-01 .. 2027-04
  require sales(widgets, t) > 0 and 1 = 1
  at business
  message "x"
}
`
    const seen = review(rule('one') + rule('two'))
    expect(unjudged(seen)).toEqual([
      'plan sales of widgets 2027-02 .. 2027-04: 6 of test/one, test/two',
    ])
    expect(
      seen.judgement.outcomes.map(({ held, broken, unjudged: no }) => [held, broken, no]),
    ).toEqual([
      [1, 0, 3],
      [1, 0, 3],
    ])
  })

  test('a field that may be left out is passed over in silence', () => {
    const seen = review(judging('f.market = "Industry"', 'given family f'))
    expect(unjudged(seen)).toEqual([])
    expect(seen.judgement.outcomes[0]).toMatchObject({ held: 1, broken: 0, unjudged: 0 })
  })

  test('where: false is no instance, unknown is one that is not judged', () => {
    const seen = review(
      judging(
        '1 = 2',
        'given month t in 2026-12 .. 2027-03',
        'where sales(widgets, t) > 1200 each',
      ),
    )
    expect(found(seen.judgement.findings)).toEqual(['1:1 error test/it 2027-01: no'])
    expect(unjudged(seen)).toEqual(['plan sales of widgets 2027-02 .. 2027-03: 2 of test/it'])
  })

  test('a require that is false breaks the rule, whatever is unknown beside it', () => {
    const seen = review(judging('sales(widgets, 2029-01) > 0 and 1 = 2'))
    expect(found(seen.judgement.findings)).toEqual(['1:1 error test/it: no'])
    expect(unjudged(seen)).toEqual([])
  })
})

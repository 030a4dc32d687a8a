// A company's tests of its own rules: what they see, what they expect, and what is said of bad ones.
import { describe, expect, test } from 'vitest'

import { outcome, reviewed, said, tested } from './running.ts'

const RULE = `policy least "The least that is sold." = 5
rule own/least "Enough is sold" {
  given   family f, month t in horizon
  require sales(f, t) in each >= least * 1 each
  at      sales(f, t)
  message "{f} {t}: only {sales(f, t)}"
}
`
const PLAN = `  family lamps {
    strategy make-to-stock
    unit     each
  }
  cycle 2026-11 {
    horizon 3 months
  }
  plan lamps for 2026-11 {
    month    sales
    2026-11     10
    2026-12      3
    2027-01      4
  }
`
const inTest = (lines: string, plan = PLAN): string =>
  `${RULE}test "it" {\n${plan}${lines.replaceAll(/^/gm, '  ')}\n}\n`

describe('a test', () => {
  test('holds where each finding is expected', () => {
    const all =
      'expect own/least at sales(lamps, 2026-12)\nexpect own/least at sales(lamps, 2027-01)'
    expect(outcome(inTest(all))).toEqual(['holds'])
  })

  test('fails where a rule that it names says more', () => {
    expect(outcome(inTest('expect own/least at sales(lamps, 2026-12)'))).toEqual([
      'fails',
      'unexpected own/least sales of lamps 2027-01',
    ])
  })

  test('takes them all where it names no place', () => {
    expect(outcome(inTest('expect own/least'))).toEqual(['holds'])
  })

  test('takes all about a name', () => {
    expect(outcome(inTest('expect own/least at lamps'))).toEqual(['holds'])
  })

  test('fails where the rule is silent, with both sides', () => {
    expect(outcome(inTest('expect own/least at sales(lamps, 2026-11)'))).toEqual([
      'fails',
      'own/least sales(lamps, 2026-11); found 0',
      'unexpected own/least sales of lamps 2026-12',
      'unexpected own/least sales of lamps 2027-01',
    ])
  })

  test('with `no` fails where the rule speaks', () => {
    expect(outcome(inTest('expect no own/least'))).toEqual(['fails', 'not own/least; found 2'])
    expect(
      outcome(
        inTest(
          'expect no own/least at sales(lamps, 2026-12)\nexpect own/least at sales(lamps, 2027-01)',
        ),
      ),
    ).toEqual(['fails', 'not own/least sales(lamps, 2026-12); found 1'])
  })

  test('with `no` holds of a plan that is right', () => {
    const plan = PLAN.replace('3\n', '30\n').replace(' 4\n', '40\n')
    expect(outcome(inTest('expect no own/least', plan))).toEqual(['holds'])
  })

  test('with `no` fails where the rule can judge nothing', () => {
    const [start = ''] = PLAN.split('  plan')
    expect(outcome(inTest('expect no own/least', start))).toEqual([
      'fails',
      'not own/least; found 0; plan sales of lamps',
    ])
  })

  test('takes the outlook of a planned month for the plan', () => {
    const text = 'expect own/least at outlook.sales(lamps, 2026-12)\nexpect own/least at lamps'
    expect(outcome(inTest(text))).toEqual(['holds'])
  })

  test('counts what in a plan would be a to-do', () => {
    const text = inTest('expect own/least').replace('  given', '  after executive\n  given')
    expect(outcome(text)).toEqual(['holds'])
  })

  test('leaves out what its own waiver accepts', () => {
    const waiver = `role clerk in finance
waive own/least about lamps 2026-12 .. 2027-01 {
  by clerk until 2027-12
  because "It is winter."
}
expect no own/least`
    expect(outcome(inTest(waiver))).toEqual(['holds'])
  })

  test('judges built-in rules and its own just the same', () => {
    const own = `rule own/most "Not too much" {
  given family f, month t in horizon
  require sales(f, t) in each <= 9 each
  at sales(f, t)
  message "{f} {t}"
}
expect own/most at sales(lamps, 2026-11)
expect balance/no-stockout`
    expect(outcome(inTest(own))).toEqual([
      'fails',
      'balance/no-stockout; found 0; actuals, which this test does not use',
    ])
  })
})

describe('the world of a test', () => {
  test('has nothing of the plan around it', () => {
    const around = 'family shades {\n  strategy make-to-stock\n  unit each\n}\n'
    expect(outcome(around + inTest('expect own/least at shades'))).toEqual([
      'fails',
      'expectation-of-no-name: Nothing in this test is called shades.',
    ])
  })

  test('has policies for all families, and its own before them', () => {
    const set = `policy least = 4\nfamily shades {\n  strategy make-to-stock\n  unit each\n}\npolicy least = 1 about shades\n`
    expect(outcome(set + inTest('expect own/least at sales(lamps, 2026-12)'))).toEqual(['holds'])
    const own = 'policy least = 1\nexpect no own/least'
    expect(outcome(set + inTest(own))).toEqual(['holds'])
  })

  test('has the functions and units of the workspace', () => {
    const around = 'unit bulb = 1 each\ndefine few(family f) = least * 2\n'
    const text = inTest('expect own/least', PLAN.replace('each', 'bulb'))
    const doubled = text.replace('>= least *', '>= few(f) *')
    expect(outcome(around + doubled)).toEqual(['holds'])
  })

  test('is on the last day of the month of its latest cycle, unless it says another', () => {
    const dated = RULE.replace('sales(f, t) in each >= least * 1 each', 'not passed(2026-11-29)')
    const on = (day: string): string => `${dated}test "it" ${day}{\n${PLAN}  expect own/least\n}\n`
    expect(outcome(on(''))).toEqual(['holds'])
    expect(outcome(on('on 2026-11-29 '))).toEqual(['fails', 'own/least; found 0'])
  })

  test('is not seen by a check of the workspace', () => {
    const bad = inTest('expect own/leest at sales(lamps, 2031-01)\nplan lmps for 2026-11')
    const { diagnostics, judgement } = reviewed(bad)
    expect(diagnostics).toEqual([])
    expect(judgement.findings).toEqual([])
  })
})

describe('of a bad test is said', () => {
  test.each([
    ['an unknown rule', 'expect own/leest', 'unknown-rule: There is no rule called own/leest.'],
    [
      'a month that its plan does not have',
      'expect own/least at sales(lamps, 2031-01)',
      'expectation-of-no-cell: There is no sales of lamps 2031-01 here: the test has the months 2026-11 .. 2027-01.',
    ],
    [
      'a name that is nowhere',
      'expect own/least at sales(lmps, 2026-12)',
      'unknown-rule-name: Nothing here is called lmps.',
    ],
    ['a word that is not `no`', 'expect not-a own/least', 'unknown-word: `not-a` is not `no`'],
    [
      'that it expects nothing',
      '',
      'test-expects-nothing: This test says nothing of what its plan must give.',
    ],
    [
      'a test inside it',
      'test "other" {\n}\nexpect own/least',
      'test-inside-test: A test holds one plan, and no other test.',
    ],
    [
      'a mistake in its plan',
      'plan lmps for 2026-11 {\n  month sales\n  2026-11 4\n}\nexpect own/least',
      'unknown-name: there is no family `lmps`',
    ],
    [
      'a number where a cell belongs',
      'expect own/least at 5',
      'wrong-type: This is a number without a unit, and a cell or a fact is wanted.',
    ],
  ])('%s', (_, lines, message) => {
    const all = outcome(inTest(lines))
    expect(all[0]).toBe('fails')
    expect(all.slice(1)).toEqual([message])
  })

  test('that a rule does not fit its world, at the place in the rule', () => {
    const text = inTest('expect own/least').replace(
      'given   family f',
      'given   family f where f = shades',
    )
    const around = 'family shades {\n  strategy make-to-stock\n  unit each\n}\n'
    expect(outcome(around + text)).toEqual([
      'fails',
      'unknown-rule-name: Nothing here is called shades.',
    ])
  })
})

describe('the coverage', () => {
  const other = RULE.replaceAll('own/least', 'own/other').replace(/policy.*\n/, '')

  test('counts in how many tests a rule spoke, and in how many it held', () => {
    const { coverage, results } = tested(other + inTest('expect own/least'))
    expect(results.map(said)).toEqual([['holds']])
    expect(coverage.map(({ rule, fired, held }) => [rule.name, fired, held])).toEqual([
      ['own/other', 0, 0],
      ['own/least', 1, 1],
    ])
  })
})

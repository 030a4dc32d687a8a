// How far a rule may go: each limit has its message, at the limit and one past it.

import { describe, expect, test } from 'vitest'

import { MOST_NESTING, MOST_STEPS } from '../../src/rules/compiler.ts'
import { type Case, results, review, ruleOf, said, unjudged } from './harness.ts'

const problems = (text: string) => review(text).diagnostics
const codes = (text: string) => problems(text).map(({ code }) => code)

/** What an expression that must hold is not judged for. */
function reasons(each: Case): readonly string[] {
  return unjudged(review(ruleOf(each).replace('known(it) and not known(it)', 'it')))
}

/** A rule whose lets each read the one before, and that looks at some of them. */
function chainOfLets(length: number, ...requires: readonly string[]): string {
  const lets = Array.from({ length }, (_, at) => `  let x${at + 1} = x${at} + 1\n`)
  const lines = requires.map((each) => `  require ${each}\n`)
  return `rule test/it "x" {
  let x0 = 0
${lets.join('')}${lines.join('')}  at business
  message "{x${length}}"
}
`
}

/** Functions of which each calls the next, and a rule that calls the first. */
function chainOfDefines(length: number): string {
  const defines = Array.from(
    { length },
    (_, at) => `define d${at}(month t) = ${at + 1 === length ? 't' : `d${at + 1}(t)`}\n`,
  )
  return `${defines.join('')}rule test/it "x" {
  require d0(2026-11) = 2026-12
  at business
  message "{d0(2026-10)}"
}
`
}

describe('a rule ends', () => {
  test('with functions that double thirty times, with one message', () => {
    const doubles = Array.from(
      { length: 30 },
      (_, at) => `define d${at}(month t) = ${at === 0 ? '1' : `d${at - 1}(t) + d${at - 1}(t)`}\n`,
    )
    const seen = review(doubles.join('') + ruleOf(['d29(2026-11)']) + ruleOf(['5'], 'test/sound'))
    expect(seen.diagnostics.map(({ code }) => code)).toEqual(['rule-too-large'])
    expect(said(seen.diagnostics)[0]).toMatch(
      `is longer than ${MOST_STEPS} steps once its functions are written out. Split it into several rules.`,
    )
    expect(seen.judgement.outcomes.map(({ rule }) => rule)).toEqual(['test/sound'])
  })

  test('with functions that call one another, to the limit and one past it', () => {
    // The comparison stands above the first call, and a name below the last.
    const most = MOST_NESTING - 2
    const seen = review(chainOfDefines(most))
    expect(said(seen.diagnostics)).toEqual([])
    expect(seen.judgement.findings.map(({ message }) => message)).toEqual(['2026-10'])
    expect(said(problems(chainOfDefines(most + 1)))).toEqual([
      `rule-too-deep at \`d18(t)\`: The functions and names that test/it uses stand more than ${MOST_NESTING} deep within one another. Let some of them do without the others.`,
    ])
    expect(codes(chainOfDefines(600))).toEqual(['rule-too-deep'])
  })

  test('with lets that read one another', () => {
    // Each let is a sum and a name; the comparison, its name and the first number stand beside.
    const most = (MOST_NESTING - 4) / 2
    const seen = review(chainOfLets(most, `x${most} < 0`))
    expect(said(seen.diagnostics)).toEqual([])
    expect(seen.judgement.findings.map(({ message }) => message)).toEqual([String(most)])
    expect(codes(chainOfLets(most + 1, `x${most + 1} < 0`))).toEqual(['rule-too-deep'])
    expect(codes(chainOfLets(5000, 'x5000 < 0'))).toEqual(['rule-too-deep'])
  })

  test('with lets that are read one after the other', () => {
    const length = 2 * MOST_NESTING
    const requires = Array.from({ length }, (_, at) => `x${at + 1} > 0`)
    expect(codes(chainOfLets(length, ...requires))).toEqual(['rule-too-deep'])
  })

  test('with lets that double', () => {
    const lets = Array.from({ length: 60 }, (_, at) => `let x${at + 1} = x${at} + x${at}`)
    expect(results([['x60', 'let x0 = 1', ...lets]])).toEqual([
      [(2n ** 60n).toLocaleString('en-US')],
    ])
    const unknown: Case = ['x60 > 0 each', 'let x0 = sales(widgets, 2029-01)', ...lets]
    expect(reasons(unknown)).toEqual(['plan sales of widgets 2029-01: 1 of test/it'])
  })

  test('with parentheses and operators without end', () => {
    const chain = (part: string, operator: string) =>
      ruleOf([Array.from({ length: 10_000 }, () => part).join(` ${operator} `)])
    expect(codes(ruleOf([`${'('.repeat(10_000)}1${')'.repeat(10_000)}`]))).toHaveLength(1)
    expect(codes(chain('1', '+'))).toHaveLength(1)
    expect(codes(chain('1 = 1', 'and'))).toHaveLength(1)
  })

  test('with months without end', () => {
    expect(
      results([
        ['count(month t in 0001-01 .. 9999-12)'],
        ['count(month t in 0001-01 .. 9999-12 + 1)'],
        ['count(month t in past(9007199254740991))'],
      ]),
    ).toEqual([['119,988'], ['unknown'], ['24,310']])
  })

  test('with a circle of stock targets', () => {
    const target = 'target inventory = 2 * cell(target, inventory, f, t)'
    const plan = `business "x" {\n  currency USD\n}\nfamily a {\n  strategy make-to-stock\n  unit each\n  ${target}\n}\ncycle 2026-11 {\n  horizon 2 months\n}\n`
    expect(results([['target.inventory(a, 2026-11)']], { plan })).toEqual([['unknown']])
  })
})

describe('numbers', () => {
  test('are exact, however they come about', () => {
    expect(
      results([
        ['0.1 + 0.2 = 0.3'],
        ['1 / 7 * 7 = 1'],
        ['1 / 3 + 1 / 6'],
        ['1000000000000000.123456 * 1000000 = 1000000000000000123456'],
        ['sum(1 / 7 for month t in 2026-01 .. 2026-07) = 1'],
      ]),
    ).toEqual([['yes'], ['yes'], ['0.5'], ['yes'], ['yes']])
  })

  test('too long to be kept are unknown, with that reason', () => {
    const squares = Array.from({ length: 14 }, (_, at) => `let x${at + 1} = x${at} * x${at}`)
    const each: Case = ['x14 > 0', 'let x0 = 3', ...squares]
    expect(results([each])).toEqual([['unknown']])
    expect(reasons(each)).toEqual(['a number too long to be kept exact: 1 of test/it'])
  })

  test('a sum that grows too long on its way is unknown', () => {
    const squares = Array.from({ length: 11 }, (_, at) => `let x${at + 1} = x${at} * x${at}`)
    const terms = 'if t = 2026-11 then 1 / x11 else 1 / (x11 + 2)'
    const lines = ['let x0 = 3', ...squares]
    const whole = `sum(${terms} for month t in 2026-11 .. 2027-01)`
    expect(reasons([`${whole} > 0`, ...lines])).toEqual([
      'a number too long to be kept exact: 1 of test/it',
    ])
  })

  test('that are cut for a message are marked', () => {
    expect(results([['1 / 3'], ['2 / 3 * 1 each'], ['1 / 8']])).toEqual([
      ['≈0.33'],
      ['≈0.67 each'],
      ['0.125'],
    ])
  })
})

describe('names of JavaScript', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    '%s means nothing',
    (name) => {
      const wrong: readonly (readonly [string, ...Case])[] = [
        ['unknown-rule-name', name],
        ['unknown-function', `${name}(1)`],
        ['unknown-field', `f.${name}`, 'given family f'],
        ['unknown-function', `f.${name}(1)`, 'given family f'],
        ['unknown-function', `plan.${name}(widgets, 2026-11)`],
        ['unknown-kind', `count(${name} x)`],
        ['unknown-rule-name', `5 ${name}`],
        ['unknown-rule-name', `sales(${name}, 2026-11)`],
      ]
      const text = wrong.map(([, ...each], at) => ruleOf(each, `test/it-${at}`)).join('')
      expect(codes(text)).toEqual(wrong.map(([code]) => code))
      expect(results([[`${name} + 1`, `let ${name} = 1`]])).toEqual([['2']])
      expect(results([[`count(family ${name} where ${name}.unit = kg)`]])).toEqual([['1']])
    },
  )

  test('may name a rule, a function and a policy', () => {
    const text = `define __proto__(month t) = 1
policy constructor "x" = 2
rule test/__proto__ "x" {
  require __proto__(2026-11) = constructor
  at business
  message "{constructor}"
}
`
    const seen = review(text)
    expect(said(seen.diagnostics)).toEqual([])
    expect(seen.judgement.findings.map(({ message }) => message)).toEqual(['2'])
  })
})

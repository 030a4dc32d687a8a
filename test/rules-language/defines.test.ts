// Functions that a workspace defines: how they are typed at each use, and what is wrong with them.

import { describe, expect, test } from 'vitest'

import { problemsOf, results, review, ruleOf, said } from './harness.ts'

/** The values of an expression in a workspace with these defines. */
function withDefines(defines: string, expression: string, ...lines: string[]) {
  const seen = review(defines + ruleOf([expression, ...lines]))
  expect(said(seen.diagnostics)).toEqual([])
  return seen.judgement.findings.map(({ message }) => message)
}

const problems = (text: string) => said(review(text).diagnostics)

describe('a call', () => {
  test('has the unit of its argument in the place of that of the parameter', () => {
    const half = 'define half(family f, month t) = sales(f, t) / 2\n'
    const lines = ['given family f, month t in (2026-11)']
    expect(withDefines(half, 'half(f, t) + sales(f, t)', ...lines)).toEqual(['1,800 each', '60 kg'])
    expect(withDefines(half, 'half(widgets, 2026-11) + 1 each')).toEqual(['601 each'])
    expect(
      withDefines(
        half,
        'half(w.family, 2026-11) + sales(w.family, 2026-11)',
        'given plan w in cycle',
      ),
    ).toEqual(['1,800 each', '60 kg'])
  })

  test('has the dimension of its series', () => {
    const of = 'define mine(version v, series s, family f) = cell(v, s, f, 2026-11)\n'
    expect(withDefines(of, 'mine(budget, revenue, widgets) + 1 USD')).toEqual(['27,001 USD'])
    expect(withDefines(of, 'mine(plan, sales, widgets) + 1 each')).toEqual(['1,201 each'])
  })

  test('evaluates what it is given once, and each call has its own', () => {
    const pick = 'define pick(month t, month u) = if t < u then t else u\n'
    expect(
      withDefines(pick, 'pick(pick(2026-11 + 2, 2026-11 + 1), pick(2026-11 + 3, 2026-11 + 4))'),
    ).toEqual(['2026-12'])
  })

  test('may stand in a define, in a loop and in a message', () => {
    const text = `define whole(family f) = sum(one(f, t) for month t in horizon)
define one(family f, month t) = sales(f, t)
rule test/it "It" {
  given family f
  require whole(f) = 0
  at f
  message "{whole(f)}, of which {one(f, horizon.first)}"
}
`
    const seen = review(text)
    expect(seen.judgement.findings.map(({ message }) => message)).toEqual([
      '3,700 each, of which 1,200 each',
      '120 kg, of which 40 kg',
    ])
  })

  test('is no cell, so that it does not convert', () => {
    expect(problemsOf('gap(inventory, widgets, 2026-11) in pallet')).toEqual([
      'conversion-of-no-cell at `gap(inventory, widgets, 2026-11) in pallet`: `in pallet` converts a cell that is written directly before it. Write the conversion at the cell: `sales(f, t) in pallet`.',
    ])
  })

  test('of a family that is only known when it runs has a unit of its own', () => {
    const which = 'define which(family f, family g) = sales(if 1 = 1 then f else g, 2026-11)\n'
    const both = ruleOf(['which(f, g) + which(g, f)', 'given family f, family g'])
    expect(problems(which + both)).toEqual([expect.stringContaining('unlike-operands')])
    expect(withDefines(which, 'which(f, f)', 'given family f')).toEqual(['1,200 each', '40 kg'])
  })
})

describe('what is wrong', () => {
  test('is told once, in the words of the define, whoever calls it', () => {
    const call = (name: string) => `rule test/${name} "x" {
  given family h
  require bad(h) > 0
  at h
  message "x"
}
`
    expect(
      problems(`define bad(family f) = sales(f, 2026-11) + 5\n${call('a')}${call('b')}`),
    ).toEqual([
      'bare-number at `sales(f, 2026-11) + 5`: The left side is a number in the unit of f, the right side a number without a unit. Say what the number counts, and convert the other side: `5 each` and `sales(f, 2026-11) in each`.',
    ])
  })

  test('a circle is told once, at the function that stands first; other rules run', () => {
    const text = `define first(family f) = second(f)
define second(family f) = third(f) + 1
define third(family f) = first(f)
${ruleOf(['third(widgets)'], 'test/broken')}${ruleOf(['5'], 'test/sound')}`
    const seen = review(text)
    expect(said(seen.diagnostics)).toEqual([
      'define-in-circle at `first`: first needs itself: first → second → third → first. Let one of them do without the other.',
    ])
    expect(seen.judgement.findings.map(({ rule }) => rule)).toEqual(['test/sound'])
    expect(problems('define self(month t) = self(t - 1)\n')).toEqual([
      'define-in-circle at `self`: self needs itself: self → self. Let one of them do without the other.',
    ])
  })

  test('of two circles through one function the first is told', () => {
    const text = `define a(month t) = b(t) + a(t)
define b(month t) = a(t)
`
    expect(problems(text)).toEqual([
      'define-in-circle at `a`: a needs itself: a → b → a. Let one of them do without the other.',
    ])
  })

  test.each([
    [
      'define mine(famly f) = 1\n',
      ['unknown-kind at `famly`: There is no kind of statement called famly. Did you mean family?'],
    ],
    [
      'define mine(family sales) = 1\n',
      ['name-taken at `sales`: sales is already a series. Choose another name.'],
    ],
    [
      'define mine(family f, month f) = 1\n',
      ['name-taken at `f`: f is already a variable of this rule. Choose another name.'],
    ],
    [
      'define near(family f) = 1\n',
      ['name-taken at `near`: near is already a function. Choose another name.'],
    ],
    [
      'define busy-load(family f) = 1\n',
      ['name-taken at `busy-load`: busy-load is already a policy. Choose another name.'],
    ],
    [
      'define mine(family f) = f.stock\n',
      [
        expect.stringMatching(
          /^unknown-field at `stock`: A family has no field stock\. It has: name, /,
        ),
      ],
    ],
    [
      'define mine(family f) = who\n',
      [
        'unknown-rule-name at `who`: Nothing here is called who. Here stands a variable, a policy or a function.',
      ],
    ],
  ])('%s', (text, said) => {
    expect(problems(text)).toEqual(said)
  })

  test('too few, too many and wrong arguments', () => {
    const of = 'define mine(family f, month t) = 1\n'
    expect(problems(of + ruleOf(['mine(widgets)']))).toEqual([
      'wrong-arguments at `mine(widgets)`: mine takes `mine(family f, month t)`, and is given 1 argument.',
    ])
    expect(problems(of + ruleOf(['mine(2026-11, widgets)']))).toEqual([
      'wrong-type at `2026-11`: This is a month, and a family is wanted.',
      expect.stringContaining('unknown-rule-name at `widgets`'),
    ])
    expect(problems(of + ruleOf(['mine']))).toEqual([
      'unknown-rule-name at `mine`: Nothing here is called mine. It is a function: write `mine(family f, month t)`.',
    ])
  })

  test('a body that cannot be read has its own message, and none at its calls', () => {
    const text = `define mine(family f) = sales(f,\n${ruleOf(['mine(widgets)'])}`
    expect(problems(text)).toHaveLength(1)
  })
})

test('the built-in functions of rules can be called', () => {
  expect(
    results([
      ['gap(inventory, widgets, 2026-11)'],
      ['settled(widgets, 2026-11)'],
      ['lowest(inventory, widgets, 2026-11)'],
    ]),
  ).toEqual([['0 each'], ['yes'], ['500 each']])
})

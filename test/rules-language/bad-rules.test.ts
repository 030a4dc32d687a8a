// A bad rule of a company: one typed error at its place, and the rules beside it still run.
import { describe, expect, test } from 'vitest'

import { textOf } from '../../src/base/source.ts'
import { review } from './harness.ts'

const SOUND = `rule test/sound "Nothing holds" {
  given   family f
  require 1 = 2
  at      f
  message "sound {f}"
}
`
const bad = (require: string, ...before: readonly string[]): string => `rule test/bad "x" {
  given   family f, month t in horizon
${before.map((line) => `  ${line}\n`).join('')}  require ${require}
  at      f
  message "{f} {t}"
}
`
const ENORMOUS = Array.from({ length: 4000 }, () => 'sales(f, t) > 0').join(' and ')

describe('a rule that', () => {
  test.each([
    ['divides by zero', bad('sales(f, t) / 0 > 0'), 'divided-by-zero', 'sales(f, t) / 0'],
    [
      'adds pieces and money',
      bad('sales(f, t) + revenue(f, t) > 0'),
      'unlike-operands',
      'sales(f, t)',
    ],
    ['compares pieces and kilograms', bad('sales(f, t) > 5 kg'), 'unlike-operands', 'sales(f, t)'],
    ['compares with a bare number', bad('sales(f, t) > 5'), 'bare-number', '5'],
    ['reads a variable that is not there', bad('sales(g, t) > 0'), 'unknown-rule-name', 'g'],
    ['calls a function that is not there', bad('saless(f, t) > 0'), 'unknown-function', 'saless'],
    ['reads a field that is not there', bad('f.marked = "x"'), 'unknown-field', 'marked'],
    [
      'loops through define',
      `define a(family f) = b(f)\ndefine b(family f) = a(f)\n${bad('a(f) = 0')}`,
      'define-in-circle',
      'a',
    ],
    [
      'calls a define that calls itself',
      `define a(family f) = a(f) + 1\n${bad('a(f) = 0')}`,
      'define-in-circle',
      'a',
    ],
    ['is enormous', bad(ENORMOUS), 'expression-too-deep', ''],
  ])('%s', (_, text, code, place) => {
    const { diagnostics, judgement } = review(text + SOUND)
    expect(diagnostics.map((each) => [each.code, each.severity])).toEqual([[code, 'error']])
    const [only] = diagnostics
    expect(only?.span.source.path).toBe('rules.sop')
    expect(only && textOf(only.span)).toContain(place)
    expect(judgement.outcomes.map(({ rule }) => rule)).toEqual(['test/sound'])
    expect(judgement.findings.length).toBeGreaterThan(0)
  })

  test('divides by what happens to be zero is not judged, and says so', () => {
    const { diagnostics, judgement } = review(
      bad('sales(f, t) / nothing > 0', 'let nothing = sales(f, t) - sales(f, t)') + SOUND,
    )
    expect(diagnostics).toEqual([])
    const [first, second] = judgement.outcomes
    expect([first?.held, first?.broken, second?.broken]).toEqual([0, 0, judgement.findings.length])
    expect(first?.unjudged).toBeGreaterThan(0)
    expect(judgement.unjudged.map(({ what }) => what)).toContain('a number divided by 0')
  })

  test('has the name of a policy that a built-in rule uses for a variable disturbs nothing', () => {
    const policy = 'policy least "x" = 5\n'
    expect(review(policy, { rules: 'all' }).diagnostics).toEqual(
      review('', { rules: 'all' }).diagnostics,
    )
  })
  test('calls its function as the rulebook calls one of other parameters', () => {
    const { diagnostics } = review('define gap(family f) = 1\n', { rules: 'all' })
    expect(diagnostics.map(({ code, span }) => [code, textOf(span)])).toEqual([
      ['function-misfit', 'gap'],
    ])
  })
})

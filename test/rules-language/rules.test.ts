// Rules as a whole: their lines, one damaged rule among others, and those that take a built-in's place.

import { describe, expect, test } from 'vitest'

import { rulebookFiles } from '../../src/rulebook/index.ts'
import { found, review, said } from './harness.ts'

const problems = (text: string) => said(review(text).diagnostics)

/** A rule with these lines. */
function rule(name: string, ...lines: readonly string[]): string {
  return `rule ${name} "It holds" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`
}

const SOUND = rule('test/sound', 'require 1 = 2', 'at business', 'message "sound"')
const TRUE = ['require 1 = 1', 'at business', 'message "x"']

describe('lines', () => {
  test('may stand in any order; where and require may stand again', () => {
    const text = rule(
      'test/it',
      'message "{f} {t}: {sold}"',
      'at sales(f, t)',
      'require sold = 0',
      'let sold = sales(f, t)',
      'where f = paint',
      'given family f',
      'where t = 2026-12',
      'given month t in horizon',
      'require known(sold)',
    )
    const seen = review(text)
    expect(said(seen.diagnostics)).toEqual([])
    expect(found(seen.judgement.findings)).toEqual([
      expect.stringMatching(/2026-12: paint 2026-12: 40 kg$/),
    ])
  })

  test('a let sees those before it alone, and has a name of its own', () => {
    expect(problems(rule('test/it', 'let a = b', 'let b = 1', ...TRUE))).toEqual([
      'unknown-rule-name at `b`: Nothing here is called b. Here stands a variable, a policy or a function.',
    ])
    expect(problems(rule('test/it', 'let a = 1', 'let a = 2', ...TRUE))).toEqual([
      'name-taken at `a`: a is already a variable of this rule. Choose another name.',
    ])
  })

  test('a name that is taken fits everywhere, whichever was meant', () => {
    const text = rule(
      'test/it',
      'given family f, month t in horizon',
      'let f = 3',
      'require sales(f, t) > f',
      'at sales(f, t)',
      'message "m"',
    )
    expect(problems(text)).toEqual([
      'name-taken at `f`: f is already a variable of this rule. Choose another name.',
    ])
  })

  test('a rule without given is judged once', () => {
    expect(review(SOUND).judgement.outcomes).toMatchObject([{ held: 0, broken: 1 }])
  })

  test('that are missing are told together', () => {
    expect(problems(rule('test/it', 'given family f'))).toEqual([
      'rule-line-missing at `rule test/it "It holds"`: The rule test/it has no `require` line and no `at` line and no `message` line. Add `require sales(f, t) >= 0` and `at sales(f, t)` and `message "{f} {t}: …"`.',
    ])
    expect(problems(rule('test/it', 'require 1 = 1', 'at business'))).toEqual([
      'rule-line-missing at `rule test/it "It holds"`: The rule test/it has no `message` line. Add `message "{f} {t}: …"`.',
    ])
  })

  test.each([
    'at cycle',
    'severity warning',
    'collect t',
    'after executive',
    'fix sales(f, t) = sales(f, t)',
  ])('%s may stand once', (line) => {
    const [word] = line.split(' ')
    const lines = word === 'at' ? TRUE : [...TRUE, line]
    const given = 'given month t in horizon, family f'
    expect(problems(rule('test/it', given, ...lines, line))).toEqual([
      `rule-line-twice at \`${line}\`: This is the second \`${word}\` line of test/it.`,
    ])
  })

  test.each([
    [
      'severity fatal',
      'unknown-rule-name at `fatal`: Nothing here is called fatal. Here stands one of error, warning, information.',
    ],
    [
      'severity 5',
      'wrong-type at `5`: This is a number without a unit, and one of error, warning, information is wanted.',
    ],
    [
      'collect f',
      'unknown-rule-name at `f`: Nothing here is called f. Here stands a month that `given` binds.',
    ],
    [
      'collect u',
      'unknown-rule-name at `u`: Nothing here is called u. Here stands a month that `given` binds.',
    ],
    ['where f', 'wrong-type at `f`: This is a family, and true or false is wanted.'],
    [
      'require 5',
      'wrong-type at `5`: This is a number without a unit, and true or false is wanted.',
    ],
  ])('%s', (line, message) => {
    const lines = ['given family f, month t in horizon', 'let u = t', line]
    expect(problems(rule('test/it', ...lines, ...TRUE))).toEqual([message])
  })

  test.each(['5', 't', 'sales(f, t) + sales(f, t)', 'count(family g)'])('at %s', (place) => {
    const lines = ['given family f, month t in horizon', 'require 1 = 1', `at ${place}`]
    expect(problems(rule('test/it', ...lines, 'message "x"'))).toEqual([
      expect.stringMatching(/^wrong-type at .*, and a cell or a fact is wanted\.$/),
    ])
  })

  test.each([
    ['message "{f}: {g.unit}"', /^unknown-rule-name at `g`/],
    ['message "{f.stock}"', /^unknown-field at `stock`/],
    ['message "{sales(f)}"', /^wrong-arguments at `sales\(f\)`/],
    ['message "{5 each + 3}"', /^bare-number at `5 each \+ 3`/],
    ['message "{f"', /^hole-not-closed at `\{`/],
    ['message "{}"', /^expression-missing at `\{\}`/],
    ['message "{f}: {load("m 2", t)}"', /^quote-in-text at `"`/],
    ['message "{load("10023", t)}"', /^quote-in-text at `"`/],
    ['message "{f +}"', /./],
    ['help "{t}"', /^unknown-rule-name at `t`/],
  ])('a hole that is wrong is told at its place: %s', (line, message) => {
    const more = line.startsWith('help') ? ['message "x"'] : []
    const lines = ['given family f', 'require 1 = 1', 'at f', line, ...more]
    expect(problems(rule('test/it', ...lines))).toEqual([expect.stringMatching(message)])
  })
})

describe('one damaged rule', () => {
  const broken = (...lines: string[]) => rule('test/broken', ...lines)

  test.each([
    ['a line', broken('given family f', 'require f. = 5', 'at f', 'message "x"')],
    ['a given line', broken('given family', 'require f.name = "x"', 'at f', 'message "{f}"')],
    ['a let line', broken('let x = ', 'require x = 1', 'at business', 'message "{x}"')],
    ['a word', broken('requires 1 = 1', 'require 1 = 2', 'at business', 'message "x"')],
    ['a type', broken('require 5', 'at business', 'message "x"')],
    ['no title', 'rule test/broken {\n  require 1 = 2\n  at business\n  message "x"\n}\n'],
  ])('(%s) has one message, and leaves the others running', (_, text) => {
    const seen = review(text + SOUND)
    expect(said(seen.diagnostics)).toHaveLength(1)
    expect(seen.judgement.outcomes.map((each) => each.rule)).toEqual(['test/sound'])
    expect(seen.judgement.findings.map(({ message }) => message)).toEqual(['sound'])
  })
})

describe('a built-in rule', () => {
  const NAME = 'alignment/family-has-market'

  test('gives way to one of its name', () => {
    const before = review('', { rules: [NAME] }).judgement
    expect(before.findings.map(({ message }) => message)).toEqual(['paint names no market'])
    const require = 'require f.name != "widgets"'
    const own = rule(NAME, 'given family f', require, 'at f', 'message "not {f}"')
    const seen = review(own, { rules: [NAME] })
    expect(said(seen.diagnostics)).toEqual([])
    expect(seen.judgement.findings.map(({ message }) => message)).toEqual(['not widgets'])
  })

  test('is a rule like another: all are sound as rules of a workspace, compiled whole', () => {
    const texts = rulebookFiles.map(({ text }) => text)
    const seen = review(texts.join('\n'), { rules: 'all' })
    expect(said(seen.diagnostics)).toEqual([])
    expect(seen.rulebook.rules.length).toBeGreaterThan(25)
  })
})

test('a name doubled is told; which of the two is meant nobody knows', () => {
  const second = rule('test/sound', 'require 1 = 2', 'at business', 'message "second"')
  const seen = review(SOUND + second)
  expect(seen.diagnostics).toHaveLength(1)
  expect(seen.judgement.findings).toEqual([])
})

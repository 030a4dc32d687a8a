// concord.yaml: what holds, and what is said of what cannot.
import { array, assert, asyncProperty, constantFrom, oneof, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'

import { makeSource, textOf } from '../../src/base/source.ts'
import { type Configuration, DEFAULTS, levelOf } from '../../src/configuration/configuration.ts'
import { parseSettings } from '../../src/configuration/parse.ts'
import { MOST_CHARACTERS, readConfiguration, unknownRules } from '../../src/configuration/read.ts'
import { settle } from '../../src/configuration/settle.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { GAP } from '../../src/markup/document.ts'
import { printPlain } from '../../src/markup/terminal.ts'
import { diagnosticBlocks } from '../../src/report/problem-blocks.ts'

async function read(text: string): Promise<Configuration> {
  const { configuration, problems } = await readConfiguration(makeSource('concord.yaml', text))
  expect(problems).toEqual([])
  return configuration
}

async function problemsIn(text: string): Promise<readonly Diagnostic[]> {
  const { configuration, problems } = await readConfiguration(makeSource('concord.yaml', text))
  expect(configuration).toBe(DEFAULTS)
  return problems
}

const codesIn = async (text: string): Promise<readonly string[]> =>
  (await problemsIn(text)).map(({ code }) => code)

describe('settings of a word each', () => {
  const settings = tuple(
    constantFrom('fail-on', 'rules', 'include', 'report', 'true', 'fail_on'),
    constantFrom(':', ': ', ':  ', ' : '),
    constantFrom('error', 'never', 'null', 'true', '1', '~', 'a: b', '- a', 'err or', ''),
    constantFrom('', ' ', ' # so', '#'),
  ).map((parts) => parts.join(''))
  const others = constantFrom('# a comment', '', '  ', '---', '  more', '\t', '  # so')
  const blocks = tuple(
    constantFrom('rules:', 'rules: ', 'report:', 'rules: off', ' rules:'),
    array(
      tuple(
        constantFrom('  ', '  ', '  ', ' ', '    ', ''),
        constantFrom('balance', 'balance/level', 'color', 'own/a/b', 'null', '# so'),
        constantFrom(': off', ': off', ':  error ', ': never', ':', ': null', ''),
      ).map((parts) => parts.join('')),
      { maxLength: 3 },
    ),
  ).map(([head, lines]) => [head, ...lines].join('\n'))
  const lists = tuple(
    constantFrom('include:', 'exclude:', 'rules:', 'include: never'),
    array(
      constantFrom(
        '  - "**/*.sop"',
        '  - "a b.sop" ',
        '  - "a" # so',
        '  - a',
        '  - "a\\n"',
        '  - ""',
        '- "a"',
        ' - "a"',
        '  "a"',
        '  rules: off',
        '# so',
      ),
      { maxLength: 3 },
    ),
  ).map(([head, lines]) => [head, ...lines].join('\n'))
  const texts = tuple(array(oneof(settings, others, blocks, lists), { maxLength: 3 }), settings)

  test('are read as the YAML reader reads them', async () => {
    await assert(
      asyncProperty(texts, async ([lines, last]) => {
        const source = makeSource('concord.yaml', [...lines, last].join('\n'))
        const { values, places, problems } = parseSettings(source)
        const read = await readConfiguration(source)
        expect(read.problems).toEqual(problems)
        const wanted = problems.length > 0 ? DEFAULTS : settle(values, places)
        expect(read.configuration).toEqual(wanted)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('globs', () => {
  const ways =
    '../**/*.sop a/../../b/* .. {..,a}/** !../x.sop @(..|a)/* ..\\a /etc/** C:/x \\server\\x'
  test.each(ways.split(' '))('%s leads out of the workspace', async (glob) => {
    for (const setting of ['include', 'exclude']) {
      const problems = await problemsIn(`${setting}: ['${glob}']`)
      expect(problems.map(({ message }) => message)).toEqual([
        `\`${setting}, entry 1\` cannot be \`${glob}\`: it takes a glob of files below this one, without \`..\``,
      ])
    }
  })

  test.each(['**/*.sop', 'a..b/*.sop', 'plan-{1..3}.sop', '...sop', '[a-c]:x/*'])(
    '%s stays in it',
    async (glob) => {
      expect((await read(`include: ['${glob}']`)).include).toEqual([glob])
    },
  )
})

describe('settings that hold', () => {
  test.each(['', '\n', '# only a comment', '\uFEFF', '---\n', 'rules:\n', 'report:\n'])(
    '%j takes the defaults',
    async (text) => {
      expect(await read(text)).toEqual(DEFAULTS)
    },
  )

  test('all of them', async () => {
    const configuration = await read(`
include: ['plans/**/*.sop']
exclude: [drafts/**]
fail-on: warning
rules:
  balance/capacity: off
  alignment: information
item-sources:
  items.csv: { file: export/items.csv, separator: semicolon }
  mix.csv: {}
report: { color: never, width: 120 }
`)
    expect(configuration).toMatchObject({
      include: ['plans/**/*.sop'],
      exclude: ['drafts/**'],
      failOn: 'warning',
      report: { color: 'never', width: 120 },
    })
    expect([...configuration.itemSources]).toEqual([
      ['items.csv', { file: 'export/items.csv', separator: ';' }],
      ['mix.csv', { file: undefined, separator: undefined }],
    ])
    const spans = [...configuration.rules.values()].map(({ span }) => textOf(span))
    expect(spans).toEqual(['balance/capacity', 'alignment'])
  })

  test('a rule has its own level, else that of its family', async () => {
    const configuration = await read('rules: { balance: off, balance/capacity: error }')
    expect(levelOf(configuration, 'balance/capacity')).toBe('error')
    expect(levelOf(configuration, 'balance/total')).toBe('off')
    expect(levelOf(configuration, 'alignment/mix-known')).toBeUndefined()
  })

  test('names such as __proto__ are names', async () => {
    const configuration = await read('rules: { __proto__: off, constructor: error }')
    expect([...configuration.rules.keys()]).toEqual(['__proto__', 'constructor'])
    expect(levelOf(configuration, 'toString')).toBeUndefined()
  })
})

describe('settings that cannot hold', () => {
  const cases: readonly (readonly [name: string, text: string])[] = [
    ['a misspelt setting', 'fail_on: error\n'],
    ['a setting that is like no other', 'colours: blue\n'],
    ['a misspelt setting in a group', 'report:\n  colour: auto\n'],
    ['a misspelt level', 'rules:\n  balance/capacity: warn\n'],
    ['a value of another sort', 'include: plans\nrules: [a]\nreport: { width: wide }\n'],
    ['numbers out of range', 'report: { width: 20 }\n'],
    ['several mistakes at once', 'failon: never\nrules: { a: yes }\ninclude: [1]\n'],
    ['a setting given twice', 'rules:\n  balance/capacity: off\n  balance/capacity: error\n'],
    ['a list', '- fail-on\n'],
    ['a word', 'error\n'],
    ['no YAML', 'rules: [off\nfail-on: "error\n'],
    ['a tab', 'rules:\n\tbalance: off\n'],
    ['two documents', 'fail-on: error\n---\nfail-on: never\n'],
    ['an unknown tag', 'fail-on: !!js/function "return 1"\n'],
    ['an alias', 'rules: &all { balance: off }\nreport: *all\n'],
    ['an empty glob', "include: ['']\n"],
  ]

  test('each has its words', async () => {
    const pages = await Promise.all(
      cases.map(async ([name, text]) => {
        const blocks = (await problemsIn(text)).flatMap((problem) =>
          diagnosticBlocks(problem, [], { width: 80, withWhy: false }),
        )
        return `=== ${name}\n\n${printPlain([...blocks, GAP], 80).trimEnd()}\n`
      }),
    )
    await expect(pages.join('\n')).toMatchFileSnapshot('expected/problems.txt')
  })

  test('an alias bomb is refused at once', async () => {
    const levels = Array.from(
      { length: 30 },
      (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`,
    )
    expect(await codesIn(`a0: &a0 [x]\n${levels.join('\n')}\n`)).toEqual([
      'configuration-alias-refused',
    ])
  })

  test('depth is no way in', async () => {
    expect(await codesIn('['.repeat(30_000))).toEqual(['configuration-not-yaml'])
    expect(await codesIn('{a: '.repeat(10_000))).toEqual(['configuration-not-yaml'])
    expect(await codesIn(`x: ${'- '.repeat(20_000)}`)).toEqual(['configuration-not-yaml'])
  })

  test('the longest file, and one past it', async () => {
    const longest = `#${'x'.repeat(MOST_CHARACTERS - 1)}`
    expect(await read(longest)).toEqual(DEFAULTS)
    expect(await codesIn(`${longest}x`)).toEqual(['configuration-too-long'])
  })

  test('rules must exist', async () => {
    const configuration = await read('rules: { balance: off, balance/capcity: off, mine: error }')
    const problems = unknownRules(configuration, ['balance/capacity', 'balance/total'])
    expect(problems.map(({ message, help }) => `${message}; ${help}`)).toEqual([
      'there is no rule `balance/capcity`; did you mean `balance/capacity`?',
      'there is no rule `mine`; list the rules with `concord explain rules`',
    ])
  })
})

// Statements that are told apart without reading them are those that the parser finds.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { parse } from '../../grammar/parse.ts'
import { makeSource, textOf } from '../../src/base/source.ts'
import { textsOfFamily } from '../../src/difference/family-texts.ts'
import { statementTexts } from '../../src/difference/statement-texts.ts'

const examples = readdirSync('examples', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.sop'))
  .toSorted()

test.each(examples)('of %s', (path) => {
  const text = readFileSync(join('examples', path), 'utf8')
  for (const each of [text, text.replaceAll('\n', '\r\n')]) {
    const { statements } = parse(makeSource(path, each))
    const found = statementTexts(each)
    expect(found).toHaveLength(statements.length)
    for (const [at, { span }] of statements.entries()) {
      expect(found?.[at]?.startsWith(textOf(span))).toBe(true)
    }
  }
})

test.each([
  ['a brace too many', 'unit each\n}\n'],
  ['a block that is not closed', 'family kettles {\n  unit each\n'],
  ['a statement below one that is not closed', 'family a {\n  unit each\nfamily b {\n}\n'],
  ['a statement that is set in', 'unit each\n  unit box\n'],
  ['a row outside a block', '2026-11 1000\n'],
  ['a block on one line', 'family a { unit each }\n'],
  ['a conflict', '<<<<<<< HEAD\nunit each\n=======\nunit box\n>>>>>>> more\n'],
])('is not sure of %s', (_, text) => {
  expect(statementTexts(text)).toBeUndefined()
})

const family = (name: string): string => `family ${name} {\n  unit each\n}\n`
const plan = (name: string): string => `plan ${name} for 2026-11 {\n  month sales\n  2026-11 1\n}\n`
const FILES = [
  `${family('kettles')}${family('pans')}${family('"tea pots"')}`,
  `cycle 2026-11 { # and pans\n  horizon 2 months\n}\n${plan('kettles')}${plan('pans')}${plan('"tea pots"')}`,
]

test('of a family are its own and those of nobody', () => {
  expect(textsOfFamily(FILES, 'kettles')).toEqual({
    declared: true,
    texts: [
      family('kettles'),
      `cycle 2026-11 { # and pans\n  horizon 2 months\n}\n${plan('kettles')}`,
    ],
  })
  expect(textsOfFamily(FILES, 'tea pots').texts).toEqual([
    family('"tea pots"'),
    `cycle 2026-11 { # and pans\n  horizon 2 months\n}\n${plan('"tea pots"')}`,
  ])
  expect(textsOfFamily(FILES, 'urns').declared).toBe(false)
})

test('of a family are those that name it beside others, and what declares these', () => {
  const both =
    'revision r of 2026-11 on 2026-11-20 by boss {\n  change sales of pans 2026-11 by 1\n  change sales of kettles 2026-11 by 1\n}\n'
  const role = 'role pans in finance\n'
  expect(textsOfFamily([...FILES, both + role], 'kettles').texts).toEqual([
    family('kettles') + family('pans'),
    `cycle 2026-11 { # and pans\n  horizon 2 months\n}\n${plan('kettles')}`,
    both + role,
  ])
})

test('of a family are files whole whose statements cannot be told apart', () => {
  const broken = `${plan('pans')}}\n`
  expect(textsOfFamily([...FILES, broken], 'kettles').texts[2]).toBe(broken)
})

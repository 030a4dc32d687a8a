// The language reference: its examples are checked and laid out, and its grammar has every word.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import {
  countingWords,
  durationWords,
  foldingWords,
  keywords,
  ruleWords,
} from '../../grammar/kinds.ts'
import { parse } from '../../grammar/parse.ts'
import { printMonth } from '../../src/base/month.ts'
import { makeSource } from '../../src/base/source.ts'
import { format } from '../../src/syntax/format.ts'
import { keywordOf, VOCABULARY } from '../../src/vocabulary/vocabulary.ts'
import { root } from '../house/imports.ts'
import { foundIn, judged } from '../rules/judged.ts'
import type { Example } from './examples.ts'
import { examplesOf } from './examples.ts'

const page = readFileSync(`${root}grammar/README.md`, 'utf8')
const examples = examplesOf(page)

function problemsOf({ text, fragment }: Example): readonly string[] {
  const source = makeSource('example.sop', text)
  const problems = fragment ? parse(source).problems : judged(text).diagnostics
  return problems.map(({ code, message }) => `${code}: ${message}`)
}

describe('an example', () => {
  test.each(examples)('on line $line can be read and is laid out', (example) => {
    expect(problemsOf(example)).toEqual([])
    expect(format(makeSource('example.sop', example.text))).toBe(example.text)
  })
})

test('a wrong stock is one finding, not two', () => {
  const echo = examples.find(({ text }) => text.includes('business "Echo"'))
  const findings = foundIn(judged(echo?.text ?? '')).filter(({ severity }) => severity === 'error')
  expect(
    findings.map(({ rule, months }) => [rule, months.map(({ from }) => printMonth(from))]),
  ).toEqual([['balance/ending-inventory', ['2026-12']]])
})

test('every statement has its page', () => {
  const headings = [...page.matchAll(/^### (.*)$/gm)].map((heading) => heading[1])
  expect(headings).toEqual(expect.arrayContaining(VOCABULARY.map(keywordOf)))
})

test('the grammar has every word of the syntax', () => {
  const grammar = page.slice(page.indexOf('```ebnf'))
  const words = [
    ...keywords,
    ...ruleWords,
    ...countingWords,
    ...foldingWords,
    ...durationWords.keys(),
  ]
  expect(words.filter((word) => !grammar.includes(`"${word}"`))).toEqual([])
})

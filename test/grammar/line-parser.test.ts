// The grammar itself is sound, and the shortest way through a plan line gives what it gives.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { lex } from '../../grammar/lexer.ts'
import { LineParser } from '../../grammar/line-parser.ts'
import { operatorOf, operators } from '../../grammar/operators.ts'
import { Problems } from '../../grammar/problems.ts'
import { codesOf } from '../../grammar/codes.ts'
import { SimpleLines } from '../../grammar/simple-line.ts'
import { allTokenTypes, Operator, operatorTypes, wordTypes } from '../../grammar/tokens.ts'
import { makeSource } from '../../src/base/source.ts'
import { told } from './told.ts'

test('chevrotain finds nothing wrong with the grammar', () => {
  expect(() => new LineParser(false)).not.toThrow()
})

test('every operator token has its level', () => {
  const texts = [...operatorTypes, ...wordTypes].flatMap(([text, type]) => {
    return type.CATEGORIES?.includes(Operator) ? [text] : []
  })
  expect([...texts, 'in'].toSorted()).toEqual(Object.keys(operators).toSorted())
  expect(texts.every((text) => operatorOf(text) !== undefined)).toBe(true)
  expect(new Set(allTokenTypes.map(({ name }) => name)).size).toBe(allTokenTypes.length)
})

test('a line read the short way and by the grammar', () => {
  const part = fc.constantFrom(
    ...'plan a-b "a \\"b\\"" 2026-12 2026-12-04 12 1_200.5 15% for of under each'.split(' '),
    ...'months month per , .. = - + if ( ) sum "é" é 2026-13 2026 9,5 12a "a'.split(' '),
  )
  // Without a blank, words and numbers run together.
  const gap = fc.constantFrom(' ', '  ', '\t', '')
  const parser = new LineParser()
  let short = 0
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), gap, (parts, gap) => {
      const source = makeSource('test.sop', `word${gap}${parts.join(gap)}`)
      const problems = new Problems(source)
      const { tokens } = lex(problems, 0, source.text.length)
      const simple = new SimpleLines(source, codesOf(source)).line(0, source.text.length)
      const { parts: whole, error } = parser.read('planLine', source, tokens)
      if (simple === undefined) return
      short += 1
      expect(problems.count).toBe(0)
      expect(error).toBeUndefined()
      const { word: keyword, arguments: given, clauses } = whole
      const span = { source, start: 0, end: source.text.length }
      const line = { keyword, arguments: given, clauses, damaged: false, span }
      expect([whole.value, whole.at]).toEqual([undefined, undefined])
      expect(told(simple)).toEqual(told(line))
    }),
    { numRuns: 2_000 },
  )
  expect(short).toBeGreaterThan(100)
})

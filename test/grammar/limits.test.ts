// Every limit: at it nothing is said, one past it one thing, and what else the file has is read.

import { describe, expect, test } from 'vitest'
import {
  MOST_BLOCKS,
  MOST_DEPTH,
  MOST_FILE,
  MOST_LINE,
  MOST_PARENTHESES,
  MOST_PROBLEMS,
} from '../../grammar/limits.ts'
import { outline, parsed, problemsOf } from './outline.ts'

function blocks(depth: number): string {
  return `${'a {\n'.repeat(depth)}${'}\n'.repeat(depth)}b`
}

test('blocks within one another', () => {
  expect(problemsOf(blocks(MOST_BLOCKS))).toEqual([])
  expect(problemsOf(blocks(MOST_BLOCKS + 1))).toEqual([
    '65:1+1 blocks-too-deep: blocks stand more than 64 deep here',
  ])
  const deep = parsed(blocks(100_000))
  expect(deep.problems).toHaveLength(1)
  expect(deep.statements.map(({ line }) => line.keyword.text)).toEqual(['a', 'b'])
})

describe('expressions', () => {
  const past = 'expression-too-deep: parentheses and operators stand more than'

  test.each([
    [
      'parentheses',
      (depth: number) => `${'('.repeat(depth)}x${')'.repeat(depth)}`,
      MOST_PARENTHESES,
    ],
    ['calls', (depth: number) => `f${'(f'.repeat(depth)}${')'.repeat(depth)}`, MOST_PARENTHESES],
    ['a chain of calls', (depth: number) => `f${'(x)'.repeat(depth)}`, 199],
    ['fields', (depth: number) => `f${'.x'.repeat(depth)}`, 199],
    ['a chain of operators', (depth: number) => `x${' + x'.repeat(depth)}`, 199],
    ['not', (depth: number) => `${'not '.repeat(depth)}x`, 199],
    ['signs', (depth: number) => `${'- '.repeat(depth)}x`, 199],
    ['else if', (depth: number) => `${'if x then y else '.repeat(depth)}z`, 199],
  ])('%s', (_, write, most) => {
    expect(problemsOf(`a = ${write(most)}\nb`)).toEqual([])
    for (const depth of [most + 1, 10_000]) {
      const text = `a = ${write(depth)} for b\nc`
      if (text.length > MOST_LINE) continue
      expect(problemsOf(text)).toEqual([
        expect.stringContaining(`${past} ${most === 199 ? MOST_DEPTH : most} deep`),
      ])
      expect(outline(text)).toBe('a DAMAGED\nc')
    }
  })

  test('parentheses that never close', () => {
    expect(problemsOf(`a = ${'('.repeat(10_000)}\nb`)).toHaveLength(1)
    expect(problemsOf(`a ${'( '.repeat(150)}\nb`)).toHaveLength(1)
    expect(problemsOf(`a = ${'(not '.repeat(150)}`)).toHaveLength(1)
  })

  test('a long list is not deep', () => {
    expect(problemsOf(`a = f(${'b, '.repeat(20_000)}c)`)).toEqual([])
    expect(problemsOf(`a ${'b, '.repeat(20_000)}c`)).toEqual([])
  })
})

test('the length of a line', () => {
  const line = (length: number): string => `a ${'b'.repeat(length - 2)}`
  expect(problemsOf(line(MOST_LINE))).toEqual([])
  expect(problemsOf(`${line(MOST_LINE + 1)} {\n  c\n}\nd`)).toEqual([
    '1:1+100000 line-too-long: this line has 100001 characters; at most 100000 are read',
  ])
  expect(outline(`${line(MOST_LINE + 1)} {\n  c\n}\nd`)).toBe('a DAMAGED {\n  c\nd')
  expect(problemsOf(`a b,\n${'  c,\n'.repeat(30_000)}d`)).toHaveLength(1)
})

test.each([
  'a = b and c ',
  '((((',
  '"" ',
  '{ } ',
  '\u2212\u00a0',
  ', ',
  '2026-12 ',
  '1,200',
  '\\',
  '“',
])('a line of five million characters of %s', (part) => {
  const text = `a\n${part.repeat(5_000_000 / part.length)}\nb`
  const started = performance.now()
  const tree = parsed(text)
  expect(performance.now() - started).toBeLessThan(5_000)
  expect(tree.problems.length).toBeGreaterThan(0)
  expect(tree.statements[0]?.line.keyword.text).toBe('a')
  expect(tree.statements.at(-1)?.line.keyword.text).toBe('b')
})

test('the length of a row, a header and a total', () => {
  const long = ` ${'1 '.repeat(MOST_LINE)}`
  expect(problemsOf(`a {\n  month b\n  2026-12${long}\n}`)).toHaveLength(1)
  expect(problemsOf(`a {\n  month${long}\n  2026-12 1\n  total 1\n}`)).toHaveLength(1)
  expect(problemsOf(`a {\n  month b\n  2026-12 1\n  total${long}\n}`)).toHaveLength(1)
})

test('a wide header over many short rows', () => {
  const header = Array.from({ length: 12_000 }, (_, at) => `c${at}`).join(' ')
  const started = performance.now()
  const tree = parsed(`a {\n  month ${header}\n${'  2026-12 1\n'.repeat(50_000)}}\nb`)
  expect(performance.now() - started).toBeLessThan(5_000)
  expect(tree.statements).toHaveLength(2)
})

test('the problems of a file', () => {
  const bad = (count: number): readonly string[] => problemsOf('a of\n'.repeat(count))
  expect(bad(MOST_PROBLEMS)).toHaveLength(MOST_PROBLEMS)
  expect(bad(MOST_PROBLEMS + 2)).toHaveLength(MOST_PROBLEMS + 1)
  expect(bad(MOST_PROBLEMS + 2).at(-1)).toBe(
    '1000:3+2 more-problems: this file has 2 more problems',
  )
})

test('the length of a file', () => {
  const text = ' '.repeat(MOST_FILE + 1)
  expect(parsed(text).problems.map(({ message }) => message)).toEqual([
    'this file has 268435457 characters; at most 268435456 are read',
  ])
})

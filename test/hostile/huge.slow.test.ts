// Texts of many megabytes: each is answered in time, and what stands beside it is judged.

import { expect, test } from 'vitest'

import { MOST_LINE } from '../../grammar/limits.ts'
import { told } from './checked.ts'
import { beside, FOUND, foundInSound } from './sound.ts'

/** Milliseconds; generous, since machines are shared. */
const MOST_TIME = 30_000
const MEGABYTE = 1 << 20

/** Checks it in time, and says how many messages of which codes there are. */
function codesOf(text: string): readonly string[] {
  const started = performance.now()
  const review = beside(text)
  expect(performance.now() - started).toBeLessThan(MOST_TIME)
  expect(foundInSound(review)).toEqual(FOUND)
  return told(review.diagnostics)
}

test('a line of 50 MB is said to be too long, once, and the next line is read', () => {
  for (const part of ['x', '{', '(', '1,', '"', ' ', '9']) {
    const line = part.repeat((50 * MEGABYTE) / part.length)
    const codes = codesOf(`unit a\nunit ${line}\nunit q = 1 zz\n`)
    expect(codes).toContain('hostile.sop:3:12 unknown-unit')
    // Nothing but blanks behind a word is a word that lacks its name.
    expect(codes).toHaveLength(2)
  }
})

test('a line at the limit is read, and one past it is not', () => {
  const name = (length: number): string => `unit ${'x'.repeat(length - 'unit '.length)}\n`
  expect(codesOf(name(MOST_LINE))).toEqual([])
  expect(codesOf(name(MOST_LINE + 1))).toEqual(['hostile.sop:1:1 line-too-long'])
})

test('a row of 50 MB', () => {
  const row = `  2026-11 ${'1 '.repeat(25 * MEGABYTE)}`
  const text = `budget kettles in USD {\n  month revenue\n${row}\n  2026-12 5\n}\n`
  expect(codesOf(text)).toEqual(['hostile.sop:3:3 line-too-long'])
})

test('a hundred thousand lines that are all wrong are listed up to the limit', () => {
  expect(codesOf('resource of\n'.repeat(100_000))).toHaveLength(1_001)
})

test('two hundred thousand blocks that nobody closes are one mistake', () => {
  const text = Array.from({ length: 200_000 }, (_, at) => `resource r${at} {\n`).join('')
  expect(codesOf(text)).toEqual(['hostile.sop:1:1 block-not-closed'])
})

test('a thousand functions that each call all those before', () => {
  const text = Array.from({ length: 1_000 }, (_, at) => {
    const calls = Array.from({ length: Math.min(at, 50) }, (__, by) => `d${at - by - 1}(t)`)
    return `define d${at}(month t) = ${['1', ...calls].join(' + ')}\n`
  }).join('')
  const codes = codesOf(text)
  expect(codes.every((code) => code.includes('rule-too-'))).toBe(true)
  expect(codes.length).toBeGreaterThan(0)
})

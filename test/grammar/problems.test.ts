// Each mistake is said once, in its own words, at its place, with the edit that mends it.

import { expect, test } from 'vitest'
import { syntaxDiagnostics } from '../../src/diagnostics/syntax.ts'
import { blockCases } from './block-cases.ts'
import { rowCases } from './row-cases.ts'
import { lineCases } from './line-cases.ts'
import { mended, parsed, problemsOf } from './outline.ts'

const cases = [...lineCases, ...blockCases, ...rowCases].map(([text, problems, repaired]) => {
  return { text, problems, repaired }
})

test.each(cases)('$text', ({ text, problems, repaired }) => {
  expect(problemsOf(text)).toEqual(problems)
  expect(mended(text)).toBe(repaired ?? text)
})

test.each(cases.filter((one) => one.problems.length === 1 && one.repaired !== undefined))(
  'mended: $text',
  ({ problems, repaired = '' }) => {
    const left = problemsOf(repaired)
    expect(left).not.toEqual(problems)
    expect(left.length).toBeLessThanOrEqual(1)
  },
)

test('every code has a case here, or in limits.test.ts or template.test.ts', () => {
  const elsewhere = [
    'file-too-long',
    'line-too-long',
    'blocks-too-deep',
    'expression-too-deep',
    'more-problems',
    'hole-not-closed',
    'expression-missing',
  ]
  const here = cases.flatMap(({ text }) => parsed(text).problems.map(({ code }) => code))
  expect([...new Set([...here, ...elsewhere])].toSorted()).toEqual(
    Object.keys(syntaxDiagnostics).toSorted(),
  )
})

test('a label shows where a parenthesis was opened, and where a column stood before', () => {
  const labels = (text: string) => parsed(text).problems[0]?.labels.map(({ span }) => span.start)
  expect(labels('a = f(b, (c), g(d)')).toEqual([5])
  expect(labels('a {\n  month b b\n}')).toEqual([12])
})

test.each([
  ['given family f and month t in horizon', 'something-too-many', /commas: `family f, month t/],
  ['given month t in 2026-11 to 2027-02', 'something-too-many', /`2026-11 \.\. 2027-02`/],
  ['require sales(f, t) > 0 if t > 2027-01', 'something-too-many', /a line of its own/],
  ['require exists(month u in x) where a', 'something-too-many', /inside the parentheses/],
  ['requires sales(f, t) > 0', 'something-too-many', /did you mean `require`\?/],
  ['require count(a > 0 for month u in x) > 3', 'something-else-expected', /`count\(month t in/],
  ['require every(month u in x where a)', 'something-else-expected', /`every\(… for month t/],
  [
    'require max(a) > 0',
    'something-else-expected',
    /`max\(… for .* or several values: `max\(a, b\)`/,
  ],
])('a line of a rule is told how it is said: %s', (line, code, help) => {
  const { problems } = parsed(`rule a "b" {\n  ${line}\n}`)
  expect(problems.map((each) => each.code)).toEqual([code])
  expect(problems[0]?.help).toMatch(help)
})

test.each([
  ['$1,200', /the unit or the currency stands behind `in`/],
  ['1350each', /the unit or the currency stands behind `in`/],
  ['TBD', /write `-` where there is no value/],
  ['n/a', /write `-` where there is no value/],
  ['135o', /a cell is a number/],
])('a cell that is no number is told what to write: %s', (cell, help) => {
  const { problems } = parsed(`a {\n  month b\n  2026-12 ${cell}\n}`)
  expect(problems.map((each) => each.code)).toEqual(['unreadable-cell'])
  expect(problems[0]?.help).toMatch(help)
})

test('a price without its currency is told where one stands', () => {
  const { problems } = parsed('conversion a {\n  price = 24.50 per each\n}')
  expect(problems.map((each) => each.help)).toEqual([
    'a unit or a currency stands before it, as in `24.50 USD per each`',
  ])
})

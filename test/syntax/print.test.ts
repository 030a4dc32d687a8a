// Expressions printed for messages: as they would be written, with no needless parentheses.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { parse, parseExpression } from '../../grammar/parse.ts'
import type { Expression, Tree } from '../../grammar/tree.ts'
import { makeSource } from '../../src/base/source.ts'
import { printExpression, printValue } from '../../src/syntax/print.ts'
import { treeDifference } from '../../src/syntax/tree-difference.ts'
import { expressionTexts } from './expression-texts.ts'

function read(text: string): Expression {
  const { expression, problems } = parseExpression(makeSource('a.sop', text), 0, text.length)
  if (expression === undefined) throw new Error(`${text}: ${problems[0]?.message}`)
  return expression
}

function inRule(expression: string): Tree {
  return parse(makeSource('a.sop', `rule a/b "c" {\n  require ${expression}\n}\n`))
}

describe('an expression is printed', () => {
  test.each([
    ['outlook . inventory( f,t )', 'outlook.inventory(f, t)'],
    ['sales(f,t+1)-sales(f,t - 1)', 'sales(f, t + 1) - sales(f, t - 1)'],
    ['(a + b) * c', '(a + b) * c'],
    ['(a * b) + c', 'a * b + c'],
    ['a - (b - c)', 'a - (b - c)'],
    ['(a - b) - c', 'a - b - c'],
    ['a / (b * c)', 'a / (b * c)'],
    ['-(a + b)', '-(a + b)'],
    ['-(a) * b', '-a * b'],
    ['-(-a)', '-(-a)'],
    ['not (a and b)', 'not (a and b)'],
    ['(not a) and b', 'not a and b'],
    ['a or (b and c)', 'a or b and c'],
    ['(a or b) and c', '(a or b) and c'],
    ['(a = b) = c', '(a = b) = c'],
    ['(a + 1) between (0) and (b * 2)', 'a + 1 between 0 and b * 2'],
    ['not (x in (inventory,backlog))', 'not x in (inventory, backlog)'],
    ['t in (2027-01 .. 2027-06)', 't in 2027-01 .. 2027-06'],
    ['if a then b else (if c then d else e)', 'if a then b else if c then d else e'],
    ['(if a then b else c) + 1', '(if a then b else c) + 1'],
    [
      'sum( x(f) for family f in (a , b) where (f.unit = each) )',
      'sum(x(f) for family f in (a, b) where f.unit = each)',
    ],
    [
      'count(meeting m in c where (president in m.with))',
      'count(meeting m in c where president in m.with)',
    ],
    ['1_200   USD per each', '1_200 USD per each'],
    ['1 hour per 12 each', '1 hour per 12 each'],
    ['12.50 "m 2"', '12.50 "m 2"'],
    ['18 months', '18 months'],
    ['1 month', '1 month'],
    ['15%', '15%'],
    ['"Widget, 2\\" bore"', '"Widget, 2\\" bore"'],
    ['(f).name', 'f.name'],
  ])('%s', (text, printed) => {
    expect(printExpression(read(text))).toBe(printed)
  })
})

test('what is printed says the same, and is printed the same again', () => {
  fc.assert(
    fc.property(expressionTexts, (text) => {
      const printed = printExpression(read(text))
      expect(printExpression(read(printed))).toBe(printed)
      expect(treeDifference(inRule(text), inRule(printed))).toBeUndefined()
    }),
    { numRuns: 500 },
  )
})

test('the values of a plan line are printed as they are written', () => {
  const line =
    'x make-to-stock "Medium  widgets" 2027-03 .., 2027-03..2027-05 2027-06 2026-12-04 +20% - 5 each'
  const [statement] = parse(makeSource('a.sop', line)).statements
  const values = statement?.line.arguments.flatMap(({ values }) => values.map(printValue))
  expect(values).toEqual([
    'make-to-stock',
    '"Medium  widgets"',
    '2027-03 ..',
    '2027-03 .. 2027-05',
    '2027-06',
    '2026-12-04',
    '+20%',
    '-5 each',
  ])
})

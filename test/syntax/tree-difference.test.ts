// Two trees compared: what makes a difference, and what does not.

import { expect, test } from 'vitest'

import { parse } from '../../grammar/parse.ts'
import { makeSource, textOf } from '../../src/base/source.ts'
import { treeDifference } from '../../src/syntax/tree-difference.ts'

const BEFORE = `plan pumps for 2026-11 in case {
  month    sales  operations
  2026-11     10        12.5
  2026-12      -         50%
  total       10        rest
}
rule a/b "c" {
  given   family f, month t in horizon
  require sales(f, t) + 1 <= 2 case per each
}
define half(family f) = 50% * count(item i in f)
`

/** The places of the first difference after a replacement. */
function difference(found: string, by: string): readonly string[] | undefined {
  const after = BEFORE.replace(found, by)
  expect(after).not.toBe(BEFORE)
  const first = treeDifference(parse(makeSource('a', BEFORE)), parse(makeSource('b', after)))
  return first && [textOf(first.before), textOf(first.after)]
}

test.each([
  ['spaces', 'sales  operations', 'sales operations'],
  ['indents', '\n  2026-12', '\n 2026-12'],
  ['comments', '{\n', '{ # c\n\n# d\n'],
  ['parentheses', '+ 1 <=', '+ (1) <='],
  ['line ends', '\n', '\r\n'],
  ['how a number is written', '10 ', '1_0'],
])('%s make none', (_, found, by) => {
  expect(difference(found, by)).toBeUndefined()
})

test.each([
  ['an integer', '  10 ', '  11 ', 'month    sales  operations'],
  ['a decimal', '12.5', '12.6', 'month    sales  operations'],
  ['a blank cell', ' - ', ' 0 ', 'month    sales  operations'],
  ['a percentage', '50%\n', '50\n', 'month    sales  operations'],
  ['a total', 'rest\n', '10\n', 'total       10        rest'],
  ['a month', '2026-12 ', '2027-12 ', 'month    sales  operations'],
  ['a column', 'sales  op', 'shipments  op', 'sales'],
  ['a name', 'pumps', 'pump', 'pumps'],
  ['quotes', 'pumps', '"pumps"', 'pumps'],
  ['a clause', ' in case', '', 'plan pumps for 2026-11 in case'],
  ['an operator', '<=', '<', 'sales(f, t) + 1 <= 2 case per each'],
  ['a unit', 'per each', 'per kg', 'each'],
  ['how operators bind', 't) + 1', 't) * 1', 'sales(f, t) + 1'],
  ['a problem', '2026-11     10', '2026-11     1x', 'month    sales  operations'],
])('%s makes one', (_, found, by, place) => {
  expect(difference(found, by)?.[0]?.split('\n', 1)).toEqual([place])
})

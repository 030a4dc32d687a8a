// A line that is right says the same, whether it is read token by token or by the grammar; and no other
// line is taken to be right.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { lex } from '../../grammar/lexer.ts'
import { LineParser } from '../../grammar/line-parser.ts'
import type { LineRule } from '../../grammar/line-parts.ts'
import { Problems } from '../../grammar/problems.ts'
import { readRightLine } from '../../grammar/right-line.ts'
import { makeSource } from '../../src/base/source.ts'
import { told } from './told.ts'

const parser = new LineParser()

type Both = 'right' | 'wrong' | 'no tokens'

/** Reads a line both ways, which must agree. */
function readBoth(rule: LineRule, text: string): Both {
  const source = makeSource('test.sop', text)
  const { tokens, damaged } = lex(new Problems(source), 0, text.length)
  // Of such a line neither is asked.
  if (damaged || tokens.length === 0) return 'no tokens'
  const right = readRightLine(rule, source, tokens)
  const { parts, error, backwards } = parser.read(rule, source, tokens)
  const fits = error === undefined && backwards === undefined
  expect({ text, right: told(right) }).toEqual({ text, right: fits ? told(parts) : undefined })
  return fits ? 'right' : 'wrong'
}

/** Parts that follow each other; a text stands for itself. */
function inRow(...parts: readonly (string | fc.Arbitrary<unknown>)[]): fc.Arbitrary<unknown> {
  return fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
}

const word = fc.constantFrom('a', 'sales', 'under', 'total', 'x-1')
const text = fc.constantFrom('"a"', '"per \\"x\\""')
const number = fc.constantFrom('1', '0.5', '1_200', '12%', '3 each', '2 months', '1 month')
const quantity = fc.oneof(
  number,
  inRow(fc.constantFrom('4 USD', '4 "b c"', '4 month'), fc.constantFrom('', ' per each')),
  fc.constantFrom('24.50 USD per 100 each', '1 month per each', '1 a per "b c"'),
)
const month = fc.constantFrom('2026-11', '2026-12-04', 'month')
const operator = fc.constantFrom(
  ...'or and = != < <= > >= in .. + - * /'.split(' '),
  'between 1 and',
)

const { expression } = fc.letrec<{ expression: unknown; operand: unknown; binder: unknown }>(
  (tie) => ({
    operand: fc.oneof(
      { depthSize: 'small', maxDepth: 4 },
      word,
      quantity,
      month,
      text,
      inRow(fc.constantFrom('not', '-', '- -'), tie('operand')),
      inRow(tie('operand'), '.', word),
      inRow(tie('operand'), '(', fc.oneof(fc.constant(''), tie('expression')), ')'),
      inRow('(', tie('expression'), fc.constantFrom('', ', a', ', 1, b'), ')'),
      inRow('if', tie('expression'), 'then', tie('expression'), 'else', tie('expression')),
      inRow(fc.constantFrom('count', 'exists', 'sum'), '(', tie('binder'), ')'),
      inRow(fc.constantFrom('sum', 'max'), '(', tie('expression'), 'for', tie('binder'), ')'),
      inRow(fc.constantFrom('max', 'sum'), '(', tie('expression'), ', a, b', ')'),
    ),
    binder: inRow(
      fc.constantFrom('family f', 'month t', 'family'),
      fc.oneof(fc.constant(''), inRow('in', tie('operand'))),
      fc.oneof(fc.constant(''), inRow('where', tie('expression'))),
      fc.oneof(fc.constant(''), fc.constant(', plan p')),
    ),
    expression: fc.oneof(
      { depthSize: 'small', maxDepth: 5 },
      tie('operand'),
      inRow(tie('operand'), operator, tie('expression')),
    ),
  }),
)

const value = fc.oneof(
  word,
  text,
  quantity,
  fc.constantFrom(
    '+3%',
    '-2 each',
    '+ 12',
    '2026-11 ..',
    '2026-11 .. 2027-02',
    '2027-01 .. 2026-12',
  ),
  fc.constantFrom('a, b', '1, 2'),
)
const values = fc.array(value, { minLength: 1, maxLength: 3 })
const clauses = fc.array(inRow(fc.constantFrom('for', 'in', 'to', 'because', 'under'), values), {
  maxLength: 2,
})

const lines: readonly (readonly [LineRule, fc.Arbitrary<unknown>])[] = [
  ['planLine', inRow(word, values, clauses)],
  ['planLine', inRow(word, values, '=', expression, clauses)],
  ['planLine', inRow(word, 'at', expression, clauses)],
  ['clauses', inRow('for', values, clauses)],
  [
    'definition',
    inRow(word, '(', fc.constantFrom('', 'family f', 'family f, month t'), ') =', expression),
  ],
  ['wholeExpression', expression],
  ['assignment', inRow(word, '=', expression)],
  ['fixing', inRow(word, '(', expression, ')', '=', expression)],
  ['given', inRow('family f in', expression, 'where', expression)],
  ['named', word],
]

/** A line of such parts, from which some are left out, or where some stand that do not belong there. */
function asTyped(parts: unknown, typed: readonly (readonly [number, string])[]): string {
  const line = [parts].flat(Number.POSITIVE_INFINITY) as string[]
  for (const [at, by] of typed) line.splice(at % (line.length + 1), by === '' ? 1 : 0, by)
  return line.join(' ')
}

/** One in two lines has none. */
const slips = fc.oneof(
  fc.constant([]),
  fc.array(
    fc.tuple(
      fc.nat(),
      fc.constantFrom('', '', ...') ( , = .. . in and per a 1 "b" at for'.split(' ')),
    ),
    { maxLength: 2 },
  ),
)

test.each(lines)('%s', (rule, line) => {
  const seen: Record<Both, number> = { right: 0, wrong: 0, 'no tokens': 0 }
  fc.assert(
    fc.property(line, slips, (parts, typed) => {
      seen[readBoth(rule, asTyped(parts, typed))] += 1
    }),
    { numRuns: 1_000 },
  )
  expect(seen.right).toBeGreaterThan(50)
  expect(seen.wrong).toBeGreaterThan(50)
})

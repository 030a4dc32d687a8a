// What tree a text gives, told line by line in the compact form of `outline.ts`.

import { describe, expect, test } from 'vitest'
import { parseExpression } from '../../grammar/parse.ts'
import { makeSource, textOf } from '../../src/base/source.ts'
import { expression, outline, parsed, problemsOf } from './outline.ts'

function line(text: string): string {
  expect(problemsOf(text)).toEqual([])
  return outline(text)
}

describe('plan lines', () => {
  test.each([
    ['unit each', 'unit each'],
    ['unit case = 12 each', 'unit case = 12 each'],
    ['price = 24.50 USD per each from 2026-01', 'price = 24.5 USD per 1 each <from month:2026-01>'],
    ['uses yard 1 hour per 12 each on line-a', 'uses yard 1 hour per 12 each <on line-a>'],
    ['fence demand 1 month', 'fence demand 1 months'],
    ['lead-time 9 weeks', 'lead-time 9 weeks'],
    ['change sales, operations within 0%', 'change [sales, operations] <within 0[%]>'],
    [
      'change sales of widgets, pumps 2026-12 .. 2027-01 by -200',
      'change sales <of [widgets, pumps] month:2026-12..2027-01> <by [-]-200>',
    ],
    ['change a of b 2027-02 by +20%', 'change a <of b month:2027-02> <by [+]0.2[%]>'],
    ['decision d about a 2027-03 ..', 'decision d <about a month:2027-03..>'],
    [
      'meeting m on 2026-11-10 with a,\n  b, # both\n  c',
      'meeting m <on date:2026-11-10> <with [a, b, c]>',
    ],
    ['item "10023" "Widget, 2\\" bore" in w', 'item "10023" "Widget, 2\\" bore" <in w>'],
    ['role r in f under p', 'role r <in f> <under p>'],
    ['policy gap "of 12" = 0.5%', 'policy gap "of 12" = 0.005[%]'],
    ['target stock = 50% * sales(f, t + 1)', 'target stock = (0.5[%] * sales(f, (t + 1)))'],
    ['a = sales(f) in each from 2027-01', 'a = (sales(f) in each) <from month:2027-01>'],
    ['a 1_200 12.50 007', 'a 1200 12.5 7'],
    ['größe motoren-groß', 'größe motoren-groß'],
    ['  \t unit\teach  # why', 'unit each'],
  ])('%s', (text, shape) => {
    expect(line(text)).toBe(shape)
  })

  test('a name in quotes is the name, composed letters or not', () => {
    expect(line('unit gr\u006f\u0308\u00dfe "o\u0308"')).toBe('unit gr\u00f6\u00dfe "\u00f6"')
  })

  test('a byte order mark and Windows line ends change nothing', () => {
    expect(line('\uFEFFfamily a {\r\n  unit each # x\r\n\r\n}\r\nunit b\r\n')).toBe(
      'family a {\n  unit each\nunit b',
    )
  })

  test('spans run from the first word to the end of the code, and to the closing brace', () => {
    const { statements } = parsed('  unit each   # x\nfamily a "A" { # y\n  unit each\n}\n')
    expect(statements.map(({ span }) => textOf(span))).toEqual([
      'unit each',
      'family a "A" { # y\n  unit each\n}',
    ])
    expect(statements.map((statement) => textOf(statement.line.span))).toEqual([
      'unit each',
      'family a "A"',
    ])
  })
})

test('blocks, clause lines, tables and rule lines stand in the order of the text', () => {
  const text = `plan a for 2026-11 {
  opening stock 600
  month               sales  stock
  2026-11             1_200   12.5   # half a unit
  # ^^^ some-rule
  2026-12 .. 2027-01    -10     5%
  2027-02..            rest      -
  total                   0   +625
  by somebody because "why"
  scenario b {
    plan c {
      month x
      2027-01 1
    }
  }
  require x
}
`
  expect(line(text)).toBe(`plan a <for month:2026-11> {
  opening stock 600
  month sales stock
  2026-11 1200 12.5
  2026-12..2027-01 -10 0.05[%]
  2027-02.. rest -
  total 0 625
  <by somebody> <because "why">
  scenario b {
    plan c {
      month x
      2027-01 1
  require: x`)
})

test('rule lines', () => {
  const text = `rule a/b "T" {
  after executive
  given family f, month t in fence(p, f, c) where t != horizon.first
  given total w
  let under = count(cycle c in cycles(12))
  let total = a + b
  where not (a > b and b > c)
  collect t
  require near(x, y, 2 * z(s, f), f) or exists(decision d where f in d.families)
  require sum(
    a(t) for month t in past(12),
    family f) <= 430_000 USD
  severity if n < 15 then error else warning
  at cell(plan, s, f, t)
  fix v.s(f, t) = follows
  message "{f}: {list(f.name for family f)}"
}`
  expect(line(text)).toBe(`rule a/b "T" {
  after: executive
  given: family f, month t in fence(p, f, c) where (t != horizon.first)
  given: total w
  let: under = count{cycle c in cycles(12)}
  let: total = (a + b)
  where: (not ((a > b) and (b > c)))
  collect: t
  require: (near(x, y, (2 * z(s, f)), f) or exists{decision d where (f in d.families)})
  require: (sum{a(t) for month t in past(12), family f} <= 430000 USD)
  severity: (if (n < 15) | error | warning)
  at: cell(plan, s, f, t)
  fix: v.s(f, t) = follows
  message "{f}: {list(f.name for family f)}"`)
})

test('a define', () => {
  expect(
    line('define gap(series s, month t) = if a then (\n  b\n  / c) else 0\ndefine one() = 1'),
  ).toBe('define gap(series s, month t) = (if a | (b / c) | 0)\ndefine one() = 1')
})

describe('expressions', () => {
  test.each([
    ['a or b and not c = d + e * -f', '(a or (b and (not (c = (d + (e * (- f)))))))'],
    ['a - b - c', '((a - b) - c)'],
    ['a / b * c', '((a / b) * c)'],
    ['not not a', '(not (not a))'],
    ['a between b + 1 and c and d', '((a between (b + 1) and c) and d)'],
    ['t in 2027-06 .. 2027-12', '(t in (month:2027-06 .. month:2027-12))'],
    ['a in b = c in d', '((a in b) = (c in d))'],
    ['(a + b) * c', '((a + b) * c)'],
    ['(a, b, 5 each)', '[a, b, 5 each]'],
    ['v.on.month.in', 'v.on.month.in'],
    ['f.owner(sales).function', 'f.owner(sales).function'],
    ['min(a, b) + max(c for month t in past(3))', '(min(a, b) + max{c for month t in past(3)})'],
    ['sum = average', '(sum = average)'],
    ['today - m.on <= 35 days', '((today - m.on) <= 35 days)'],
    ['5 "m2"', '5 m2'],
    ['2 hour per 12 each * 3', '(2 hour per 12 each * 3)'],
    ['t-1', 't-1'],
    ['1 - 2-3', '((1 - 2) - 3)'],
    ['"a text" != x', '("a text" != x)'],
    ['2026-12-04 > today', '(date:2026-12-04 > today)'],
    ['if a then b else if c then d else e', '(if a | b | (if c | d | e))'],
    ['f()', 'f()'],
    ['max(5,100)', 'max(5, 100)'],
  ])('%s', (text, shape) => {
    const source = makeSource('test.sop', `## ${text} ##`)
    const { expression: found, problems } = parseExpression(source, 3, 3 + text.length)
    expect(problems).toEqual([])
    expect(found && expression(found)).toBe(shape)
  })

  test('the span of an operation has the parentheses of its operands', () => {
    const source = makeSource('test.sop', '(a + b) * (c)')
    const { expression: found } = parseExpression(source, 0, source.text.length)
    expect(found && textOf(found.span)).toBe('(a + b) * (c)')
  })
})

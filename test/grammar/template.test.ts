// Texts with holes: what stands in them, where, and what is wrong with it.

import { expect, test } from 'vitest'
import { parseExpression, parseTemplate } from '../../grammar/parse.ts'
import type { Template } from '../../grammar/tree.ts'
import { makeSource, textOf } from '../../src/base/source.ts'
import { expression, parsed, problemLine } from './outline.ts'

function template(text: string): Template {
  const [statement] = parsed(`rule a {\n  message ${text}\n}`).statements
  const [message] = statement?.entries ?? []
  const values = message?.sort === 'statement' ? message.line.arguments[0]?.values : undefined
  const [name] = values ?? []
  if (name === undefined) throw new Error('the message should have a text')
  return parseTemplate(name)
}

function shape(text: string): readonly string[] {
  return template(text).parts.map((part) => {
    return typeof part === 'string' ? part : `{${expression(part)} @${textOf(part.span)}}`
  })
}

function problems(text: string): readonly string[] {
  return template(text).problems.map((problem) => problemLine(problem.span.source, problem))
}

test.each([
  ['"plain"', ['plain']],
  ['""', []],
  ['"{f} {t}: {a - (b - c)}"', ['{f @f}', ' ', '{t @t}', ': ', '{(a - (b - c)) @a - (b - c)}']],
  ['"\\"a\\" \\\\ \\{b}"', ['"a" \\ {b}']],
  ['"x{ f }"', ['x', '{f @f}']],
  ['"{f(\\"a } b\\")}"', ['{f("a } b") @f(\\"a } b\\")}']],
  ['"„ö“ {ö}"', ['„ö“ ', '{ö @ö}']],
])('%s', (text, parts) => {
  expect(problems(text)).toEqual([])
  expect(shape(text)).toEqual(parts)
})

test.each([
  ['"a {b"', ['2:14+1 hole-not-closed: this `{` opens a hole that does not end'], ['a ']],
  // A quote that ends the text too early is told where the rest of the line is.
  ['"a {text("b")}"', [], ['a ']],
  ['"a { } c"', ['2:14+3 expression-missing: there is no expression here'], ['a ', ' c']],
  [
    '"{a +} {b == c}"',
    [
      '2:15+1 something-missing: expected a value after `+`',
      '2:21+2 foreign-operator: `==` is written `=` here',
    ],
    [' '],
  ],
  ['"{a {b}}"', ['2:15+1 unknown-character: `{` means nothing here'], ['}']],
])('%s', (text, said, parts) => {
  expect(problems(text)).toEqual(said)
  expect(shape(text)).toEqual(parts)
})

test('an expression that is none', () => {
  const source = makeSource('test.sop', 'a  b')
  expect(parseExpression(source, 1, 3).problems.map(({ code }) => code)).toEqual([
    'expression-missing',
  ])
  expect(parseExpression(source, 0, 4)).toMatchObject({ expression: undefined })
})

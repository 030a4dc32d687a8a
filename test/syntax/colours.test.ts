// The colouring of editors: which word of a line gets which name.

import { describe, expect, test } from 'vitest'

import { keywords, ruleWords, topLevelKinds } from '../../grammar/kinds.ts'
import { textMateGrammar } from '../../grammar/textmate.ts'
import type { Colour, Grammar } from './colours.ts'
import { colours } from './colours.ts'

const [[path, text] = ['', '']] = textMateGrammar()
const grammar = JSON.parse(text) as Grammar

const shown = (line: string): readonly string[] => {
  return colours(grammar, line).map(([part, name]: Colour) => `${part} ${name}`)
}

test('the grammar stands beside the syntax', () => {
  expect(path).toBe('grammar/sop.tmLanguage.json')
})

describe('a line is coloured', () => {
  test.each<[string, readonly string[]]>([
    [
      'family pumps "Dosing \\"pumps\\"" {  # the pumps',
      [
        'family storage.type.statement',
        'pumps entity.name.type',
        '"Dosing string.quoted.double',
        '\\" constant.character.escape',
        'pumps string.quoted.double',
        '\\" constant.character.escape',
        '" string.quoted.double',
        '{ punctuation.section.block',
        '# the pumps comment.line.number-sign',
      ],
    ],
    [
      '  strategy make-to-stock',
      ['strategy support.type.property-name', 'make-to-stock variable.other'],
    ],
    [
      '  by president until 2027-03',
      [
        'by keyword.other.preposition',
        'president variable.other',
        'until keyword.other.preposition',
        '2027-03 constant.other.month',
      ],
    ],
    [
      '  month    sales  "10 023"  # x',
      [
        'month keyword.other.table',
        'sales variable.parameter.column',
        '"10 023" string.quoted.double',
        '# x comment.line.number-sign',
      ],
    ],
    [
      '  2027-01 .. 2027-03  1_200  -  -2  60%  rest',
      [
        '2027-01 constant.other.month',
        '2027-03 constant.other.month',
        '1_200 constant.numeric',
        '- constant.language.blank',
        '-2 constant.numeric',
        '60% constant.numeric.percent',
        'rest constant.language.rest',
      ],
    ],
    ['  total  5', ['total keyword.other.table', '5 constant.numeric']],
    [
      'define gap(series s) = if not t then 5 else s.to',
      [
        'define storage.type.statement',
        'gap entity.name.function',
        'series variable.other',
        's variable.other',
        '= keyword.operator',
        'if keyword.control.conditional',
        'not keyword.operator.word',
        't variable.other',
        'then keyword.control.conditional',
        '5 constant.numeric',
        'else keyword.control.conditional',
        's variable.other',
        '. punctuation.accessor',
        'to variable.other.member',
      ],
    ],
    [
      '  require count(family f) >= 18 months',
      [
        'require keyword.control.rule',
        'count support.function',
        'family variable.other',
        'f variable.other',
        '>= keyword.operator',
        '18 constant.numeric',
        'months keyword.other.duration',
      ],
    ],
    [
      '  message "{f} and \\{ {sales(f, t) - 1}"',
      [
        'message keyword.control.rule',
        '" string.quoted.double',
        '{ punctuation.section.embedded.begin',
        'f variable.other',
        '} punctuation.section.embedded.end',
        'and string.quoted.double',
        '\\{ constant.character.escape',
        '{ punctuation.section.embedded.begin',
        'sales entity.name.function',
        'f variable.other',
        't variable.other',
        '- keyword.operator',
        '1 constant.numeric',
        '} punctuation.section.embedded.end',
        '" string.quoted.double',
      ],
    ],
  ])('%s', (line, expected) => {
    const found = shown(line).filter((part) => !part.endsWith('meta.embedded.expression'))
    expect(found).toEqual(expected)
  })
})

test('every word of the syntax has a colour of its own', () => {
  const first = [...topLevelKinds, ...ruleWords].map((word) => shown(`${word} x`)[0])
  expect(first.filter((part) => !/ (?:storage|keyword)\./.test(part ?? ''))).toEqual([])
  const inside = [...keywords]
    .filter((word) => word !== 'month' && word !== 'total')
    .map((word) => shown(`require x ${word} y`)[2])
  expect(inside.filter((part) => !/ keyword\./.test(part ?? ''))).toEqual([])
})

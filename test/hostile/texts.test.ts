// Any text beside a sound plan: what is said of it, where, in what time, and that the rest is judged.

import { describe, expect, test } from 'vitest'

import { positionOf } from '../../src/base/source.ts'
import { told, type Texts } from './checked.ts'
import { beside, FOUND, foundInSound } from './sound.ts'

/** Milliseconds; generous, since machines are shared. */
const MOST_TIME = 5_000

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('')

interface Case {
  readonly text: string
  readonly said: readonly string[]
  /** Files of data beside it. */
  readonly files?: Texts
}

/** All that is not as it should be: what is said, what is found, where messages stand, the time. */
function strange({ text, said, files }: Case): readonly string[] {
  const started = performance.now()
  const review = beside(text, files)
  const time = performance.now() - started
  const wanted = said.map((each) => `hostile.sop:${each}`)
  const places = review.diagnostics.flatMap(({ span, labels }) => [
    span,
    ...labels.map((label) => label.span),
  ])
  return [
    ...differences('said', told(review.diagnostics), wanted),
    ...differences('found', foundInSound(review), FOUND),
    ...places.flatMap(({ source }) => (source.builtIn ? [`a place in ${source.path}`] : [])),
    ...review.diagnostics.flatMap(({ message }) => (message.length > 400 ? [message] : [])),
    ...(time > MOST_TIME ? [`${time} ms`] : []),
  ]
}

function differences(
  what: string,
  are: readonly string[],
  wanted: readonly string[],
): readonly string[] {
  const same = are.length === wanted.length && are.every((each, at) => each === wanted[at])
  return same ? [] : [`${what}: ${are.slice(0, 20).join(', ')}`]
}

test('the sound plan by itself', () => expect(strange({ text: '', said: [] })).toEqual([]))

describe('braces and parentheses', () => {
  test.each<[string, Case]>([
    [
      'ten thousand `{`',
      { text: '{'.repeat(10_000), said: ['1:1 brace-in-line', '1:65 blocks-too-deep'] },
    ],
    [
      'ten thousand blocks in one another',
      { text: 'a {\n'.repeat(10_000), said: ['1:1 block-not-closed', '65:1 blocks-too-deep'] },
    ],
    [
      'ten thousand resources that are not closed',
      { text: many(10_000, (at) => `resource x${at} {\n`), said: ['1:1 block-not-closed'] },
    ],
    [
      'one resource ten thousand times, and never closed',
      {
        text: 'resource x {\n'.repeat(10_000),
        said: ['1:1 block-not-closed', '2:10 doubled-name'],
      },
    ],
    [
      'ten thousand parentheses around a number',
      {
        text: `define half(month t) = ${'('.repeat(10_000)}1${')'.repeat(10_000)}\n`,
        said: ['1:88 expression-too-deep'],
      },
    ],
    [
      'ten thousand `(`',
      { text: `unit ${'('.repeat(10_000)}\n`, said: ['1:70 expression-too-deep'] },
    ],
    [
      'a target within parentheses',
      {
        text: `family pots {
  market "Shops"
  strategy make-to-stock
  unit each
  target inventory = ${'('.repeat(10_000)}1
}
`,
        said: ['5:86 expression-too-deep'],
      },
    ],
    [
      'a message with ten thousand braces',
      {
        text: `rule test/it "It" {\n  require 1 = 1\n  at business\n  message "${'{'.repeat(10_000)}"\n}\n`,
        said: ['4:12 hole-not-closed'],
      },
    ],
  ])('%s', (_, each) => expect(strange(each)).toEqual([]))

  test('ten thousand `}` are listed up to the limit', () => {
    const review = beside('}\n'.repeat(10_000))
    expect(review.diagnostics).toHaveLength(1_001)
    expect(told(review.diagnostics).at(-1)).toBe('hostile.sop:1000:1 more-problems')
    expect(foundInSound(review)).toEqual(FOUND)
  })

  test('past the limit nothing is said of a line that the list leaves out', () => {
    const review = beside('resource of\n'.repeat(5_000))
    expect(review.diagnostics).toHaveLength(1_001)
    expect(review.diagnostics.at(-1)?.message).toBe('this file has 4000 more problems')
    expect(foundInSound(review)).toEqual(FOUND)
  })
})

describe('numbers', () => {
  const cell = (written: string): string => `budget kettles in USD {
  month    revenue
  2026-11  ${written}
}
`
  test.each<[string, Case]>([
    [
      'of a million digits',
      { text: `unit case = ${'9'.repeat(1e6)} each\n`, said: ['1:1 line-too-long'] },
    ],
    ['of 60 digits', { text: `unit case = ${'9'.repeat(60)} each\n`, said: [] }],
    [
      'of 61 digits',
      { text: `unit case = ${'9'.repeat(61)} each\n`, said: ['1:13 number-too-long'] },
    ],
    [
      'of 90,000 digits in a cell',
      { text: cell('9'.repeat(90_000)), said: ['3:12 number-too-long'] },
    ],
    ['of 60 digits in a cell', { text: cell('9'.repeat(60)), said: [] }],
    [
      '1e999999999',
      { text: 'unit case = 1e999999999 each\n', said: ['1:13 number-with-exponent'] },
    ],
    ['1e999999999 in a cell', { text: cell('1e999999999'), said: ['3:12 number-with-exponent'] }],
    ['NaN in a cell', { text: cell('NaN'), said: ['3:12 unreadable-cell'] }],
    ['0x7f in a cell', { text: cell('0x7f'), said: ['3:12 unreadable-cell'] }],
    ['a unit of 0', { text: 'unit case = 0 each\n', said: ['1:13 zero-conversion'] }],
  ])('%s', (_, each) => expect(strange(each)).toEqual([]))
})

describe('time', () => {
  const cycle = (line: string): string => `cycle 2026-01 {\n  horizon ${line}\n}\n`

  test.each<[string, Case]>([
    ['a century', { text: cycle('1200 months'), said: [] }],
    ['a month more', { text: cycle('1201 months'), said: ['2:11 duration-too-long'] }],
    ['a century of weeks', { text: cycle('5200 weeks'), said: [] }],
    ['a week more', { text: cycle('5201 weeks'), said: ['2:11 duration-too-long'] }],
    ['a century of days', { text: cycle('36500 days'), said: [] }],
    ['a day more', { text: cycle('36501 days'), said: ['2:11 duration-too-long'] }],
    [
      'months at the end of what is read',
      { text: 'actual kettles {\n  month shipments\n  1976-11 1\n  2076-11 1\n}\n', said: [] },
    ],
    [
      'months past it',
      {
        text: 'actual kettles {\n  month shipments\n  1976-10 1\n  2076-12 1\n}\n',
        said: ['3:3 month-out-of-reach'],
      },
    ],
    [
      'no such month',
      { text: 'cycle 2026-13 {\n  horizon 1 month\n}\n', said: ['1:7 unreadable-month'] },
    ],
  ])('%s', (_, each) => expect(strange(each)).toEqual([]))
})

describe('circles', () => {
  const ring = (count: number, line: (from: string, to: string) => string): string =>
    many(count, (at) => line(`x${at}`, `x${(at + 1) % count}`))

  test.each<[string, Case]>([
    [
      'of functions',
      {
        text: ring(3, (a, b) => `define ${a}(month t) = ${b}(t)\n`),
        said: ['1:8 define-in-circle'],
      },
    ],
    ['of one function', { text: 'define x(month t) = x(t)\n', said: ['1:8 define-in-circle'] }],
    [
      'of units',
      { text: ring(3, (a, b) => `unit ${a} = 2 ${b}\n`), said: ['3:1 conflicting-conversions'] },
    ],
    ['of one unit', { text: 'unit x = 2 x\n', said: ['1:10 conversion-to-itself'] }],
    ['of units that agree', { text: 'unit a = 2 b\nunit b = 0.5 a\n', said: [] }],
    ['of scenarios', { text: ring(3, (a, b) => `scenario ${a} of ${b}\n`), said: ['1:1 circle'] }],
    [
      'of a thousand scenarios',
      { text: ring(1_000, (a, b) => `scenario ${a} of ${b}\n`), said: ['1:1 circle'] },
    ],
    [
      'of roles',
      { text: ring(3, (a, b) => `role ${a} in finance under ${b}\n`), said: ['1:1 circle'] },
    ],
    ['of one role', { text: 'role x in finance under x\n', said: ['1:1 circle'] }],
    [
      'of roles, and a role that leads into it',
      {
        text: `role a in finance under b\n${ring(2, (a, b) => `role ${a} in finance under ${b}\n`)}role b in finance under x1\n`,
        said: ['2:1 circle'],
      },
    ],
    [
      'two of them',
      {
        text: `${ring(2, (a, b) => `role ${a} in finance under ${b}\n`)}role y in finance under y\n`,
        said: ['1:1 circle', '3:1 circle'],
      },
    ],
    [
      'no circle, but a chain deeper than is read',
      {
        text: many(
          1_000,
          (at) => `define d${at}(month t) = ${at === 999 ? '1' : `d${at + 1}(t)`}\n`,
        ),
        said: ['20:23 rule-too-deep'],
      },
    ],
  ])('%s', (_, each) => expect(strange(each)).toEqual([]))
})

describe('names', () => {
  const HERITAGE = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'prototype',
  ]

  test.each(HERITAGE)('%s is a name like any other', (name) => {
    const text = `unit ${name} = 2 each
role ${name} in finance
scenario ${name} of 2026-11
resource ${name} {
  unit ${name}
  month available
  2026-11 .. 5
}
policy ${name} "A policy." = 1%
assumption ${name} "It rains" about kettles by ${name}
`
    expect(strange({ text, said: [] })).toEqual([])
  })

  test.each(HERITAGE)('%s is nothing by itself', (name) => {
    expect(
      strange({
        text: `${name} x
plan ${name} for 2026-11 {
  month ${name}
  2026-11 1
}
commit ${name} for 2026-11 by ${name} on 2026-11-19
resource r {
  unit ${name}
}
item x in kettles ${name} ${name}
`,
        said: [
          '1:1 unknown-statement',
          '3:9 unknown-column',
          '6:8 unknown-word',
          '10:19 unexpected-argument',
        ],
      }),
    ).toEqual([])
  })

  test.each(['f', 't', 'a', 'r', 'month-before', 'need', 'known', 'sum'])(
    'a function called %s leaves the built-in rules as they are',
    (name) => {
      const review = beside(`define ${name}(month t) = 1\n`)
      expect(foundInSound(review)).toEqual(FOUND)
      for (const { span } of review.diagnostics) expect(span.source.path).toBe('hostile.sop')
    },
  )
})

describe('characters', () => {
  const wrong = 'unit q = 1 zz'

  test.each<[string, Case]>([
    [
      'carriage returns at line ends',
      { text: `unit case = 12 each\r\n${wrong}\r\n`, said: ['2:12 unknown-unit'] },
    ],
    [
      'a carriage return within a line',
      { text: `unit a = 12 each\runit b\r`, said: ['1:17 unknown-character'] },
    ],
    ['a byte order mark', { text: `\uFEFF${wrong}\n`, said: ['1:13 unknown-unit'] }],
    [
      'a byte order mark within',
      { text: `unit a = 12 each\n\uFEFF${wrong}\n`, said: ['2:13 unknown-unit'] },
    ],
    [
      'tabs',
      { text: `resource a {\n\tunit\teach\n}\nunit\tq\t=\t1\tzz\n`, said: ['4:12 unknown-unit'] },
    ],
    [
      'a letter beyond the first plane',
      { text: 'unit \u{1D4B6}\n', said: ['1:6 unknown-character'] },
    ],
    ['an emoji', { text: 'unit \u{1F600} = 1 each\n', said: ['1:6 unknown-character'] }],
    [
      'emojis in quotes and comments',
      { text: `unit "\u{1F600}" = 1 each # \u{1F600}\n`, said: [] },
    ],
    ['half a character', { text: 'unit \uD800 = 1 each\n', said: ['1:6 unknown-character'] }],
    ['a zero', { text: 'unit a\0b\nunit c\n', said: ['1:7 not-text'] }],
    ['a lost character', { text: 'unit a\uFFFD\nunit c\n', said: ['1:7 not-utf8'] }],
    [
      'a mark that turns the text',
      { text: 'unit a\u202Eb = 1 each\n', said: ['1:7 unknown-character'] },
    ],
    ['a letter of another script', { text: 'unit größe = 1 each\nunit 数 = 1 each\n', said: [] }],
  ])('%s', (_, each) => expect(strange(each)).toEqual([]))

  test('columns are those of an editor: a character beyond the first plane counts two', () => {
    const review = beside('unit "\u{1F600}" = 1 zz\n')
    expect(
      review.diagnostics.map(({ span }) => positionOf(span.source, span.start).column),
    ).toEqual([15])
  })
})

describe('what git and copying leave', () => {
  test.each<[string, Case]>([
    [
      'a conflict',
      {
        text: `unit a\n<<<<<<< HEAD\nunit box = 2 each\n=======\nunit box = 3 each\n>>>>>>> other\nunit q = 1 zz\n`,
        said: ['2:1 conflict-marker', '7:12 unknown-unit'],
      },
    ],
    [
      'a conflict in a table',
      {
        text: 'budget kettles in USD {\n  month revenue\n<<<<<<< HEAD\n  2026-11 1\n=======\n  2026-11 2\n>>>>>>> other\n}\n',
        said: ['3:1 conflict-marker'],
      },
    ],
    ['half a conflict', { text: 'unit a\n<<<<<<< HEAD\nunit b\n', said: ['2:1 conflict-marker'] }],
    [
      'a page of prose',
      {
        text: 'Dear all,\n\nplease find the plan.\n',
        said: ['1:9 something-missing', '3:21 something-too-many'],
      },
    ],
  ])('%s', (_, each) => expect(strange(each)).toEqual([]))
})

describe('files of data', () => {
  test.each(['../secret.csv', '/etc/passwd', 'C:/x.csv', 'C:\\\\x.csv', 'a/../../b.csv', '..'])(
    '%s leaves the workspace',
    (path) => {
      expect(
        strange({
          text: `items from "${path}"\nmix sales of kettles for 2026-11 from "${path}"\n`,
          said: ['1:12 path-outside', '2:39 path-outside'],
        }),
      ).toEqual([])
    },
  )

  test('a file that is not there', () => {
    expect(strange({ text: 'items from "no.csv"\n', said: ['1:12 items-unreadable'] })).toEqual([])
  })

  test.each<[string, string]>([
    ['nothing', ''],
    ['other columns', 'a,b\n1,2\n'],
    ['a quote that never ends', 'item,family\n"x,kettles\n'],
  ])('a file with %s is said once, where it is or where it is named', (_, text) => {
    const review = beside('items from "x.csv"\n', { 'x.csv': text })
    expect(review.diagnostics).toHaveLength(1)
    expect(told(review.diagnostics)[0]).toMatch(/^(?:hostile\.sop:1:12|x\.csv:\d+:\d+) /)
    expect(foundInSound(review)).toEqual(FOUND)
  })
})

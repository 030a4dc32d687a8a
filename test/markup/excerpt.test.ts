// Marks stand below what they mark, whatever the line is made of.
import { describe, expect, test } from 'vitest'

import { makeSource, spanOf } from '../../src/base/source.ts'
import { lines } from '../../src/markup/document.ts'
import { drawExcerpt, type Mark } from '../../src/markup/excerpt.ts'
import { printPlain } from '../../src/markup/terminal.ts'
import { letterWidth, widthOf } from '../../src/markup/width.ts'

/** `[a:label]` marks `a`; the first mark is the primary one. */
function drawn(marked: string, width = 60): string {
  const marks: { start: number; end: number; label: string }[] = []
  let text = ''
  let rest = marked
  for (;;) {
    const found = /\[([^[\]:]*):([^\]]*)\]/.exec(rest)
    if (found === null) break
    text += rest.slice(0, found.index)
    marks.push({
      start: text.length,
      end: text.length + (found[1] ?? '').length,
      label: found[2] ?? '',
    })
    text += found[1] ?? ''
    rest = rest.slice(found.index + found[0].length)
  }
  const source = makeSource('a.sop', text + rest)
  const spans = marks.map(({ start, end, label }, at): Mark => ({
    span: spanOf(source, start, end),
    label,
    primary: at === 0,
  }))
  const rows = drawExcerpt(spans, { width, style: 'error', context: [] })
  return printPlain([lines(rows)], width)
    .split('\n')
    .slice(2, -1)
    .join('\n')
}

describe('an excerpt', () => {
  test('draws a mark with its label beside it', () => {
    expect(drawn('plan [widgts:no such family] for 2026-11')).toBe(
      ['1 | plan widgts for 2026-11', '  |      ^^^^^^ no such family'].join('\n'),
    )
  })

  test('hangs labels that would meet below each other', () => {
    expect(drawn('2026-10  [1251:sales]  [1197:operations]  [529:inventory]')).toBe(
      [
        '1 | 2026-10  1251  1197  529',
        '  |          ^^^^  ----  --- inventory',
        '  |          |     |',
        '  |          |     operations',
        '  |          sales',
      ].join('\n'),
    )
  })

  test('puts labels that do not meet on one row', () => {
    expect(drawn('[a:one]       [b:two]       [c:three]')).toBe(
      [
        '1 | a       b       c',
        '  | ^       -       - three',
        '  | |       |',
        '  | one     two',
      ].join('\n'),
    )
  })

  test('expands tabs', () => {
    expect(drawn('a\t[b:here]')).toBe(['1 | a   b', '  |     ^ here'].join('\n'))
    expect(drawn('\t\t[b:here]')).toBe(['1 |         b', '  |         ^ here'].join('\n'))
  })

  test('counts wide letters as two columns and marks on letters as none', () => {
    expect(drawn('部品 [x:here]')).toBe(['1 | 部品 x', '  |      ^ here'].join('\n'))
    expect(drawn('e\u0301e\u0301 [x:here]')).toBe(
      ['1 | e\u0301e\u0301 x', '  |    ^ here'].join('\n'),
    )
    expect(drawn('😀 [😀:here]')).toBe(['1 | 😀 😀', '  |    ^^ here'].join('\n'))
  })

  test('shows what cannot be seen', () => {
    expect(drawn('a[\u001B:here]b')).toBe(['1 | a\uFFFDb', '  |  ^ here'].join('\n'))
  })

  test('marks an empty place', () => {
    expect(drawn('plan [:a name is missing]')).toBe(
      ['1 | plan', '  |      ^ a name is missing'].join('\n'),
    )
  })

  test('cuts a long line around what matters', () => {
    const text = drawn(`${'x '.repeat(5_000)}[HERE:this]${' y'.repeat(5_000)}`, 40)
    expect(text).toBe(
      ['1 | … x x x x x HERE y y y y y y y y y …', '  |             ^^^^ this'].join('\n'),
    )
  })

  test('draws a line of fifty million letters at once', () => {
    const source = makeSource('a.sop', 'x'.repeat(50_000_000))
    const mark = { span: spanOf(source, 49_999_990, 49_999_999), label: '', primary: true }
    const rows = drawExcerpt([mark], { width: 80, style: 'error', context: [] })
    expect(printPlain([lines(rows)], 80).length).toBeLessThan(400)
  })

  test('leaves a gap between lines that do not follow each other', () => {
    const source = makeSource('a.sop', 'one\ntwo\nthree\nfour\n')
    const marks: readonly Mark[] = [
      { span: spanOf(source, 14, 18), label: 'this', primary: true },
      { span: spanOf(source, 0, 3), label: 'that', primary: false },
    ]
    const rows = drawExcerpt(marks, { width: 60, style: 'error', context: [{ source, line: 2 }] })
    expect(printPlain([lines(rows)], 60)).toBe(
      [
        ' --> a.sop:4:1',
        '  |',
        '1 | one',
        '  | --- that',
        '2 | two',
        '...',
        '4 | four',
        '  | ^^^^ this',
        '',
      ].join('\n'),
    )
  })

  test('shows other files below the first', () => {
    const [a, b] = [makeSource('a.sop', 'one'), makeSource('b.sop', 'two')]
    const rows = drawExcerpt(
      [
        { span: spanOf(b, 0, 3), label: 'this', primary: true },
        { span: spanOf(a, 0, 3), label: 'that', primary: false },
      ],
      { width: 60, style: 'error', context: [] },
    )
    expect(printPlain([lines(rows)], 60)).toBe(
      [
        ' --> b.sop:1:1',
        '  |',
        '1 | two',
        '  | ^^^ this',
        ' ::: a.sop:1:1',
        '  |',
        '1 | one',
        '  | --- that',
        '',
      ].join('\n'),
    )
  })
})

describe('the width of a text', () => {
  test.each([
    ['abc', 3],
    ['ä', 1],
    ['a\u0308', 1],
    ['日本', 4],
    ['ｗｉｄｅ', 8],
    ['한', 2],
    ['👍', 2],
    ['\u00AD', 0],
    ['→ ≈ …', 5],
  ])('%s takes %i columns', (text, columns) => {
    expect(widthOf(text)).toBe(columns)
    expect(Array.from(text).reduce((sum, letter) => sum + letterWidth(letter), 0)).toBe(columns)
  })
})

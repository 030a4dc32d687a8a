// What came from a file can neither move the cursor nor turn the direction of text.
import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'

import { makeSource, spanOf } from '../../src/base/source.ts'
import { clean, visible } from '../../src/markup/clean.ts'
import {
  type Block,
  code,
  codeBlock,
  definitions,
  details,
  entry,
  heading,
  lines,
  list,
  paragraph,
} from '../../src/markup/document.ts'
import { drawExcerpt } from '../../src/markup/excerpt.ts'
import { printHtml } from '../../src/markup/html.ts'
import { printMarkdown } from '../../src/markup/markdown.ts'
import { printTerminal } from '../../src/markup/terminal.ts'

const harmful = [
  '\u001B[2J',
  '\u001B]8;;http://evil\u0007link',
  '\u009B31m',
  '\u0000\u0007\u0008\u000B\u000C\u007F\u0085',
  '\r',
  '\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069',
  '\u2028\u2029',
]

/** Everything that a terminal obeys, but the line end and the colours that a printer adds. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const obeyed = /[\0-\x09\x0B-\x1A\x1C-\x1F\x7F-\x9F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/
// oxlint-disable-next-line no-control-regex -- the colours
const colors = /\u001B\[\d+m/g

function blocksOf(text: string): readonly Block[] {
  const source = makeSource(text, text)
  const mark = { span: spanOf(source, 0, text.length), label: text, primary: true }
  return [
    heading(1, text),
    paragraph(text),
    paragraph([code(text)]),
    entry(text, text),
    lines([text]),
    codeBlock(text),
    list([text]),
    definitions([{ term: text, text }]),
    { kind: 'table', columns: [{ title: text, align: 'right' }], rows: [[text]] },
    details(text, [paragraph(text)]),
    lines(drawExcerpt([mark], { width: 80, style: 'error', context: [] })),
  ]
}

describe('texts of others', () => {
  test.each(harmful)('%j is taken out', (text) => {
    expect(clean(`a${text}b`)).not.toMatch(obeyed)
    expect(visible(`a${text}b`).replaceAll('\t', '')).not.toMatch(obeyed)
  })

  test('a tab and a line end become a blank', () => {
    expect(clean('a\t\nb')).toBe('a b')
  })

  test('no block of a document lets anything through', () => {
    assert(
      property(array(oneof(constantFrom(...harmful), string({ unit: 'binary' }))), (parts) => {
        const blocks = blocksOf(parts.join(''))
        const shown = printTerminal(blocks, { color: true, width: 60 }).replace(colors, '')
        for (const text of [shown, printMarkdown(blocks), printHtml(blocks)]) {
          expect(text).not.toMatch(obeyed)
          expect(text).not.toContain('\u001B')
        }
      }),
      { numRuns: 300 },
    )
  })
})

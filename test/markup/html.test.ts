// A page of HTML: it stands alone, holds what the other printers hold, and obeys nothing in it.

import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'

import { clean, wellFormed } from '../../src/markup/clean.ts'
import {
  type Block,
  code,
  codeBlock,
  definitions,
  details,
  entry,
  faint,
  GAP,
  heading,
  lines,
  list,
  paragraph,
  piece,
  strong,
  type Text,
} from '../../src/markup/document.ts'
import { printHtml } from '../../src/markup/html.ts'
import { readHtml } from './strict-html.ts'

const STYLES = ['error', 'warning', 'information', 'good'] as const

/** Every kind of block and piece. */
function everything(text: string): readonly Block[] {
  const styled: Text = [text, code(text), strong(text), faint(text)]
  return [
    heading(2, text),
    paragraph([...styled, ...STYLES.map((style) => piece(style, text))]),
    GAP,
    entry(styled, text),
    lines([styled, text]),
    codeBlock(text, text),
    list([styled]),
    definitions([{ term: styled, text }]),
    {
      kind: 'table',
      columns: [
        { title: styled, align: 'left' },
        { title: text, align: 'right' },
      ],
      rows: [[styled, text], [text]],
    },
    details(styled, [heading(3, text), details(text, [paragraph(text)])]),
  ]
}

const HARMFUL = [
  '<img src=x onerror=alert(1)>',
  '</td></table></main><script>alert(1)</script>',
  '</title></style><!--',
  '" onmouseover="alert(1)',
  "' autofocus onfocus='alert(1)",
  'javascript:alert(1)',
  '&lt;&#60;&amp',
  '| `a` \\',
  '\u202Egnp.exe\u2066',
  '\u0000\u001B[2J\u0085',
  '\uD800',
  ']]>',
] as const

describe('a page', () => {
  test.each(HARMFUL)('shows %j and does none of it', (text) => {
    const { text: shown } = readHtml(printHtml(everything(text)))
    expect(shown).toContain(wellFormed(clean(text)))
    expect(shown).not.toMatch(/[\u202A-\u202E\u2066-\u2069\uD800]/)
  })

  test('is ours whatever the text', () => {
    const text = oneof(constantFrom(...HARMFUL), string({ unit: 'binary' }))
    assert(
      property(array(text), (parts) => {
        const all = parts.join('')
        const { text: shown } = readHtml(printHtml(everything(all)))
        expect(shown).toContain(wellFormed(clean(all)))
      }),
      { numRuns: 300 },
    )
  })

  test('has its first heading as title, and as heading of the first level', () => {
    const page = printHtml([heading(2, ['A ', strong('plan')]), heading(3, 'Below')])
    expect(page).toContain('<title>A plan</title>')
    expect(page).toContain('<h1>A <b>plan</b></h1>\n<h2>Below</h2>')
  })

  test('loads nothing and runs nothing', () => {
    const page = printHtml(everything('A text'))
    expect(page).toContain("default-src 'none'")
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|\bsrc=|\bhref=|\bon\w+=|\bstyle=/)
  })

  test('folds details, and keeps a wide table in a box that scrolls', () => {
    const table: Block = { kind: 'table', columns: [{ title: 'a', align: 'right' }], rows: [['1']] }
    const page = printHtml([details(['All ', strong('of it')], [table])])
    expect(page).toContain('<details>\n<summary>All <b>of it</b></summary>\n<div class="wide" ')
    expect(page).toContain('<div class="wide" role="group" aria-label="table" tabindex="0">')
    expect(page).toContain('<th scope="col" class="number">a</th>')
    expect(page).toContain('<td class="number">1</td>')
  })

  test('has no title without words', () => {
    const columns = ['', 'a'].map((title) => ({ title, align: 'left' as const }))
    const page = printHtml([{ kind: 'table', columns, rows: [['1', '2']] }])
    expect(page).toContain('<tr><td></td><th scope="col">a</th></tr>')
  })

  test('a table without titles has no head', () => {
    const table: Block = { kind: 'table', columns: [{ title: '', align: 'left' }], rows: [['x']] }
    expect(readHtml(printHtml([table])).counts.get('thead')).toBeUndefined()
  })
})

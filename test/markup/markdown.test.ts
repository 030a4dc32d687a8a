// Markdown: what is folded, and what came from a plan shown and never obeyed.

import { expect, test } from 'vitest'

import { code, details, entry, paragraph, piece, strong } from '../../src/markup/document.ts'
import { printMarkdown } from '../../src/markup/markdown.ts'
import { printPlain } from '../../src/markup/terminal.ts'

test('folds details, whose summary is HTML and whose content is Markdown', () => {
  const document = [details(['All ', strong('<b> & "more"')], [paragraph('a | b')])]
  expect(printMarkdown(document)).toBe(
    '<details>\n<summary>All <b>&#60;b&#62; &#38; &#34;more&#34;</b></summary>\n\na \\| b\n\n</details>\n',
  )
  expect(printPlain(document, 80)).toBe('All <b> & "more"\na | b\n')
})

test('shows a bar of code as it is, and parts no cell by it', () => {
  const bar = [code('a|b')]
  expect(printMarkdown([paragraph(bar)])).toBe('`a|b`\n')
  const table = { kind: 'table', columns: [{ title: '', align: 'left' }], rows: [[bar]] } as const
  expect(printMarkdown([table])).toContain('| `a\\|b` |')
})

test('makes a label strong once', () => {
  const document = [entry([piece('error', 'error[x]')], 'It is.')]
  expect(printMarkdown(document)).toBe('**error\\[x\\]** It is.\n')
})

test('calls nobody, and reads no letter by its number', () => {
  expect(printMarkdown([paragraph('&lt;img&gt; @you')])).toBe('\\&lt;img\\&gt; @<!-- -->you\n')
})

test('makes no number that of an issue, a merge request or a label', () => {
  expect(printMarkdown([paragraph('Line #2, !7, GH-4 and ~3, 5% and $12 a piece')])).toBe(
    'Line \\#<!-- -->2, !<!-- -->7, GH-<!-- -->4 and \\~<!-- -->3, 5% and $<!-- -->12 a piece\n',
  )
})

test('shows a code of any length that is full of backquotes', () => {
  const text = '` '.repeat(200_000)
  expect(printMarkdown([paragraph([code(text)])]).length).toBeGreaterThan(text.length)
})

/** Prints a document as a page of HTML that stands alone: no script, and nothing loaded from elsewhere. */

import { clean, wellFormed } from './clean.ts'
import {
  type Block,
  type Document,
  lettersOf,
  type Piece,
  piecesOf,
  type Text,
} from './document.ts'
import { HTML_STYLE } from './html-style.ts'

/** What a page may do, whatever came from a plan: look as it says itself, and nothing more. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/**
 * The first heading is the title; the highest level of headings is the page's first.
 * Invariant: nothing that came from a plan becomes an element or an attribute.
 */
export function printHtml(document: Document): string {
  const headings = document.filter((block) => block.kind === 'heading')
  const top = Math.min(...headings.map(({ level }) => level))
  const title = headings[0] === undefined ? 'Concord' : lettersOf(headings[0].text)
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escaped(title)}</title>
<style>
${HTML_STYLE}</style>
</head>
<body>
<main>
${blocks(document, headings.length === 0 ? 0 : top - 1)}
</main>
</body>
</html>
`
}

/** A text as the text of an element: no letter of it means anything to HTML. */
export function inHtml(text: string): string {
  return text.replace(/[&<>"'@]/g, (letter) => `&#${letter.codePointAt(0)};`)
}

function blocks(document: Document, raised: number): string {
  return document
    .flatMap((block) => (block.kind === 'gap' ? [] : [blockText(block, raised)]))
    .join('\n')
}

function blockText(block: Exclude<Block, { kind: 'gap' }>, raised: number): string {
  switch (block.kind) {
    case 'heading': {
      const level = block.level - raised
      return `<h${level}>${inline(block.text)}</h${level}>`
    }
    case 'paragraph':
      return `<p>${inline(block.text)}</p>`
    case 'entry':
      return `<p class="entry"><b>${inline(block.label)}</b> ${inline(block.text)}</p>`
    case 'lines':
      return `<pre>${block.lines.map(inline).join('\n')}</pre>`
    case 'code':
      return `<pre>${block.code.trimEnd().split('\n').map(escaped).join('\n')}</pre>`
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${inline(item)}</li>\n`).join('')}</ul>`
    case 'definitions':
      return definitionsText(block)
    case 'table':
      return tableText(block)
    case 'details':
      return `<details>\n<summary>${inline(block.summary)}</summary>\n${blocks(block.content, raised)}\n</details>`
  }
}

function definitionsText({ items }: Extract<Block, { kind: 'definitions' }>): string {
  const rows = items.map(({ term, text }) => `<dt>${inline(term)}</dt>\n<dd>${inline(text)}</dd>\n`)
  return `<dl>\n${rows.join('')}</dl>`
}

/** Who has no mouse scrolls what has the focus. */
const SCROLLS = 'class="wide" role="group" aria-label="table" tabindex="0"'

/** In a box of its own, so that a wide table scrolls and the page does not. */
function tableText({ columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const kind = (at: number): string => (columns[at]?.align === 'right' ? ' class="number"' : '')
  const hasTitles = columns.some(({ title }) => lettersOf(title) !== '')
  const titles = columns.map(({ title }, at) =>
    // A title without words would be read out as one.
    lettersOf(title) === '' ? '<td></td>' : `<th scope="col"${kind(at)}>${inline(title)}</th>`,
  )
  const head = hasTitles ? `<thead>\n<tr>${titles.join('')}</tr>\n</thead>\n` : ''
  const body = rows.map((row) => {
    const cells = columns.map((_, at) => `<td${kind(at)}>${inline(row[at] ?? '')}</td>`)
    return `<tr>${cells.join('')}</tr>\n`
  })
  return `<div ${SCROLLS}>\n<table>\n${head}<tbody>\n${body.join('')}</tbody>\n</table>\n</div>`
}

function inline(text: Text): string {
  return piecesOf(text).map(pieceText).join('')
}

function pieceText({ text, style }: Piece): string {
  const shown = escaped(text)
  switch (style) {
    case 'plain':
      return shown
    case 'code':
      return `<code>${shown}</code>`
    case 'strong':
      return `<b>${shown}</b>`
    case 'faint':
      return `<span class="faint">${shown}</span>`
    case 'error':
    case 'warning':
    case 'information':
    case 'good':
      return `<b class="${style}">${shown}</b>`
  }
}

function escaped(text: string): string {
  return inHtml(wellFormed(clean(text)))
}

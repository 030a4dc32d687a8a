/** Prints a document as Markdown, for documentation and for comments on a merge request. */

import { largest } from '../base/largest.ts'
import { clean, wellFormed } from './clean.ts'
import {
  type Block,
  type Document,
  lettersOf,
  type Piece,
  piecesOf,
  type Text,
} from './document.ts'
import { inHtml } from './html.ts'

export function printMarkdown(document: Document): string {
  const parts = document.flatMap((block) => (block.kind === 'gap' ? [] : [blockText(block)]))
  return parts.length === 0 ? '' : wellFormed(`${parts.join('\n\n')}\n`)
}

function blockText(block: Exclude<Block, { kind: 'gap' }>): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inline(block.text)}`
    case 'paragraph':
      return begun(inline(block.text))
    case 'entry':
      // A label is strong by itself, however its pieces are meant.
      return `**${inline(lettersOf(block.label))}** ${inline(block.text)}`
    case 'lines':
      return fenced(block.lines.map((line) => clean(lettersOf(line)).trimEnd()).join('\n'), 'text')
    case 'code':
      return fenced(block.code.split('\n').map(clean).join('\n').trimEnd(), block.language)
    case 'list':
      return block.items.map((item) => `- ${begun(inline(item))}`).join('\n')
    case 'definitions':
      return block.items.map(({ term, text }) => `- ${inline(term)}: ${inline(text)}`).join('\n')
    case 'table':
      return tableText(block)
    case 'details':
      return detailsText(block)
  }
}

/** A summary is HTML: what is in it is escaped as such. Blank lines, so that the content is Markdown. */
function detailsText({ summary, content }: Extract<Block, { kind: 'details' }>): string {
  const title = piecesOf(summary)
    .map(({ text, style }) => {
      const shown = inHtml(clean(text))
      return style === 'plain' || style === 'faint' ? shown : `<b>${shown}</b>`
    })
    .join('')
  return `<details>\n<summary>${title}</summary>\n\n${printMarkdown(content)}\n</details>`
}

/** The fence is longer than any run of backquotes inside. */
function fenced(text: string, language: string): string {
  const runs = text.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)))
  return `${fence}${language}\n${text}\n${fence}`
}

function tableText(block: Extract<Block, { kind: 'table' }>): string {
  const row = (cells: readonly Text[]): string =>
    `| ${block.columns.map((_, at) => inline(cells[at] ?? '', 'cell')).join(' | ')} |`
  const rule = block.columns.map(({ align }) => (align === 'right' ? '--:' : '---')).join(' | ')
  const titles = row(block.columns.map((column) => column.title))
  return [titles, `| ${rule} |`, ...block.rows.map(row)].join('\n')
}

function inline(text: Text, within: 'line' | 'cell' = 'line'): string {
  return piecesOf(text)
    .map((piece) => pieceText(piece, within))
    .join('')
}

function pieceText({ text, style }: Piece, within: 'line' | 'cell'): string {
  const shown = clean(text)
  switch (style) {
    case 'code':
      // Of code, a table alone reads an escape: that of the sign that parts its cells.
      return inCode(within === 'cell' ? shown.replaceAll('|', '\\|') : shown)
    case 'strong':
    case 'error':
    case 'warning':
    case 'information':
    case 'good':
      return `**${escaped(shown)}**`
    case 'plain':
    case 'faint':
      return escaped(shown)
  }
}

function inCode(text: string): string {
  const longest = largest((text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const space = longest > 0 ? ' ' : ''
  return fence + space + text + space + fence
}

/** What begins a line, and would begin a list or a heading there. */
function begun(text: string): string {
  return text.replace(/^([-+=]|\d+(?=[.)]))/, (sign) =>
    /\d/.test(sign) ? `${sign}\\` : `\\${sign}`,
  )
}

/**
 * Plain words, whatever they are: no markup, no HTML, no link, nobody is called by `@`, and no number is
 * that of an issue. A forge looks for these in what it shows, where no escape is left: a comment of HTML
 * shows nothing and parts what would be read as one.
 */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~#&]/g, '\\$&')
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
    .replace(/@(?=[\w-])|[#!$%&~](?=\d)|\bGH-(?=\d)/g, '$&<!-- -->')
}

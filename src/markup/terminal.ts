/** Prints a document for a terminal, or as plain text: the same without colours. */

import { largest } from '../base/largest.ts'
import { clean } from './clean.ts'
import { paint } from './colours.ts'
import type { Block, Definition, Document, Piece, TableColumn, Text } from './document.ts'
import { lettersOf, piecesOf } from './document.ts'
import { widthOf } from './width.ts'
import { wrap } from './wrap.ts'

export interface TerminalOptions {
  readonly color: boolean
  /** Columns of a line. */
  readonly width: number
}

/** Invariant: nothing that came from a plan can move the cursor or turn the text. */
export function printTerminal(document: Document, options: TerminalOptions): string {
  return document
    .flatMap((block) => rowsOf(block, options))
    .map((row) => `${row.trimEnd()}\n`)
    .join('')
}

/** The document without colours. */
export function printPlain(document: Document, width: number): string {
  return printTerminal(document, { color: false, width })
}

function rowsOf(block: Block, options: TerminalOptions): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return wrapped(headingText(block.text), options, 0)
    case 'paragraph':
      return wrapped(block.text, options, block.indent)
    case 'entry':
      return entryRows(block, options)
    case 'lines':
      return block.lines.map((line) => painted(line, options))
    case 'code':
      return block.code
        .replace(/\n+$/, '')
        .split('\n')
        .map((line) => `  ${clean(line.replaceAll('\t', '  '))}`)
    case 'list':
      return block.items.flatMap((item) =>
        entryRows({ kind: 'entry', label: '-', text: item, indent: 2 }, options),
      )
    case 'definitions':
      return definitionRows(block.items, options)
    case 'table':
      return tableRows(block, options)
    case 'details':
      return [
        ...wrapped(headingText(block.summary), options, 0),
        ...block.content.flatMap((each) => rowsOf(each, options)),
      ]
    case 'gap':
      return ['']
  }
}

function headingText(text: Text): Text {
  return piecesOf(text).map((part) =>
    part.style === 'plain' ? { ...part, style: 'strong' } : part,
  )
}

function entryRows(
  block: Extract<Block, { kind: 'entry' }>,
  options: TerminalOptions,
): readonly string[] {
  const label = `${' '.repeat(block.indent)}${painted(block.label, options)} `
  const hanging = block.indent + shownWidth(block.label) + 1
  const rows = wrapped(block.text, options, hanging)
  const [first = ''] = rows
  return [label + first.slice(hanging), ...rows.slice(1)]
}

/** A term that is wider than the column of terms has a line to itself. */
const WIDEST_TERM = 34

function definitionRows(items: readonly Definition[], options: TerminalOptions): readonly string[] {
  const narrow = Math.min(WIDEST_TERM, Math.floor(options.width / 2))
  const widths = items.map(({ term }) => shownWidth(term))
  const column = largest(widths.filter((width) => width <= narrow))
  return items.flatMap(({ term, text }, at) => {
    const indent = column + 4
    const shown = `  ${painted(term, options)}`
    const rows = wrapped(text, options, indent)
    const blanks = column - (widths[at] ?? 0) + 2
    if (blanks < 2) return [shown, ...rows]
    return [shown + ' '.repeat(blanks) + (rows[0] ?? '').slice(indent), ...rows.slice(1)]
  })
}

function shownWidth(text: Text): number {
  return shownPieces(text).reduce((sum, part) => sum + widthOf(part.text), 0)
}

/** Code stands in backquotes, so that it is told from words without colours. */
function shownPieces(text: Text): readonly Piece[] {
  return piecesOf(text).map(({ text: letters, style }) => {
    const shown = clean(letters)
    return { text: style === 'code' ? `\`${shown}\`` : shown, style }
  })
}

function wrapped(text: Text, options: TerminalOptions, indent: number): readonly string[] {
  return wrap(shownPieces(text), Math.max(options.width - indent, 20)).map(
    (row) => ' '.repeat(indent) + row.map(painter(options)).join(''),
  )
}

function tableRows(
  block: Extract<Block, { kind: 'table' }>,
  options: TerminalOptions,
): readonly string[] {
  const titles = block.columns.map((column) => column.title)
  const hasTitles = titles.some((title) => lettersOf(title) !== '')
  const all = hasTitles ? [titles, ...block.rows] : block.rows
  const widths = block.columns.map((_, at) => largest(all.map((row) => shownWidth(row[at] ?? ''))))
  const indent = ' '.repeat(block.indent ?? 2)
  return all.map(
    (row) =>
      indent +
      block.columns
        .map((column, at) => aligned(row[at] ?? '', widths[at] ?? 0, column, options))
        .join('  '),
  )
}

function aligned(text: Text, width: number, column: TableColumn, options: TerminalOptions): string {
  const blanks = ' '.repeat(Math.max(width - shownWidth(text), 0))
  const shown = painted(text, options)
  return column.align === 'right' ? blanks + shown : shown + blanks
}

function painted(text: Text, options: TerminalOptions): string {
  return shownPieces(text).map(painter(options)).join('')
}

function painter(options: TerminalOptions): (part: Piece) => string {
  return ({ text, style }) => (options.color ? paint(text, style) : text)
}

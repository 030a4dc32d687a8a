/** Prints a document for a terminal, or as plain text: the same without colours. */

import { createColors } from 'picocolors'

import { clean } from './clean.ts'
import type { Block, Definition, Document, Piece, Style, TableColumn, Text } from './document.ts'
import { lettersOf, piecesOf } from './document.ts'
import { widthOf } from './width.ts'
import { wrap } from './wrap.ts'

export interface TerminalOptions {
  readonly color: boolean
  /** Columns of a line. */
  readonly width: number
}

/** What pieces of a style look like. */
type Paint = Readonly<Record<Style, (text: string) => string>>

interface Printer extends TerminalOptions {
  readonly paint: Paint
}

/** Invariant: nothing that came from a plan can move the cursor or turn the text. */
export function printTerminal(document: Document, options: TerminalOptions): string {
  const printer: Printer = { ...options, paint: paintOf(options.color) }
  return document
    .flatMap((block) => rowsOf(block, printer))
    .map((row) => `${row.trimEnd()}\n`)
    .join('')
}

/** The document without colours. */
export function printPlain(document: Document, width: number): string {
  return printTerminal(document, { color: false, width })
}

function paintOf(color: boolean): Paint {
  const colors = createColors(color)
  return {
    plain: (text) => text,
    strong: colors.bold,
    faint: colors.dim,
    code: colors.cyan,
    error: (text) => colors.bold(colors.red(text)),
    warning: (text) => colors.bold(colors.yellow(text)),
    information: (text) => colors.bold(colors.blue(text)),
    good: colors.green,
  }
}

function rowsOf(block: Block, printer: Printer): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return wrapped(headingText(block.text), printer, 0)
    case 'paragraph':
      return wrapped(block.text, printer, block.indent)
    case 'entry':
      return entryRows(block, printer)
    case 'lines':
      return block.lines.map((line) => painted(line, printer))
    case 'code':
      return block.code
        .replace(/\n+$/, '')
        .split('\n')
        .map((line) => `  ${clean(line.replaceAll('\t', '  '))}`)
    case 'list':
      return block.items.flatMap((item) =>
        entryRows({ kind: 'entry', label: '-', text: item, indent: 2 }, printer),
      )
    case 'definitions':
      return definitionRows(block.items, printer)
    case 'table':
      return tableRows(block, printer)
    case 'details':
      return [
        ...wrapped(headingText(block.summary), printer, 0),
        ...block.content.flatMap((each) => rowsOf(each, printer)),
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

function entryRows(block: Extract<Block, { kind: 'entry' }>, printer: Printer): readonly string[] {
  const label = `${' '.repeat(block.indent)}${painted(block.label, printer)} `
  const hanging = block.indent + shownWidth(block.label) + 1
  const rows = wrapped(block.text, printer, hanging)
  const [first = ''] = rows
  return [label + first.slice(hanging), ...rows.slice(1)]
}

/** A term that is wider than the column of terms has a line to itself. */
const WIDEST_TERM = 34

function definitionRows(items: readonly Definition[], printer: Printer): readonly string[] {
  const narrow = Math.min(WIDEST_TERM, Math.floor(printer.width / 2))
  const widths = items.map(({ term }) => shownWidth(term))
  const column = Math.max(0, ...widths.filter((width) => width <= narrow))
  return items.flatMap(({ term, text }, at) => {
    const indent = column + 4
    const shown = `  ${painted(term, printer)}`
    const rows = wrapped(text, printer, indent)
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

function wrapped(text: Text, printer: Printer, indent: number): readonly string[] {
  return wrap(shownPieces(text), Math.max(printer.width - indent, 20)).map(
    (row) => ' '.repeat(indent) + row.map(painter(printer)).join(''),
  )
}

function tableRows(block: Extract<Block, { kind: 'table' }>, printer: Printer): readonly string[] {
  const titles = block.columns.map((column) => column.title)
  const hasTitles = titles.some((title) => lettersOf(title) !== '')
  const all = hasTitles ? [titles, ...block.rows] : block.rows
  const widths = block.columns.map((_, at) =>
    Math.max(0, ...all.map((row) => shownWidth(row[at] ?? ''))),
  )
  const indent = ' '.repeat(block.indent ?? 2)
  return all.map(
    (row) =>
      indent +
      block.columns
        .map((column, at) => aligned(row[at] ?? '', widths[at] ?? 0, column, printer))
        .join('  '),
  )
}

function aligned(text: Text, width: number, column: TableColumn, printer: Printer): string {
  const blanks = ' '.repeat(Math.max(width - shownWidth(text), 0))
  const shown = painted(text, printer)
  return column.align === 'right' ? blanks + shown : shown + blanks
}

function painted(text: Text, printer: Printer): string {
  return shownPieces(text).map(painter(printer)).join('')
}

function painter(printer: Printer): (part: Piece) => string {
  return (part) => printer.paint[part.style](part.text)
}

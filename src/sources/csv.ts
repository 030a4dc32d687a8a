/** Item data from a CSV text: quotes, BOM and CRLF as spreadsheets write them, within limits. */

import { parse } from 'csv-parse/sync'

import type { ItemData, ItemRow, SourceProblem } from '../base/item-data.ts'
import type { Source } from '../base/source.ts'

/** The limits of a file of item data; what is one past them is refused, never cut. */
export interface CsvLimits {
  readonly rows: number
  readonly columns: number
  /** Characters of one cell. */
  readonly cell: number
}

const CSV_LIMITS: CsvLimits = { rows: 1_000_000, columns: 10_000, cell: 10_000 }

/** What a spreadsheet may put between two cells. */
const SEPARATORS = [',', ';', '\t', '|'] as const

/** The separator is the one that is told, else the one that the first line has most of. */
export function readCsv(
  source: Source,
  separator: string | undefined,
  limits: CsvLimits = CSV_LIMITS,
): ItemData | SourceProblem {
  const parsed = parsedRows(source.text, separator ?? separatorOf(source.text), limits)
  if ('problem' in parsed) return parsed
  const [head, ...rest] = parsed.rows
  if (head === undefined) return { problem: 'it is empty' }
  if (rest.length > limits.rows) {
    return { problem: `it has ${rest.length} rows; at most ${limits.rows} are read` }
  }
  const header = head.cells.map((cell) => cell.trim())
  const doubled = header.find((name, at) => name !== '' && header.indexOf(name) < at)
  if (doubled !== undefined) {
    const help = 'give each column a name of its own'
    return { problem: `two columns are called \`${doubled}\``, line: head.line, help }
  }
  return { source, header, rows: rest }
}

/** As csv-parse tells of a row. */
interface Told {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

function parsedRows(
  text: string,
  delimiter: string,
  limits: CsvLimits,
): { readonly rows: readonly ItemRow[] } | SourceProblem {
  try {
    const told = parse(text, {
      bom: true,
      delimiter,
      info: true,
      max_record_size: limits.cell * limits.columns,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      to: limits.rows + 2,
    }) as unknown as readonly Told[]
    const rows = told.map(({ record, info }) => ({
      line: firstLine(record, info.lines),
      cells: record,
    }))
    return tooWide(rows, limits) ?? { rows }
  } catch (error) {
    return problemOf(error)
  }
}

/** csv-parse counts the line that a row ends in; a cell in quotes may hold line ends. */
function firstLine(cells: readonly string[], last: number): number {
  const within = cells.reduce((sum, cell) => sum + cell.split(/\r\n|\n|\r/).length - 1, 0)
  return last - within
}

function tooWide(rows: readonly ItemRow[], limits: CsvLimits): SourceProblem | undefined {
  for (const { line, cells } of rows) {
    if (cells.length > limits.columns) {
      const most = `at most ${limits.columns} are read`
      return { problem: `a row has ${cells.length} cells; ${most}`, line }
    }
    if (cells.some((cell) => cell.length > limits.cell)) {
      return { problem: `a cell has more than ${limits.cell} characters`, line }
    }
  }
  return undefined
}

/** csv-parse throws errors with a code and the line. */
function problemOf(error: unknown): SourceProblem {
  const told = error as { readonly code?: unknown; readonly lines?: unknown }
  const code = typeof told.code === 'string' ? told.code : ''
  const words = PROBLEMS[code] ?? (code.startsWith('CSV_') ? 'it is not CSV' : undefined)
  if (words === undefined) throw error
  return typeof told.lines === 'number' ? { problem: words, line: told.lines } : { problem: words }
}

const PROBLEMS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is not closed',
  CSV_INVALID_CLOSING_QUOTE: 'a quote ends in the middle of a cell',
  INVALID_OPENING_QUOTE: 'a quote begins in the middle of a cell',
  CSV_MAX_RECORD_SIZE: 'a row is too long',
}

/** Outside quotes, in the first line. */
function separatorOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? ''
  const counts = SEPARATORS.map((separator) => line.split(separator).length)
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ','
}

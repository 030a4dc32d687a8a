/** CSV as spreadsheets write it: cells in quotes may hold separators, line ends and quotes. */

import { parse } from 'csv-parse/sync'

import type { ItemRow, SourceProblem } from '../base/item-data.ts'
import type { CsvLimits } from './csv-limits.ts'

/** As csv-parse tells of a row. */
interface Told {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** The rows of any CSV; or why it is none, and in which line. */
export function quotedRows(
  text: string,
  delimiter: string,
  limits: CsvLimits,
): readonly ItemRow[] | SourceProblem {
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
    return told.map(({ record, info }) => ({
      line: firstLine(record, info.lines),
      cells: record,
    }))
  } catch (error) {
    return problemOf(error)
  }
}

/** csv-parse counts the line that a row ends in; a cell in quotes may hold line ends. */
function firstLine(cells: readonly string[], last: number): number {
  const within = cells.reduce((sum, cell) => sum + cell.split(/\r\n|\n|\r/).length - 1, 0)
  return last - within
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

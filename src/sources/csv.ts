/** Item data from a CSV text: quotes, BOM and CRLF as spreadsheets write them, within limits. */

import type { ItemData, ItemRow, SourceProblem } from '../base/item-data.ts'
import type { Source } from '../base/source.ts'
import { CSV_LIMITS, type CsvLimits } from './csv-limits.ts'
import { plainRows } from './plain-csv.ts'
import { quotedRows } from './quoted-csv.ts'

/** What a spreadsheet may put between two cells. */
const SEPARATORS = [',', ';', '\t', '|'] as const

/** The separator is the one that is told, else the one that the first line has most of. */
export function readCsv(
  source: Source,
  separator: string | undefined,
  limits: CsvLimits = CSV_LIMITS,
): ItemData | SourceProblem {
  const parsed = rowsOf(source.text, separator ?? separatorOf(source.text), limits)
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

function rowsOf(
  text: string,
  delimiter: string,
  limits: CsvLimits,
): { readonly rows: readonly ItemRow[] } | SourceProblem {
  const rows = plainRows(text, delimiter, limits) ?? quotedRows(text, delimiter, limits)
  return 'problem' in rows ? rows : (tooWide(rows, limits) ?? { rows })
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

/** Outside quotes, in the first line. */
function separatorOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? ''
  const counts = SEPARATORS.map((separator) => line.split(separator).length)
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ','
}

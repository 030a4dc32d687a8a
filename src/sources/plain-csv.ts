/** CSV without quotes: most files of item data are short, and a reader of CSV takes long to load. */

import type { ItemRow } from '../base/item-data.ts'
import type { CsvLimits } from './csv-limits.ts'

/** The most characters that are read so. */
const SHORT = 1 << 16

const BYTE_ORDER_MARK = '\uFEFF'

/** Its rows, one more than the limit at most; undefined where it may be anything but plain. */
export function plainRows(
  text: string,
  delimiter: string,
  limits: CsvLimits,
): readonly ItemRow[] | undefined {
  if (text.length > SHORT || text.includes('"') || /\r(?!\n)/.test(text)) return undefined
  const longest = limits.cell * limits.columns
  const rows: ItemRow[] = []
  const said = text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text
  const lines = said.split(/\r?\n/)
  if (lines.some((line) => line.length > longest)) return undefined
  lines.forEach((line, at) => {
    // One for the header, and one past the limit, which is then refused.
    const fits = line !== '' && rows.length < limits.rows + 2
    if (fits) rows.push({ line: at + 1, cells: line.split(delimiter) })
  })
  return rows
}

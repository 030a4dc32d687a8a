/** Cells copied from a spreadsheet, read as rows of a plan: tabs between cells, months down or across. */

import { makeMonth, type Month, parseMonth, printMonth } from '../base/month.ts'

/** One way to read the cells. */
export interface Reading {
  /** Says how marks in numbers were read, where that can be told in two ways. */
  readonly how: string | undefined
  /** Names above the columns, where the cells had them. */
  readonly columns: readonly string[] | undefined
  readonly rows: readonly PastedRow[]
}

export interface PastedRow {
  readonly month: string
  readonly cells: readonly string[]
}

/** No reading where these are no rows; two where `1,200` may be a thousand or one and a fifth. */
export function readPasted(text: string): readonly Reading[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const grid = upright(lines.map((line) => line.split('\t').map((cell) => cell.trim())))
  if (!lines.some((line) => line.includes('\t'))) return []
  const [first, ...others] = grid
  const headed = first !== undefined && monthIn(first[0] ?? '') === undefined
  const body = headed ? others : grid
  const columns = headed ? first.slice(1) : undefined
  if (body.length === 0) return []
  const readings = (['.', ','] as const).flatMap((mark) => readWith(body, mark))
  const [a, b] = readings
  if (a === undefined || b === undefined || JSON.stringify(a.rows) === JSON.stringify(b.rows)) {
    return readings.slice(0, 1).map(({ rows }) => ({ how: undefined, columns, rows }))
  }
  return readings.map(({ rows, mark }) => ({ how: told(body, rows, mark), columns, rows }))
}

interface Read {
  readonly mark: Mark
  readonly rows: readonly PastedRow[]
}

/** What stands before the decimals. */
type Mark = '.' | ','

/** Months that stand across are put down the side. */
function upright(grid: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [first] = grid
  const across = first !== undefined && first.length > 1 && first.slice(1).every(isMonth)
  if (first === undefined || !across) return grid
  return first.map((_, column) => grid.map((row) => row[column] ?? ''))
}

function isMonth(cell: string): boolean {
  return monthIn(cell) !== undefined
}

function readWith(body: readonly (readonly string[])[], mark: Mark): readonly Read[] {
  const rows: PastedRow[] = []
  for (const [first = '', ...cells] of body) {
    const month = monthIn(first)
    const numbers = cells.map((cell) => numberIn(cell, mark))
    const complete = numbers.filter((number) => number !== undefined)
    if (month === undefined || complete.length < cells.length) return []
    rows.push({ month: printMonth(month), cells: complete })
  }
  return [{ mark, rows }]
}

/**
 * A number as a plan writes it; undefined for what is none. A blank cell says nothing; in parentheses
 * stands what is below zero.
 */
function numberIn(cell: string, mark: Mark): string | undefined {
  if (cell === '' || cell === '-') return '-'
  const [, below] = /^\((\d.*)\)$/.exec(cell) ?? []
  if (below !== undefined) return numberIn(`-${below}`, mark)
  const plain = cell.replace(/[\u00A0\u202F\u2009 '’]/g, ' ').replace(/\u2212/g, '-')
  const between = mark === '.' ? ',' : '\\.'
  const shape = new RegExp(
    `^([-+]?)(\\d{1,3}(?:(?:${between}| )\\d{3})+|\\d+)(?:\\${mark}(\\d+))?(%?)$`,
  )
  const [, sign = '', whole, decimals, percent = ''] = shape.exec(plain) ?? []
  if (whole === undefined) return undefined
  const digits = whole.replace(/\D/g, '')
  const minus = sign === '-' ? '-' : ''
  return `${minus}${digits}${decimals === undefined ? '' : `.${decimals}`}${percent}`
}

const MONTH_NAMES = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
]

/** `2026-11`, `2026-11-01`, `11/2026`, `Nov 2026`, `Nov-26`. */
function monthIn(cell: string): Month | undefined {
  const plain = parseMonth(cell.slice(0, 7))
  if (plain !== undefined && /^(?:-\d\d)?$/.test(cell.slice(7))) return plain
  const numbers = /^(\d{1,2})[/.](\d{4})$/.exec(cell)
  if (numbers !== null) return monthOf(Number(numbers[2]), Number(numbers[1]))
  const named = /^([a-z]{3})[a-z]*[ -.]+(\d{4}|\d\d)$/i.exec(cell)
  if (named === null) return undefined
  const year = Number(named[2])
  const month = MONTH_NAMES.indexOf((named[1] ?? '').toLowerCase()) + 1
  return monthOf(year < 100 ? 2000 + year : year, month)
}

function monthOf(year: number, month: number): Month | undefined {
  return year > 0 && month >= 1 && month <= 12 ? makeMonth(year, month) : undefined
}

/** Shown by the first cell that can be read in two ways. */
function told(
  body: readonly (readonly string[])[],
  rows: readonly PastedRow[],
  mark: Mark,
): string {
  for (const [row, cells] of body.entries()) {
    for (const [column, cell] of cells.slice(1).entries()) {
      const other = numberIn(cell, mark === '.' ? ',' : '.')
      const own = rows[row]?.cells[column]
      if (own !== undefined && own !== other) return `${cell} is ${own}`
    }
  }
  return `decimals stand behind \`${mark}\``
}

// Rows as most of them are, a month and whole numbers, read together with their lines: a plan has
// very many, so that they are looked at once, and leave no entry a line.

import { MINUS, NEWLINE, NINE, PLUS, RETURN, SPACE, TAB, ZERO } from './chars.ts'
import type { Source } from '../src/base/source.ts'
import type { Codes } from './codes.ts'
import { MOST_LINE } from './limits.ts'
import { NO_OTHERS, type ReadRows, type RowMonths } from './row-table.ts'
import { type Columns, MONTH_LENGTH, monthAt, MOST_SAFE_DIGITS, startsOfRun } from './rows.ts'

/** Stands for what no row of a run has. */
const NO_ROW = 0

/** Room that a run begins with at least. */
const FEW_ROWS = 1 << 5
const FEW_CELLS = 1 << 6

/** Rows on lines that follow each other, each with as many cells: the first begins at `startsAt`. */
export interface RowRun extends ReadRows {
  /** Its entry among the lines. */
  readonly line: number
  readonly width: number
}

export interface RowPlace {
  readonly lineStart: number
  readonly start: number
  readonly end: number
}

/** All runs of one text, in the order of its lines. */
export class RowRuns {
  /** Of the run that was read last: after its last cell, and its last line end. */
  codeEnd = 0
  newline = 0
  private readonly codes: Codes
  /** Run by run, what it is made of again when it is asked for: there are very many. */
  private readonly lines: number[] = []
  private readonly widths: number[] = []
  private readonly offsets: number[] = []
  private readonly firstCells: number[] = []
  private readonly buffers: Float64Array[] = []
  private readonly monthsOf: RowMonths[] = []
  /** Of the run that is read. */
  private months: Int32Array = new Int32Array(FEW_ROWS)
  private cells: Float64Array
  private cellsUsed = 0
  private next = 0

  constructor(codes: Codes) {
    this.codes = codes
    this.cells = new Float64Array(0)
  }

  /** Reads the rows from an offset on; false where the first is not as most are. */
  read(start: number, line: number): boolean {
    if (this.cells.length - this.cellsUsed < FEW_CELLS) {
      // Cells are some 10 characters long; most room that is not used takes no memory.
      this.cells = new Float64Array(FEW_CELLS + ((this.codes.size - start) >> 3))
      this.cellsUsed = 0
    }
    const { codes, cells, cellsUsed: cellsAt } = this
    const { bytes, base } = codes
    const cellRoom = cells.length
    let months: Int32Array = this.months
    let row = 0
    let cell = cellsAt
    let width = 0
    let at = start
    for (;;) {
      const rowStart = at
      const month = monthAt(bytes, at, bytes.length)
      if (month === -1) break
      const firstCell = cell
      let codeEnd = at
      at += MONTH_LENGTH
      let code = bytes[at] ?? NEWLINE
      while (code === SPACE || code === TAB) {
        while (code === SPACE || code === TAB) code = bytes[(at += 1)] ?? NEWLINE
        if (code === NEWLINE || code === RETURN) break
        const negative = code === MINUS
        if (negative || code === PLUS) code = bytes[(at += 1)] ?? NEWLINE
        const digits = at
        let value = 0
        while (code >= ZERO && code <= NINE) {
          value = value * 10 + (code - ZERO)
          code = bytes[(at += 1)] ?? NEWLINE
        }
        if (at === digits || at - digits > MOST_SAFE_DIGITS || cell === cellRoom) {
          code = NO_ROW
          break
        }
        cells[cell] = negative && value !== 0 ? -value : value
        cell += 1
        codeEnd = at
      }
      if (code === RETURN) code = bytes[(at += 1)] ?? NEWLINE
      const found = cell - firstCell
      const fits = row === 0 ? found > 0 : found === width
      if (code !== NEWLINE || !fits || at - rowStart > MOST_LINE) {
        cell = firstCell
        break
      }
      width = found
      if (row === months.length) months = this.moreMonths()
      months[row] = month
      row += 1
      this.codeEnd = codeEnd
      this.newline = at
      at += 1
      while (bytes[at] === SPACE || bytes[at] === TAB) at += 1
    }
    if (row === 0) return false
    this.cellsUsed = cell
    this.monthsOf.push(this.keptMonths(row))
    this.lines.push(line)
    this.widths.push(width)
    this.offsets.push(start + base)
    this.firstCells.push(cellsAt)
    this.buffers.push(cells)
    return true
  }

  /** The run of a line; quick where lines are asked for in their order. */
  of(line: number): RowRun | undefined {
    const { lines } = this
    while (this.next > 0 && (lines[this.next] ?? line + 1) > line) this.next -= 1
    while ((lines[this.next] ?? line) < line) this.next += 1
    const at = this.next
    const cells = this.buffers[at]
    const months = this.monthsOf[at]
    if (lines[at] !== line || cells === undefined || months === undefined) return undefined
    return {
      line,
      width: this.widths[at] ?? 0,
      rowCount: months.from.length,
      months,
      starts: undefined,
      startsAt: this.offsets[at] ?? 0,
      numbers: cells,
      numbersAt: this.firstCells[at] ?? 0,
      others: NO_OTHERS,
    }
  }

  /** Where a row stands: the start of its line, its own, and after its last cell. */
  placeOf(run: RowRun, row: number): RowPlace {
    const { bytes, base } = this.codes
    let start = run.startsAt - base
    for (let above = 0; above < row; above += 1) {
      start = bytes.indexOf(NEWLINE, start) + 1
      while (bytes[start] === SPACE || bytes[start] === TAB) start += 1
    }
    const lineStart = start === 0 ? 0 : bytes.lastIndexOf(NEWLINE, start - 1) + 1
    const newline = bytes.indexOf(NEWLINE, start)
    let end = newline === -1 ? bytes.length : newline
    while ((bytes[end - 1] ?? NEWLINE) <= SPACE) end -= 1
    return { lineStart: lineStart + base, start: start + base, end: end + base }
  }

  private moreMonths(): Int32Array {
    const { months } = this
    this.months = new Int32Array(2 * months.length)
    this.months.set(months)
    return this.months
  }

  /** Runs of the same months share them. */
  private keptMonths(count: number): RowMonths {
    const { months } = this
    const before = this.monthsOf.at(-1)
    let same = before?.from.length === count
    for (let row = 0; same && row < count; row += 1) same = before?.from[row] === months[row]
    if (before !== undefined && same) return before
    const own = months.slice(0, count)
    return { from: own, to: own }
  }
}

/** Takes the rows of a run that has as many columns. */
export function takeRun(columns: Columns, run: RowRun, source: Source): void {
  const { from, to, starts, startsAt, cells, count: row, width } = columns
  const { rowCount, months, numbersAt } = run
  from.set(months.from, row)
  to.set(months.to, row)
  starts.set(startsOfRun(source, run.startsAt, rowCount), startsAt + row)
  const numbers = run.numbers.subarray(numbersAt, numbersAt + rowCount * width)
  cells.set(numbers, columns.cellsAt + row * width)
  columns.count = row + rowCount
}

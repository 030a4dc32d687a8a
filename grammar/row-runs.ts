// Rows as most of them are, a month and whole numbers, read together with their lines: a plan has
// very many, so that they are looked at once, and leave no entry a line.

import { MINUS, NEWLINE, NINE, PLUS, RETURN, SPACE, TAB, ZERO } from './chars.ts'
import type { Codes } from './codes.ts'
import { MOST_LINE } from './limits.ts'
import { MONTH_LENGTH, monthAt, MOST_SAFE_DIGITS } from './rows.ts'

/** Stands for what no row of a run has. */
const NO_ROW = 0

/** Room that a run begins with at least. */
const FEW_ROWS = 1 << 6
const FEW_CELLS = 1 << 9

/** Rows on lines that follow each other, each with as many cells. */
export interface RowRun {
  /** Its entry among the lines. */
  readonly line: number
  readonly width: number
  readonly count: number
  /** Where its rows and cells lie in the buffers. */
  readonly rowsAt: number
  readonly cellsAt: number
  readonly months: Int32Array
  /** Offsets in the source. */
  readonly starts: Int32Array
  /** Row by row. */
  readonly cells: Float64Array
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
  private readonly runs: RowRun[] = []
  private months: Int32Array
  private starts: Int32Array
  private cells: Float64Array
  private rowsUsed = 0
  private cellsUsed = 0
  private next = 0

  constructor(codes: Codes) {
    this.codes = codes
    // Rows are some 30 characters long; room that is not used takes no memory.
    const room = codes.size >> 3
    this.months = new Int32Array(FEW_ROWS + (room >> 1))
    this.starts = new Int32Array(FEW_ROWS + (room >> 1))
    this.cells = new Float64Array(FEW_CELLS + room)
  }

  /** Reads the rows from an offset on; false where the first is not as most are. */
  read(start: number, line: number): boolean {
    this.makeRoom()
    const { codes, months, starts, cells, rowsUsed: rowsAt, cellsUsed: cellsAt } = this
    const { bytes, base } = codes
    const rowRoom = months.length
    const cellRoom = cells.length
    let row = rowsAt
    let cell = cellsAt
    let width = 0
    let at = start
    while (row < rowRoom) {
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
      const fits = row === rowsAt ? found > 0 : found === width
      if (code !== NEWLINE || !fits || at - rowStart > MOST_LINE) {
        cell = firstCell
        break
      }
      width = found
      months[row] = month
      starts[row] = rowStart + base
      row += 1
      this.codeEnd = codeEnd
      this.newline = at
      at += 1
      while (bytes[at] === SPACE || bytes[at] === TAB) at += 1
    }
    const count = row - rowsAt
    if (count === 0) return false
    this.rowsUsed = row
    this.cellsUsed = cell
    this.runs.push({ line, width, count, rowsAt, cellsAt, months, starts, cells })
    return true
  }

  /** The run of a line; quick where lines are asked for in their order. */
  of(line: number): RowRun | undefined {
    const { runs } = this
    while (this.next > 0 && (runs[this.next]?.line ?? line + 1) > line) this.next -= 1
    while ((runs[this.next]?.line ?? line) < line) this.next += 1
    const run = runs[this.next]
    return run?.line === line ? run : undefined
  }

  /** Where a row stands: the start of its line, its own, and after its last cell. */
  placeOf({ starts, rowsAt }: RowRun, row: number): RowPlace {
    const { bytes, base } = this.codes
    const start = (starts[rowsAt + row] ?? 0) - base
    const lineStart = start === 0 ? 0 : bytes.lastIndexOf(NEWLINE, start - 1) + 1
    const newline = bytes.indexOf(NEWLINE, start)
    let end = newline === -1 ? bytes.length : newline
    while ((bytes[end - 1] ?? NEWLINE) <= SPACE) end -= 1
    return { lineStart: lineStart + base, start: start + base, end: end + base }
  }

  private makeRoom(): void {
    if (
      this.months.length - this.rowsUsed >= FEW_ROWS &&
      this.cells.length - this.cellsUsed >= FEW_CELLS
    ) {
      return
    }
    this.months = new Int32Array(this.months.length * 2)
    this.starts = new Int32Array(this.months.length)
    this.cells = new Float64Array(this.cells.length * 2)
    this.rowsUsed = 0
    this.cellsUsed = 0
  }
}

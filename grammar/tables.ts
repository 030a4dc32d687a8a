// Reads a table: its header, its rows into columns that share one buffer a file, its total.

import { isLetter } from './chars.ts'
import type { Lines } from './lines.ts'
import { LineFlag, LineSort } from './lines.ts'
import { keywords } from './kinds.ts'
import { lex } from './lexer.ts'
import { MOST_LINE } from './limits.ts'
import { reportMisfits } from './misfits.ts'
import { makeName, spanOfTokens } from './nodes.ts'
import { readPlanLine } from './parse-line.ts'
import type { Problems } from './problems.ts'
import { brief, mend, report } from './problems.ts'
import type { Codes, Columns } from './rows.ts'
import { decodeRow, storeCell, storeMonths } from './rows.ts'
import { simpleHeader } from './simple-line.ts'
import type { Header } from './slow-rows.ts'
import { readSlowRow, readTotal } from './slow-rows.ts'
import type { Token } from './tokens.ts'
import * as T from './tokens.ts'
import type { Cell, Name, Table, TotalRow } from './tree.ts'

export interface ReadTable {
  readonly table: Table
  /** The line behind the table. */
  readonly next: number
  /** Where a brace stands on the table's last line; -1 if there is none. */
  readonly brace: number
}

/** How much more than a table needs is made at once, for the tables behind it. */
const SPARE_ROWS = 1 << 12
const SPARE_CELLS = 1 << 13

const noOthers: ReadonlyMap<number, Cell> = new Map()
const encoder = new TextEncoder()

/** Reads all tables of one file. */
export class TableReader {
  private readonly problems: Problems
  private readonly lines: Lines
  private rowsLeft: number
  private months: Int32Array = new Int32Array(0)
  private monthsUsed = 0
  private cells: Float64Array = new Float64Array(0)
  private cellsUsed = 0
  private bytes: Uint8Array = new Uint8Array(0)

  constructor(problems: Problems, lines: Lines) {
    this.problems = problems
    this.lines = lines
    this.rowsLeft = lines.count
  }

  /** Reads the table whose header is a line. */
  read(headerLine: number): ReadTable {
    const { lines, problems } = this
    const { source } = problems
    const before = problems.count
    const [names, damagedHeader] = this.header(headerLine)
    const header = {
      names,
      span: problems.span(lines.codeStart[headerLine] ?? 0, lines.codeEnd[headerLine] ?? 0),
      lineStart: lines.start[headerLine] ?? 0,
      reported: problems.count > before,
      misfits: [],
    }
    const end = this.endOfRows(headerLine + 1)
    const columns = this.columns(names.length, headerLine + 1, end)
    const codes = this.codes(headerLine, end - 1)
    const readable = !damagedHeader && names.length > 0
    let damaged = damagedHeader
    let rowCount = 0
    let total: TotalRow | undefined
    let last = headerLine
    let line = headerLine + 1
    let brace = -1
    for (; line < end && brace === -1; line += 1) {
      const sort = lines.sort[line]
      const start = lines.codeStart[line] ?? 0
      let codeEnd = lines.codeEnd[line] ?? 0
      if (sort === LineSort.plan) {
        readPlanLine(problems, start, codeEnd)
        damaged = true
      }
      if (sort !== LineSort.row && sort !== LineSort.total) continue
      last = line
      if (((lines.flags[line] ?? 0) & LineFlag.braces) !== 0) {
        brace = firstBrace(source.text, start, codeEnd)
        codeEnd = brace
      }
      if (total !== undefined) {
        problems.add(report('row-below-total', problems.span(start, codeEnd), {}))
        damaged = true
        line = end
        break
      }
      if (!readable) continue
      if (rowCount === columns.rows) {
        damaged = true
        continue
      }
      if (sort === LineSort.total) {
        const cells = readTotal(problems, header, lines.start[line] ?? 0, start, codeEnd)
        total = { rowStart: start, cells, span: problems.span(start, codeEnd) }
      } else if (
        (codeEnd - start <= MOST_LINE && decodeRow(columns, rowCount, codes, start, codeEnd)) ||
        this.slowRow(columns, rowCount, header, line, codeEnd)
      ) {
        rowCount += 1
      } else damaged = true
    }
    const misfit = reportMisfits(problems, header, header.misfits, rowCount + (total ? 1 : 0))
    const table = {
      sort: 'table' as const,
      source,
      columns: names,
      ...filled(columns, rowCount),
      ...(total === undefined ? {} : { total }),
      damaged,
      misfit,
      span: problems.span(header.span.start, lines.codeEnd[last] ?? 0),
    }
    return { table, next: line, brace }
  }

  /** False when the row has no months, and so no place. */
  private slowRow(
    columns: Columns,
    row: number,
    header: Header,
    line: number,
    codeEnd: number,
  ): boolean {
    const { lines, problems } = this
    const start = lines.codeStart[line] ?? 0
    const read = readSlowRow(problems, header, lines.start[line] ?? 0, start, codeEnd)
    const { width, cells, cellsAt } = columns
    const placed = read.from !== undefined && read.to !== undefined
    for (let column = 0; column < width; column += 1) {
      const index = row * width + column
      const cell = placed ? read.cells[column] : undefined
      columns.others?.delete(index)
      if (cell === undefined) cells[cellsAt + index] = Number.NaN
      else storeCell(columns, index, cell)
    }
    if (read.from === undefined || read.to === undefined) return false
    storeMonths(columns, row, read.from, read.to, start)
    return true
  }

  /** The names of the columns; and whether one is missing, so that no cell has a sure place. */
  private header(line: number): [readonly Name[], boolean] {
    const { lines, problems } = this
    const start = lines.codeStart[line] ?? 0
    const end = lines.codeEnd[line] ?? 0
    const before = problems.count
    if (end - start > MOST_LINE) {
      const span = problems.span(start, start + MOST_LINE)
      problems.add(report('line-too-long', span, { length: end - start, most: MOST_LINE }))
      return [[], true]
    }
    const behind = start + 'month'.length
    const simple = simpleHeader(problems.source, behind, end)
    if (simple !== undefined) return [simple, false]
    const { tokens, damaged } = lex(problems, behind, end)
    const names: Name[] = []
    const byText = new Map<string, Name>()
    let missing = damaged
    for (const [at, token] of tokens.entries()) {
      const name = this.columnName(token, tokens[at - 1])
      if (name === undefined) {
        missing = true
        continue
      }
      const first = byText.get(name.text)
      if (first === undefined) byText.set(name.text, name)
      else {
        const labels = [{ span: first.span, text: 'it stands here already' }]
        problems.add(report('column-twice', name.span, { column: name.text }, { labels }))
      }
      names.push(first === undefined ? name : { ...name, text: '' })
    }
    if (tokens.length === 0 && problems.count === before) {
      problems.add(report('header-without-columns', problems.span(start, end), {}))
    }
    return [names, missing]
  }

  private columnName(token: Token, before: Token | undefined): Name | undefined {
    const { problems } = this
    const { source } = problems
    const type = token.tokenType
    if (type === T.Word || type === T.Text) return makeName(source, token)
    const span = spanOfTokens(source, token, token)
    const found = brief(source.text.slice(span.start, span.end))
    const mends = [mend(`write "${found}"`, [span, `"${found}"`])]
    if (keywords.has(token.image)) {
      problems.add(report('keyword-as-name', span, { found }, { mends }))
    } else if (type === T.NumberToken) {
      const help = 'a name that starts with a digit stands in quotes'
      problems.add(report('digits-then-letters', span, { found }, { mends, help }))
    } else {
      const behind = before === undefined ? 'month' : before.image
      problems.add(report('something-too-many', span, { found, before: behind }))
      return undefined
    }
    return { sort: 'name', text: token.image, quoted: false, span }
  }

  /** A line between rows that cannot begin a statement was meant for a row. */
  private isNoStatement(line: number): boolean {
    const { lines, problems } = this
    const plain = lines.flags[line] === 0 && lines.sort[line + 1] !== LineSort.continuation
    return plain && !isLetter(problems.source.text.charCodeAt(lines.codeStart[line] ?? 0))
  }

  /** Behind the last line that may belong to the table. */
  private endOfRows(first: number): number {
    const { sort } = this.lines
    let end = first
    for (let line = first; line < this.lines.count; line += 1) {
      const is = sort[line] ?? LineSort.plan
      if (is === LineSort.row || is === LineSort.total) end = line + 1
      else if (
        is === LineSort.plan
          ? !this.isNoStatement(line)
          : is > LineSort.comment && is !== LineSort.conflict
      )
        break
    }
    return end
  }

  /**
   * Room for a table in the file's buffers. Rows in order have as many characters as cells, so
   * that a wide header over many short rows does not ask for more room than the text has.
   */
  private columns(width: number, first: number, end: number): Columns {
    const lines = end - first
    this.rowsLeft -= lines
    const length = (this.lines.end[end - 1] ?? 0) - (this.lines.start[first] ?? 0)
    const room = SPARE_CELLS + Math.max(length, 0)
    const rows = Math.min(lines, Math.floor(room / Math.max(width, 1)))
    const monthsNeeded = 3 * rows
    if (this.months.length - this.monthsUsed < monthsNeeded) {
      this.months = new Int32Array(monthsNeeded + 3 * Math.min(this.rowsLeft, SPARE_ROWS))
      this.monthsUsed = 0
    }
    const cellsNeeded = width * rows
    if (this.cells.length - this.cellsUsed < cellsNeeded) {
      this.cells = new Float64Array(cellsNeeded + Math.min(width * this.rowsLeft, SPARE_CELLS))
      this.cellsUsed = 0
    }
    const { months, cells, monthsUsed: monthsAt, cellsUsed: cellsAt } = this
    this.monthsUsed += monthsNeeded
    this.cellsUsed += cellsNeeded
    return { width, rows, months, monthsAt, cells, cellsAt, others: undefined }
  }

  /** The characters from one line to another. They hold until the next table is read. */
  private codes(first: number, last: number): Codes {
    const { text } = this.problems.source
    const base = this.lines.start[first] ?? 0
    const part = text.slice(base, this.lines.end[last] ?? base)
    if (this.bytes.length < part.length) {
      this.bytes = new Uint8Array(Math.max(part.length, 2 * this.bytes.length))
    }
    const { bytes } = this
    const { read, written } = encoder.encodeInto(part, bytes)
    if (read !== written || read !== part.length) {
      for (let at = 0; at < part.length; at += 1) bytes[at] = Math.min(part.charCodeAt(at), 255)
    }
    return { text, bytes, base }
  }
}

/** What the rows that were read have put into the buffers. */
function filled(columns: Columns, rowCount: number) {
  const { width, months, monthsAt, rows, cells, cellsAt, others } = columns
  const column = (nth: number): Int32Array => {
    return months.subarray(monthsAt + nth * rows, monthsAt + nth * rows + rowCount)
  }
  return {
    rowCount,
    from: column(0),
    to: column(1),
    rowStart: column(2),
    cells: cells.subarray(cellsAt, cellsAt + rowCount * width),
    others: others ?? noOthers,
  }
}

function firstBrace(text: string, start: number, end: number): number {
  for (let at = start; at < end; at += 1) {
    const char = text.charAt(at)
    if (char === '{' || char === '}') return at
  }
  return end
}

// Reads a table: its header, its rows into columns that share one buffer a file, its total.

import type { Span } from '../src/base/source.ts'
import { isLetter } from './chars.ts'
import type { Codes } from './codes.ts'
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
import { namesOf, RowTable } from './row-table.ts'
import type { Columns } from './rows.ts'
import { decodeRows, storeCell, storeMonths } from './rows.ts'
import type { SimpleLines, TableHead } from './simple-line.ts'
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

/** Reads all tables of one file. */
export class TableReader {
  private readonly problems: Problems
  private readonly lines: Lines
  private readonly codes: Codes
  private readonly simple: SimpleLines
  private rowsLeft: number
  private starts: Int32Array = new Int32Array(0)
  private startsUsed = 0
  private cells: Float64Array = new Float64Array(0)
  private cellsUsed = 0
  /** Of the table that is read. */
  private from: Int32Array = new Int32Array(0)
  private to: Int32Array = new Int32Array(0)
  /** Of the table before: most tables of a file have the same. */
  private monthsBefore: Months = { from: new Int32Array(0), to: new Int32Array(0) }

  constructor(problems: Problems, lines: Lines, codes: Codes, simple: SimpleLines) {
    this.problems = problems
    this.lines = lines
    this.codes = codes
    this.simple = simple
    this.rowsLeft = lines.count
  }

  /** Reads the table whose header is a line. */
  read(headerLine: number): ReadTable {
    const { lines, problems, codes } = this
    const { source } = problems
    const before = problems.count
    const start = lines.codeStart[headerLine] ?? 0
    const [head, damagedHeader] = this.header(headerLine)
    const reported = problems.count > before
    const end = this.endOfRows(headerLine + 1)
    const width = 'words' in head ? head.words.length : head.length
    const columns = this.columns(width, headerLine + 1, end)
    const readable = !damagedHeader && width > 0
    // Only rows that are out of order ask for more than its width.
    let header: SlowHeader | undefined
    const headerOf = (): SlowHeader => (header ??= this.slowHeader(head, headerLine))
    let damaged = damagedHeader
    let total: TotalRow | undefined
    let last = headerLine
    let line = headerLine + 1
    let brace = -1
    for (; line < end && brace === -1; line += 1) {
      if (readable && total === undefined) {
        const behind = decodeRows(columns, codes, lines, line, end)
        if (behind > line) last = behind - 1
        line = behind
        if (line >= end) break
      }
      const sort = lines.sort[line]
      const start = lines.codeStart[line] ?? 0
      let codeEnd = lines.codeEnd[line] ?? 0
      if (sort === LineSort.plan) {
        readPlanLine(problems, this.simple, start, codeEnd)
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
      if (columns.count === columns.rows) {
        damaged = true
        continue
      }
      if (sort === LineSort.total) {
        const cells = readTotal(problems, headerOf(), lines.start[line] ?? 0, start, codeEnd)
        total = { rowStart: start, cells, span: problems.span(start, codeEnd) }
      } else if (!this.slowRow(columns, headerOf(), line, codeEnd)) damaged = true
    }
    const rowCount = columns.count
    const misfit =
      header !== undefined &&
      reportMisfits(problems, { ...header, reported }, header.misfits, rowCount + (total ? 1 : 0))
    const place = { source, start, end: lines.codeEnd[last] ?? 0 }
    const rows = {
      rowCount,
      ...this.months(rowCount),
      starts: { all: columns.starts, at: columns.startsAt },
      numbers: { all: columns.cells, at: columns.cellsAt },
      others: columns.others ?? noOthers,
    }
    const table = new RowTable(place, head, rows, { total, damaged, misfit })
    return { table, next: line, brace }
  }

  /** False when the row has no months, and so no place. */
  private slowRow(columns: Columns, header: SlowHeader, line: number, codeEnd: number): boolean {
    const { lines, problems } = this
    const start = lines.codeStart[line] ?? 0
    const read = readSlowRow(problems, header, lines.start[line] ?? 0, start, codeEnd)
    const { width, cells, cellsAt, count: row } = columns
    const placed = read.from !== undefined && read.to !== undefined
    for (let column = 0; column < width; column += 1) {
      const index = row * width + column
      const cell = placed ? read.cells[column] : undefined
      columns.others?.delete(index)
      if (cell === undefined) cells[cellsAt + index] = Number.NaN
      else storeCell(columns, index, cell)
    }
    if (read.from === undefined || read.to === undefined) return false
    storeMonths(columns, read.from, read.to, start)
    return true
  }

  private slowHeader(head: TableHead | readonly Name[], line: number): SlowHeader {
    const { lines, problems } = this
    const start = lines.codeStart[line] ?? 0
    return {
      names: 'words' in head ? namesOf(head, problems.source, start) : head,
      span: problems.span(start, lines.codeEnd[line] ?? 0),
      lineStart: lines.start[line] ?? 0,
      misfits: [],
    }
  }

  /** The names of the columns; and whether one is missing, so that no cell has a sure place. */
  private header(line: number): [TableHead | readonly Name[], boolean] {
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
    const simple = this.simple.header(start, end, behind)
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
    if (this.starts.length - this.startsUsed < rows) {
      this.starts = new Int32Array(rows + Math.min(this.rowsLeft, SPARE_ROWS))
      this.startsUsed = 0
    }
    const cellsNeeded = width * rows
    if (this.cells.length - this.cellsUsed < cellsNeeded) {
      this.cells = new Float64Array(cellsNeeded + Math.min(width * this.rowsLeft, SPARE_CELLS))
      this.cellsUsed = 0
    }
    if (this.from.length < rows) {
      this.from = new Int32Array(rows)
      this.to = new Int32Array(rows)
    }
    const { from, to, starts, cells, startsUsed: startsAt, cellsUsed: cellsAt } = this
    this.startsUsed += rows
    this.cellsUsed += cellsNeeded
    return { width, rows, from, to, starts, startsAt, cells, cellsAt, count: 0, others: undefined }
  }

  /** The months of the table that was read. */
  private months(count: number): Months {
    const { from, to, monthsBefore } = this
    let same = monthsBefore.from.length === count
    for (let row = 0; same && row < count; row += 1) {
      same = from[row] === monthsBefore.from[row] && to[row] === monthsBefore.to[row]
    }
    if (!same) this.monthsBefore = { from: from.slice(0, count), to: to.slice(0, count) }
    return this.monthsBefore
  }
}

/** The months of a table's rows. */
interface Months {
  readonly from: Int32Array
  readonly to: Int32Array
}

/** What reading rows slowly needs of the header. */
interface SlowHeader extends Header {
  readonly span: Span
}

function firstBrace(text: string, start: number, end: number): number {
  for (let at = start; at < end; at += 1) {
    const char = text.charAt(at)
    if (char === '{' || char === '}') return at
  }
  return end
}

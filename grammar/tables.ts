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
import { namesOf, NO_OTHERS, type RowMonths, RowTable } from './row-table.ts'
import type { Columns } from './rows.ts'
import { type RowPlace, type RowRun, type RowRuns, takeRun } from './row-runs.ts'
import { decodeRow, storeCell, storeMonths } from './rows.ts'
import type { SimpleLines, TableHead } from './simple-line.ts'
import type { Header } from './slow-rows.ts'
import { readSlowRow, readTotal } from './slow-rows.ts'
import { startsSpelled } from './spelled-months.ts'
import type { Token } from './tokens.ts'
import * as T from './tokens.ts'
import type { Name, Table, TotalRow } from './tree.ts'

/** How much more than a table needs is made at once, for the tables behind it. */
const SPARE_ROWS = 1 << 12
const SPARE_CELLS = 1 << 13

/** Reads all tables of one file. */
export class TableReader {
  /** The line behind the table that was read last. */
  next = 0
  /** Where a brace stands on its last line; -1 if there is none. */
  brace = -1
  private readonly problems: Problems
  private readonly lines: Lines
  private readonly runs: RowRuns
  private readonly codes: Codes
  private readonly simple: SimpleLines
  /** A column's name is missing in the header that was read last, so that no cell has a sure place. */
  private damaged = false
  private rowsLeft: number
  private starts: Int32Array = new Int32Array(0)
  private startsUsed = 0
  private cells: Float64Array = new Float64Array(0)
  private cellsUsed = 0
  /** Of the table that is read. */
  private from: Int32Array = new Int32Array(0)
  private to: Int32Array = new Int32Array(0)
  /** Of the table before: most tables of a file have the same. */
  private monthsBefore: RowMonths = { from: new Int32Array(0), to: new Int32Array(0) }

  constructor(problems: Problems, lines: Lines, runs: RowRuns, codes: Codes, simple: SimpleLines) {
    this.problems = problems
    this.lines = lines
    this.runs = runs
    this.codes = codes
    this.simple = simple
    this.rowsLeft = lines.count
  }

  /** Reads the table whose header is a line. */
  read(headerLine: number): Table {
    const { problems } = this
    const before = problems.count
    const head = this.header(headerLine)
    const { damaged } = this
    const width = 'words' in head ? head.words.length : head.length
    const end = this.endOfRows(headerLine + 1)
    const run = end === headerLine + 2 && !damaged ? this.runs.of(headerLine + 1) : undefined
    if (run?.width === width) return this.tableOfRun(headerLine, head, run)
    return this.readRows({
      head,
      width,
      damaged,
      line: headerLine,
      readable: !damaged && width > 0,
      reported: problems.count > before,
      end,
    })
  }

  /** Most tables: all of their rows are a run, whose numbers stay where they are. */
  private tableOfRun(headerLine: number, head: TableHead | readonly Name[], run: RowRun): Table {
    const { lines, problems } = this
    this.next = headerLine + 2
    this.brace = -1
    const start = lines.codeStart[headerLine] ?? 0
    return new RowTable(problems.source, start, lines.codeEnd[headerLine + 1] ?? 0, head, run)
  }

  private readRows(opened: Opened): Table {
    const { lines, problems, codes } = this
    const { source } = problems
    const { head, width, readable, reported, end } = opened
    const columns = this.columns(width, opened.line + 1, end)
    // Only rows that are out of order ask for more than its width.
    let header: SlowHeader | undefined
    const headerOf = (): SlowHeader => (header ??= this.slowHeader(head, opened.line))
    let { damaged } = opened
    let total: TotalRow | undefined
    let last = opened.line
    let line = opened.line + 1
    let brace = -1
    for (; line < end && brace === -1; line += 1) {
      const sort = this.isSpelledRow(line) ? LineSort.row : lines.sort[line]
      const run = this.runs.of(line)
      const place = run === undefined ? this.placeOf(line) : this.runs.placeOf(run, 0)
      const { start } = place
      let codeEnd = place.end
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
      if (run !== undefined) {
        if (!this.readRun(columns, run, headerOf)) damaged = true
        continue
      }
      if (columns.count === columns.rows) {
        damaged = true
        continue
      }
      if (sort === LineSort.total) {
        const cells = readTotal(problems, headerOf(), place.lineStart, start, codeEnd)
        total = { rowStart: start, cells, span: problems.span(start, codeEnd) }
      } else if (decodeRow(columns, codes, start, codeEnd)) continue
      else if (!this.slowRow(columns, headerOf(), { ...place, end: codeEnd })) damaged = true
    }
    const rowCount = columns.count
    const misfit =
      header !== undefined &&
      reportMisfits(problems, { ...header, reported }, header.misfits, rowCount + (total ? 1 : 0))
    const rows = {
      rowCount,
      months: this.months(columns.from, columns.to, rowCount),
      starts: columns.starts,
      startsAt: columns.startsAt,
      numbers: columns.cells,
      numbersAt: columns.cellsAt,
      others: columns.others ?? NO_OTHERS,
    }
    this.next = line
    this.brace = brace
    const from = lines.codeStart[opened.line] ?? 0
    const to = lines.codeEnd[last] ?? 0
    return new RowTable(source, from, to, head, rows, { total, damaged, misfit })
  }

  /** False when some of its rows have no place. */
  private readRun(columns: Columns, run: RowRun, headerOf: () => SlowHeader): boolean {
    if (run.width === columns.width && columns.count + run.rowCount <= columns.rows) {
      takeRun(columns, run, this.problems.source)
      return true
    }
    let placed = true
    for (let row = 0; row < run.rowCount; row += 1) {
      if (columns.count === columns.rows) return false
      if (!this.slowRow(columns, headerOf(), this.runs.placeOf(run, row))) placed = false
    }
    return placed
  }

  /** False when the row has no months, and so no place. */
  private slowRow(columns: Columns, header: SlowHeader, place: RowPlace): boolean {
    const { lineStart, start, end } = place
    const read = readSlowRow(this.problems, header, lineStart, start, end)
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

  private placeOf(line: number): RowPlace {
    const { start, codeStart, codeEnd } = this.lines
    return { lineStart: start[line] ?? 0, start: codeStart[line] ?? 0, end: codeEnd[line] ?? 0 }
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

  /** The names of the columns. */
  private header(line: number): TableHead | readonly Name[] {
    const { lines, problems } = this
    this.damaged = false
    const start = lines.codeStart[line] ?? 0
    const end = lines.codeEnd[line] ?? 0
    const before = problems.count
    if (end - start > MOST_LINE) {
      const span = problems.span(start, start + MOST_LINE)
      problems.add(report('line-too-long', span, { length: end - start, most: MOST_LINE }))
      this.damaged = true
      return []
    }
    const behind = start + 'month'.length
    const simple = this.simple.header(start, end, behind)
    if (simple !== undefined) return simple
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
    this.damaged = missing
    return names
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

  /** A line that begins with a month by its name, as in `Feb 2027`. */
  private isSpelledRow(line: number): boolean {
    const { lines, problems } = this
    if (lines.sort[line] !== LineSort.plan || lines.flags[line] !== 0) return false
    if (lines.sort[line + 1] === LineSort.continuation) return false
    return startsSpelled(problems.source.text, lines.codeStart[line] ?? 0, lines.codeEnd[line] ?? 0)
  }

  /** Behind the last line that may belong to the table. */
  private endOfRows(first: number): number {
    const { sort } = this.lines
    let end = first
    for (let line = first; line < this.lines.count; line += 1) {
      const is = sort[line] ?? LineSort.plan
      if (is === LineSort.row || is === LineSort.total || this.isSpelledRow(line)) end = line + 1
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
    const lines = this.rowsIn(first, end)
    this.rowsLeft -= end - first
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

  /** How many lines there are between two, each row of a run counted. */
  private rowsIn(first: number, end: number): number {
    let count = end - first
    for (let line = first; line < end; line += 1) count += (this.runs.of(line)?.rowCount ?? 1) - 1
    return count
  }

  /** The months of the table that was read. */
  private months(from: Int32Array, to: Int32Array, count: number): RowMonths {
    const { monthsBefore } = this
    let same = monthsBefore.from.length === count
    for (let row = 0; same && row < count; row += 1) {
      same = from[row] === monthsBefore.from[row] && to[row] === monthsBefore.to[row]
    }
    if (!same) this.monthsBefore = { from: from.slice(0, count), to: to.slice(0, count) }
    return this.monthsBefore
  }
}

/** A table of which the header is read. */
interface Opened {
  readonly head: TableHead | readonly Name[]
  readonly width: number
  readonly damaged: boolean
  /** The header's. */
  readonly line: number
  readonly readable: boolean
  /** Something of the header was reported. */
  readonly reported: boolean
  /** The line behind the last that may belong to the table. */
  readonly end: number
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

// Builds the tree from lines: what stands in which block, and what is wrong with the braces.

import type { Span } from '../src/base/source.ts'
import { textOf } from '../src/base/source.ts'
import { closest } from '../src/base/suggest.ts'
import { wordEnd } from './chars.ts'
import type { Codes } from './codes.ts'
import { LeanBlock, statementOf } from './lean-nodes.ts'
import { MOST_BLOCKS, MOST_LINE } from './limits.ts'
import type { Lines } from './lines.ts'
import { lastOf, LineFlag, LineSort } from './lines.ts'
import { readClauseLine, readDefine, readPlanLine, readRuleLine } from './parse-line.ts'
import { OpenBlocks } from './open-blocks.ts'
import type { Problems } from './problems.ts'
import { brief, mend, report } from './problems.ts'
import { reportBraces, splitAtBraces } from './segments.ts'
import type { RowRuns } from './row-runs.ts'
import { SimpleLines } from './simple-line.ts'
import { TableReader } from './tables.ts'
import type { Define, Entry, PlanLine, Statement } from './tree.ts'
import { headText, UnclosedBlocks } from './unclosed-blocks.ts'

/** The months that a row begins with. */
const ROW_MONTHS = /^\S+(?:\s*\.\.(?:\s*\d{4}-\d\d)?)?/

/** How many lines a statement's lost brace is looked for. */
const LOOK_AHEAD = 200

/** A line, or a part of one between braces. */
interface Piece {
  readonly sort: number
  readonly start: number
  readonly end: number
  readonly indent: number
  readonly opens: boolean
  /** Stands behind a brace in its line. */
  readonly part?: boolean
}

/** A line by itself: made once, since there are very many. */
class WholeLine implements Piece {
  sort = 0
  start = 0
  end = 0
  indent = 0
  opens = false
}

/** Reads the lines of one file, once. */
export class TreeBuilder {
  private readonly problems: Problems
  private readonly lines: Lines
  private readonly kinds: ReadonlySet<string>
  private readonly end: number
  private readonly runs: RowRuns
  private readonly simple: SimpleLines
  private readonly tables: TableReader
  private readonly statements: Statement[] = []
  private readonly blocks = new OpenBlocks()
  private readonly whole = new WholeLine()
  /** Blocks that were left open, since a block was last closed at the top of the file. */
  private readonly unclosed: UnclosedBlocks
  /** Blocks open past the limit. */
  private overflow = 0
  /** Braces that may close nothing, since what they were to close was closed without them. */
  private forgiven = 0
  /** A line outside its block was reported, and what follows it belongs to it. */
  private astray = false
  /** Rows without a header were reported, or their header was not readable. */
  private headless = false
  /** Where the last code so far ends. */
  private codeEnd = 0
  /** The same with brace and comment. */
  private lineEnd = 0
  private line = 0

  constructor(
    problems: Problems,
    lines: Lines,
    runs: RowRuns,
    codes: Codes,
    kinds: ReadonlySet<string>,
    end = codes.base + codes.size,
  ) {
    this.problems = problems
    this.lines = lines
    this.kinds = kinds
    this.end = end
    this.simple = new SimpleLines(problems.source, codes)
    this.runs = runs
    this.tables = new TableReader(problems, lines, runs, codes, this.simple)
    this.unclosed = new UnclosedBlocks(problems)
  }

  build(): readonly Statement[] {
    const { lines } = this
    while (this.line < lines.count) {
      const at = this.line
      const sort = lines.sort[at] ?? 0
      if (sort <= LineSort.comment || sort === LineSort.conflict) {
        this.line = at + 1
        continue
      }
      this.readLine(at, sort)
      this.codeEnd = lines.codeEnd[this.line - 1] ?? 0
      this.lineEnd = lines.end[this.line - 1] ?? 0
    }
    this.closeAll(this.end)
    this.unclosed.report()
    return this.statements
  }

  private readLine(at: number, sort: number): void {
    const { lines } = this
    const start = lines.codeStart[at] ?? 0
    const last = sort >= LineSort.header && sort <= LineSort.brace ? at : lastOf(lines, at)
    const indent = start - (lines.start[at] ?? 0)
    const flags = lines.flags[last] ?? 0
    this.line = last + 1
    const end = lines.codeEnd[last] ?? 0
    const broken = (flags & LineFlag.braces) !== 0
    if (broken && end - start <= MOST_LINE) return this.readSegments(start, last, indent)
    const { whole } = this
    whole.sort = sort
    whole.start = start
    whole.end = end
    whole.indent = indent
    whole.opens = (flags & LineFlag.opens) !== 0
    this.readPiece(whole, at)
  }

  /** `line` is where a table would begin; -1 for a part of a line. */
  private readPiece(piece: Piece, line: number): void {
    const { sort } = piece
    if (sort !== LineSort.row && sort !== LineSort.total) this.headless = false
    if (sort === LineSort.brace) return this.readBrace(piece, line)
    if (this.overflow > 0) {
      if (this.closesAll(piece)) this.closeAll(piece.start)
      else return piece.opens ? this.open(undefined, undefined, piece) : undefined
    }
    if (sort === LineSort.plan || sort === LineSort.define) return this.readStatement(piece, line)
    if (sort === LineSort.row || sort === LineSort.total) this.strayRow(piece, line)
    else if (!this.isAtHome(piece)) this.headless = sort === LineSort.header
    else if (sort === LineSort.header) this.readTable(line)
    else if (sort === LineSort.clauses) {
      this.add(readClauseLine(this.problems, piece.start, piece.end))
    } else this.add(readRuleLine(this.problems, piece.start, piece.end))
    if (piece.opens) this.openWithoutHead(piece)
  }

  private readStatement(piece: Piece, line: number): void {
    const { problems, blocks } = this
    const { start, end } = piece
    if (blocks.depth > 0 && this.closesAll(piece)) this.closeAll(start)
    if (!this.isAtHome(piece))
      return piece.opens ? this.open(undefined, undefined, piece) : undefined
    if (piece.sort === LineSort.define) {
      const [head, define] = readDefine(problems, start, end)
      this.add({
        sort: 'statement',
        line: head,
        define,
        entries: [],
        hasBlock: false,
        span: head.span,
      })
      if (piece.opens) this.openWithoutHead(piece)
      return
    }
    const before = problems.count
    const head = readPlanLine(problems, this.simple, start, end, !piece.opens)
    // Rows below a line that could not be read: it may have been their header.
    this.headless = head === undefined || problems.count > before
    if (piece.opens) return this.open(head, undefined, piece)
    if (head === undefined) return
    if (line >= 0 && blocks.depth === 0 && this.lostItsBrace(piece)) {
      const span = problems.span(start, end)
      const mends = [mend('open the block', [problems.span(end, end), ' {'])]
      const values = { head: headText(problems.span(start, end)), brace: '{' }
      problems.add(report('block-not-opened', span, values, { mends }))
      return this.open(head, undefined, piece)
    }
    this.add(statementOf(head))
  }

  private readTable(line: number): void {
    if (line === -1) {
      this.headless = true
      return
    }
    const { tables } = this
    this.add(tables.read(line))
    const { next, brace } = tables
    this.line = next
    const { lines } = this
    const last = next - 1
    const start = lines.codeStart[last] ?? 0
    const indent = start - (lines.start[last] ?? 0)
    if (brace !== -1) this.readSegments(brace, last, indent)
    const flags = last === line ? 0 : (lines.flags[last] ?? 0)
    if ((flags & LineFlag.opens) === 0) return
    const end = lines.codeEnd[last] ?? 0
    this.openWithoutHead({ sort: LineSort.total, start, end, indent, opens: true })
  }

  /** Reads a line whose braces are out of place, from an offset on, as if they stood well. */
  private readSegments(start: number, line: number, indent: number): void {
    const { lines, problems } = this
    const end = lines.codeEnd[line] ?? 0
    reportBraces(problems, lines.codeStart[line] ?? 0, end, indent)
    for (const { sort, from, to, opens } of splitAtBraces(problems.source.text, start, end)) {
      const piece = { sort, start: from, end: to, indent, opens, part: from > start }
      this.readPiece(piece, -1)
    }
  }

  private readBrace(piece: Piece, line: number): void {
    const { problems, blocks } = this
    const { start } = piece
    if (piece.opens) return this.openFromBelow(piece, line)
    if (this.overflow > 0) this.overflow -= 1
    else if (blocks.depth > 0) {
      this.close(start + 1)
      if (blocks.depth === 0) this.unclosed.report()
    } else if (this.forgiven > 0) this.forgiven -= 1
    else if (line !== -1) {
      const span = problems.span(start, start + 1)
      const mends = [mend('delete it', [this.wholeLine(line), ''])]
      problems.add(report('stray-brace', span, { brace: '}', open: '{' }, { mends }))
    }
    if (blocks.depth === 0) this.astray = false
  }

  /** A brace alone on a line opens the block of the statement just above it. */
  private openFromBelow(piece: Piece, line: number): void {
    const { problems, codeEnd } = this
    if (this.overflow > 0) return this.open(undefined, undefined, piece)
    const above = this.lastEntry()
    const brace = problems.span(piece.start, piece.start + 1)
    if (above?.sort !== 'statement' || above.hasBlock || above.line.span.end !== codeEnd) {
      if (line !== -1) problems.add(report('block-without-head', brace, { what: 'there' }))
      return this.open(undefined, undefined, piece)
    }
    if (this.blocks.depth > 0) this.blocks.drop()
    else this.statements.pop()
    const edits =
      line === -1
        ? []
        : [[problems.span(codeEnd, codeEnd), ' {'] as const, [this.wholeLine(line), ''] as const]
    const mends = line === -1 ? [] : [mend('move it up', ...edits)]
    problems.add(report('brace-on-next-line', brace, { brace: '{' }, { mends }))
    const { start } = above.span
    this.open(above.line, above.define, { ...piece, start })
  }

  private openWithoutHead(piece: Piece): void {
    const { problems } = this
    const { text } = problems.source
    const behind = wordEnd(text, piece.start, piece.end)
    const what = `a line \`${brief(text.slice(piece.start, behind))} …\``
    const brace = text.indexOf('{', piece.end)
    problems.add(report('block-without-head', problems.span(brace, brace + 1), { what }))
    this.open(undefined, undefined, piece)
  }

  private open(line: PlanLine | undefined, define: Define | undefined, piece: Piece): void {
    const { start, indent } = piece
    if (this.blocks.depth < MOST_BLOCKS) {
      this.blocks.open(line, define, start, indent)
      return
    }
    if (this.overflow === 0) {
      const span = this.problems.span(start, piece.end)
      this.problems.add(report('blocks-too-deep', span, { most: MOST_BLOCKS }))
    }
    this.overflow += 1
  }

  private close(end: number, unclosed = false): void {
    const { blocks } = this
    const block = blocks.last
    if (block === undefined) return
    const { line, define, start } = block
    const inside = blocks.close()
    if (line === undefined) return
    const { source } = this.problems
    const closed = new LeanBlock(line, inside, blocks.second, source, start, end)
    if (define === undefined && !unclosed) return this.add(closed)
    const { sort, hasBlock, entries } = closed
    const span = this.problems.span(start, end)
    const statement = { sort, line, entries, hasBlock, span }
    const left = unclosed ? { ...statement, unclosed } : statement
    this.add(define === undefined ? left : { ...left, define })
  }

  /** Closes what was left open. */
  private closeAll(before: number): void {
    const { blocks, codeEnd, lineEnd } = this
    this.forgiven = blocks.depth + this.overflow
    this.overflow = 0
    while (blocks.depth > 0) {
      const block = blocks.last
      if (block?.line !== undefined) this.unclosed.add(block.line.span, block.indent, lineEnd)
      this.close(Math.min(codeEnd, before), true)
    }
  }

  /** Whether a line may stand where it does; else it is reported, once for all that follow it. */
  private isAtHome(piece: Piece): boolean {
    if (this.blocks.depth > 0) return true
    const { problems } = this
    const { start, end, sort } = piece
    const plain = sort === LineSort.plan || sort === LineSort.define
    if (
      plain &&
      (piece.indent === 0 || piece.part === true || this.kinds.has(this.wordOf(piece)))
    ) {
      if (this.astray) this.forgiven = 0
      this.astray = false
      return true
    }
    if (!this.astray && this.forgiven === 0) {
      const what =
        sort === LineSort.header ? 'a table' : `a line \`${brief(this.wordOf(piece))} …\``
      problems.add(report('line-outside-block', problems.span(start, end), { what }))
      this.forgiven = 1
    }
    this.astray = true
    return false
  }

  /** Rows below no header are one mistake, however many there are. */
  private strayRow(piece: Piece, line: number): void {
    if (this.headless || this.astray || line === -1) return
    const { problems } = this
    const { text } = problems.source
    // Of a run, its first row.
    const run = this.runs.of(line)
    const end = run === undefined ? piece.end : this.runs.placeOf(run, 0).end
    const span = problems.span(piece.start, end)
    this.headless = true
    if (
      piece.sort === LineSort.row &&
      !/^\d{4}[-/.]/.test(text.slice(span.start, span.start + 5))
    ) {
      const found = brief(text.slice(span.start, span.end).split(/\s/, 1)[0] ?? '')
      const word = problems.span(span.start, span.start + found.length)
      problems.add(report('line-start', word, { found }))
      return
    }
    const lost = this.lostHeader(span)
    if (lost === undefined) problems.add(report('row-without-header', span, {}))
    else {
      const labels = [{ span, text: 'the first of the rows' }]
      const mends = [mend('write `month`', lost.month)]
      problems.add(report('header-without-month', lost.span, {}, { labels, mends }))
    }
  }

  /** The line just above a row, if it has a word for each cell: the edit makes it a header. */
  private lostHeader(row: Span) {
    const above = this.lastEntry()
    if (this.blocks.depth === 0) return undefined
    if (above?.sort !== 'statement' || above.hasBlock || above.define !== undefined)
      return undefined
    const { span, keyword, arguments: behind, clauses, value } = above.line
    if (clauses.length > 0 || value !== undefined || span.end !== this.codeEnd) return undefined
    const cells = textOf(row).replace(ROW_MONTHS, '').trim().split(/\s+/).length
    if (behind.length + 1 === cells) {
      const start = this.problems.span(span.start, span.start)
      return { span, month: [start, 'month '] as const }
    }
    const misspelt = behind.length === cells && closest(keyword.text, ['month']) !== undefined
    return misspelt ? { span, month: [keyword.span, 'month'] as const } : undefined
  }

  private closesAll(piece: Piece): boolean {
    const plain = piece.sort === LineSort.plan || piece.sort === LineSort.define
    if (piece.indent > 0 || piece.part === true || !plain) return false
    return this.kinds.has(this.wordOf(piece))
  }

  /** The first word of a piece. */
  private wordOf({ start, end }: Piece): string {
    const { text } = this.problems.source
    return text.slice(start, wordEnd(text, start, end))
  }

  /**
   * Whether deeper lines and a brace that closes them follow a statement at the top: then it is
   * sure that its own brace was lost, since nothing else is open.
   */
  private lostItsBrace(piece: Piece): boolean {
    const { lines } = this
    const last = Math.min(lines.count, this.line + LOOK_AHEAD)
    let open = 0
    let deeper = false
    for (let line = this.line; line < last; line += 1) {
      const sort = lines.sort[line] ?? 0
      if (sort <= LineSort.comment || sort >= LineSort.continuation) continue
      const flags = lines.flags[line] ?? 0
      if ((flags & LineFlag.braces) !== 0) return false
      const indent = (lines.codeStart[line] ?? 0) - (lines.start[line] ?? 0)
      if (indent <= piece.indent) {
        return deeper && open === 0 && indent === piece.indent && (flags & LineFlag.closes) !== 0
      }
      deeper ||= sort !== LineSort.brace
      if (!deeper) return false
      if (
        (flags & LineFlag.opens) !== 0 ||
        (lines.flags[lastOf(lines, line)] ?? 0) & LineFlag.opens
      ) {
        open += 1
      }
      if ((flags & LineFlag.closes) !== 0) open -= 1
      if (open < 0) return false
    }
    return false
  }

  private add(entry: Entry): void {
    if (this.blocks.depth > 0) this.blocks.add(entry)
    else if (entry.sort === 'statement') this.statements.push(entry)
  }

  /** The last entry of the innermost block, or of the file where none is open. */
  private lastEntry(): Entry | undefined {
    return this.blocks.depth > 0 ? this.blocks.lastEntry : this.statements.at(-1)
  }

  /** A line with its line end. */
  private wholeLine(line: number) {
    const { lines, problems } = this
    const next = lines.start[line + 1] ?? problems.source.text.length
    return problems.span(lines.start[line] ?? 0, next)
  }
}

/** Lays out the code of a tree's lines: indents, spaces, columns and tables; no comments yet. */

import { lex } from '../../grammar/lexer.ts'
import { lastOf, LineSort } from '../../grammar/lines.ts'
import { Problems } from '../../grammar/problems.ts'
import type { Token } from '../../grammar/tokens.ts'
import type { Entry, Statement, Table } from '../../grammar/tree.ts'
import type { CutLine } from './columns.ts'
import { setColumns } from './columns.ts'
import type { Cuttable, SpacedLine } from './cut-line.ts'
import { cutFirst, cutLine, spacedText } from './cut-line.ts'
import type { Page } from './page.ts'
import { continuationIndentOf, indentOf, isAnyKept, isKept, lineAt } from './page.ts'
import { spacesBefore } from './spacing.ts'
import type { Row } from './table-layout.ts'
import { cutRow, setTable } from './table-layout.ts'
import { widthOf } from './width.ts'

/** Its block holds a small world of its own, laid out as a file is. */
const ENCLOSING = 'test'

/** A line that may be set in columns with its neighbours. */
interface Neighbour {
  readonly first: number
  readonly last: number
  readonly cut: CutLine
}

/** What the lines of one block have in common. */
interface Block {
  readonly depth: number
  /** At the top, lines that begin with different words are no neighbours. */
  readonly top: boolean
  /** In a rule, what stands behind the first words is set in one column. */
  readonly firstWidth: number
}

export function layOutEntries(
  page: Page,
  entries: readonly Entry[],
  depth: number,
  top: boolean,
): void {
  const block = { depth, top, firstWidth: top ? 0 : ruleWidth(page, entries) }
  let run: Neighbour[] = []
  for (const entry of entries) {
    const first = lineAt(page.source, startOf(entry))
    const neighbour = neighbourOf(page, entry, first, depth)
    const before = run.at(-1)
    const parted = before !== undefined && isParted(page, before.last, first)
    if (neighbour === undefined || parted) {
      setRun(page, run, block)
      run = []
    }
    if (neighbour !== undefined) run.push(neighbour)
    else if ('sort' in entry && entry.sort === 'table') layOutTable(page, entry, depth)
    else if (entry.sort === 'statement' && entry.hasBlock) layOutBlock(page, entry, first, depth)
  }
  setRun(page, run, block)
}

/** A line of its own, cut; undefined for a table, a block, or a line that stays as it is. */
function neighbourOf(
  page: Page,
  entry: Entry,
  first: number,
  depth: number,
): Neighbour | undefined {
  if (entry.sort === 'table' || (entry.sort === 'statement' && entry.hasBlock)) return undefined
  if (isAnyKept(page, first)) return undefined
  const last = lastOf(page.lines, first)
  const line = spacedLine(page, first, last)
  const node: Cuttable = entry.sort === 'statement' ? entry.line : entry
  if (first === last) return { first, last, cut: cutLine(line, node) }
  const behind = layOutContinuation(page, line, { first, last, depth })
  return { first, last, cut: cutFirst(line, behind) }
}

function setRun(page: Page, run: readonly Neighbour[], { depth, top, firstWidth }: Block): void {
  const cuts = run.map(({ cut }) => cut)
  const widest = cuts.reduce((width, [first]) => Math.max(width, widthOf(first.text)), 0)
  const texts = setColumns(cuts, top ? 0 : firstWidth > 0 ? firstWidth : widest)
  for (const [index, { first }] of run.entries()) {
    page.code[first] = indentOf(depth) + (texts[index] ?? '')
  }
}

/** The width of the longest first word in the block of a rule; 0 for other blocks. */
function ruleWidth(page: Page, entries: readonly Entry[]): number {
  if (!entries.some((entry) => isRuleLine(entry))) return 0
  let width = 0
  for (const entry of entries) {
    if (entry.sort === 'table' || (entry.sort === 'statement' && entry.hasBlock)) continue
    if (isAnyKept(page, lineAt(page.source, startOf(entry)))) continue
    width = Math.max(width, widthOf(firstWord(entry)))
  }
  return width
}

function isRuleLine(entry: Entry): boolean {
  return entry.sort !== 'table' && entry.sort !== 'statement' && entry.sort !== 'clauses'
}

function firstWord(entry: Exclude<Entry, Table>): string {
  if (entry.sort === 'statement') return entry.line.keyword.text
  if (entry.sort === 'clauses') return entry.clauses[0]?.preposition.text ?? ''
  return entry.sort === 'damaged-rule-line' ? entry.word : entry.sort
}

/** The head of a block, what stands in it, and its closing brace. */
function layOutBlock(page: Page, statement: Statement, first: number, depth: number): void {
  const { lines, source } = page
  const last = lastOf(lines, first)
  const close = lineAt(source, statement.span.end)
  page.depth.fill(depth + 1, last + 1, close)
  if (!isAnyKept(page, first)) {
    const line = spacedLine(page, first, last)
    const behind = layOutContinuation(page, line, { first, last, depth })
    page.code[first] = indentOf(depth) + spacedText(line, 0, behind)
    page.code[last] += ' {'
  }
  if (!isKept(page, close)) page.code[close] = `${indentOf(depth)}}`
  const top = statement.line.keyword.text === ENCLOSING
  layOutEntries(page, statement.entries, depth + 1, top)
}

function layOutTable(page: Page, table: Table, depth: number): void {
  const { lines, source } = page
  const header = lineAt(source, table.span.start)
  if (isAnyKept(page, header)) return
  const last = lineAt(source, table.span.end)
  const columns = table.columns.map(({ span }) => source.text.slice(span.start, span.end))
  const places: number[] = []
  const rows: Row[] = []
  for (let line = header + 1; line <= last; line += 1) {
    const sort = lines.sort[line]
    if ((sort !== LineSort.row && sort !== LineSort.total) || isKept(page, line)) continue
    const row = cutRow(source.text, lines.codeStart[line] ?? 0, lines.codeEnd[line] ?? 0)
    if (row.cells.length !== columns.length) continue
    places.push(line)
    rows.push(row)
  }
  const set = setTable(columns, rows, indentOf(depth))
  page.code[header] = set.header
  for (const [index, line] of places.entries()) page.code[line] = set.rows[index]
}

/** Lays out all but a line's first physical line; gives how many tokens stand on the first. */
function layOutContinuation(
  page: Page,
  line: SpacedLine,
  { first, last, depth }: { readonly first: number; readonly last: number; readonly depth: number },
): number {
  const { lines } = page
  const indent = continuationIndentOf(depth)
  const behind = tokensBefore(line.tokens, 0, lines.end[first] ?? 0)
  let from = behind
  for (let at = first + 1; at <= last; at += 1) {
    const to = tokensBefore(line.tokens, from, lines.end[at] ?? 0)
    page.code[at] = indent + spacedText(line, from, to)
    from = to
  }
  return behind
}

function tokensBefore(tokens: readonly Token[], from: number, offset: number): number {
  let index = from
  while ((tokens[index]?.startOffset ?? offset) < offset) index += 1
  return index
}

function spacedLine(page: Page, first: number, last: number): SpacedLine {
  const { source, lines } = page
  const start = lines.codeStart[first] ?? 0
  const { tokens } = lex(new Problems(source), start, lines.codeEnd[last] ?? 0)
  const sort = lines.sort[first]
  const expression = sort === LineSort.rule || sort === LineSort.define
  return { source, tokens, spaces: spacesBefore(tokens, expression) }
}

/** A blank line, or one that stays as it is, parts neighbours; a comment does not. */
function isParted(page: Page, before: number, after: number): boolean {
  for (let line = before + 1; line < after; line += 1) {
    if (page.lines.sort[line] !== LineSort.comment) return true
  }
  return false
}

function startOf(entry: Entry): number {
  return entry.sort === 'statement' ? entry.line.span.start : entry.span.start
}

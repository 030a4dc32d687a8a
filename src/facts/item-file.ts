/** Items from a file: each line of it becomes a fact, whose places are in the file. */

import { cellsOf, columnsOf } from '../base/item-data.ts'
import type { ItemData, ItemRow, ReadItems, SourceProblem } from '../base/item-data.ts'
import type { Source, Span } from '../base/source.ts'
import { lineStartsOf, spanOf } from '../base/source.ts'
import { reportName } from '../diagnostics/names.ts'
import { kindSpec } from '../vocabulary/vocabulary.ts'
import { drop, register } from './declare.ts'
import type { Binding } from './binding.ts'
import type { Draft } from './draft.ts'
import { refer } from './binding.ts'
import { RowDraft, setField } from './draft.ts'
import { textIn } from './fact.ts'
import { factNamed, noteUnresolved } from './resolve.ts'
import { shapeOf } from './shape.ts'

/** What a kind of statement reads: facts of which kind, from which columns. */
export interface FileKind {
  readonly statement: string
  readonly fact: string
  /** Each column, the field that it fills, and what the field holds. */
  readonly columns: readonly FileColumn[]
}

interface FileColumn {
  readonly column: string
  readonly field: string
  readonly names?: readonly string[]
  readonly required: boolean
}

/** The kinds whose facts stand in files of data. */
export const fileKinds: readonly FileKind[] = [
  {
    statement: 'items',
    fact: 'item',
    columns: [
      { column: 'item', field: 'name', required: true },
      { column: 'family', field: 'family', names: ['family'], required: true },
      { column: 'title', field: 'title', required: false },
    ],
  },
]

/** Reads the files that statements of a kind name; the facts are in the order of the lines. */
export function readFiles(
  state: Binding,
  kind: FileKind,
  statements: readonly Draft[],
  readItems: ReadItems,
): Draft[] {
  const facts: Draft[] = []
  const seen = new Map<string, Draft>()
  for (const statement of statements) {
    const path = textIn(statement, 'path')
    const before = path === undefined ? undefined : seen.get(path)
    if (path === undefined) {
      state.lostKinds.add(kind.fact)
    } else if (before === undefined) {
      seen.set(path, statement)
      readFile(state, kind, statement, readItems(path), facts)
    } else {
      const labels = [{ span: before.span, text: 'read here first' }]
      state.problems.push(reportName('items-doubled', statement.span, { path }, { labels }))
    }
  }
  return facts
}

function readFile(
  state: Binding,
  kind: FileKind,
  statement: Draft,
  data: ItemData | SourceProblem,
  facts: Draft[],
): void {
  if (!isData(data)) {
    reportUnreadable(state, kind, statement, data)
    return
  }
  const places = kind.columns.map(({ column }) =>
    data.header.findIndex((word) => word.trim() === column),
  )
  const missing = kind.columns.find((column, at) => column.required && (places[at] ?? -1) < 0)
  if (missing !== undefined) {
    state.lostKinds.add(kind.fact)
    const labels = [{ span: statement.span, text: 'read here' }]
    const values = { column: missing.column }
    state.problems.push(reportName('items-column', lineSpan(data.source, 1), values, { labels }))
    return
  }
  const incomplete = new Map<string, Span[]>()
  const doubled: (readonly [Draft, Draft])[] = []
  const columns = columnsOf(data)
  const wide: ItemRow[] = []
  for (const row of data.rows) {
    if (cellsOf(row, columns).length > columns) {
      wide.push(row)
      continue
    }
    const fact = readRow(state, kind, data.source, row, places, incomplete)
    if (fact === undefined) continue
    const before = factNamed(state, [kind.fact], fact.name ?? '')
    if (before === undefined) {
      register(state, fact)
      facts.push(fact)
    } else {
      doubled.push([before, fact])
    }
  }
  reportDoubled(state, doubled)
  for (const [column, spans] of incomplete) reportIncomplete(state, column, spans)
  reportWide(state, data.source, wide, columns)
  if (incomplete.size > 0 || wide.length > 0) state.lostKinds.add(kind.fact)
}

function readRow(
  state: Binding,
  kind: FileKind,
  source: Source,
  row: ItemRow,
  places: readonly number[],
  incomplete: Map<string, Span[]>,
): Draft | undefined {
  const cells = kind.columns.map((_, at) => row.cells[places[at] ?? -1]?.trim() ?? '')
  const empty = kind.columns.findIndex((column, at) => column.required && cells[at] === '')
  if (empty >= 0) {
    const column = kind.columns[empty]?.column ?? ''
    const spans = incomplete.get(column)
    const span = lineSpan(source, row.line)
    if (spans === undefined) incomplete.set(column, [span])
    else spans.push(span)
    return undefined
  }
  const spec = kindSpec(kind.fact)
  const name = cells[kind.columns.findIndex(({ field }) => field === 'name')]
  if (spec === undefined || name === undefined) return undefined
  const nameSpan = cellSpan(source, row.line, name)
  const draft = new RowDraft(shapeOf(spec), name, nameSpan)
  for (const [at, column] of kind.columns.entries()) {
    const text = cells[at]
    if (text === undefined || text === '') continue
    fillCell(state, draft, column, text, cellSpan(source, row.line, text))
  }
  return draft
}

function fillCell(
  state: Binding,
  draft: Draft,
  { field, names }: FileColumn,
  text: string,
  span: Span,
): void {
  if (names === undefined) {
    const value =
      field === 'name' ? ({ type: 'word', word: text } as const) : ({ type: 'text', text } as const)
    setField(draft, field, value, span)
    return
  }
  const fact = factNamed(state, names, text)
  if (fact === undefined) {
    draft.damaged = true
    noteUnresolved(state, { type: 'fact', kinds: names }, text, span)
    return
  }
  setField(draft, field, refer(state, span, fact), span)
}

function reportUnreadable(
  state: Binding,
  kind: FileKind,
  statement: Draft,
  { problem, line, help }: SourceProblem,
): void {
  state.lostKinds.add(kind.fact)
  statement.damaged = true
  const path = textIn(statement, 'path') ?? ''
  const at = line === undefined ? problem : `line ${line}: ${problem}`
  const span = statement.fields.get('path')?.span ?? statement.span
  state.problems.push(
    reportName('items-unreadable', span, { path, problem: at }, help === undefined ? {} : { help }),
  )
}

/** A file read twice under two names would double every line: one message for all of them. */
function reportDoubled(state: Binding, doubled: readonly (readonly [Draft, Draft])[]): void {
  const first = doubled[0]
  if (first === undefined) return
  const more = doubled.length - 1
  const others = more === 1 ? 'so is one more name' : `so are ${more} more names`
  drop(state, first[0], first[1], more > 0 ? `, and ${others} of this file` : '')
  for (const [before] of doubled) before.damaged = true
}

function reportIncomplete(state: Binding, column: string, spans: readonly Span[]): void {
  const [first, ...others] = spans
  if (first === undefined) return
  const count = others.length
  const more = count > 1 ? ` (nor have ${count} others)` : count === 1 ? ' (nor has another)' : ''
  state.problems.push(reportName('items-row', first, { column, more }))
}

/** Which of its cells is too many cannot be told: nothing is read of such a line. */
function reportWide(
  state: Binding,
  source: Source,
  rows: readonly ItemRow[],
  columns: number,
): void {
  const [first] = rows
  if (first === undefined) return
  const cells = cellsOf(first, columns).length
  const others = rows.length - 1
  const more =
    others === 0 ? '' : ` (and ${others} more ${others === 1 ? 'line has' : 'lines have'} too many)`
  const values = { line: first.line, cells, columns, more }
  state.problems.push(reportName('items-cells', lineSpan(source, first.line), values))
}

function isData(data: ItemData | SourceProblem): data is ItemData {
  return 'rows' in data
}

/** Where a cell stands in its line: the text itself where it can be found, else the line. */
function cellSpan(source: Source, line: number, text: string): Span {
  const whole = lineSpan(source, line)
  let at = source.text.indexOf(text, whole.start)
  while (at >= 0 && at + text.length <= whole.end) {
    const end = at + text.length
    if (isEdge(source.text, at - 1) && isEdge(source.text, end)) return spanOf(source, at, end)
    at = source.text.indexOf(text, at + 1)
  }
  return whole
}

function isEdge(text: string, at: number): boolean {
  return at < 0 || at >= text.length || ',;"\t \r\n'.includes(text.charAt(at))
}

function lineSpan(source: Source, line: number): Span {
  const starts = lineStartsOf(source)
  const start = starts[line - 1] ?? 0
  let end = starts[line] ?? source.text.length
  while (end > start && '\r\n'.includes(source.text.charAt(end - 1))) end -= 1
  return spanOf(source, start, end)
}

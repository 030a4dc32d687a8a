/** Columns of tables: series, items, groups or fixed words; and what their cells may say. */

import { or } from '../base/phrases.ts'
import type { Span } from '../base/source.ts'
import { compareSpans } from '../base/source.ts'
import { closest } from '../base/suggest.ts'
import { reportName } from '../diagnostics/names.ts'
import { cellSpan } from '../../grammar/places.ts'
import { wordsOf } from '../../grammar/row-table.ts'
import type { Cell, Name, Table } from '../../grammar/tree.ts'
import { SERIES_NAMES, seriesSpec } from '../vocabulary/series.ts'
import type { FieldType, TableSpec } from '../vocabulary/spec.ts'
import type { Binding, StrayColumn } from './binding.ts'
import type { Draft } from './draft.ts'
import { refer } from './binding.ts'
import { addTable } from './draft.ts'
import type { BoundColumn, BoundTable } from './fact.ts'
import { didYouMean, factNamed, mendAll, morePlaces, noteUnresolved } from './resolve.ts'
import { marked, named } from './wanted.ts'

/** Columns that are facts: of which kind, and which field ties them to the statement's own. */
interface FactColumns {
  readonly type: FieldType
  readonly kinds: readonly string[]
  readonly tie: string | undefined
}

const factColumns: Readonly<Record<'items' | 'groups', FactColumns>> = {
  items: { type: { type: 'fact', kinds: ['item'] }, kinds: ['item'], tie: 'family' },
  groups: { type: { type: 'fact', kinds: ['group'] }, kinds: ['group'], tie: undefined },
}

/** Columns as a header's words name them. */
type Columns = BoundTable['columns']

/** The words that a header may have. */
type Words = Exclude<TableSpec['columns'], 'items' | 'groups'>

const NO_COLUMNS: Columns = []

/** Adds a table to its statement. Columns that are facts wait until every field is known. */
export function bindTable(state: Binding, draft: Draft, spec: TableSpec, table: Table): void {
  const { columns } = spec
  if (table.misfit) {
    // Where no row fits the header, its words are in doubt, too: the parser has said so.
    const unknown = table.columns.map(() => undefined)
    addTable(draft, { table, columns: known(draft, unknown) })
  } else if (columns === 'items' || columns === 'groups') {
    const bound = { table, columns: NO_COLUMNS }
    addTable(draft, bound)
    state.waiting.push({ draft, bound, columns })
  } else addTable(draft, { table, columns: wordColumns(state, draft, spec, columns, table) })
  if (table.others.size > 0) checkCells(state, spec, table)
  if (table.total !== undefined && !spec.total) reportTotal(state, draft, table.total.span)
}

export function bindFactColumns(state: Binding): void {
  for (const { draft, bound, columns } of state.waiting) {
    const wanted = factColumns[columns]
    const facts = bound.table.columns.map((name) => bindFact(state, draft, wanted, name))
    bound.columns = known(draft, facts)
  }
}

/** Nearly all tables of a kind have the same words above them. */
function wordColumns(
  state: Binding,
  draft: Draft,
  spec: TableSpec,
  words: Words,
  table: Table,
): Columns {
  const header = wordsOf(table)
  const before = state.headers.get(spec)
  if (before?.header === header) return before.columns
  const columns = table.columns.map((name) => bindWord(state, words, name))
  const refused = spec.computes === true && refuseComputed(state, draft, table)
  // Where one is none, that is said of each table.
  if (!refused && !columns.includes(undefined)) state.headers.set(spec, { header, columns })
  return known(draft, columns)
}

/** Whether the table states a series that follows from others. */
function refuseComputed(state: Binding, draft: Draft, { columns }: Table): boolean {
  let some = false
  for (const { text, span } of columns) {
    const from = seriesSpec(text)?.computed
    if (from === undefined) continue
    some = true
    draft.damaged = true
    const values = { column: text, keyword: draft.shape.keyword, ...from }
    state.problems.push(reportName('computed-column', span, values))
  }
  return some
}

/** The columns; where one of them is none, the statement does not say all that it meant to. */
function known(draft: Draft, columns: Columns): Columns {
  if (columns.includes(undefined)) draft.damaged = true
  return columns
}

function bindWord(state: Binding, words: Words, name: Name): BoundColumn | undefined {
  const { text } = name
  // The parser has said that this column is none.
  if (text === '') return undefined
  if (words === 'series' ? isSeries(text) : words.includes(text)) {
    return { name: text, fact: undefined }
  }
  noteStray(state, words === 'series' ? SERIES_NAMES : words, name)
  return undefined
}

function isSeries(word: string): boolean {
  return seriesSpec(word) !== undefined
}

function bindFact(
  state: Binding,
  draft: Draft,
  wanted: FactColumns,
  name: Name,
): BoundColumn | undefined {
  if (name.text === '') return undefined
  const fact = factNamed(state, wanted.kinds, name.text)
  if (fact === undefined) {
    noteUnresolved(state, wanted.type, name.text, name.span)
    return undefined
  }
  refer(state, name.span, fact)
  if (wanted.tie !== undefined) {
    const mine = draft.fields.get(wanted.tie)?.value
    const its = fact.fields.get(wanted.tie)?.value
    if (mine?.type === 'fact' && its?.type === 'fact' && mine.fact !== its.fact) {
      const values = {
        name: named(name.text),
        owner: named(its.fact.name ?? ''),
        family: named(mine.fact.name ?? ''),
      }
      const span = fact.nameSpan ?? fact.span
      const labels = [{ span, text: `declared here in ${values.owner}` }]
      state.problems.push(reportName('foreign-column', name.span, values, { labels }))
      return undefined
    }
  }
  return { name: name.text, fact }
}

function noteStray({ strays }: Binding, known: readonly string[], name: Name): void {
  const key = `${known.join(' ')} ${name.text}`
  const stray = strays.get(key)
  if (stray === undefined) strays.set(key, { word: name.text, known, places: [name.span] })
  else stray.places.push(name.span)
}

/** Words that are no columns, each once. */
export function reportStrays(state: Binding): void {
  for (const stray of state.strays.values()) reportStray(state, stray)
}

function reportStray(state: Binding, { word, known, places }: StrayColumn): void {
  const [first, ...others] = places.toSorted(compareSpans)
  if (first === undefined) return
  const suggestion = closest(word, known)
  const values = { word, more: morePlaces(others.length) }
  const extras =
    suggestion === undefined
      ? { help: `its columns are ${or(known.map(marked))}` }
      : { help: didYouMean(suggestion), mends: [mendAll(places, suggestion)] }
  state.problems.push(reportName('unknown-column', first, values, extras))
}

/** Percentages and rests where the table takes none: one message for each of the two. */
function checkCells(state: Binding, spec: TableSpec, table: Table): void {
  let percents = 0
  let rests = 0
  let firstPercent = -1
  let firstRest = -1
  for (const [at, cell] of table.others) {
    if (isPercent(cell) && !spec.percent) {
      percents += 1
      if (firstPercent < 0 || at < firstPercent) firstPercent = at
    } else if (cell.sort === 'rest' && !spec.rest) {
      rests += 1
      if (firstRest < 0 || at < firstRest) firstRest = at
    }
  }
  const wanted = `its cells are ${spec.percent ? 'numbers or percentages' : 'plain numbers'}`
  if (percents > 0) reportCell(state, table, firstPercent, percents, wanted)
  if (rests > 0) reportCell(state, table, firstRest, rests, wanted)
}

function isPercent(cell: Cell): boolean {
  return cell.sort === 'number' && cell.percent
}

function reportCell(state: Binding, table: Table, at: number, count: number, wanted: string): void {
  const width = table.columns.length
  const span = cellSpan(table, Math.floor(at / width), at % width)
  const found = table.source.text.slice(span.start, span.end)
  const more = count > 1 ? ` (and ${count - 1} more of its kind)` : ''
  state.problems.push(reportName('unexpected-cell', span, { found, more, wanted }))
}

function reportTotal(state: Binding, draft: Draft, span: Span): void {
  draft.damaged = true
  const mends = [{ title: 'delete this row', edits: [{ span, text: '' }] }]
  const values = { keyword: draft.shape.keyword }
  state.problems.push(reportName('unexpected-total', span, values, { mends }))
}

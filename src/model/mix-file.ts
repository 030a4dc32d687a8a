/** Reads a file of item plans: `month,item,quantity`, or a column an item. */

import { divide, isZero, negate, readExact } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { ItemData, ReadItems } from '../base/item-data.ts'
import { parseMonth, printMonth } from '../base/month.ts'
import type { Month } from '../base/month.ts'
import { lineStartsOf, lineText, spanOf } from '../base/source.ts'
import type { Span } from '../base/source.ts'
import { closest } from '../base/suggest.ts'
import { reportCells } from '../diagnostics/cells.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn } from '../facts/fact.ts'
import { convert } from '../units/amount.ts'
import { NUMBER, SHARE } from './change.ts'
import { copyInto, makeDraft, put, rangeOf, spanning, statedIn } from './column.ts'
import type { Ground } from './ground.ts'
import { statesShares } from './shares.ts'
import { spanStating } from './stated.ts'
import type { Kept, StatedColumn } from './stated.ts'
import { unitsIn } from './statements.ts'

/** The cells of one file, by item. */
export interface FileCells {
  readonly columns: ReadonlyMap<Fact, readonly FileCell[]>
  /** Puts the file's cells of an item over a column that tables state. */
  readonly over: (item: Fact, column: StatedColumn, kept: Kept) => StatedColumn
}

interface FileCell {
  readonly month: Month
  readonly value: Exact
  readonly sort: number
  readonly span: Span
}

export function readMixFile(
  ground: Ground,
  readItems: ReadItems,
  statement: Fact,
  path: string,
  family: Fact,
): FileCells {
  const columns = new Map<Fact, FileCell[]>()
  const data = readItems(path)
  const unit = unitsIn(ground, statement, family).volume
  const file: FileCells = {
    columns,
    over: (item, column, kept) => merge(ground, columns.get(item) ?? [], column, kept, unit),
  }
  const at = statement.fields.get('path')?.span ?? statement.span
  if ('problem' in data) {
    const extras = data.help === undefined ? {} : { help: data.help }
    ground.problems.push(reportCells('mix-unreadable', at, { path, problem: data.problem }, extras))
    return file
  }
  const cells = textCells(data)
  if (cells === undefined) {
    const span = lineSpan(data, 1)
    ground.problems.push(reportCells('mix-columns', span, { path }))
    return file
  }
  readCells(ground, data, cells, family, columns, statesShares(statement))
  return file
}

interface TextCell {
  readonly line: number
  readonly month: string
  readonly item: string
  readonly number: string
}

/** The cells as texts, whichever of the two shapes the file has. */
function textCells(data: ItemData): readonly TextCell[] | undefined {
  const header = data.header.map((name) => name.trim())
  const words = header.map((name) => name.toLowerCase())
  const month = words.indexOf('month')
  if (month < 0 || header.length < 2) return undefined
  const item = words.indexOf('item')
  const quantity = words.indexOf('quantity')
  const text = (cells: readonly string[], at: number): string => (cells[at] ?? '').trim()
  if (item >= 0 && quantity >= 0) {
    return data.rows.map(({ line, cells }) => ({
      line,
      month: text(cells, month),
      item: text(cells, item),
      number: text(cells, quantity),
    }))
  }
  const others = header
    .map((name, index) => ({ name, index }))
    .filter(({ index }) => index !== month)
  return data.rows.flatMap(({ line, cells }) =>
    others.map(({ name, index }) => ({
      line,
      month: text(cells, month),
      item: name,
      number: text(cells, index),
    })),
  )
}

function readCells(
  ground: Ground,
  data: ItemData,
  cells: readonly TextCell[],
  family: Fact,
  columns: Map<Fact, FileCell[]>,
  shares: boolean,
): void {
  const wrong = new Map<string, { found: string; wanted: string; line: number; count: number }>()
  const meet = (found: string, wanted: string, line: number): void => {
    const key = `${wanted}\n${found}`
    const known = wrong.get(key)
    if (known === undefined) wrong.set(key, { found, wanted, line, count: 1 })
    else known.count += 1
  }
  for (const { line, month: monthText, item: itemText, number } of cells) {
    if (number === '' || number === '-') continue
    const item = ground.facts.named('item', itemText)
    const month = parseMonth(monthText)
    const value = readNumber(number)
    const inReach = month !== undefined && month >= ground.reach.from && month <= ground.reach.to
    if (item === undefined) meet(itemText, 'an item', line)
    else if (!inReach) meet(monthText, 'a month, such as `2026-11`', line)
    else if (value === undefined) meet(number, 'a number, such as `1200` or `40%`', line)
    else if (shares && value.sort === NUMBER && !isZero(value.value)) {
      meet(number, 'a share, such as `40%`', line)
    }
    // A file may hold the items of several families, each read by its own statement.
    else if (factIn(item, 'family') === family) {
      const own = columns.get(item) ?? []
      columns.set(item, own)
      own.push({ month, ...value, span: lineSpan(data, line) })
    }
  }
  for (const each of wrong.values()) reportRow(ground, data, each, family)
}

function reportRow(
  ground: Ground,
  data: ItemData,
  wrong: { found: string; wanted: string; line: number; count: number },
  family: Fact,
): void {
  const { found, wanted, line, count } = wrong
  const key = `${data.source.path}\n${wanted}\n${found}`
  if (ground.reported.has(key)) return
  ground.reported.add(key)
  const more = count > 1 ? ` (and in ${count - 1} more ${count === 2 ? 'place' : 'places'})` : ''
  const items = ground.facts.whose('item', 'family', family).map((item) => item.name ?? '')
  const meant = wanted === 'an item' ? closest(found, items) : undefined
  const help = meant === undefined ? {} : { help: `did you mean \`${meant}\`?` }
  const span = lineSpan(data, line)
  ground.problems.push(reportCells('mix-row', span, { found, wanted, more }, help))
}

function readNumber(text: string): { readonly value: Exact; readonly sort: number } | undefined {
  const percent = text.endsWith('%')
  const minus = text.startsWith('-')
  const start = minus || text.startsWith('+') ? 1 : 0
  const value = readExact(text, start, text.length - (percent ? 1 : 0))
  if (value === undefined) return undefined
  const signed = minus ? negate(value) : value
  const share = percent ? divide(signed, 100) : signed
  return share === undefined ? undefined : { value: share, sort: percent ? SHARE : NUMBER }
}

function merge(
  ground: Ground,
  cells: readonly FileCell[],
  column: StatedColumn,
  kept: Kept,
  unit: string | undefined,
): StatedColumn {
  if (cells.length === 0) return column
  let extent = rangeOf(column)
  for (const { month } of cells) extent = spanning(extent, { from: month, to: month })
  if (extent === undefined) return column
  const draft = makeDraft(extent)
  copyInto(draft, column, extent)
  const sorts = new Uint8Array(draft.length)
  column.sorts?.forEach((sort, index) => {
    sorts[index + column.first - draft.first] = sort
  })
  const places = new Map(column.places)
  for (const { month, value, sort, span } of cells) {
    const index = month - draft.first
    if (statedIn(draft, month)) {
      const cell = `${kept.name} in ${printMonth(month)}`
      const first = places.get(month) ?? spanStating(column, month)
      const labels = first === undefined ? [] : [{ span: first, text: 'stated here first' }]
      ground.problems.push(reportCells('doubled-cell', span, { cell }, { labels }))
      continue
    }
    const volume =
      sort === SHARE ? value : convert(ground.units, value, unit, kept.unit, kept.family, month)
    put(draft, index, volume)
    draft.stated[index] = 1
    sorts[index] = sort
    places.set(month, span)
  }
  return column.with(draft, { sorts, places })
}

function lineSpan(data: ItemData, line: number): Span {
  const start = lineStartsOf(data.source)[line - 1] ?? 0
  return spanOf(data.source, start, start + lineText(data.source, line).length)
}

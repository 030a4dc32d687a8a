/** Where a cell's number comes from, one level deep; and where a finding about it points. */

import { addMonths } from '../base/month.ts'
import type { Month } from '../base/month.ts'
import { isZero } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Span } from '../base/source.ts'
import { quantityOf } from '../units/amount.ts'
import { unitOf } from '../units/owner.ts'
import { SERIES, seriesIndex } from '../vocabulary/series.ts'
import type { SeriesSpec } from '../vocabulary/series.ts'
import type { AllBooks } from './books.ts'
import { type Book, tells } from './book.ts'
import { statedIn, valueIn } from './column.ts'
import { partOf } from './cube.ts'
import type { Cube, Resolved } from './cube.ts'
import { missingOf } from './missing.ts'
import { itemParts } from './mix.ts'
import type { CellAddress, Origin, Subject, Version } from './model.ts'
import { rowStating, spanStating } from './stated.ts'
import type { StatedColumn } from './stated.ts'

interface Asked extends CellAddress {
  readonly spec: SeriesSpec
  readonly index: number
}

export function originOf(cube: Cube, books: AllBooks, cell: CellAddress): Origin {
  const resolved = cube.resolve(cell.version)
  const index = seriesIndex(cell.series)
  const spec = SERIES[index]
  const nothing = (): Origin => ({ from: 'nothing', missing: missingOf(cube, cell) })
  if (resolved === undefined || spec === undefined) return nothing()
  const asked = { ...cell, spec, index }
  const { making } = resolved
  if (making.how === 'book') {
    const book = resolved.kept.book(cell.subject)
    if (book === undefined) return nothing()
    return originInBook(cube, books, resolved, book, asked) ?? nothing()
  }
  if (cube.value(cell.version, cell.series, cell.subject, cell.month) === undefined)
    return nothing()
  if (making.how === 'parts') return originInParts(cube, resolved, making.show, asked) ?? nothing()
  if (making.how === 'bound') {
    const line = cube.bounds.line(making.kind, cell.series, cell.subject, cell.month)
    const field = line?.fields.get('value')
    if (field?.value.type !== 'expression') return nothing()
    return { from: 'expression', expression: field.value.expression, span: field.span }
  }
  const split = cube.mix.get(cell.subject)?.get(cell.series)
  const volume = cube.value('plan', cell.series, cell.subject, cell.month)
  return { from: 'items', items: split === undefined ? [] : itemParts(split, volume, cell.month) }
}

function originInParts(
  cube: Cube,
  resolved: Resolved,
  show: 'value' | 'follows',
  asked: Asked,
): Origin | undefined {
  const { series, subject, month, spec } = asked
  const part = partOf(resolved.parts, month)
  if (part === undefined) return undefined
  if (show === 'value' || spec.flows === undefined) {
    return { from: 'cell', cell: { version: part.version, series, subject, month } }
  }
  return sumOf(cube, part.version, asked)
}

function originInBook(
  cube: Cube,
  books: AllBooks,
  resolved: Resolved,
  book: Book,
  asked: Asked,
): Origin | undefined {
  const { spec, index, month, version, subject } = asked
  const { range, said, strategy } = book
  if (range !== undefined && month === range.from - 1 && spec.flows !== undefined) {
    return openingOrigin(books, resolved, asked)
  }
  if (valueIn(book.value(index), month) === undefined) return undefined
  const column = said[index]
  if (column !== undefined && statedIn(column, month)) return statedOrigin(books, column, asked)
  if (spec.flows !== undefined) {
    const flowing = spec.flows.some(({ series }) => {
      const flow = book.value(seriesIndex(series))
      return tells(flow, month - flow.first)
    })
    return flowing ? sumOf(cube, version, asked) : startOf(asked)
  }
  const unstated = strategy === undefined ? undefined : spec.unstated?.[strategy]
  if (unstated === 0) return { from: 'default', why: `nobody states ${spec.series}: it is 0` }
  const other = unstated ?? spec.computed?.series
  if (other === undefined) return undefined
  const cell = { version, series: other, subject, month }
  if (spec.computed === undefined) return { from: 'cell', cell }
  const factor = book.factor(spec.computed.factor, month)
  const rate = books.rates(spec.computed.factor, subject, month)
  // Of nothing, it needs no factor.
  if (factor === undefined) return { from: 'cell', cell }
  return { from: 'product', cell, factor, what: spec.computed.factor, span: rate?.span }
}

/** The stock before the first month of a plan: the closed month's, else an opening, else 0. */
function openingOrigin(books: AllBooks, resolved: Resolved, asked: Asked): Origin | undefined {
  const { series, subject, month } = asked
  const actual = books.kept('actual').book(subject)
  if (actual !== undefined && valueIn(actual.value(asked.index), month) !== undefined) {
    return { from: 'cell', cell: { version: 'actual', series, subject, month } }
  }
  const cycle = books.ground.cycles.checked
  const fact = cycle && books.openingOf(cycle, subject, series)
  const field = fact?.fields.get('value')
  const amount = quantityOf(field)
  if (field !== undefined && amount !== undefined) {
    const unit = amount.unit?.name.text ?? unitOf(subject)
    return { from: 'stated', span: field.span, written: amount.value, unit, steps: [] }
  }
  const start = resolved.kept.book(subject)?.opening(asked.spec)
  if (start === undefined || !isZero(start)) return undefined
  return startOf(asked)
}

function startOf({ series }: Asked): Origin {
  return { from: 'default', why: `nobody opens the ${series}: it starts at 0` }
}

/** A stock is the one before, and what flows in and out. */
function sumOf(cube: Cube, version: Version, asked: Asked): Origin {
  const { series, subject, month, spec } = asked
  const before = addMonths(month, -1)
  const flows = (spec.flows ?? []).map(({ series: flow, sign }) => ({
    sign,
    cell: { version, series: flow, subject, month },
  }))
  const holder = cube.value(version, series, subject, before) === undefined ? 'actual' : version
  const known = cube.value(holder, series, subject, before) !== undefined
  const cell = { version: known ? holder : version, series, subject, month: before }
  return { from: 'sum', terms: [{ sign: 1, cell }, ...flows] }
}

function statedOrigin(books: AllBooks, column: StatedColumn, asked: Asked): Origin | undefined {
  const { month, subject } = asked
  const applied = column.changes.get(month)
  if (applied !== undefined) {
    const { change, below } = applied
    return { from: 'change', by: change.layer, span: change.span, below }
  }
  if (column.below !== undefined) return statedOrigin(books, column.below, asked)
  const found = rowStating(column, month)
  const span = spanStating(column, month)
  if (found === undefined || span === undefined) return undefined
  const kept = keptUnit(books, asked)
  const unit = found.piece.unit ?? kept
  const { table, columns } = found.piece.bound
  const key = found.row * columns.length + found.piece.at
  const plain = table.cells[key] ?? Number.NaN
  const other = table.others.get(key)
  const written: Exact | undefined = Number.isNaN(plain)
    ? other?.sort === 'number'
      ? other.value
      : undefined
    : plain
  if (written === undefined) return undefined
  const family = subject.kind === 'family' ? subject : undefined
  const { units } = books.ground
  const steps =
    unit === kept || unit === undefined || kept === undefined
      ? []
      : (units.path(unit, kept, family, month) ?? [])
  return { from: 'stated', span, written, unit, steps }
}

function keptUnit(books: AllBooks, { spec, subject }: Asked): string | undefined {
  return spec.dimension === 'money' ? books.ground.units.reporting : unitOf(subject)
}

/** The text of a cell, else the head of the statement that should hold it, else the entity. */
export function placeOf(cube: Cube, cell: CellAddress): Span {
  return cellPlace(cube, cell) ?? cell.subject.nameSpan ?? cell.subject.span
}

function cellPlace(cube: Cube, cell: CellAddress): Span | undefined {
  const resolved = cube.resolve(cell.version)
  const { series, subject, month } = cell
  if (resolved === undefined) return undefined
  const { making } = resolved
  if (making.how === 'parts') {
    const part = partOf(resolved.parts, month)
    return part && cellPlace(cube, { version: part.version, series, subject, month })
  }
  if (making.how === 'bound') return cube.bounds.line(making.kind, series, subject, month)?.span
  if (making.how === 'mix') return mixPlace(cube, subject, series, month)
  const column = saidIn(resolved, subject, series)
  if (column !== undefined && statedIn(column, month)) {
    const span = spanStating(column, month)
    if (span !== undefined) return span
  }
  return resolved.kept.set(subject)?.statements[0]?.span ?? versionSpan(cell.version)
}

function versionSpan(version: Version): Span | undefined {
  return typeof version === 'string' || version.kind === 'function' ? undefined : version.span
}

function mixPlace(cube: Cube, subject: Subject, series: string, month: Month): Span | undefined {
  const split = cube.mix.get(subject)?.get(series)
  for (const column of split?.items.values() ?? []) {
    const span = statedIn(column, month) ? spanStating(column, month) : undefined
    if (span !== undefined) return span
  }
  return split?.statements[0]?.span
}

/** The first month of the row, or of the change, that states a cell. */
export function sinceOf(cube: Cube, cell: CellAddress): Month | undefined {
  const resolved = cube.resolve(cell.version)
  const { series, subject, month } = cell
  if (resolved === undefined) return undefined
  const { making } = resolved
  if (making.how === 'parts') {
    const part = partOf(resolved.parts, month)
    return part && sinceOf(cube, { version: part.version, series, subject, month })
  }
  let column = saidIn(resolved, subject, series)
  if (column === undefined || !statedIn(column, month)) return undefined
  for (; column !== undefined; column = column.below) {
    const applied = column.changes.get(month)
    if (applied !== undefined) return applied.change.months.from
    const found = rowStating(column, month)
    if (found !== undefined) return (found.piece.rows.from[found.row] ?? month) as Month
  }
  return undefined
}

function saidIn(resolved: Resolved, subject: Subject, series: string): StatedColumn | undefined {
  return resolved.kept.book(subject)?.said[seriesIndex(series)]
}

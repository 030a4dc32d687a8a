/** Why a cell is unknown: the first fact that is not there, in a planner's words. */

import { addMonths } from '../base/month.ts'
import { nameOf } from '../facts/fact.ts'
import { SERIES, seriesIndex } from '../vocabulary/series.ts'
import type { SeriesSpec } from '../vocabulary/series.ts'
import { usesArea } from './areas.ts'
import type { Book } from './book.ts'
import { statedIn, valueIn } from './column.ts'
import { partOf } from './cube.ts'
import type { Cube, Resolved } from './cube.ts'
import type { CellAddress, Missing } from './model.ts'

/** `follows`: what the flows give is unknown, whatever is stated of the stock itself. */
export function missingOf(cube: Cube, cell: CellAddress, follows = false): Missing {
  const resolved = cube.resolve(cell.version)
  const spec = SERIES[seriesIndex(cell.series)]
  if (resolved === undefined || spec === undefined) return absent(cube, undefined, cell)
  if (resolved.making.how === 'parts') {
    const part = partOf(resolved.parts, cell.month)
    return part === undefined
      ? absent(cube, resolved, cell)
      : missingOf(cube, { ...cell, version: part.version }, resolved.making.show === 'follows')
  }
  const book = resolved.making.how === 'book' ? resolved.kept.book(cell.subject) : undefined
  const range = book?.range
  if (book === undefined || range === undefined) return absent(cube, resolved, cell)
  if (cell.month < range.from || cell.month > range.to) return absent(cube, resolved, cell)
  const said = book.said[seriesIndex(cell.series)]
  const stated = said !== undefined && statedIn(said, cell.month)
  if (stated && !follows) return unconverted(cube, spec, cell)
  return spec.flows === undefined
    ? missingFlow(cube, resolved, book, spec, cell)
    : missingStock(cube, resolved, book, spec, cell)
}

function missingFlow(
  cube: Cube,
  resolved: Resolved,
  book: Book,
  spec: SeriesSpec,
  cell: CellAddress,
): Missing {
  const { strategy } = book
  const unstated = strategy === undefined ? undefined : spec.unstated?.[strategy]
  const other = typeof unstated === 'string' ? unstated : spec.computed?.series
  if (other === undefined) return absent(cube, resolved, cell)
  if (valueIn(book.value(seriesIndex(other)), cell.month) === undefined) {
    return missingOf(cube, { ...cell, series: other })
  }
  const factor = spec.computed?.factor ?? 'price'
  return {
    what: `${factor} of ${nameOf(cell.subject)}`,
    month: cell.month,
    area: unused(cube, `${factor}s`),
  }
}

/** Walks back to the month in which the stock was lost: a flow is missing there, or the start. */
function missingStock(
  cube: Cube,
  resolved: Resolved,
  book: Book,
  spec: SeriesSpec,
  cell: CellAddress,
): Missing {
  const { range, said } = book
  const index = seriesIndex(spec.series)
  const follows = book.follows(index)
  const first = range?.from ?? cell.month
  for (let month = cell.month; month >= first; month = addMonths(month, -1)) {
    const before = addMonths(month, -1)
    if (said[index]?.damaged.has(month) === true) return absent(cube, resolved, { ...cell, month })
    const known =
      month === first
        ? book.opening(spec) !== undefined
        : valueIn(book.value(index), before) !== undefined
    if (!known) continue
    for (const { series } of spec.flows ?? []) {
      if (valueIn(book.value(seriesIndex(series)), month) !== undefined) continue
      return missingOf(cube, { ...cell, series, month })
    }
    if (valueIn(follows, month) === undefined) break
  }
  const place = resolved.version === 'actual' ? cell : { ...cell, version: 'actual' }
  const start = absent(cube, cube.resolve('actual'), { ...place, month: addMonths(first, -1) })
  const flows = (spec.flows ?? []).some(({ series }) => said[seriesIndex(series)] !== undefined)
  if (start.area === undefined || !flows) return start
  // Without actuals a plan opens its own stocks: this one was forgotten.
  return {
    what: `opening ${spec.series} of ${nameOf(cell.subject)}`,
    month: first,
    area: undefined,
  }
}

/** The number is there, and its unit does not convert. */
function unconverted(cube: Cube, spec: SeriesSpec, cell: CellAddress): Missing {
  const to = spec.dimension === 'money' ? cube.books.ground.units.reporting : undefined
  const what = to === undefined ? 'a conversion' : `a rate to ${to}`
  return {
    what: `${what} for ${spec.series} of ${nameOf(cell.subject)}`,
    month: cell.month,
    area: undefined,
  }
}

function absent(cube: Cube, resolved: Resolved | undefined, cell: CellAddress): Missing {
  const label =
    resolved?.label ?? (typeof cell.version === 'string' ? cell.version : nameOf(cell.version))
  const what = `${label} ${cell.series} of ${nameOf(cell.subject)}`
  return { what, month: cell.month, area: resolved?.area && unused(cube, resolved.area) }
}

function unused(cube: Cube, area: string): string | undefined {
  return usesArea(cube.books.ground.facts, area) ? undefined : area
}

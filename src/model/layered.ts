/** What a layer makes of the numbers a family states below it. */

import type { Month, MonthRange } from '../base/month.ts'
import { monthsIn } from '../base/month-set.ts'
import type { Fact } from '../facts/fact.ts'
import { nameOf } from '../facts/fact.ts'
import { SERIES, seriesIndex } from '../vocabulary/series.ts'
import type { SeriesSpec } from '../vocabulary/series.ts'
import { applyChanges, plainBelow } from './apply.ts'
import type { Applied, Below, Change } from './change.ts'
import { bookValue } from './book.ts'
import type { Book, Columns } from './book.ts'
import { copyInto, makeDraft, put, statedIn } from './column.ts'
import type { Ground } from './ground.ts'
import { UNSTATED } from './stated.ts'
import type { StatedColumn } from './stated.ts'
import { unstatedOf } from './strategy.ts'

/**
 * Flows first, since a changed flow sets aside the stocks it feeds: from that month on, what was
 * stated of them below is neither an assertion nor a restart.
 */
export function layerColumns(
  ground: Ground,
  family: Fact,
  changes: ReadonlyMap<string, readonly Change[]>,
  horizon: MonthRange,
  below: Book,
): Columns {
  const applied = SERIES.map((spec) => {
    const own = changes.get(spec.series)
    if (own === undefined) return undefined
    const name = `${spec.series} of ${nameOf(family)}`
    return applyChanges(ground, own, horizon, name, (month) => belowIn(family, spec, below, month))
  })
  const { said } = below
  return SERIES.map((spec, index) => {
    const old = said[index]
    const from = spec.flows === undefined ? undefined : asideFrom(family, spec, below, applied)
    return rebuilt(old, applied[index], horizon, from)
  })
}

/** A cell may be changed where it is stated, or where the language says what it is unstated. */
function belowIn(family: Fact, spec: SeriesSpec, book: Book, month: Month): Below | undefined {
  const index = seriesIndex(spec.series)
  const said = book.said[index]
  if (said?.damaged.has(month) === true) return plainBelow(undefined)
  const defaulted = spec.computed !== undefined || unstatedOf(family, spec) !== undefined
  if ((said === undefined || !statedIn(said, month)) && !defaulted) return undefined
  return plainBelow(bookValue(book, index, month))
}

/** The first month in which a flow of this stock is changed, itself or through its default. */
function asideFrom(
  family: Fact,
  stock: SeriesSpec,
  below: Book,
  applied: readonly (ReadonlyMap<Month, Applied> | undefined)[],
): Month | undefined {
  let first: Month | undefined
  const meet = (month: Month): void => {
    if (first === undefined || month < first) first = month
  }
  for (const { series } of stock.flows ?? []) {
    const index = seriesIndex(series)
    for (const month of applied[index]?.keys() ?? []) meet(month)
    const flow = SERIES[index]
    const source = flow && unstatedOf(family, flow)
    if (typeof source !== 'string') continue
    const said = below.said[index]
    for (const month of applied[seriesIndex(source)]?.keys() ?? []) {
      if (said === undefined || !statedIn(said, month)) meet(month)
    }
  }
  return first
}

function rebuilt(
  old: StatedColumn | undefined,
  applied: ReadonlyMap<Month, Applied> | undefined,
  horizon: MonthRange,
  asideFrom: Month | undefined,
): StatedColumn | undefined {
  const changes = applied ?? new Map<Month, Applied>()
  if (changes.size === 0 && (asideFrom === undefined || old === undefined)) return old
  const draft = makeDraft(horizon)
  if (old !== undefined) copyInto(draft, old, horizon)
  if (asideFrom !== undefined) {
    for (const month of monthsIn({ from: asideFrom, to: horizon.to })) {
      put(draft, month - horizon.from, undefined)
      draft.stated[month - horizon.from] = 0
    }
  }
  const damaged = new Set(old?.damaged)
  for (const [month, { change, value }] of changes) {
    const readable = change.how !== 'unread'
    put(draft, month - horizon.from, value)
    draft.stated[month - horizon.from] = readable ? 1 : 0
    if (readable) damaged.delete(month)
    else damaged.add(month)
  }
  return UNSTATED.with(draft, { damaged, changes, below: old })
}

/** Checks the unit that a statement's table is `in`: volumes in a unit, money in a currency. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { reportUnits } from '../diagnostics/units.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn, wordIn } from '../facts/fact.ts'
import { seriesSpec } from '../vocabulary/series.ts'
import { familiesOf, unitName, unitOf } from './owner.ts'
import type { Units } from './units.ts'
import { notConnected } from './wanted.ts'

const NONE: readonly Diagnostic[] = []

export function checkIn(fact: Fact, units: Units): readonly Diagnostic[] {
  const field = fact.fields.get('in')
  const unit = unitName(field)
  if (field === undefined || unit === undefined || !units.has(unit)) return NONE
  const { span } = field
  const currency = units.isCurrency(unit)
  if (!fitsColumns(fact, currency)) {
    const why = currency ? 'it is a currency, and no column is money' : 'all its columns are money'
    const mend = currency ? 'name a unit, or drop it' : 'name a currency, or drop it'
    return [reportUnits('in-not-for-columns', span, { unit, why, mend })]
  }
  const family = familiesOf(fact)[0]
  const resource = factIn(fact, 'resource')
  const owner = family ?? resource
  const wanted = currency ? units.reporting : owner && unitOf(owner)
  if (wanted === undefined) return []
  const what = `this ${fact.spec.keyword ?? fact.kind}`
  return notConnected(units, { what, from: unit, to: wanted, family, written: `in ${unit}`, span })
}

/** Whether some column of a statement may be in the unit, or the currency, that it names. */
export function fitsColumns(fact: Fact, currency: boolean): boolean {
  const sorts = dimensions(fact)
  return sorts.size === 0 || sorts.has(currency ? 'money' : 'volume')
}

/** Whether a table has columns of volume, of money, or both; a resource counts as volume. */
function dimensions(fact: Fact): ReadonlySet<'volume' | 'money'> {
  const sorts = new Set<'volume' | 'money'>()
  if (fact.spec.table?.numbers !== 'series') {
    const series = wordIn(fact, 'series')
    sorts.add((series === undefined ? undefined : seriesSpec(series)?.dimension) ?? 'volume')
    return sorts
  }
  for (const table of fact.tables) {
    for (const column of table.columns) {
      const spec = column === undefined ? undefined : seriesSpec(column.name)
      if (spec !== undefined) sorts.add(spec.dimension)
    }
  }
  return sorts
}

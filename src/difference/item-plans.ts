/** Item plans that stand in a file of data: what a statement says that names the file. */

import { divide, printExact, printPercent } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import { monthsIn } from '../base/month-set.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn, textIn, wordIn } from '../facts/fact.ts'
import type { Model } from '../model/model.ts'
import { statesShares } from '../model/shares.ts'

interface FileCell {
  readonly item: string
  readonly month: Month
  /** A share of the volume where the statement says so: it does not move when the volume does. */
  readonly value: string
}

/** None where the statement names no file, or is of a cycle that the run is not about. */
export function fileCells(fact: Fact, model: Model): readonly FileCell[] {
  if (fact.spec.table?.columns !== 'items' || textIn(fact, 'path') === undefined) return []
  const family = factIn(fact, 'family')
  const series = wordIn(fact, 'series')
  const { cycle, facts, horizon } = model
  if (family === undefined || series === undefined || horizon === undefined) return []
  if (factIn(fact, 'cycle') !== cycle) return []
  const written = itemsInTables(fact, model)
  const items = facts.whose('item', 'family', family).filter((item) => !written.has(item))
  const shares = statesShares(fact)
  return items.flatMap((item) =>
    [...monthsIn(horizon)].flatMap((month): readonly FileCell[] => {
      const number = model.item(series, item, month)
      const volume = shares ? model.value('plan', series, family, month) : 1
      if (number === undefined || volume === undefined) return []
      const part = divide(number, volume)
      if (part === undefined) return []
      const value = shares ? printPercent(part) : printExact(part)
      return [{ item: item.name ?? '', month, value }]
    }),
  )
}

/** What stands in a table of the same item plan is told by that. */
function itemsInTables(fact: Fact, { facts }: Model): ReadonlySet<Fact> {
  const family = factIn(fact, 'family')
  const [series, cycle] = [wordIn(fact, 'series'), factIn(fact, 'cycle')]
  const mixes = family === undefined ? [] : facts.whose(fact.kind, 'family', family)
  const alike = mixes.filter(
    (each) => wordIn(each, 'series') === series && factIn(each, 'cycle') === cycle,
  )
  const columns = alike.flatMap(({ tables }) => tables.flatMap((table) => table.columns))
  return new Set(columns.flatMap((column) => column?.fact ?? []))
}

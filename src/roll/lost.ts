/** Proves that a roll lost nothing: the closed cycle's numbers are the same before and after it. */

import { sameNumber } from '../base/maybe-exact.ts'
import { printMonth } from '../base/month.ts'
import { monthsIn } from '../base/month-set.ts'
import type { Model, Version } from '../model/model.ts'
import { SERIES_NAMES } from '../vocabulary/series.ts'

/**
 * @param before the workspace before the roll, and `after` after it: both about the closed cycle
 * @returns the cells that differ, as messages name them
 */
export function lostCells(before: Model, after: Model): readonly string[] {
  const lost: string[] = []
  const { horizon } = before
  if (horizon === undefined) return lost
  for (const family of before.families) {
    const same = after.families.find(({ name }) => name === family.name)
    for (const [version, twin] of versionsOf(before, after)) {
      for (const series of SERIES_NAMES) {
        for (const month of monthsIn(horizon)) {
          const old = before.value(version, series, family, month)
          const now = same && after.value(twin, series, same, month)
          const kept = sameNumber(old, now)
          const stated = same !== undefined && after.stated(twin, series, same, month)
          if (kept && stated === before.stated(version, series, family, month)) continue
          lost.push(`${series} of ${family.name ?? ''} in ${printMonth(month)}`)
        }
      }
    }
  }
  return lost
}

/** The plan, the sum of its items, and what each function holds its numbers to be. */
function versionsOf(before: Model, after: Model): readonly (readonly [Version, Version])[] {
  const functions = before.facts.of('function').flatMap((fact) => {
    const twin = after.facts.named(fact.kind, fact.name ?? '')
    return twin === undefined ? [] : [[fact, twin] as const]
  })
  return [['plan', 'plan'], ['mix', 'mix'], ...functions]
}

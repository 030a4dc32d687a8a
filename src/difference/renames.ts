/** Families that go by another name on the other side, and are the same in every number. */

import { equal } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import { monthsIn } from '../base/month-set.ts'
import type { Fact } from '../facts/fact.ts'
import { wordIn } from '../facts/fact.ts'
import { SERIES_NAMES } from '../vocabulary/series.ts'
import type { End } from './end.ts'

/** By the name on the base's side. Two that could both be the one renamed are taken for new. */
export function renamedFamilies(base: End, other: End): ReadonlyMap<string, string> {
  const gone = absent(base, other)
  const came = absent(other, base)
  const renamed = new Map<string, string>()
  for (const family of gone) {
    const candidates = came.filter((each) => same(base, family, other, each))
    const [to] = candidates
    if (candidates.length !== 1 || to?.name === undefined || family.name === undefined) continue
    const rivals = gone.filter((each) => same(base, each, other, to))
    if (rivals.length === 1) renamed.set(family.name, to.name)
  }
  return renamed
}

function absent(here: End, there: End): readonly Fact[] {
  const { facts } = there.review
  return here.review.facts
    .of('family')
    .filter(({ name }) => name !== undefined && facts.named('family', name) === undefined)
}

/** The same numbers in each month of the plan, and at least one. */
function same(base: End, a: Fact, other: End, b: Fact): boolean {
  const before = base.review.model
  const after = other.review.model
  const { horizon } = before
  if (horizon === undefined || wordIn(a, 'strategy') !== wordIn(b, 'strategy')) return false
  let known = false
  for (const series of SERIES_NAMES) {
    for (const month of monthsIn(horizon)) {
      const was = before.value('plan', series, a, month)
      if (!sameNumber(was, after.value('plan', series, b, month))) return false
      known ||= was !== undefined && before.stated('plan', series, a, month)
    }
  }
  return known
}

export function sameNumber(a: Exact | undefined, b: Exact | undefined): boolean {
  return a === undefined || b === undefined ? a === b : equal(a, b)
}

/** What changed in the numbers of each family, version by version. */

import type { Exact } from '../base/exact.ts'
import { times } from '../base/maybe-exact.ts'
import type { Month, MonthRange } from '../base/month.ts'
import { monthsIn, overlap, spanning } from '../base/month-set.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn } from '../facts/fact.ts'
import { rangeOf } from '../model/column.ts'
import type { Model, Version } from '../model/model.ts'
import { unstatedOf } from '../model/strategy.ts'
import { unitOf } from '../units/owner.ts'
import type { SeriesSpec } from '../vocabulary/series.ts'
import { SERIES } from '../vocabulary/series.ts'
import type { End, Ends, Pair } from './end.ts'
import { pairsOf } from './end.ts'
import { fenceOf } from './fence.ts'
import type { Line } from './line.ts'
import { lineOf } from './line.ts'
import { sameCurrency, toldIn } from './told-in.ts'
import type { Unchanged } from './unchanged.ts'

/** One family's numbers in one version. */
export interface Sheet {
  /** `plan` for that of the cycle the run is about, `2026-10` for another, `actual`, `budget`. */
  readonly version: string
  readonly subject: { readonly kind: string; readonly name: string }
  /** Whether one of the sides does not know the family at all. */
  readonly is: 'kept' | 'new' | 'gone'
  /** Lines that somebody wrote first, then what follows from them. */
  readonly lines: readonly Line[]
}

/** A version on both sides, over the months that it can have numbers for. */
interface Compared {
  readonly version: string
  readonly base: Version
  readonly other: Version
  readonly months: MonthRange
  /** Whether numbers that follow from others, prices and fences count. */
  readonly planned: boolean
}

export function sheetsOf(ends: Ends, same: Unchanged): readonly Sheet[] {
  const versions = [...planVersion(ends), ...otherCycles(ends, same), ...kept(ends, same)]
  return versions.flatMap((compared) => {
    const subjects = compared.planned
      ? pairsOf(ends, 'family')
      : [...pairsOf(ends, 'family'), ...pairsOf(ends, 'business')]
    return subjects.flatMap((pair): readonly Sheet[] => {
      if (!mayDiffer(pair, same)) return []
      const lines = SERIES.flatMap((spec) => seriesLine(ends, compared, pair, spec) ?? [])
      if (lines.length === 0) return []
      const kind = (pair.other ?? pair.base)?.kind ?? 'family'
      const is = pair.base === undefined ? 'new' : pair.other === undefined ? 'gone' : 'kept'
      const sorted = [...lines.filter((l) => l.stated), ...lines.filter((l) => !l.stated)]
      const { version } = compared
      return [{ version, subject: { kind, name: pair.name }, is, lines: sorted }]
    })
  })
}

/** A family that both sides know by one name, and that no changed statement is about, does not. */
export function mayDiffer({ name, base, other }: Pair, { touches }: Unchanged): boolean {
  const kept = base?.kind === 'family' && base.name === name && other !== undefined
  return !kept || touches(name)
}

/** The months that both sides plan; where they plan none together, those of either. */
export function plannedMonths({
  base,
  other,
}: Pick<Ends, 'base' | 'other'>): MonthRange | undefined {
  return common(base.review.model.horizon, other.review.model.horizon)
}

function planVersion(ends: Ends): readonly Compared[] {
  const months = plannedMonths(ends)
  if (months === undefined) return []
  return [{ version: 'plan', base: 'plan', other: 'plan', months, planned: true }]
}

/** Plans of cycles that the run is not about: closed ones should not change. */
function otherCycles(ends: Ends, same: Unchanged): readonly Compared[] {
  return pairsOf(ends, 'cycle').flatMap(({ name, base, other }): readonly Compared[] => {
    if (base === undefined || other === undefined) return []
    const sides = [
      [ends.base, base],
      [ends.other, other],
    ] as const
    if (sides.every(([end, cycle]) => end.review.model.cycle === cycle)) return []
    const touched = sides.some(([end, cycle]) =>
      ['plan', 'revision'].some((kind) =>
        end.review.facts
          .of(kind)
          .some((fact) => factIn(fact, 'cycle') === cycle && !same.says(fact)),
      ),
    )
    const [before, after] = sides.map(([end, cycle]) => end.review.model.horizonOf(cycle))
    const months = common(before, after)
    if (!touched || months === undefined) return []
    return [{ version: name, base, other, months, planned: false }]
  })
}

function kept(ends: Ends, same: Unchanged): readonly Compared[] {
  return ['actual', 'budget'].flatMap((version): readonly Compared[] => {
    const statements = [ends.base, ends.other].flatMap(({ review }) => review.facts.of(version))
    if (statements.every(same.says)) return []
    const months = reachOf(ends, version)
    if (months === undefined) return []
    return [{ version, base: version, other: version, months, planned: false }]
  })
}

/** All months that any column of a version has on either side. */
function reachOf(ends: Ends, version: string): MonthRange | undefined {
  let reach: MonthRange | undefined
  for (const { review } of [ends.base, ends.other]) {
    const { model, facts } = review
    for (const subject of [...facts.of('family'), ...facts.of('business')]) {
      for (const { series } of SERIES) {
        const range = rangeOf(model.column(version, series, subject))
        reach = spanning(reach, range)
      }
    }
  }
  return reach
}

function seriesLine(
  ends: Ends,
  compared: Compared,
  pair: Pair,
  spec: SeriesSpec,
): Line | undefined {
  const { series, dimension, nature } = spec
  const { months, planned } = compared
  if (planned && repeatsAnother(ends, compared, pair, spec)) return undefined
  const before = sideOf(ends.base, compared.base, pair.base, series)
  const after = sideOf(ends.other, compared.other, pair.other, series)
  const subject = pair.other ?? pair.base
  const { reporting } = ends.other.review.model.units
  const money = dimension === 'money'
  const unit = money ? reporting : subject && unitOf(subject)
  const fenced = planned && pair.other !== undefined
  const was = { model: ends.base.review.model, subject: pair.base }
  const is = { model: ends.other.review.model, subject: pair.other }
  const told = toldIn(before.value, money, was, is)
  const priced = sameCurrency(ends)
  return lineOf(
    { what: series, unit, adds: nature === 'flow' },
    monthsIn(months),
    (month) => {
      const stated = before.stated(month) || after.stated(month)
      const [old, now] = [told(month), after.value(month)]
      // Of other versions, what nobody wrote is nobody's change.
      if (!planned && !stated) return { old: undefined, new: undefined }
      if (money || !planned) return { old, new: now, stated }
      const oldMoney = priced ? times(before.value(month), before.price(month)) : undefined
      return { old, new: now, oldMoney, newMoney: times(now, after.price(month)), stated }
    },
    (month) =>
      fenced && pair.other !== undefined && after.stated(month)
        ? fenceOf(ends.other.review.model, pair.other, series, month)
        : undefined,
  )
}

interface SideRead {
  readonly value: (month: Month) => Exact | undefined
  readonly stated: (month: Month) => boolean
  readonly price: (month: Month) => Exact | undefined
}

function sideOf(
  { review }: End,
  version: Version,
  subject: Fact | undefined,
  series: string,
): SideRead {
  const { model } = review
  if (subject === undefined) {
    return { value: () => undefined, stated: () => false, price: () => undefined }
  }
  return {
    value: (month) => model.value(version, series, subject, month),
    stated: (month) => model.stated(version, series, subject, month),
    price: (month) => model.price(subject, month),
  }
}

/** A series that nobody states is another where the strategy says so: sales that are shipped. */
function repeatsAnother(ends: Ends, compared: Compared, pair: Pair, spec: SeriesSpec): boolean {
  const sides: readonly (readonly [Model, Version, Fact | undefined])[] = [
    [ends.base.review.model, compared.base, pair.base],
    [ends.other.review.model, compared.other, pair.other],
  ]
  return sides.every(([model, version, subject]) => {
    if (subject === undefined) return true
    if (typeof unstatedOf(subject, spec) !== 'string') return false
    return ![...monthsIn(compared.months)].some((month) =>
      model.stated(version, spec.series, subject, month),
    )
  })
}

/** Where the two have no month in common, those of either. */
function common(a: MonthRange | undefined, b: MonthRange | undefined): MonthRange | undefined {
  return (a && b && overlap(a, b)) ?? spanning(a, b)
}

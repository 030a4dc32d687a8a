/** Which numbers of families, resources and the business differ between two versions. */

import type { Exact } from '../base/exact.ts'
import { sumOver, times } from '../base/maybe-exact.ts'
import type { Month, MonthRange } from '../base/month.ts'
import { monthsIn } from '../base/month-set.ts'
import type { Fact } from '../facts/fact.ts'
import { unstatedOf } from '../model/strategy.ts'
import { unitOf } from '../units/owner.ts'
import { SERIES } from '../vocabulary/series.ts'
import type { SeriesSpec } from '../vocabulary/series.ts'
import type { Line } from './line.ts'
import { lineOf } from './line.ts'
import type { Read, Side } from './side.ts'
import { twinOf } from './side.ts'

/** A family, a resource or the business, and what of it differs. */
export interface Difference {
  readonly subject: Fact
  readonly lines: readonly Line[]
}

interface Sides {
  readonly base: Side
  readonly other: Side
  readonly months: MonthRange
}

export function familyDifferences(sides: Sides): readonly Difference[] {
  return differences(sides.base.model.families, (family) => [
    ...seriesLines(sides, family),
    ...(isJudged(sides) ? [...rateLines(sides, family), ...groupLines(sides, family)] : []),
  ])
}

/** What there is of each resource, and what the plan takes of it. */
export function resourceDifferences(sides: Sides): readonly Difference[] {
  if (!isJudged(sides)) return []
  return differences(sides.base.model.facts.of('resource'), (resource) => {
    const unit = unitOf(resource)
    const line = (what: string, read: Read): Line | undefined =>
      lineOf(
        { what, unit, adds: false, known: 'either' },
        sides.months,
        pairs(sides, resource, read),
      )
    return [
      line('load', ({ model }, of, month) => model.load(of, month)),
      line('available', ({ model }, of, month) => model.available(of, month)),
      line('overtime', ({ model }, of, month) => model.overtime(of, month)),
    ]
  })
}

/** All families together, in the reporting currency. */
export function businessDifferences(sides: Sides): readonly Line[] {
  const unit = sides.base.model.units.reporting
  const line = (what: string, adds: boolean, read: Read): Line | undefined =>
    lineOf({ what, unit, adds, known: knownBy(sides) }, sides.months, (month) => ({
      base: overFamilies(sides.base, read, month),
      other: overFamilies(sides.other, read, month),
    }))
  const lines = [
    line('revenue', true, valueOf('revenue')),
    line('inventory at cost', false, (side, family, month) =>
      times(valueOf('inventory')(side, family, month), side.model.cost(family, month)),
    ),
    line('backlog at price', false, (side, family, month) =>
      times(valueOf('backlog')(side, family, month), side.model.price(family, month)),
    ),
  ]
  return lines.filter((each) => each !== undefined)
}

/** What a version states of the business as a whole, as a budget may; else the families' sum. */
function overFamilies(side: Side, read: Read, month: Month): Exact | undefined {
  const [business] = side.model.facts.of('business')
  const stated = business && read(side, business, month)
  return stated ?? sumOver(side.model.families, (family) => read(side, family, month))
}

function seriesLines(sides: Sides, family: Fact): readonly (Line | undefined)[] {
  const { reporting } = sides.base.model.units
  return SERIES.map((spec) => {
    const { series, dimension, nature } = spec
    if (repeatsAnother(sides, family, spec)) return undefined
    const money = dimension === 'money'
    const adds = nature === 'flow'
    const unit = money ? reporting : unitOf(family)
    const read = valueOf(series)
    const priced = pairs(sides, family, (side, of, month) =>
      times(read(side, of, month), side.model.price(of, month)),
    )
    const pair = pairs(sides, family, read)
    const asked = { what: series, unit, adds, known: knownBy(sides) }
    return lineOf(asked, sides.months, (month) => {
      if (money) return pair(month)
      const { base, other } = priced(month)
      return { ...pair(month), baseMoney: base, otherMoney: other }
    })
  })
}

function rateLines(sides: Sides, family: Fact): readonly (Line | undefined)[] {
  const { reporting } = sides.base.model.units
  const unit = reporting === undefined ? undefined : `${reporting} per ${unitOf(family) ?? 'unit'}`
  const line = (what: string, read: Read): Line | undefined =>
    lineOf({ what, unit, adds: false, known: 'either' }, sides.months, pairs(sides, family, read))
  return [
    line('price', ({ model }, of, month) => model.price(of, month)),
    line('cost', ({ model }, of, month) => model.cost(of, month)),
  ]
}

/** What of the operations plan goes where: a plan with other operations shows it, too. */
function groupLines(sides: Sides, family: Fact): readonly (Line | undefined)[] {
  return sides.base.model.facts.of('group').map((group) => {
    const read: Read = (side, of, month) => {
      const there = twinOf(side, group)
      return there && side.model.supplied(of, there, month)
    }
    const what = `operations at ${group.name ?? ''}`
    return lineOf(
      { what, unit: unitOf(family), adds: true, known: 'either' },
      sides.months,
      pairs(sides, family, read),
    )
  })
}

function differences(
  subjects: readonly Fact[],
  linesOf: (subject: Fact) => readonly (Line | undefined)[],
): readonly Difference[] {
  return subjects
    .map((subject) => ({ subject, lines: linesOf(subject).filter((line) => line !== undefined) }))
    .filter(({ lines }) => lines.length > 0)
}

function pairs({ base, other }: Sides, subject: Fact, read: Read) {
  const twin = twinOf(other, subject)
  return (month: Month) => ({
    base: read(base, subject, month),
    other: twin && read(other, twin, month),
  })
}

const valueOf =
  (series: string): Read =>
  ({ model, version }, subject, month) =>
    model.value(version, series, subject, month)

/** A series that nobody states is another where the strategy says so: sales that are shipped. */
function repeatsAnother({ base, other, months }: Sides, family: Fact, spec: SeriesSpec): boolean {
  if (typeof unstatedOf(family, spec) !== 'string') return false
  return ![base, other].some((side) => {
    const twin = twinOf(side, family)
    const { model, version } = side
    if (twin === undefined) return false
    return [...monthsIn(months)].some((month) => model.stated(version, spec.series, twin, month))
  })
}

function knownBy(sides: Sides): 'either' | 'both' {
  return isJudged(sides) ? 'either' : 'both'
}

/** Prices, shares and capacities are of plans. */
function isJudged({ base, other }: Sides): boolean {
  return base.judgement !== undefined && other.judgement !== undefined
}

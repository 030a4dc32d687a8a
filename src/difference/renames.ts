/** Families that go by another name on the other side: most of what is planned of them is the same. */

import { compare, fromSmallRatio, printLowest } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import { sameNumber } from '../base/maybe-exact.ts'
import type { MonthRange } from '../base/month.ts'
import { monthsIn, overlap } from '../base/month-set.ts'
import type { Fact } from '../facts/fact.ts'
import { wordIn } from '../facts/fact.ts'
import type { Model } from '../model/model.ts'
import { SERIES_NAMES } from '../vocabulary/series.ts'

/** Of the numbers that either says, how many must be the same: as many as git asks of lines. */
const LEAST = fromSmallRatio(1, 2)

/** Pairs that are compared number by number; where more changed their names, equal ones are found. */
const MOST_PAIRS = 10_000

/** By the name on the base's side. Two that could both be the one renamed are taken for new. */
export function renamedFamilies(base: Model, other: Model): ReadonlyMap<string, string> {
  const [first, second] = [base.horizon, other.horizon]
  const months = first && second && overlap(first, second)
  const gone = absent(base, other)
  const came = absent(other, base)
  if (months === undefined || gone.length === 0 || came.length === 0) return new Map()
  const was = gone.map((family) => plannedOf(base, family, months))
  const is = came.map((family) => plannedOf(other, family, months))
  const exact = new Map(equalPairs(was, is).map(([a, b]) => [a.name, b.name]))
  const taken = new Set(exact.values())
  const before = was.filter(({ name }) => !exact.has(name))
  const after = is.filter(({ name }) => !taken.has(name))
  if (before.length * after.length > MOST_PAIRS) return exact
  return new Map([...exact, ...likePairs(before, after).map(([a, b]) => [a.name, b.name] as const)])
}

interface Planned {
  readonly name: string
  readonly strategy: string | undefined
  /** What somebody wrote, by series and month. */
  readonly cells: ReadonlyMap<string, Exact>
  /** All of it as one text. */
  readonly whole: string
}

function plannedOf(model: Model, family: Fact, months: MonthRange): Planned {
  const cells = new Map<string, Exact>()
  for (const series of SERIES_NAMES) {
    for (const month of monthsIn(months)) {
      if (!model.stated('plan', series, family, month)) continue
      const value = model.value('plan', series, family, month)
      if (value !== undefined) cells.set(`${series} ${month}`, value)
    }
  }
  const strategy = wordIn(family, 'strategy')
  const texts = [...cells].map(([cell, value]) => `${cell} ${printLowest(value)}`)
  return { name: family.name ?? '', strategy, cells, whole: [strategy, ...texts].join('\n') }
}

/** Which part of the numbers is the same; undefined where it is too small. */
function alike(a: Planned, b: Planned): Exact | undefined {
  if (a.strategy !== b.strategy) return undefined
  let same = 0
  for (const [cell, value] of a.cells) {
    if (sameNumber(value, b.cells.get(cell))) same += 1
  }
  const all = new Set([...a.cells.keys(), ...b.cells.keys()]).size
  const share = all === 0 ? 0 : fromSmallRatio(same, all)
  return compare(share, LEAST) >= 0 ? share : undefined
}

type PlannedPair = readonly [Planned, Planned]

/** The same in every number, and the only ones. */
function equalPairs(before: readonly Planned[], after: readonly Planned[]): readonly PlannedPair[] {
  const [was, is] = [byWhole(before), byWhole(after)]
  return [...was].flatMap(([whole, [a, ...rivals]]): readonly PlannedPair[] => {
    const [b, ...others] = is.get(whole) ?? []
    const only = rivals.length === 0 && others.length === 0
    return a !== undefined && b !== undefined && only && a.cells.size > 0 ? [[a, b]] : []
  })
}

function byWhole(all: readonly Planned[]): ReadonlyMap<string, readonly Planned[]> {
  const groups = new Map<string, Planned[]>()
  for (const each of all) {
    const alike = groups.get(each.whole)
    if (alike === undefined) groups.set(each.whole, [each])
    else alike.push(each)
  }
  return groups
}

/** Pairs of which each is the other's likest, and nothing is as like. */
function likePairs(before: readonly Planned[], after: readonly Planned[]): readonly PlannedPair[] {
  return before.flatMap((a): readonly PlannedPair[] => {
    const b = likest(a, after)
    return b !== undefined && likest(b, before) === a ? [[a, b]] : []
  })
}

function likest(one: Planned, all: readonly Planned[]): Planned | undefined {
  let best: { readonly like: Exact; readonly found: Planned | undefined } | undefined
  for (const each of all) {
    const like = alike(one, each)
    if (like === undefined) continue
    const order = best === undefined ? 1 : compare(like, best.like)
    if (order > 0) best = { like, found: each }
    else if (order === 0) best = { like, found: undefined }
  }
  return best?.found
}

function absent(here: Model, there: Model): readonly Fact[] {
  return here.families.filter(
    ({ name }) => name !== undefined && there.facts.named('family', name) === undefined,
  )
}

/** How each version is made: an entry for each of `vocabulary/versions.ts`. */

import type { Month, MonthRange } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import { inRange, monthsIn, spanning } from '../base/month-set.ts'
import type { Book } from './book.ts'
import { monthOfCycle } from './cycles.ts'
import type { Ground } from './ground.ts'
import { isVersionKind } from '../vocabulary/versions.ts'
import type { VersionKind, VersionName, VersionSpec } from '../vocabulary/versions.ts'
import type { StatedSet, StatedSets } from './statements.ts'
import type { Stack, Stacks } from './stack.ts'

/** What versions are made from. */
export interface Books {
  readonly ground: Ground
  readonly stacks: Stacks
  /** The checked cycle's plan, with the scenario that is taken as the plan. */
  readonly plan: Stack | undefined
  readonly plans: (cycle: Fact) => StatedSets
  /** The books of versions that are stated once for all cycles, by the kind of statement. */
  readonly kept: (kind: 'actual' | 'budget') => Kept
  readonly view: (view: Fact) => Kept
  /** A function's views in the checked cycle. */
  readonly functionView: (of: Fact) => Kept
  /** The months that any family has actuals of. */
  readonly actualMonths: MonthRange | undefined
}

/** Books that are kept family by family. */
export interface Kept {
  readonly book: (subject: Fact) => Book | undefined
  readonly set: (subject: Fact) => StatedSet | undefined
}

/** Some months of a version that are those of another. */
export interface Part {
  readonly months: MonthRange
  readonly version: string | Fact
}

/** How the columns of a version are made. */
export type Making =
  | { readonly how: 'book'; readonly keep: (books: Books) => Kept }
  | {
      readonly how: 'parts'
      readonly show: 'value' | 'follows'
      readonly parts: (books: Books) => readonly Part[]
    }
  | { readonly how: 'bound'; readonly kind: string }
  | { readonly how: 'mix' }

const MAKINGS: Readonly<Record<VersionName, Making>> = {
  plan: { how: 'book', keep: (books) => ofStack(books, books.plan) },
  previous: { how: 'book', keep: (books) => ofStack(books, previousPlan(books)) },
  committed: { how: 'parts', show: 'value', parts: committedParts },
  actual: { how: 'book', keep: (books) => books.kept('actual') },
  outlook: { how: 'parts', show: 'value', parts: outlookParts },
  budget: { how: 'book', keep: (books) => books.kept('budget') },
  minimum: { how: 'bound', kind: 'minimum' },
  target: { how: 'bound', kind: 'target' },
  maximum: { how: 'bound', kind: 'maximum' },
  mix: { how: 'mix' },
  projected: { how: 'parts', show: 'follows', parts: outlookParts },
}

export function makingOf({ version }: VersionSpec): Making {
  return MAKINGS[version]
}

const OF_FACTS: Readonly<Record<VersionKind, (fact: Fact, books: Books) => Kept>> = {
  cycle: (cycle, books) => ofStack(books, books.stacks.ofCycle(cycle)),
  scenario: (scenario, books) => ofStack(books, books.stacks.ofScenario(scenario)),
  view: (view, books) => books.view(view),
  function: (of, books) => books.functionView(of),
}

/** The books of a fact that is a version. */
export function keptOf(fact: Fact, books: Books): Kept | undefined {
  return isVersionKind(fact.kind) ? OF_FACTS[fact.kind](fact, books) : undefined
}

function ofStack(books: Books, stack: Stack | undefined): Kept {
  if (stack === undefined) return { book: () => undefined, set: () => undefined }
  const { of: sets } = books.plans(stack.cycle)
  return {
    book: (subject) => (subject.kind === 'family' ? stack.book(subject) : undefined),
    set: (subject) => sets.get(subject),
  }
}

function previousPlan({ ground, stacks }: Books): Stack | undefined {
  const { checked, previous } = ground.cycles
  const before = checked && previous(checked)
  return before && stacks.ofCycle(before)
}

function outlookParts(books: Books): readonly Part[] {
  const { horizon } = books.ground.cycles
  const months = books.actualMonths
  const parts: Part[] = []
  if (months !== undefined) {
    const to = horizon === undefined ? months.to : ((horizon.from - 1) as Month)
    if (months.from <= to) parts.push({ months: { from: months.from, to }, version: 'actual' })
  }
  if (horizon !== undefined) parts.push({ months: horizon, version: 'plan' })
  return parts
}

function committedParts({ ground }: Books): readonly Part[] {
  const cycles = ground.cycles.past.flatMap((cycle) => {
    const horizon = ground.cycles.horizonOf(cycle)
    const held = monthOfCycle(cycle)
    return horizon === undefined || held === undefined ? [] : [{ cycle, horizon, held }]
  })
  const parts: Part[] = []
  const months = cycles.reduce<MonthRange | undefined>(
    (all, { horizon }) => spanning(all, horizon),
    undefined,
  )
  if (months === undefined) return parts
  for (const month of monthsIn(months)) {
    const latest = cycles.findLast(({ horizon, held }) => held < month && inRange(horizon, month))
    if (latest === undefined) continue
    const before = parts.at(-1)
    if (before?.version === latest.cycle && before.months.to === month - 1) {
      parts[parts.length - 1] = { ...before, months: { from: before.months.from, to: month } }
    } else parts.push({ months: { from: month, to: month }, version: latest.cycle })
  }
  return parts
}

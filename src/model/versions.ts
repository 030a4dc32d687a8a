/** The versions that a cell may be of. To add a version is to add an entry. */

import type { Month, MonthRange } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import { inRange, monthsIn } from '../base/month-set.ts'
import type { Book } from './book.ts'
import { spanning } from './column.ts'
import { monthOfCycle } from './cycles.ts'
import type { Ground } from './ground.ts'
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

export interface VersionSpec {
  readonly version: string
  readonly doc: string
  /** The area that must be in use for it to hold anything. */
  readonly area?: string
  readonly making: Making
}

const bound = (kind: string, doc: string): VersionSpec => ({
  version: kind,
  doc,
  area: 'stock targets',
  making: { how: 'bound', kind },
})

export const VERSIONS: readonly VersionSpec[] = [
  {
    version: 'plan',
    doc: 'The plan of the checked cycle, its revisions applied.',
    making: { how: 'book', keep: (books) => ofStack(books, books.plan) },
  },
  {
    version: 'previous',
    doc: 'The plan of the cycle before.',
    making: { how: 'book', keep: (books) => ofStack(books, previousPlan(books)) },
  },
  {
    version: 'committed',
    doc: 'For each month, the plan of the latest cycle before that month whose horizon holds it.',
    making: { how: 'parts', show: 'value', parts: committedParts },
  },
  {
    version: 'actual',
    doc: 'What happened.',
    area: 'actuals',
    making: { how: 'book', keep: (books) => books.kept('actual') },
  },
  {
    version: 'outlook',
    doc: 'The actual of a closed month, else the plan.',
    making: { how: 'parts', show: 'value', parts: outlookParts },
  },
  {
    version: 'budget',
    doc: 'The business plan.',
    area: 'budgets',
    making: { how: 'book', keep: (books) => books.kept('budget') },
  },
  bound('minimum', 'The least a stock may be.'),
  bound('target', 'What a stock should be.'),
  bound('maximum', 'The most a stock may be.'),
  {
    version: 'mix',
    doc: 'The sum of the items.',
    area: 'mix',
    making: { how: 'mix' },
  },
  {
    version: 'projected',
    doc: 'What the flows give, from the last stock stated before.',
    making: { how: 'parts', show: 'follows', parts: outlookParts },
  },
]

/** The versions that facts are, by kind. */
export const FACT_VERSIONS: ReadonlyMap<string, (fact: Fact, books: Books) => Kept> = new Map([
  ['cycle', (fact: Fact, books: Books) => ofStack(books, books.stacks.ofCycle(fact))],
  ['scenario', (fact: Fact, books: Books) => ofStack(books, books.stacks.ofScenario(fact))],
  ['view', (fact: Fact, books: Books) => books.view(fact)],
  ['function', (fact: Fact, books: Books) => books.functionView(fact)],
])

export const VERSION_NAMES: readonly string[] = VERSIONS.map((spec) => spec.version)

const byName = new Map(VERSIONS.map((spec) => [spec.version, spec]))

export function versionSpec(name: string): VersionSpec | undefined {
  return byName.get(name)
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

/** A plan with its layers: the cycle's as stated, revisions by date, scenarios outwards. */

import type { Month, MonthRange } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import { dayIn, factIn, nameOf } from '../facts/fact.ts'
import { seriesIndex } from '../vocabulary/series.ts'
import { applyChanges } from './apply.ts'
import { Book } from './book.ts'
import type { BookKeeper, Columns } from './book.ts'
import { ByFact } from './by-fact.ts'
import type { Applied, Below, Layer } from './change.ts'
import { cycleOf } from './cycles.ts'
import { gather } from '../base/gather.ts'
import type { Ground } from './ground.ts'
import { readLayer } from './layer.ts'
import { layerColumns } from './layered.ts'

/** One layer of a plan, over those below it. */
export interface Stack {
  readonly fact: Fact
  readonly cycle: Fact
  readonly horizon: MonthRange | undefined
  readonly below: Stack | undefined
  /** How many layers lie below. */
  readonly depth: number
  readonly layer: Layer
  readonly book: (family: Fact) => Book
  /** A number that is no series: a price, a group's column, what there is of a resource. */
  readonly slot: (slot: string, subject: Fact, month: Month) => Slot | undefined
}

export interface Slot extends Below {
  /** The change that made it, where a layer did. */
  readonly applied?: Applied
}

export interface Stacks {
  /** A cycle's plan, its revisions applied. */
  readonly ofCycle: (cycle: Fact) => Stack
  /** Undefined for a scenario that stands on no cycle. */
  readonly ofScenario: (scenario: Fact) => Stack | undefined
}

/** What the bottom of every stack is made of. */
export interface Base {
  readonly said: (cycle: Fact, family: Fact) => Columns
  readonly openingOf: (cycle: Fact) => BookKeeper['opening']
  readonly slot: (slot: string, subject: Fact, month: Month) => Below | undefined
}

export function makeStacks(ground: Ground, base: Base): Stacks {
  const revisions = gather(
    ground.facts
      .of('revision')
      .toSorted((a, b) => (dayIn(a, 'on') ?? 0) - (dayIn(b, 'on') ?? 0) || compareNames(a, b)),
    (revision) => factIn(revision, 'cycle'),
  )
  const cycles = new Map<Fact, Stack>()
  const scenarios = new Map<Fact, Stack | undefined>()
  const stacks: Stacks = {
    ofCycle: (cycle) => {
      const known = cycles.get(cycle)
      if (known !== undefined) return known
      let stack = makeStack(ground, base, cycle, cycle, undefined)
      for (const revision of revisions.get(cycle) ?? []) {
        stack = makeStack(ground, base, revision, cycle, stack)
      }
      cycles.set(cycle, stack)
      return stack
    },
    ofScenario: (scenario) => {
      if (scenarios.has(scenario)) return scenarios.get(scenario)
      const cycle = cycleOf(scenario)
      if (cycle === undefined) return undefined
      // From the cycle outwards, so that a long chain needs no deep recursion.
      const chain: Fact[] = []
      let at: Fact | undefined = scenario
      for (; at?.kind === 'scenario' && !scenarios.has(at); at = factIn(at, 'on')) chain.push(at)
      let stack = at?.kind === 'scenario' ? scenarios.get(at) : stacks.ofCycle(cycle)
      for (const each of chain.toReversed()) {
        if (stack !== undefined) stack = makeStack(ground, base, each, cycle, stack)
        scenarios.set(each, stack)
      }
      return stack
    },
  }
  return stacks
}

/** Of one day, by name: where they stand must not decide. See `same-day.ts`. */
function compareNames({ name: a = '' }: Fact, { name: b = '' }: Fact): number {
  return a < b ? -1 : Number(a > b)
}

function makeStack(
  ground: Ground,
  base: Base,
  fact: Fact,
  cycle: Fact,
  below: Stack | undefined,
): Stack {
  const horizon = ground.cycles.horizonOf(cycle)
  const layered = below !== undefined && horizon !== undefined
  const layer: Layer = layered ? readLayer(ground, fact, horizon) : new Map()
  const books = new ByFact<Book>()
  const slots = new Map<Fact, Map<string, ReadonlyMap<Month, Applied>>>()
  const changesOf = (subject: Fact, slot: string): ReadonlyMap<Month, Applied> | undefined => {
    const changes = layer.get(subject)?.get(slot)
    if (changes === undefined || !layered) return undefined
    const bySlot = slots.get(subject) ?? new Map<string, ReadonlyMap<Month, Applied>>()
    slots.set(subject, bySlot)
    const known = bySlot.get(slot)
    if (known !== undefined) return known
    const name = `${slot} of ${nameOf(subject)}`
    const made = applyChanges(ground, changes, horizon, name, (month) =>
      below.slot(slot, subject, month),
    )
    bySlot.set(slot, made)
    return made
  }
  const stack: Stack = {
    fact,
    cycle,
    horizon,
    below,
    depth: below === undefined ? 0 : below.depth + 1,
    layer,
    book: (family) => {
      const known = books.get(family)
      if (known !== undefined) return known
      const changes = layer.get(family)
      const book =
        layered && changes === undefined
          ? lowest(below, family).book(family)
          : new Book(keeper, family, horizon, saidOf(family))
      books.set(family, book)
      return book
    },
    slot: (slot, subject, month) => {
      if (below === undefined) return base.slot(slot, subject, month)
      const applied = changesOf(subject, slot)?.get(month)
      if (applied === undefined) return lowest(below, subject).slot(slot, subject, month)
      return { value: applied.value, sort: applied.sort, applied }
    },
  }
  const keeper: BookKeeper = {
    opening: base.openingOf(cycle),
    startsWithFlows: false,
    factor: (factor, family, month) => stack.slot(factor, family, month)?.value,
  }
  const saidOf = (family: Fact): Columns => {
    const changes = layer.get(family)
    return layered && changes !== undefined
      ? layerColumns(ground, family, changes, horizon, below.book(family))
      : base.said(cycle, family)
  }
  return stack
}

/** The nearest layer that changes anything of the subject, else the bottom. */
function lowest(stack: Stack, subject: Fact): Stack {
  let at = stack
  while (at.below !== undefined && !at.layer.has(subject)) at = at.below
  return at
}

/** Applies every change of a layer, so that what is wrong with it is known. */
export function applyAll(stack: Stack): void {
  for (const [subject, slots] of stack.layer) {
    if (subject.kind === 'family') stack.book(subject)
    for (const [slot, changes] of slots) {
      const month = changes[0]?.months.from
      if (month !== undefined && seriesIndex(slot) < 0) stack.slot(slot, subject, month)
    }
  }
}

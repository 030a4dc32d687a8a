/** Reads every statement with numbers into books, by version, family by family. */

import type { Exact } from '../base/exact.ts'
import type { Month, MonthRange } from '../base/month.ts'
import { addMonths } from '../base/month.ts'
import { reportCells } from '../diagnostics/cells.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn, nameOf, wordIn } from '../facts/fact.ts'
import { amountIn, amountOfTable } from '../units/amount.ts'
import { unitOf } from '../units/owner.ts'
import { seriesIndex } from '../vocabulary/series.ts'
import type { SeriesSpec } from '../vocabulary/series.ts'
import { bookValue, makeBook } from './book.ts'
import type { Book } from './book.ts'
import { NUMBER } from './change.ts'
import type { Below } from './change.ts'
import { spanning, statedIn, valueAt } from './column.ts'
import { Few } from '../base/few.ts'
import { gather } from '../base/gather.ts'
import { strategyOf } from './ground.ts'
import type { Ground } from './ground.ts'
import type { ModelOptions } from './model.ts'
import { readRates, RATE_KINDS } from './rates.ts'
import type { Rates } from './rates.ts'
import { slotOfGroup } from './layer.ts'
import { applyAll, makeStacks } from './stack.ts'
import type { Stack, Stacks } from './stack.ts'
import { NO_SET, readSets } from './statements.ts'
import type { StatedSet, StatedSets } from './statements.ts'
import { readSupplies } from './supplies.ts'
import type { Supplies } from './supplies.ts'
import type { Books, Kept } from './versions.ts'

export interface AllBooks extends Books {
  readonly rates: Rates
  readonly supplies: Supplies
  /** A number that is no series, before any layer. */
  readonly bottom: (slot: string, subject: Fact, month: Month) => Below | undefined
  /** The statement that opens a stock of a cycle's plan. */
  readonly openingOf: (cycle: Fact, family: Fact, series: string) => Fact | undefined
}

export function readBooks(ground: Ground, options: ModelOptions): AllBooks {
  const { facts } = ground
  const plans = byCycle(ground, facts.of('plan'))
  const kinds = {
    actual: readSets(ground, facts.of('actual')),
    budget: readSets(ground, facts.of('budget')),
  }
  const rates = readRates(ground)
  const supplies = readSupplies(ground)
  const openings = lasting(ground, 'openings', () => readOpenings(ground))
  const openingOf = (cycle: Fact, family: Fact, series: string): Fact | undefined =>
    openings.get(cycle)?.get(family)?.get(series)
  const price = (family: Fact, month: Month): Exact | undefined =>
    rates('price', family, month)?.value
  const actual = keep(kinds.actual, (family, set) => standing(family, set, price))
  const budget = keep(kinds.budget, (family, set) => standing(family, set, price))
  const opening = (cycle: Fact, family: Fact, series: SeriesSpec): Exact | undefined => {
    const from = ground.cycles.horizonOf(cycle)?.from
    if (from === undefined) return undefined
    const before = addMonths(from, -1)
    const book = actual.book(family)
    const index = seriesIndex(series.series)
    const known = book && bookValue(book, index, before)
    if (known !== undefined) return known
    const fact = openingOf(cycle, family, series.series)
    const amount = amountOfTable(fact?.fields.get('value'), fact?.parent)
    if (amount !== undefined) {
      return amountIn(ground.units, amount, unitOf(family), family, before)
    }
    const said = book?.entries.said[index]
    const opened = fact !== undefined || (said !== undefined && said.stated.includes(1))
    return opened ? undefined : atZero(family, series)
  }
  const bottom = (slot: string, subject: Fact, month: Month): Below | undefined =>
    baseSlot(rates, supplies, slot, subject, month)
  const stacks = makeStacks(ground, {
    said: (cycle, family) => (plans.get(cycle)?.get(family) ?? NO_SET).columns,
    opening,
    slot: bottom,
  })
  const viewEntries =
    (cycle: Fact) =>
    (family: Fact, set: StatedSet): Book =>
      makeBook({
        range: ground.cycles.horizonOf(cycle),
        strategy: strategyOf(family),
        said: set.columns,
        opening: (series) => opening(cycle, family, series),
        factor: (_, month) => stacks.ofCycle(cycle).slot('price', family, month)?.value,
      })
  const views = readViews(ground, viewEntries)
  const plan = planOf(ground, stacks, options)
  return {
    ground,
    stacks,
    plan,
    rates,
    supplies,
    bottom,
    openingOf,
    plans: (cycle) => plans.get(cycle) ?? new Map(),
    kept: (kind) => (kind === 'actual' ? actual : budget),
    view: views.one,
    functionView: views.all,
    actualMonths: extentOf(kinds.actual),
  }
}

/** Applies every layer of the workspace, so that what is wrong with it is reported. */
export function checkLayers(books: AllBooks): void {
  const { ground, stacks } = books
  const all = new Set<Stack>()
  for (const cycle of ground.facts.of('cycle')) {
    let stack: Stack | undefined = stacks.ofCycle(cycle)
    for (; stack !== undefined; stack = stack.below) all.add(stack)
  }
  for (const scenario of ground.facts.of('scenario')) {
    const stack = stacks.ofScenario(scenario)
    if (stack !== undefined) all.add(stack)
  }
  // From the bottom up, so that each finds the one below it done.
  for (const stack of [...all].toSorted((a, b) => a.depth - b.depth)) applyAll(stack)
}

function planOf(ground: Ground, stacks: Stacks, options: ModelOptions): Stack | undefined {
  const scenario =
    options.scenario === undefined ? undefined : ground.facts.named('scenario', options.scenario)
  if (scenario !== undefined) return stacks.ofScenario(scenario)
  const { checked } = ground.cycles
  return checked && stacks.ofCycle(checked)
}

function byCycle(ground: Ground, statements: readonly Fact[]): ReadonlyMap<Fact, StatedSets> {
  const gathered = lasting(ground, 'plans by cycle', () =>
    gather(statements, (statement) => factIn(statement, 'cycle')),
  )
  return new Map([...gathered].map(([cycle, own]) => [cycle, readSets(ground, own)]))
}

/** What no number of a table changes. */
function lasting<Made>({ kept }: Ground, name: string, make: () => Made): Made {
  return kept === undefined ? make() : kept.lasting(name, make)
}

function keep(sets: StatedSets, make: (subject: Fact, set: StatedSet) => Book): Kept {
  const books = new Map<Fact, Book>()
  return {
    set: (subject) => sets.get(subject),
    book: (subject) => {
      const known = books.get(subject)
      const set = sets.get(subject)
      if (known !== undefined || set === undefined) return known
      const book = make(subject, set)
      books.set(subject, book)
      return book
    },
  }
}

/** A book that stands by itself, such as the actuals: it begins with what it states first. */
function standing(
  subject: Fact,
  set: StatedSet,
  price: (family: Fact, month: Month) => Exact | undefined,
): Book {
  return makeBook({
    range: set.extent,
    strategy: strategyOf(subject),
    said: set.columns,
    opening: (series) => {
      const stated = set.columns[seriesIndex(series.series)]?.stated.includes(1) === true
      return stated ? undefined : atZero(subject, series)
    },
    factor: (_, month) => price(subject, month),
  })
}

function atZero(family: Fact, series: SeriesSpec): Exact | undefined {
  const strategy = strategyOf(family)
  return strategy !== undefined && series.opensAtZero?.includes(strategy) === true ? 0 : undefined
}

interface Views {
  readonly one: (view: Fact) => Kept
  readonly all: (of: Fact) => Kept
}

const NOBODY: Kept = { set: () => undefined, book: () => undefined }

function readViews(
  ground: Ground,
  entries: (cycle: Fact) => (family: Fact, set: StatedSet) => Book,
): Views {
  const { checked } = ground.cycles
  const byFunction = new Map<Fact, Kept>()
  const every = gather(ground.facts.of('view'), (view) => factIn(view, 'cycle'))
  for (const [cycle, views] of every) {
    for (const [owner, own] of gather(views, (view) => factIn(view, 'function'))) {
      const kept = keep(readSets(ground, own), entries(cycle))
      if (cycle === checked) byFunction.set(owner, kept)
    }
  }
  const single = new Map<Fact, Kept>()
  return {
    all: (owner) => byFunction.get(owner) ?? NOBODY,
    one: (view) => {
      const known = single.get(view)
      const cycle = factIn(view, 'cycle')
      if (known !== undefined || cycle === undefined) return known ?? NOBODY
      // Its problems are those of the function's views, and reported there.
      const quiet = { ...ground, problems: [] }
      const kept = keep(readSets(quiet, [view]), entries(cycle))
      single.set(view, kept)
      return kept
    },
  }
}

function extentOf(sets: StatedSets): MonthRange | undefined {
  let extent: MonthRange | undefined
  for (const set of sets.values()) extent = spanning(extent, set.extent)
  return extent
}

/** A number that is no series, before any layer. */
function baseSlot(
  rates: Rates,
  supplies: Supplies,
  slot: string,
  subject: Fact,
  month: Month,
): Below | undefined {
  const kind = RATE_KINDS.find((each) => each === slot)
  if (kind !== undefined) return rates(kind, subject, month)
  const column =
    supplies.resources.get(subject)?.get(slot) ?? supplies.groupColumn(subject, slot, slotOfGroup)
  if (column !== undefined && statedIn(column, month)) {
    const index = month - column.first
    return { value: valueAt(column, index), sort: column.sorts?.[index] ?? NUMBER }
  }
  const unstated = subject.kind === 'resource' ? supplies.unstated.get(slot) : undefined
  return unstated === undefined ? undefined : { value: unstated, sort: NUMBER }
}

type Openings = ReadonlyMap<Fact, ReadonlyMap<Fact, ReadonlyMap<string, Fact>>>

function readOpenings(ground: Ground): Openings {
  const openings = new Map<Fact, Map<Fact, Few<string, Fact>>>()
  for (const opening of ground.facts.of('opening')) {
    const plan = opening.parent
    const cycle = plan && factIn(plan, 'cycle')
    const family = plan && factIn(plan, 'family')
    const series = wordIn(opening, 'series')
    if (cycle === undefined || family === undefined || series === undefined) continue
    const families = openings.get(cycle) ?? new Map<Fact, Few<string, Fact>>()
    openings.set(cycle, families)
    const own = families.get(family)
    const before = own?.get(series)
    if (own === undefined) families.set(family, new Few(series, opening))
    else if (before === undefined) own.set(series, opening)
    else {
      const labels = [{ span: before.span, text: 'opened here first' }]
      const values = { series, family: nameOf(family) }
      ground.problems.push(reportCells('doubled-opening', opening.span, values, { labels }))
    }
  }
  return openings
}

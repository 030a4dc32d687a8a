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
import { Book, bookValue } from './book.ts'
import type { BookKeeper } from './book.ts'
import { ByFact } from './by-fact.ts'
import { NUMBER } from './change.ts'
import type { Below } from './change.ts'
import { statedIn, valueAt } from './column.ts'
import { gather } from '../base/gather.ts'
import type { Ground } from './ground.ts'
import type { ModelOptions } from './model.ts'
import { readRates, RATE_KINDS } from './rates.ts'
import type { Rates } from './rates.ts'
import { slotOfGroup } from './layer.ts'
import { checkSameDay } from './same-day.ts'
import { applyAll, makeStacks } from './stack.ts'
import type { Stack, Stacks } from './stack.ts'
import { NO_SET, NO_SETS, readSets } from './statements.ts'
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
    openings.get(cycle)?.get(series)?.get(family)
  const factor: BookKeeper['factor'] = (_, family, month) => rates('price', family, month)?.value
  const standing = { opening: openingOfStanding, startsWithFlows: true, factor }
  const actual = keep(kinds.actual, standing, ({ extent }) => extent)
  const budget = keep(kinds.budget, standing, ({ extent }) => extent)
  const openingIn = (cycle: Fact): BookKeeper['opening'] => {
    const from = ground.cycles.horizonOf(cycle)?.from
    if (from === undefined) return () => undefined
    const before = addMonths(from, -1)
    const opened = openings.get(cycle)
    return (of, series) => {
      const family = of.subject
      const book = actual.book(family)
      const index = seriesIndex(series.series)
      const known = book && bookValue(book, index, before)
      if (known !== undefined) return known
      const fact = opened?.get(series.series)?.get(family)
      const amount = amountOfTable(fact?.fields.get('value'), fact?.parent)
      if (amount !== undefined) {
        if (amount.unit === undefined) return amount.value
        return amountIn(ground.units, amount, unitOf(family), family, before)
      }
      const isOpen = fact !== undefined || (book !== undefined && tellsOf(book, series))
      return isOpen ? undefined : atZero(of, series)
    }
  }
  const bottom = (slot: string, subject: Fact, month: Month): Below | undefined =>
    baseSlot(rates, supplies, slot, subject, month)
  const stacks = makeStacks(ground, {
    said: (cycle, family) => (plans.get(cycle)?.of.get(family) ?? NO_SET).columns,
    openingOf: openingIn,
    slot: bottom,
  })
  const views = readViews(ground, (cycle, sets) => {
    const horizon = ground.cycles.horizonOf(cycle)
    const keeper: BookKeeper = {
      opening: openingIn(cycle),
      startsWithFlows: false,
      factor: (name, family, month) => stacks.ofCycle(cycle).slot(name, family, month)?.value,
    }
    return keep(sets, keeper, () => horizon)
  })
  const plan = planOf(ground, stacks, options)
  return {
    ground,
    stacks,
    plan,
    rates,
    supplies,
    bottom,
    openingOf,
    plans: (cycle) => plans.get(cycle) ?? NO_SETS,
    kept: (kind) => (kind === 'actual' ? actual : budget),
    view: views.one,
    functionView: views.all,
    actualMonths: kinds.actual.extent,
  }
}

/** Applies every layer of the workspace, so that what is wrong with it is reported. */
export function checkLayers(books: AllBooks): void {
  const { ground, stacks } = books
  const all = new Set<Stack>()
  for (const cycle of ground.facts.of('cycle')) {
    let stack: Stack | undefined = stacks.ofCycle(cycle)
    checkSameDay(ground, stack)
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

/** The books of what is stated, each made when it is first asked for. */
function keep(
  { of: sets }: StatedSets,
  keeper: BookKeeper,
  rangeOf: (set: StatedSet) => MonthRange | undefined,
): Kept {
  const books = new ByFact<Book>()
  return {
    set: (subject) => sets.get(subject),
    book: (subject) => {
      const known = books.get(subject)
      const set = known === undefined ? sets.get(subject) : undefined
      if (set === undefined) return known
      const book = new Book(keeper, subject, rangeOf(set), set.columns)
      books.set(subject, book)
      return book
    },
  }
}

/** A book that stands by itself, such as the actuals, begins with what it states first. */
function openingOfStanding(book: Book, series: SeriesSpec): Exact | undefined {
  const stated = book.said[seriesIndex(series.series)]?.stated.includes(1) === true
  return stated ? undefined : atZero(book, series)
}

/** A stock that the actuals tell of, or could, is not 0 for want of a number. */
function tellsOf({ said }: Book, { series, flows = [] }: SeriesSpec): boolean {
  const names = [series, ...flows.map((flow) => flow.series)]
  return names.some((name) => said[seriesIndex(name)]?.stated.includes(1) === true)
}

function atZero({ strategy }: Book, series: SeriesSpec): Exact | undefined {
  return strategy !== undefined && series.opensAtZero?.includes(strategy) === true ? 0 : undefined
}

interface Views {
  readonly one: (view: Fact) => Kept
  readonly all: (of: Fact) => Kept
}

const NOBODY: Kept = { set: () => undefined, book: () => undefined }

function readViews(ground: Ground, keepOf: (cycle: Fact, sets: StatedSets) => Kept): Views {
  const { checked } = ground.cycles
  const byFunction = new Map<Fact, Kept>()
  const every = gather(ground.facts.of('view'), (view) => factIn(view, 'cycle'))
  for (const [cycle, views] of every) {
    for (const [owner, own] of gather(views, (view) => factIn(view, 'function'))) {
      const kept = keepOf(cycle, readSets(ground, own))
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
      const kept = keepOf(cycle, readSets(quiet, [view]))
      single.set(view, kept)
      return kept
    },
  }
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
  if (column?.damaged.has(month) === true) return { value: undefined, sort: NUMBER, unread: true }
  if (column !== undefined && statedIn(column, month)) {
    const index = month - column.first
    return { value: valueAt(column, index), sort: column.sorts?.[index] ?? NUMBER }
  }
  const unstated = subject.kind === 'resource' ? supplies.unstated.get(slot) : undefined
  return unstated === undefined ? undefined : { value: unstated, sort: NUMBER }
}

/** By cycle, series and family. */
type Openings = ReadonlyMap<Fact, ReadonlyMap<string, ByFact<Fact>>>

function readOpenings(ground: Ground): Openings {
  const openings = new Map<Fact, Map<string, ByFact<Fact>>>()
  ground.facts.of('opening').forEach((opening) => {
    const plan = opening.parent
    const cycle = plan && factIn(plan, 'cycle')
    const family = plan && factIn(plan, 'family')
    const series = wordIn(opening, 'series')
    if (cycle === undefined || family === undefined || series === undefined) return
    let bySeries = openings.get(cycle)
    if (bySeries === undefined) openings.set(cycle, (bySeries = new Map<string, ByFact<Fact>>()))
    let byFamily = bySeries.get(series)
    if (byFamily === undefined) bySeries.set(series, (byFamily = new ByFact()))
    const before = byFamily.get(family)
    if (before === undefined) byFamily.set(family, opening)
    else {
      const labels = [{ span: before.span, text: 'opened here first' }]
      const values = { series, family: nameOf(family) }
      ground.problems.push(reportCells('doubled-opening', opening.span, values, { labels }))
    }
  })
  return openings
}

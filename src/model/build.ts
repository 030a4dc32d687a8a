/** Builds the model of a workspace: everything that rules and reports read. */

import type { Exact } from '../base/exact.ts'
import type { ReadItems } from '../base/item-data.ts'
import { monthOf } from '../base/month.ts'
import type { Month, MonthRange } from '../base/month.ts'
import { inRange, overlap, spanning } from '../base/month-set.ts'
import { compareSpans } from '../base/source.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Fact, Facts } from '../facts/fact.ts'
import { dayIn, factIn, rangeIn, wordIn } from '../facts/fact.ts'
import type { Units } from '../units/units.ts'
import { usesArea } from './areas.ts'
import { checkLayers, readBooks } from './books.ts'
import type { AllBooks } from './books.ts'
import { makeBounds } from './bounds.ts'
import { readCalendar } from './calendar.ts'
import type { Calendar } from './calendar.ts'
import { type Capacity, makeCapacity } from './capacity.ts'
import { statedIn } from './column.ts'
import { coverCurrent, coverForward } from './cover.ts'
import { makeCube } from './cube.ts'
import type { Cube } from './cube.ts'
import { readFences } from './fences.ts'
import { makeGround } from './ground.ts'
import type { Ground } from './ground.ts'
import { itemValue, readMix } from './mix.ts'
import type { ReadLog } from './kept.ts'
import type { EvaluateBound, Model, ModelOptions, Total } from './model.ts'
import { rateOriginOf } from './rate-origin.ts'
import { originOf, placeOf, sinceOf } from './origin.ts'
import { readTotals } from './totals.ts'
import { writtenCells } from './written.ts'
import { portableSha256 } from '../base/sha256.ts'

export interface BuiltModel {
  readonly model: Model
  readonly problems: readonly Diagnostic[]
}

/** Bounds are evaluated when they are first read, never while the model is built. */
export function buildModel(
  facts: Facts,
  units: Units,
  options: ModelOptions,
  readItems: ReadItems,
  evaluate: EvaluateBound,
): BuiltModel {
  const { reads } = options
  const ground = makeGround(facts, units, options)
  const calendar = readCalendar(ground)
  const fences = readFences(ground, calendar)
  const books = readBooks(ground, options)
  const mix = readMix(ground, readItems)
  checkLayers(books)
  const months = outlookMonths(books)
  const cube = makeCube(books, mix, makeBounds(months, evaluate), reads)
  const capacity = makeCapacity(cube, books, (family, month) => {
    const range = lifeOf(ground, family)
    return range !== undefined && inRange(range, month)
  })
  let totals: readonly Total[] | undefined
  const model: Model = {
    facts,
    units,
    today: ground.today,
    scenario:
      options.scenario === undefined ? undefined : facts.named('scenario', options.scenario),
    months,
    families: facts.of('family'),
    ...timeOf(ground, calendar),
    ...cellsOf(cube, books, reads),
    fence: (name, family, cycle) => fences.fence(name, family, cycle),
    fenceEnd: (name, family, cycle) => fences.fenceEnd(name, family, cycle),
    zone: (family, month, cycle) => fences.zone(family, month, cycle),
    ...suppliesOf(capacity, reads),
    rateOrigin: (rate, family, month) =>
      noted(reads, family, () => rateOriginOf(books, rate, family, month)),
    cover: (family, month, which) => coverOf(cube, calendar, family, month, which),
    written: (cycle, series, family) => {
      reads?.of(family)
      return writtenCells(books, cycle, series, family)
    },
    earlier: options.earlier ?? (() => []),
    sha256: options.sha256 ?? portableSha256,
    reads,
    totals: () => {
      reads?.all()
      return (totals ??= readTotals(ground))
    },
    uses: (area) => usesArea(facts, area),
  }
  return { model, problems: ground.problems.toSorted((a, b) => compareSpans(a.span, b.span)) }
}

type Supplied = Pick<
  Model,
  | 'price'
  | 'cost'
  | 'unread'
  | 'supplied'
  | 'unreadSupply'
  | 'load'
  | 'loadOf'
  | 'available'
  | 'overtime'
  | 'usersOf'
>

function suppliesOf(capacity: Capacity, reads: ReadLog | undefined): Supplied {
  return {
    price: (family, month) => capacity.slot('price', family, month),
    cost: (family, month) => capacity.slot('cost', family, month),
    unread: (rate, family, month) => capacity.unread(rate, family, month),
    supplied: (family, group, month) => {
      reads?.of(family)
      return capacity.supplied(family, group, month)
    },
    unreadSupply: capacity.unreadSupply,
    load: (resource, month) => {
      reads?.all()
      return capacity.load(resource, month)
    },
    loadOf: (family, resource, month) => {
      reads?.of(family)
      return capacity.loadOf(family, resource, month)
    },
    available: (resource, month) => capacity.slot('available', resource, month),
    overtime: (resource, month) => capacity.slot('overtime', resource, month),
    usersOf: capacity.usersOf,
  }
}

type Time = Pick<
  Model,
  | 'cycle'
  | 'horizon'
  | 'past'
  | 'horizonOf'
  | 'previous'
  | 'closed'
  | 'cycles'
  | 'life'
  | keyof Calendar
>

function timeOf(ground: Ground, calendar: Calendar): Time {
  const { cycles } = ground
  const lives = new Map<Fact, MonthRange | undefined>()
  return {
    ...calendar,
    cycle: cycles.checked,
    horizon: cycles.horizon,
    past: pastMonths(ground),
    horizonOf: cycles.horizonOf,
    previous: cycles.previous,
    closed: (month) => month < (cycles.horizon?.from ?? monthOf(ground.today)),
    cycles: (n) => heldCycles(ground, n),
    life: (family) => {
      if (!lives.has(family)) lives.set(family, lifeOf(ground, family))
      return lives.get(family)
    },
  }
}

type Cells = Pick<
  Model,
  'column' | 'value' | 'stated' | 'origin' | 'since' | 'place' | 'item' | 'fileMonths'
>

function cellsOf(cube: Cube, books: AllBooks, reads: ReadLog | undefined): Cells {
  return {
    column: cube.column,
    value: cube.value,
    stated: (version, series, subject, month) =>
      statedIn(cube.column(version, series, subject), month),
    origin: (version, series, subject, month) =>
      noted(reads, subject, () => originOf(cube, books, { version, series, subject, month })),
    since: (version, series, subject, month) =>
      noted(reads, subject, () => sinceOf(cube, { version, series, subject, month })),
    place: (version, series, subject, month) =>
      noted(reads, subject, () => placeOf(cube, { version, series, subject, month })),
    item: (series, item, month) => {
      const family = factIn(item, 'family')
      if (family !== undefined) reads?.of(family)
      const split = family && cube.mix.get(family)?.get(series)
      if (family === undefined || split === undefined) return undefined
      return itemValue(split, item, cube.value('plan', series, family, month), month)
    },
    fileMonths: (mix) => {
      const family = factIn(mix, 'family')
      const series = wordIn(mix, 'series')
      if (family === undefined || series === undefined) return undefined
      reads?.of(family)
      return cube.mix.get(family)?.get(series)?.ofFiles.get(mix)
    },
  }
}

function noted<Found>(reads: ReadLog | undefined, subject: Fact, find: () => Found): Found {
  reads?.of(subject)
  return find()
}

function coverOf(
  cube: Cube,
  calendar: Calendar,
  family: Fact,
  month: Month,
  which: 'forward' | 'current',
): Exact | undefined {
  const covered = {
    stock: (at: Month) => cube.value('projected', 'inventory', family, at),
    sales: (at: Month) => cube.value('outlook', 'sales', family, at),
    workdays: calendar.workdays,
  }
  return which === 'forward' ? coverForward(covered, month) : coverCurrent(covered, month)
}

function outlookMonths({ ground, actualMonths }: AllBooks): MonthRange | undefined {
  const { horizon } = ground.cycles
  if (horizon === undefined) return actualMonths
  const closed = { from: ground.reach.from, to: (horizon.from - 1) as Month }
  return spanning(actualMonths && overlap(actualMonths, closed), horizon)
}

function pastMonths({ cycles }: Ground): MonthRange | undefined {
  const first = cycles.past[0]
  const from = first && cycles.horizonOf(first)?.from
  const to = cycles.horizon && ((cycles.horizon.from - 1) as Month)
  return from === undefined || to === undefined ? undefined : overlap({ from, to }, { from, to })
}

function lifeOf(ground: Ground, family: Fact): MonthRange | undefined {
  const from = rangeIn(family, 'from')?.from ?? ground.reach.from
  const to = rangeIn(family, 'until')?.to ?? ground.reach.to
  return from <= to ? { from, to } : undefined
}

/** Cycles whose executive meeting, the last step of the process, has passed. */
function heldCycles({ cycles, today }: Ground, n: number): readonly Fact[] {
  const held = cycles.past.filter((cycle) =>
    (cycle.lines.get('meeting') ?? []).some((meeting) => {
      const step = factIn(meeting, 'step')
      const day = dayIn(meeting, 'on')
      const last = step?.parent?.lines.get('step')?.at(-1)
      return step !== undefined && step === last && day !== undefined && day < today
    }),
  )
  return held.slice(Math.max(held.length - n, 0))
}

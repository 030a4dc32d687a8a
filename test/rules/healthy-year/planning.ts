/**
 * How the company plans: sales by what it has learned, operations so that stocks come back to their
 * targets. It keeps its fences: the first month stays, and the two behind it move little.
 */

import type { Chance } from './random.ts'
import type { Profile } from './profile.ts'

/** Columns by month; absent where the family does not live, or the cycle does not look. */
export interface Flows {
  readonly sales: readonly (number | undefined)[]
  readonly shipments: readonly (number | undefined)[]
  readonly operations: readonly (number | undefined)[]
}

export interface Span {
  /** The cycle's number, which is its first month's. */
  readonly cycle: number
  readonly last: number
}

export interface Stocks {
  readonly inventory: number
  readonly backlog: number
}

/** How often, and by how much, a month is seen otherwise than in the cycle before. */
const NEWS = { often: 0.3, deviation: 0.01 }
/** How far operations may move in a month: inside the planning time fence, and beyond it. */
const INSIDE = 0.13
const BEYOND = 0.04
const FENCE_MONTHS = 3
/** A level rate wobbles, and a chase plan strays, by less than their tolerances. */
const LEVEL_STEP = 0.015
/** And small steps lead no further than this from the first month of a plan. */
const LEVEL_DRIFT = 0.09
const CHASE_STRAY = 0.04

/** The first plan of all, with no fence to keep. */
export function openingFlows(profile: Profile, stocks: Stocks, span: Span): Flows {
  const none: Flows = { sales: [], shipments: [], operations: [] }
  const sales = monthsOf(span, (month) => salesOf(profile, month))
  return supplied(profile, { ...none, sales }, stocks, span)
}

/** As `concord roll` leaves it: the last month is carried on. */
export function rolledFlows(before: Flows, span: Span): Flows {
  const rolled = (column: Flows['sales']) =>
    monthsOf(span, (month) => column[Math.min(month, span.last - 1)])
  return {
    sales: rolled(before.sales),
    shipments: rolled(before.shipments),
    operations: rolled(before.operations),
  }
}

export function withDemand(profile: Profile, flows: Flows, span: Span, chance: Chance): Flows {
  const sales = monthsOf(span, (month) => {
    // Drawn in any case, so that one month's news does not decide the next month's.
    const news = chance.even() < NEWS.often ? 1 + NEWS.deviation * chance.normal() : 1
    if (month === span.last) return salesOf(profile, month)
    const before = flows.sales[month]
    return month === span.cycle || before === undefined ? before : Math.round(before * news)
  })
  return { ...flows, sales }
}

export function withSupply(profile: Profile, flows: Flows, stocks: Stocks, span: Span): Flows {
  return supplied(profile, flows, stocks, span)
}

function salesOf({ expected, from }: Profile, month: number): number | undefined {
  return month < from ? undefined : Math.round(expected(month))
}

function supplied(profile: Profile, flows: Flows, stocks: Stocks, span: Span): Flows {
  const shipments: (number | undefined)[] = []
  const operations: (number | undefined)[] = []
  let { inventory, backlog } = stocks
  const next = (month: number): number =>
    flows.sales[month + 1] ?? (Math.round(profile.expected(month + 1)) || 0)
  for (let month = span.cycle; month <= span.last; month += 1) {
    const sales = flows.sales[month]
    if (sales === undefined) continue
    const within = (wanted: number, column: Flows['sales']) =>
      bounded(wanted, month === span.last ? undefined : column[month], month - span.cycle)
    const stocked = profile.strategy === 'make-to-stock'
    const waiting = backlog + sales - Math.round(profile.backlog * next(month))
    const shipped = stocked ? sales : within(waiting, flows.shipments)
    const stock = Math.round(profile.inventory * next(month))
    const made =
      profile.strategy === 'make-to-order'
        ? paced(profile, within(waiting, flows.operations), sales)
        : within(shipped + stock - inventory, flows.operations)
    const rate =
      profile.production === 'level' ? levelled(made, flows, operations, month, span) : made
    operations[month] = rate
    const leaves = profile.strategy === 'make-to-order' ? rate : shipped
    if (profile.strategy === 'finish-to-order') shipments[month] = shipped
    if (profile.strategy !== 'make-to-order') inventory += rate - leaves
    if (!stocked) backlog += sales - leaves
  }
  return { sales: flows.sales, shipments, operations }
}

/** As near to what is wanted as the fences let it: `before` is the cycle before's number. */
function bounded(wanted: number, before: number | undefined, ahead: number): number {
  if (before === undefined) return Math.max(0, wanted)
  if (ahead === 0) return before
  const most = ahead < FENCE_MONTHS ? INSIDE : BEYOND
  return clamp(wanted, before * (1 - most), before * (1 + most))
}

function paced({ production }: Profile, wanted: number, sales: number): number {
  if (production !== 'chase') return wanted
  return clamp(wanted, sales * (1 - CHASE_STRAY), sales * (1 + CHASE_STRAY))
}

/** A level rate stands inside the fence; beyond it, it leans to what is wanted a little each month. */
function levelled(
  wanted: number,
  flows: Flows,
  operations: readonly (number | undefined)[],
  month: number,
  { cycle }: Span,
): number {
  const before = operations[month - 1]
  if (month < cycle + FENCE_MONTHS && flows.operations[month] !== undefined) {
    return flows.operations[month] ?? wanted
  }
  if (before === undefined) return wanted
  const first = operations[cycle] ?? before
  const near = clamp(wanted, first * (1 - LEVEL_DRIFT), first * (1 + LEVEL_DRIFT))
  return clamp(near, before * (1 - LEVEL_STEP), before * (1 + LEVEL_STEP))
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, Math.ceil(least)), Math.floor(most))
}

function monthsOf(
  { cycle, last }: Span,
  of: (month: number) => number | undefined,
): readonly (number | undefined)[] {
  const column: (number | undefined)[] = []
  for (let month = cycle; month <= last; month += 1) column[month] = of(month)
  return column
}

/** A company in which nothing is wrong: what it plans, and what then happens with honest noise. */

import { chanceFrom } from './random.ts'
import { actualOf, type Actual } from './happening.ts'
import { type Flows, openingFlows, rolledFlows, withDemand, withSupply } from './planning.ts'
import { familyProfile, type Profile } from './profile.ts'

export interface Size {
  readonly seed: number
  readonly families: number
  readonly cycles: number
  /** How many months a cycle looks ahead. */
  readonly horizon: number
}

/** The plan of one family in one cycle, as its steps leave it; months are counted from the first cycle. */
export interface CyclePlan {
  readonly rolled: Flows
  /** After the demand review. */
  readonly demand: Flows
  /** After the supply review, and to the end. */
  readonly agreed: Flows
  /** With the cycle's revision. */
  readonly revised: Flows
  /** What the cycle's revision adds to a month of both plans. */
  readonly revision: Revision | undefined
}

export interface Revision {
  readonly month: number
  readonly more: number
}

export interface FamilyHistory {
  readonly profile: Profile
  /** By cycle. */
  readonly plans: readonly CyclePlan[]
  /** By month from the first cycle's on; before them, the stocks with which they open. */
  readonly opening: Actual
  readonly actuals: readonly Actual[]
}

export interface Company {
  readonly size: Size
  readonly families: readonly FamilyHistory[]
}

export function makeCompany(size: Size): Company {
  const indexes = Array.from({ length: size.families }, (_, index) => index)
  return { size, families: indexes.map((index) => historyOf(index, size)) }
}

function historyOf(index: number, size: Size): FamilyHistory {
  // Each family by itself, so that one more of them changes none of the others.
  const chance = chanceFrom(size.seed * 100_003 + index)
  const profile = familyProfile(index, chance)
  const opening = openingOf(profile)
  const plans: CyclePlan[] = []
  const actuals: Actual[] = []
  let revised: Flows | undefined
  for (let cycle = 0; cycle < size.cycles; cycle += 1) {
    const span = { cycle, last: cycle + size.horizon - 1 }
    const stocks = actuals[cycle - 1] ?? opening
    const rolled = revised && rolledFlows(revised, span)
    const demand = rolled ? withDemand(profile, rolled, span, chance) : undefined
    const agreed = demand
      ? withSupply(profile, demand, stocks, span)
      : openingFlows(profile, stocks, span)
    const revision = revisionOf(index, cycle, agreed)
    revised = withRevision(agreed, revision)
    plans.push({ rolled: rolled ?? agreed, demand: demand ?? agreed, agreed, revised, revision })
    actuals.push(actualOf(profile, agreed, cycle, stocks, chance))
  }
  return { profile, plans, opening, actuals }
}

/** One order in the year that could not wait for the next cycle. */
const REVISED = { family: 0, cycle: 6, ahead: 3, more: 25 }

function revisionOf(family: number, cycle: number, agreed: Flows): Revision | undefined {
  if (family !== REVISED.family || cycle !== REVISED.cycle) return undefined
  const month = cycle + REVISED.ahead
  return agreed.sales[month] === undefined ? undefined : { month, more: REVISED.more }
}

function withRevision(flows: Flows, revision: Revision | undefined): Flows {
  if (revision === undefined) return flows
  const { month, more } = revision
  const raised = (column: Flows['sales']) => column.with(month, (column[month] ?? 0) + more)
  return { ...flows, sales: raised(flows.sales), operations: raised(flows.operations) }
}

/** Stocks on target. */
function openingOf({ strategy, expected, from, inventory, backlog }: Profile): Actual {
  const living = from <= 0
  return {
    sales: 0,
    shipments: 0,
    operations: 0,
    inventory: living && strategy !== 'make-to-order' ? Math.round(inventory * expected(0)) : 0,
    backlog: living && strategy !== 'make-to-stock' ? Math.round(backlog * expected(0)) : 0,
  }
}

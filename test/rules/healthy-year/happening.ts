/** What happens in a month: what was planned, with noise that leans to neither side. */

import type { Chance } from './random.ts'
import type { Profile } from './profile.ts'
import type { Flows } from './planning.ts'

export interface Actual {
  readonly sales: number
  readonly shipments: number
  readonly operations: number
  readonly inventory: number
  readonly backlog: number
}

/** Deviations, as parts of what was planned. */
const NOISE = { sales: 0.04, shipments: 0.02, operations: 0.012 }

export function actualOf(
  { strategy }: Profile,
  plan: Flows,
  month: number,
  stocks: Actual,
  chance: Chance,
): Actual {
  const noisy = (planned: number | undefined, deviation: number): number =>
    Math.round((planned ?? 0) * (1 + deviation * chance.normal()))
  const sales = noisy(plan.sales[month], NOISE.sales)
  const operations = noisy(plan.operations[month], NOISE.operations)
  const shipped = noisy(plan.shipments[month], NOISE.shipments)
  const shipments =
    strategy === 'make-to-stock' ? sales : strategy === 'make-to-order' ? operations : shipped
  return {
    sales,
    shipments,
    operations,
    inventory: strategy === 'make-to-order' ? 0 : stocks.inventory + operations - shipments,
    backlog: strategy === 'make-to-stock' ? 0 : stocks.backlog + sales - shipments,
  }
}

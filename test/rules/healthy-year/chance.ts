/** What chance alone explains, worked out from the company's numbers and not by the rules. */

import { SALES_TOLERANCE } from './business-text.ts'
import type { FamilyHistory } from './company.ts'
import { priceOf, revenueBudget } from './families-text.ts'

const TOLERANCES = { sales: SALES_TOLERANCE, shipments: 0.1, operations: 0.05 } as const
export type Kept = keyof typeof TOLERANCES

/** By how much a month came out above what had been committed to in the cycle before it. */
export function missed(
  { plans, actuals, profile }: FamilyHistory,
  series: Kept,
  month: number,
): number | undefined {
  const committed = plans[month - 1]?.agreed[series][month]
  const actual = actuals[month]?.[series]
  if (committed === undefined || actual === undefined || month < profile.from) return undefined
  return actual - committed
}

/** The series whose actuals of a month are out of tolerance. */
export function missesIn(family: FamilyHistory, month: number): readonly Kept[] {
  return (Object.keys(TOLERANCES) as Kept[]).filter((series) => {
    const off = missed(family, series, month)
    const committed = family.plans[month - 1]?.agreed[series][month] ?? 0
    return off !== undefined && Math.abs(off) > TOLERANCES[series] * committed
  })
}

const BIAS = { signal: 4, months: 10, small: 0.01 }

/** Whether the 12 months before a cycle lean to one side, as the field's textbooks put it. */
export function leans(family: FamilyHistory, series: Kept, cycle: number): boolean {
  const months = Array.from({ length: 12 }, (_, ago) => cycle - 1 - ago)
  const misses = months.map((month) => missed(family, series, month))
  if (misses.some((miss) => miss === undefined)) return false
  const off = sumOf(misses)
  const size = sumOf(misses.map((miss) => Math.abs(miss ?? 0))) / misses.length
  const side = misses.filter((miss) => (miss ?? 0) * off > 0).length
  const planned = sumOf(months.map((month) => family.plans[month - 1]?.agreed[series][month]))
  return (
    Math.abs(off) > BIAS.small * planned &&
    Math.abs(off) > BIAS.signal * size &&
    side >= BIAS.months
  )
}

/** How far the latest call of a fiscal year is from its budget, as a part of it. */
export function budgetGap(
  families: readonly FamilyHistory[],
  cycle: number,
  revised: boolean,
): number {
  const first = Math.floor(cycle / 12) * 12
  const months = Array.from({ length: 12 }, (_, count) => first + count)
  const call = sumOf(
    families.flatMap((family) =>
      months.map(
        (month) => shippedIn(family, month, cycle, revised) * priceOf(family.profile, month),
      ),
    ),
  )
  const budget = sumOf(
    families.flatMap(({ profile }) =>
      months.map((month) => (month < profile.from ? 0 : revenueBudget(profile, month))),
    ),
  )
  return (call - budget) / budget
}

/** What is shipped is revenue: sales from stock, else what is made or finished to order. */
const LEAVES = {
  'make-to-stock': 'sales',
  'make-to-order': 'operations',
  'finish-to-order': 'shipments',
} as const

function shippedIn(family: FamilyHistory, month: number, cycle: number, revised: boolean): number {
  const { plans, actuals, profile } = family
  if (month < profile.from) return 0
  const series = LEAVES[profile.strategy]
  const plan = plans[cycle]?.[revised ? 'revised' : 'agreed']
  return (month < cycle ? actuals[month]?.[series] : plan?.[series][month]) ?? 0
}

function sumOf(numbers: readonly (number | undefined)[]): number {
  return numbers.reduce<number>((sum, each) => sum + (each ?? 0), 0)
}

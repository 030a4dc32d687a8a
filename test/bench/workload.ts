// The plan that every peer checks: numbers only; its texts are written in forms.ts.

export const OPENING = 600

const FIRST_YEAR = 2027
export const VARIANTS = ['clean', 'stock5', 'flow5'] as const
const SEEDED = 5

/** `stock5` has five wrong stated inventories, `flow5` five wrong sales. */
export type Variant = (typeof VARIANTS)[number]

export interface Row {
  readonly month: string
  readonly sales: number
  readonly operations: number
  readonly inventory: number
}

export interface FamilyPlan {
  readonly family: string
  readonly rows: readonly Row[]
}

export interface Workload {
  readonly variant: Variant
  readonly plans: readonly FamilyPlan[]
  /** Where a mistake was put, as `family-500 2028-01`. */
  readonly seeded: readonly string[]
}

/**
 * Every stated inventory follows from its flows, apart from the seeded mistakes: wrong stocks lie in
 * the last month, where no later stock can repeat them, and wrong flows in the middle, where a
 * running balance repeats them in each month after.
 */
export function makeWorkload(families: number, months: number, variant: Variant): Workload {
  const wrong = variant === 'clean' ? new Set<number>() : seededFamilies(families)
  const at = variant === 'stock5' ? months - 1 : Math.floor(months / 2)
  const numbers = Array.from({ length: families }, (_, index) => index)
  return {
    variant,
    plans: numbers.map((index) => {
      const rows = rowsOf(index, months)
      return {
        family: nameOf(index),
        rows: wrong.has(index) ? rows.with(at, spoilt(rows[at] as Row, variant)) : rows,
      }
    }),
    seeded: [...wrong].map((index) => `${nameOf(index)} ${monthAt(at)}`),
  }
}

/** The months of a plan, its cycle's first. */
export function monthAt(index: number): string {
  const month = String((index % 12) + 1).padStart(2, '0')
  return `${FIRST_YEAR + Math.floor(index / 12)}-${month}`
}

function rowsOf(family: number, months: number): readonly Row[] {
  let inventory = OPENING
  return Array.from({ length: months }, (_, index) => {
    const sales = 1000 + ((family * 11 + index * 17) % 800)
    // Over seven months the differences cancel out, so that the stock stays above zero.
    const operations = sales + (((family + index * 3) % 7) - 3) * 20
    inventory += operations - sales
    return { month: monthAt(index), sales, operations, inventory }
  })
}

function spoilt(row: Row, variant: Variant): Row {
  return variant === 'stock5'
    ? { ...row, inventory: row.inventory + 9 }
    : { ...row, sales: row.sales + 30 }
}

/** Spread evenly, none in the first family or the last. */
function seededFamilies(families: number): ReadonlySet<number> {
  const part = families / SEEDED
  return new Set(Array.from({ length: SEEDED }, (_, index) => Math.floor(part * (index + 0.5))))
}

function nameOf(family: number): string {
  return `family-${family}`
}

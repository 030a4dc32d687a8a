/** Numbers and months as programs read them. */

import type { Exact } from '../base/exact.ts'
import { plainDecimal, printExact } from '../base/exact.ts'
import { type MonthRange, printMonth } from '../base/month.ts'

/** A text in decimals, so that no reader rounds it; `≈` where they do not end, null where it is unknown. */
export function jsonNumber(value: Exact | undefined): string | null {
  return value === undefined ? null : (plainDecimal(value) ?? printExact(value))
}

export function jsonMonths({ from, to }: MonthRange) {
  return { from: printMonth(from), to: printMonth(to) }
}

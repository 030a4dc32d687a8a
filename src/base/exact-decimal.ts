// The exact numbers that scaled integers hold: integers, as of scale 0, and `Scaled`.

import type { Exact, Fraction } from './exact-form.ts'

/** A value with a safe mantissa and a scale of 0 to 15. */
export type Decimal = Exclude<Exact, Fraction>

/** Whether a value is an integer or a `Scaled`. */
export function isDecimal(x: Exact): x is Decimal {
  return typeof x === 'number' || x.kind === 'scaled'
}

/** The digits of the value, without its point. */
export function mantissaOf(x: Decimal): number {
  return typeof x === 'number' ? x : x.mantissa
}

/** How many of the digits stand behind the point. */
export function scaleOf(x: Decimal): number {
  return typeof x === 'number' ? 0 : x.scale
}

// Rounds an exact number to a number of decimals, half to even.

import type { Exact } from './exact-form.ts'
import { bigPowerOfTen, denominatorOf, numeratorOf } from './exact-form.ts'
import { fromRatio } from './exact-make.ts'

/** The most decimals that can be asked for when rounding; more are taken for this many. */
export const MOST_PLACES = 100

/** The nearest value with so many decimals, half to even; undefined when it is too long to keep. */
export function toDecimalPlaces(x: Exact, places: number): Exact | undefined {
  if (typeof x === 'number') return x
  if (x.kind === 'scaled' && x.scale <= places) return x
  const kept = boundedPlaces(places)
  return fromRatio(roundedMantissa(x, kept), bigPowerOfTen(kept))
}

/** The integer nearest to `x * 10^places`, half to even. */
export function roundedMantissa(x: Exact, places: number): bigint {
  const over = numeratorOf(x) * bigPowerOfTen(places)
  const under = denominatorOf(x)
  const towardsZero = over / under
  const rest = over % under
  const twice = rest < 0n ? -2n * rest : 2n * rest
  const up = twice > under || (twice === under && towardsZero % 2n !== 0n)
  if (!up) return towardsZero
  return over < 0n ? towardsZero - 1n : towardsZero + 1n
}

/** A number of places brought into 0 to `MOST_PLACES`. */
export function boundedPlaces(places: number): number {
  return Math.min(Math.max(Math.trunc(places), 0), MOST_PLACES)
}

// The one canonical form of an exact number, and the limits of its sorts.

/**
 * An exact number. Invariant: a safe integer is a `number`; else a value with a safe mantissa and
 * 1 to 15 decimals is `Scaled`; else it is a `Fraction`. So equal values have equal forms, and
 * there is no negative zero.
 */
export type Exact = number | Scaled | Fraction

/** The value `mantissa * 10^-scale`: scale 1 to 15, mantissa safe and not a multiple of ten. */
export interface Scaled {
  readonly kind: 'scaled'
  readonly mantissa: number
  readonly scale: number
}

/** The value `numerator / denominator` in lowest terms, with a positive denominator. */
export interface Fraction {
  readonly kind: 'fraction'
  readonly numerator: bigint
  readonly denominator: bigint
}

/** The longest numerator or denominator, in bits. A longer result is unknown: see `tooLong`. */
export const MOST_BITS = 4096

/** The most decimals of a `Scaled`. */
export const MOST_SCALE = 15

const FIRST_TOO_LONG = 1n << BigInt(MOST_BITS)
const POWERS: readonly number[] = Array.from({ length: MOST_SCALE + 1 }, (_, at) => 10 ** at)
const BIG_POWERS: readonly bigint[] = Array.from({ length: 64 }, (_, at) => 10n ** BigInt(at))

/** Whether a fraction in lowest terms is past `MOST_BITS`, and so is not kept. */
export function tooLong(numerator: bigint, denominator: bigint): boolean {
  return (
    numerator >= FIRST_TOO_LONG || numerator <= -FIRST_TOO_LONG || denominator >= FIRST_TOO_LONG
  )
}

/** Ten to a power of 0 to 15 as a number; NaN past that, which is never a safe integer. */
export function powerOfTen(power: number): number {
  return POWERS[power] ?? Number.NaN
}

/** Ten to any power from 0 as a bigint. */
export function bigPowerOfTen(power: number): bigint {
  return BIG_POWERS[power] ?? 10n ** BigInt(power)
}

/** A numerator of the value, over `denominatorOf`; the two need not be in lowest terms. */
export function numeratorOf(x: Exact): bigint {
  if (typeof x === 'number') return BigInt(x)
  return x.kind === 'scaled' ? BigInt(x.mantissa) : x.numerator
}

/** A positive denominator of the value, under `numeratorOf`. */
export function denominatorOf(x: Exact): bigint {
  if (typeof x === 'number') return 1n
  return x.kind === 'scaled' ? bigPowerOfTen(x.scale) : x.denominator
}

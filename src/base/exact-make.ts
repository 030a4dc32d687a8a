// Brings a value into the canonical form: an integer, else scaled, else a fraction.

import {
  bigPowerOfTen,
  type Exact,
  type Fraction,
  MOST_SCALE,
  powerOfTen,
  type Scaled,
  tooLong,
} from './exact-form.ts'

const LARGEST_POWER = 10 ** MOST_SCALE
const MOST_SAFE = BigInt(Number.MAX_SAFE_INTEGER)

/** The exact value of `mantissa * 10^-scale`, where the mantissa is a safe integer. */
export function fromDecimal(mantissa: number, scale: number): Exact {
  let digits = mantissa
  let decimals = scale
  while (decimals > 0 && digits % 10 === 0) {
    digits /= 10
    decimals -= 1
  }
  if (decimals === 0) return digits + 0
  if (decimals <= MOST_SCALE) return { kind: 'scaled', mantissa: digits, scale: decimals }
  return fraction(BigInt(digits), bigPowerOfTen(decimals))
}

/** The exact value of a ratio of two safe integers, the second not zero. */
export function fromSmallRatio(numerator: number, denominator: number): Exact {
  if (numerator === 0) return 0
  const shared = smallDivisor(Math.abs(numerator), Math.abs(denominator))
  const over = denominator < 0 ? -numerator / shared : numerator / shared
  const under = Math.abs(denominator) / shared
  return terminating(over, under) ?? fractionInLowestTerms(BigInt(over), BigInt(under))
}

/** The exact value of a ratio, the second not zero; undefined when it is `tooLong`. */
export function fromRatio(numerator: bigint, denominator: bigint): Exact | undefined {
  if (numerator === 0n) return 0
  const shared = divisor(size(numerator), size(denominator))
  const over = (denominator < 0n ? -numerator : numerator) / shared
  const under = size(denominator) / shared
  if (tooLong(over, under)) return undefined
  if (isSafe(over) && isSafe(under)) {
    const short = terminating(Number(over), Number(under))
    if (short !== undefined) return short
  }
  return fractionInLowestTerms(over, under)
}

/** A ratio of safe integers in lowest terms as an integer or `Scaled`, where it is one. */
function terminating(numerator: number, denominator: number): number | Scaled | undefined {
  if (denominator === 1) return numerator
  if (LARGEST_POWER % denominator !== 0) return undefined
  let scale = 1
  while (powerOfTen(scale) % denominator !== 0) scale += 1
  const mantissa = numerator * (powerOfTen(scale) / denominator)
  return Number.isSafeInteger(mantissa) ? { kind: 'scaled', mantissa, scale } : undefined
}

function fraction(numerator: bigint, denominator: bigint): Fraction {
  const shared = divisor(size(numerator), denominator)
  return fractionInLowestTerms(numerator / shared, denominator / shared)
}

function fractionInLowestTerms(numerator: bigint, denominator: bigint): Fraction {
  return { kind: 'fraction', numerator, denominator }
}

/** The greatest common divisor; it goes on in machine numbers as soon as both fit. */
function divisor(a: bigint, b: bigint): bigint {
  let larger = a
  let smaller = b
  while (smaller !== 0n) {
    if (isSafe(larger) && isSafe(smaller)) {
      return BigInt(smallDivisor(Number(larger), Number(smaller)))
    }
    const rest = larger % smaller
    larger = smaller
    smaller = rest
  }
  return larger
}

function smallDivisor(a: number, b: number): number {
  let larger = a
  let smaller = b
  while (smaller !== 0) {
    const rest = larger % smaller
    larger = smaller
    smaller = rest
  }
  return larger
}

function isSafe(x: bigint): boolean {
  return x <= MOST_SAFE && x >= -MOST_SAFE
}

function size(x: bigint): bigint {
  return x < 0n ? -x : x
}

// Exact numbers of every sort for property tests, and the plain ratio each is held against.

import * as fc from 'fast-check'
import { type Exact, fromRatio } from '../../src/base/exact.ts'

/** A value as a bare ratio of bigints, reckoned by the schoolbook and never reduced. */
export interface Ratio {
  readonly over: bigint
  readonly under: bigint
}

const whole = fc.oneof(
  fc.bigInt(-50n, 50n),
  fc.bigInt(-1_000_000n, 1_000_000n),
  fc.bigInt(-(2n ** 53n) - 2n, 2n ** 53n + 2n),
  fc.constantFrom(2n ** 53n - 1n, 2n ** 53n, 1n - 2n ** 53n, -(2n ** 53n), 10n ** 15n, 10n ** 16n),
  fc.bigInt(-(10n ** 40n), 10n ** 40n),
)
const under = fc.oneof(
  fc.constant(1n),
  fc.integer({ min: 0, max: 18 }).map((scale) => 10n ** BigInt(scale)),
  fc.bigInt(1n, 60n),
  fc.bigInt(1n, 10n ** 20n),
)

/** Integers, decimals and fractions, many of them on either side of a limit of their form. */
export const ratios: fc.Arbitrary<Ratio> = fc.record({ over: whole, under })

/** The exact number of a ratio that is short enough to keep. */
export function exactOf(ratio: Ratio): Exact {
  return kept(fromRatio(ratio.over, ratio.under))
}

/** The value, which must be known. */
export function kept(x: Exact | undefined): Exact {
  if (x === undefined) throw new Error('this value should have been kept')
  return x
}

/** The ratio of an exact number, read from its fields alone. */
export function ratioOf(x: Exact): Ratio {
  if (typeof x === 'number') return { over: BigInt(x), under: 1n }
  if (x.kind === 'fraction') return { over: x.numerator, under: x.denominator }
  return { over: BigInt(x.mantissa), under: 10n ** BigInt(x.scale) }
}

/** Whether two ratios are one value. */
export function sameValue(a: Ratio, b: Ratio): boolean {
  return a.over * b.under === b.over * a.under
}

/** What is wrong with the form of a number; undefined when it is canonical. */
export function flawOf(x: Exact): string | undefined {
  if (typeof x === 'number') {
    if (!Number.isSafeInteger(x)) return `${x} is no safe integer`
    return Object.is(x, -0) ? 'negative zero' : undefined
  }
  if (x.kind === 'scaled') {
    if (!Number.isSafeInteger(x.mantissa)) return `mantissa ${x.mantissa} is not safe`
    if (x.mantissa % 10 === 0) return `mantissa ${x.mantissa} ends in zero`
    return x.scale >= 1 && x.scale <= 15 ? undefined : `scale ${x.scale}`
  }
  return flawOfFraction(x.numerator, x.denominator)
}

function flawOfFraction(numerator: bigint, denominator: bigint): string | undefined {
  if (denominator < 1n) return `denominator ${denominator}`
  if (commonDivisor(numerator, denominator) !== 1n) return 'not in lowest terms'
  const bits = Math.max(
    numerator.toString(2).replace('-', '').length,
    denominator.toString(2).length,
  )
  if (bits > 4096) return `${bits} bits`
  for (let scale = 0n; scale <= 15n; scale += 1n) {
    const shifted = numerator * 10n ** scale
    const mantissa = shifted / denominator
    if (shifted % denominator === 0n && Number.isSafeInteger(Number(mantissa))) {
      return `this is ${mantissa} with ${scale} decimals`
    }
  }
  return undefined
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : commonDivisor(b, a % b)
}

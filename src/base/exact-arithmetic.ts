// Exact arithmetic: machine integers first, scaled integers second, fractions last; one answer.

import { isDecimal, mantissaOf, scaleOf } from './exact-decimal.ts'
import type { Exact } from './exact-form.ts'
import { denominatorOf, numeratorOf, powerOfTen } from './exact-form.ts'
import { fromDecimal, fromRatio, fromSmallRatio } from './exact-make.ts'

/** The sum; undefined when it is too long to keep (see `MOST_BITS`). */
export function add(a: Exact, b: Exact): Exact | undefined {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (Number.isSafeInteger(sum)) return sum
  }
  return combine(a, b, 1)
}

/** The difference; undefined when it is too long to keep. */
export function subtract(a: Exact, b: Exact): Exact | undefined {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b
    if (Number.isSafeInteger(difference)) return difference
  }
  return combine(a, b, -1)
}

/** The product; undefined when it is too long to keep. */
export function multiply(a: Exact, b: Exact): Exact | undefined {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    if (Number.isSafeInteger(product)) return product + 0
  }
  if (isDecimal(a) && isDecimal(b)) {
    const mantissa = mantissaOf(a) * mantissaOf(b)
    if (Number.isSafeInteger(mantissa)) return fromDecimal(mantissa, scaleOf(a) + scaleOf(b))
  }
  return fromRatio(numeratorOf(a) * numeratorOf(b), denominatorOf(a) * denominatorOf(b))
}

/** The quotient; undefined when the divisor is zero (ask `isZero`) or it is too long to keep. */
export function divide(a: Exact, b: Exact): Exact | undefined {
  if (b === 0) return undefined
  if (isDecimal(a) && isDecimal(b)) {
    const shift = scaleOf(b) - scaleOf(a)
    const over = mantissaOf(a) * powerOfTen(Math.max(shift, 0))
    const under = mantissaOf(b) * powerOfTen(Math.max(-shift, 0))
    if (Number.isSafeInteger(over) && Number.isSafeInteger(under)) {
      return over % under === 0 ? over / under + 0 : fromSmallRatio(over, under)
    }
  }
  return fromRatio(numeratorOf(a) * denominatorOf(b), denominatorOf(a) * numeratorOf(b))
}

/** The sum of any number of values, 0 of none; undefined when it is too long to keep. */
export function sum(values: Iterable<Exact>): Exact | undefined {
  let total: Exact | undefined = 0
  for (const value of values) {
    total = add(total, value)
    if (total === undefined) return undefined
  }
  return total
}

/** The value with its sign turned. */
export function negate(x: Exact): Exact {
  if (typeof x === 'number') return 0 - x
  if (x.kind === 'scaled') return { kind: 'scaled', mantissa: -x.mantissa, scale: x.scale }
  return { kind: 'fraction', numerator: -x.numerator, denominator: x.denominator }
}

/** The value without its sign. */
export function abs(x: Exact): Exact {
  if (typeof x === 'number') return Math.abs(x)
  return (x.kind === 'scaled' ? x.mantissa < 0 : x.numerator < 0n) ? negate(x) : x
}

/** `a + b` or `a - b`, in scaled integers where both fit at the finer of the two scales. */
function combine(a: Exact, b: Exact, sign: 1 | -1): Exact | undefined {
  if (isDecimal(a) && isDecimal(b)) {
    const scale = Math.max(scaleOf(a), scaleOf(b))
    const left = mantissaOf(a) * powerOfTen(scale - scaleOf(a))
    const right = mantissaOf(b) * powerOfTen(scale - scaleOf(b))
    const mantissa = left + sign * right
    if (Number.isSafeInteger(left) && Number.isSafeInteger(right) && Number.isSafeInteger(mantissa))
      return fromDecimal(mantissa, scale)
  }
  const under = denominatorOf(a)
  const other = denominatorOf(b)
  const added = BigInt(sign) * numeratorOf(b)
  if (under === other) return fromRatio(numeratorOf(a) + added, under)
  return fromRatio(numeratorOf(a) * other + added * under, under * other)
}

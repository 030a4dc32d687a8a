// Which of two exact numbers is larger, and which are the same.

import { isDecimal, mantissaOf, scaleOf } from './exact-decimal.ts'
import type { Exact } from './exact-form.ts'
import { denominatorOf, numeratorOf, powerOfTen } from './exact-form.ts'

/** How two values stand to each other: less, the same, or greater. */
export type Order = -1 | 0 | 1

/** -1 when the first is less, 0 when they are equal, 1 when the first is greater. */
export function compare(a: Exact, b: Exact): Order {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0
  if (equal(a, b)) return 0
  if (sign(a) !== sign(b)) return sign(a) < sign(b) ? -1 : 1
  if (isDecimal(a) && isDecimal(b)) {
    const scale = Math.max(scaleOf(a), scaleOf(b))
    const left = mantissaOf(a) * powerOfTen(scale - scaleOf(a))
    const right = mantissaOf(b) * powerOfTen(scale - scaleOf(b))
    if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left < right ? -1 : 1
  }
  const left = numeratorOf(a) * denominatorOf(b)
  const right = numeratorOf(b) * denominatorOf(a)
  return left < right ? -1 : 1
}

/** Whether two values are the same number. Invariant: the same number has the same form. */
export function equal(a: Exact, b: Exact): boolean {
  if (typeof a === 'number' || typeof b === 'number') return a === b
  if (a.kind === 'scaled') {
    return b.kind === 'scaled' && a.mantissa === b.mantissa && a.scale === b.scale
  }
  return b.kind === 'fraction' && a.numerator === b.numerator && a.denominator === b.denominator
}

/** Whether the value is zero. */
export function isZero(x: Exact): boolean {
  return x === 0
}

/** -1 below zero, 0 at zero, 1 above. */
export function sign(x: Exact): Order {
  if (x === 0) return 0
  if (typeof x === 'number') return x < 0 ? -1 : 1
  return (x.kind === 'scaled' ? x.mantissa < 0 : x.numerator < 0n) ? -1 : 1
}

/** The lesser of two values. */
export function min(a: Exact, b: Exact): Exact {
  return compare(a, b) <= 0 ? a : b
}

/** The greater of two values. */
export function max(a: Exact, b: Exact): Exact {
  return compare(a, b) >= 0 ? a : b
}

// Numbers that may be unknown: unknown is not zero, so that what is reckoned with one is unknown, too.

import { add, equal, multiply, subtract, sum } from './exact.ts'
import type { Exact } from './exact.ts'

export type MaybeExact = Exact | undefined

/** Undefined where either is unknown, or the sum is too long to be kept. */
export function plus(a: MaybeExact, b: MaybeExact): MaybeExact {
  return a === undefined || b === undefined ? undefined : add(a, b)
}

/** Undefined where either is unknown, or the difference is too long to be kept. */
export function minus(a: MaybeExact, b: MaybeExact): MaybeExact {
  return a === undefined || b === undefined ? undefined : subtract(a, b)
}

/** Undefined where either is unknown, or the product is too long to be kept. */
export function times(a: MaybeExact, b: MaybeExact): MaybeExact {
  return a === undefined || b === undefined ? undefined : multiply(a, b)
}

/** Whether both are the same number, or both unknown. */
export function sameNumber(a: MaybeExact, b: MaybeExact): boolean {
  return a === undefined || b === undefined ? a === b : equal(a, b)
}

/** The sum of what each part is worth, 0 of none; the first unknown one ends it, and is not zero. */
export function sumOver<Part>(
  parts: Iterable<Part>,
  valueOf: (part: Part) => MaybeExact,
): MaybeExact {
  const known: Exact[] = []
  for (const part of parts) {
    const value = valueOf(part)
    if (value === undefined) return undefined
    known.push(value)
  }
  return sum(known)
}

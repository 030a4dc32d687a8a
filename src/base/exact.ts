// Exact numbers: the one door to reading, reckoning, comparing, rounding and printing them.

export type { Exact, Fraction, Scaled } from './exact-form.ts'
export { MOST_BITS, tooLong } from './exact-form.ts'
export { fromRatio, fromSmallRatio } from './exact-make.ts'
export { abs, add, divide, multiply, negate, subtract, sum } from './exact-arithmetic.ts'
export type { Order } from './exact-order.ts'
export { compare, equal, isZero, max, min, sign } from './exact-order.ts'
export { MOST_DIGITS, readExact } from './exact-read.ts'
export { MOST_PLACES, toDecimalPlaces } from './exact-round.ts'
export type { PrintOptions } from './exact-print.ts'
export { plainDecimal, printExact, printLowest, printPercent } from './exact-print.ts'

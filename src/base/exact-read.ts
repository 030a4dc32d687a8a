// Reads a number as a planner writes it, without a sign: 1200, 1_200, 12.5.

import type { Exact } from './exact-form.ts'
import { bigPowerOfTen } from './exact-form.ts'
import { fromDecimal, fromRatio } from './exact-make.ts'

/** The most digits a number may be written with, zeros in front and behind included. */
export const MOST_DIGITS = 60

const ZERO = 48
const NINE = 57
const POINT = 46
const UNDERSCORE = 95

/**
 * The number written in `text` between two offsets, as
 * `digit { digit | "_" digit } [ "." digit { digit } ]`.
 * Undefined when it is not so written, or has more than `MOST_DIGITS` digits.
 */
export function readExact(text: string, from = 0, to: number = text.length): Exact | undefined {
  let mantissa = 0
  let digits = 0
  let scale = 0
  let afterPoint = false
  let afterDigit = false
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= ZERO && code <= NINE) {
      digits += 1
      if (digits > MOST_DIGITS) return undefined
      if (afterPoint) scale += 1
      mantissa = mantissa * 10 + (code - ZERO)
      afterDigit = true
    } else if (afterDigit && !afterPoint && (code === UNDERSCORE || code === POINT)) {
      afterPoint = code === POINT
      afterDigit = false
    } else {
      return undefined
    }
  }
  if (!afterDigit) return undefined
  if (Number.isSafeInteger(mantissa)) return fromDecimal(mantissa, scale)
  return fromRatio(BigInt(text.slice(from, to).replace(/[_.]/g, '')), bigPowerOfTen(scale))
}

// Prints an exact number in decimals, and says so with ≈ where it had to cut.

import type { Exact } from './exact-form.ts'
import { bigPowerOfTen, denominatorOf, numeratorOf } from './exact-form.ts'
import { boundedPlaces, roundedMantissa } from './exact-round.ts'

/** How to print a number. */
export interface PrintOptions {
  /** Put a comma between every three digits before the point, for reports. */
  readonly group?: boolean
  /** Decimals of a number that has to be cut; 6 unless told. */
  readonly places?: number
  /** The most decimals that are printed without a cut; 12 unless told. */
  readonly exactTo?: number
}

const PLACES = 6
const EXACT_TO = 12

/** The number: `0.3`, `422,660`, or `≈0.333333` where it is cut, half to even. */
export function printExact(x: Exact, options: PrintOptions = {}): string {
  return print(x, 0, options)
}

/** The number as per cent: `15%`, `2.5%`, `≈33.333333%`. */
export function printPercent(x: Exact, options: PrintOptions = {}): string {
  return `${print(x, 2, options)}%`
}

/** All the digits of the number, or undefined where its decimals never end. For edits and seals. */
export function plainDecimal(x: Exact): string | undefined {
  if (typeof x === 'number') return String(x)
  if (x.kind === 'scaled') return layout(String(x.mantissa), x.scale, false)
  const decimals = decimalsOf(x.denominator)
  return decimals === undefined ? undefined : layout(wholeMantissa(x, decimals), decimals, false)
}

/** All the digits of any number: a decimal, or `1/3` in lowest terms where its decimals never end. */
export function printLowest(x: Exact): string {
  return plainDecimal(x) ?? `${numeratorOf(x)}/${denominatorOf(x)}`
}

/** Prints `x * 10^shift`. */
function print(x: Exact, shift: number, options: PrintOptions): string {
  const group = options.group === true
  const exactTo = boundedPlaces(options.exactTo ?? EXACT_TO) + shift
  if (typeof x === 'number') return layout(String(x), -shift, group)
  if (x.kind === 'scaled') {
    if (x.scale <= exactTo) return layout(String(x.mantissa), x.scale - shift, group)
  } else if (bigPowerOfTen(exactTo) % x.denominator === 0n) {
    return layout(wholeMantissa(x, exactTo), exactTo - shift, group)
  }
  const places = boundedPlaces(options.places ?? PLACES)
  return `≈${layout(String(roundedMantissa(x, places + shift)), places, group)}`
}

/** `x * 10^decimals`, where that is whole. */
function wholeMantissa(x: Exact, decimals: number): string {
  return String((numeratorOf(x) * bigPowerOfTen(decimals)) / denominatorOf(x))
}

/** How many decimals a fraction with this denominator has; undefined when they never end. */
function decimalsOf(denominator: bigint): number | undefined {
  let rest = denominator
  let twos = 0
  let fives = 0
  for (; rest % 2n === 0n; rest /= 2n) twos += 1
  for (; rest % 5n === 0n; rest /= 5n) fives += 1
  return rest === 1n ? Math.max(twos, fives) : undefined
}

/** Puts the point before the last `decimals` digits (zeros behind, where negative). */
function layout(mantissa: string, decimals: number, group: boolean): string {
  const minus = mantissa.startsWith('-') ? '-' : ''
  const digits = mantissa.slice(minus.length)
  if (digits === '0') return '0'
  if (decimals <= 0) return minus + grouped(digits + '0'.repeat(-decimals), group)
  const padded = digits.padStart(decimals + 1, '0')
  const whole = grouped(padded.slice(0, -decimals), group)
  const part = padded.slice(-decimals).replace(/0+$/, '')
  return minus + (part === '' ? whole : `${whole}.${part}`)
}

function grouped(digits: string, group: boolean): string {
  return group ? digits.replace(/\B(?=(?:\d{3})+$)/g, ',') : digits
}

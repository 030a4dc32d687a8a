/**
 * The loops of lanes, over all their entries: each a function of its own that calls nothing, since
 * such a one is soon compiled for speed. NaN is what is not decided.
 */

import type { Column } from '../model/model.ts'

/** What a sweep finds out about a month. */
export const UNDECIDED = 0
export const LEFT_OUT = 1
export const HELD = 2

/** The numbers of a column, from an entry to the end of a row. */
export function readNumbers(
  into: Float64Array,
  { first, length, values, start, step }: Column,
  months: Float64Array,
  from: number,
  end: number,
): void {
  for (let index = from; index < end; index += 1) {
    const at = (months[index] ?? Number.NaN) - first
    into[index] = at >= 0 && at < length ? (values[start + at * step] ?? 0) : Number.NaN
  }
}

/** Whether the numbers of a column are stated; what cannot be read is not decided. */
export function readMarks(
  into: Float64Array,
  { first, length, stated }: Column,
  months: Float64Array,
  from: number,
  end: number,
): void {
  for (let index = from; index < end; index += 1) {
    const at = (months[index] ?? Number.NaN) - first
    const mark = at >= 0 && at < length ? (stated[at] ?? 0) : 0
    into[index] = mark > 1 ? Number.NaN : mark
  }
}

/** True where a number is decided. */
export function known(into: Float64Array, values: Float64Array, count: number): void {
  for (let at = 0; at < count; at += 1) {
    const value = values[at] ?? Number.NaN
    into[at] = Number.isNaN(value) ? value : 1
  }
}

export function not(into: Float64Array, values: Float64Array, count: number): void {
  for (let at = 0; at < count; at += 1) into[at] = 1 - (values[at] ?? Number.NaN)
}

/** A sum or a difference; not decided where it is no safe integer. */
export function sum(
  into: Float64Array,
  a: Float64Array,
  b: Float64Array,
  sign: 1 | -1,
  count: number,
): void {
  for (let at = 0; at < count; at += 1) {
    const value = (a[at] ?? Number.NaN) + sign * (b[at] ?? Number.NaN)
    into[at] = Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : Number.NaN
  }
}

/** How the left entry stands to the right one: what is said where it is less, equal, greater. */
export function order(
  into: Float64Array,
  a: Float64Array,
  b: Float64Array,
  said: readonly [number, number, number],
  count: number,
): void {
  const [less, same, greater] = said
  for (let at = 0; at < count; at += 1) {
    const gap = (a[at] ?? Number.NaN) - (b[at] ?? Number.NaN)
    into[at] = gap === 0 ? same : gap < 0 ? less : gap > 0 ? greater : Number.NaN
  }
}

/** True where two entries are the same number. */
export function same(
  into: Float64Array,
  a: Float64Array,
  b: Float64Array,
  from: number,
  end: number,
): void {
  for (let at = from; at < end; at += 1) into[at] = a[at] === b[at] ? 1 : Number.NaN
}

/** What settles a truth stays; nothing else is decided. Gives how much is not. */
export function settled(
  into: Float64Array,
  values: Float64Array,
  settling: number,
  count: number,
): number {
  let open = 0
  for (let at = 0; at < count; at += 1) {
    const is = values[at] === settling
    into[at] = is ? settling : Number.NaN
    if (!is) open += 1
  }
  return open
}

/** Kleene's `and` and `or`: where neither side settles it, both must be decided. */
export function both(
  into: Float64Array,
  a: Float64Array,
  b: Float64Array,
  settling: number,
  count: number,
): void {
  const other = 1 - settling
  for (let at = 0; at < count; at += 1) {
    const x = a[at]
    const y = b[at]
    if (x === settling || y === settling) into[at] = settling
    else into[at] = x === other && y === other ? other : Number.NaN
  }
}

/** Leaves out the months for which a condition is false; gives how many. */
export function leaveOut(told: Uint8Array, truths: Float64Array, count: number): number {
  let left = 0
  for (let at = 0; at < count; at += 1) {
    const truth = truths[at]
    if (truth === 1 || told[at] === LEFT_OUT) continue
    told[at] = truth === 0 ? LEFT_OUT : UNDECIDED
    if (truth === 0) left += 1
  }
  return left
}

/** A month for which a requirement is not true for certain is not held for certain. */
export function holdOnly(told: Uint8Array, truths: Float64Array, count: number): void {
  for (let at = 0; at < count; at += 1) {
    if (truths[at] !== 1 && told[at] === HELD) told[at] = UNDECIDED
  }
}

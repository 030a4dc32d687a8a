/** Numbers by chance, the same from the same seed on every machine: additions and products alone. */

export interface Chance {
  /** From 0 to below 1. */
  readonly even: () => number
  /** About normal, with a mean of 0 and a deviation of 1; never beyond 6. */
  readonly normal: () => number
}

const EVENS_A_NORMAL = 12

/** Mulberry32, of T. Ettinger: 32 bits of state. The sum of 12 even numbers is nearly normal. */
export function chanceFrom(seed: number): Chance {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  const even = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const normal = (): number => {
    let sum = -EVENS_A_NORMAL / 2
    for (let count = 0; count < EVENS_A_NORMAL; count += 1) sum += even()
    return sum
  }
  return { even, normal }
}

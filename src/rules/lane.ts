/** A whole row of months at once: what most rules ask of a plan, and nearly always the same answer. */

import type { Month } from '../base/month.ts'
import type { Lane, Sweep } from './node.ts'

/** A lane that fills a buffer of its own, once a turn. */
export function filledLane(sweep: Sweep, fill: (into: Float64Array, count: number) => void): Lane {
  let values = new Float64Array(0)
  let turn = -1
  return () => {
    const { count } = sweep
    if (turn === sweep.turn) return values
    if (values.length < count) values = new Float64Array(count)
    fill(values, count)
    turn = sweep.turn
    return values
  }
}

/** Each decided entry as another; one that is not decided stays so, as NaN does in arithmetic. */
export function mapLane(sweep: Sweep, of: Lane, change: (value: number) => number): Lane {
  return filledLane(sweep, (into, count) => {
    const values = of()
    for (let index = 0; index < count; index += 1) into[index] = change(values[index] ?? Number.NaN)
  })
}

export function setMonths(sweep: Sweep, months: readonly Month[]): void {
  const { length } = months
  if (sweep.months.length < length) sweep.months = new Float64Array(length)
  for (let at = 0; at < length; at += 1) sweep.months[at] = months[at] ?? Number.NaN
  sweep.count = length
}

/** Rows of months at once: what most rules ask of a plan, and nearly always the same answer. */

import type { Lane, Sweep } from './node.ts'

/** A lane that fills a buffer of its own, once a turn. */
export function filledLane(sweep: Sweep, fill: (into: Float64Array, count: number) => void): Lane {
  let values = new Float64Array(0)
  let turn = -1
  return () => {
    if (turn === sweep.turn) return values
    const count = sweep.rows * sweep.width
    if (values.length < count) values = new Float64Array(count)
    fill(values, count)
    turn = sweep.turn
    return values
  }
}

/**
 * A lane that is filled row by row, since what it reads differs from row to row. The lanes that it
 * is filled from come first: they enter rows of their own.
 */
export function rowsLane(
  sweep: Sweep,
  parts: readonly Lane[],
  fill: (into: Float64Array, from: number, end: number) => void,
): Lane {
  return filledLane(sweep, (into) => {
    const { rows, width } = sweep
    for (const part of parts) part()
    for (let row = 0; row < rows; row += 1) {
      sweep.enter(row)
      fill(into, row * width, (row + 1) * width)
    }
  })
}

/** What differs between two texts, as one piece. */

import type { Replaced } from '../base/source.ts'

export type TextEdit = Replaced

/** So many letters are compared at once, at first. */
const STRIDE = 1 << 18

/** The smallest piece that makes one text of the other; undefined where they are the same. */
export function editBetween(before: string, after: string): TextEdit | undefined {
  const most = Math.min(before.length, after.length)
  const start = sharedStart(before, after, most)
  if (start === most && before.length === after.length) return undefined
  const shared = sharedEnd(before, after, most - start)
  return { start, end: before.length - shared, longer: after.length - before.length }
}

/** In ever smaller steps, since comparing long pieces is quick and comparing letters is not. */
function sharedStart(a: string, b: string, most: number): number {
  let at = 0
  for (let step = STRIDE; step >= 1; step >>= 3) {
    while (at + step <= most && a.slice(at, at + step) === b.slice(at, at + step)) at += step
  }
  return at
}

function sharedEnd(a: string, b: string, most: number): number {
  let at = 0
  const piece = (text: string, step: number): string =>
    text.slice(text.length - at - step, text.length - at)
  for (let step = STRIDE; step >= 1; step >>= 3) {
    while (at + step <= most && piece(a, step) === piece(b, step)) at += step
  }
  return at
}

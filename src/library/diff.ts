/** `diff` for programs: the texts of two states of a plan in, plain data out. */

import { differenceBetween } from '../difference/difference.ts'
import type { DifferenceData } from '../report/difference-data.ts'
import { differenceData } from '../report/difference-json.ts'
import { notesOn } from '../report/difference-notes.ts'
import { type Files, type Options, reviewOf } from './files.ts'

export interface DiffOptions extends Options {
  /** What the sides are called; unsaid, `base` and `other`. */
  readonly names?: readonly [base: string, other: string]
}

/**
 * Says what changed in a plan, never in its text. What it gives is what `concord diff --format json`
 * prints: numbers by month (`sheets`) with their fences, what they are worth (`revenue`), commitments,
 * other statements, and findings that are new, gone or still there.
 * @throws RangeError where the options name a day or a cycle that is none.
 */
export async function diff(
  base: Files,
  other: Files,
  options: DiffOptions,
): Promise<DifferenceData> {
  const [before, after] = options.names ?? ['base', 'other']
  const ends = [
    { name: before, review: await reviewOf(base, options) },
    { name: after, review: await reviewOf(other, options) },
  ] as const
  return differenceData(differenceBetween(...ends), ends.flatMap(notesOn))
}

/** Acme in memory, judged by the rulebook: as it is, and with a variant's changes. */

import type { Model } from '../../../src/model/model.ts'
import type { Review } from '../../../src/pipeline.ts'
import { type Files, reviewOf as reviewOfFiles } from '../../roll/rolling.ts'

/** The day after Acme's executive meeting: nothing is still to be done. */
export const AS_OF = '2026-11-20'

export interface When {
  readonly asOf?: string | undefined
  readonly cycle?: string | undefined
}

/** Judges the workspace; `rules` limits it to these, all if unsaid. */
export function reviewOf(
  files: Files,
  { asOf = AS_OF, cycle }: When = {},
  rules?: readonly string[],
): Review {
  return reviewOfFiles(files, { asOf, cycle, rules })
}

export function modelOf(files: Files): Model {
  return reviewOf(files, {}, []).model
}

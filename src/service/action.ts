/** One thing that can be done, as an editor offers it. */

import type { Edit } from '../base/source.ts'
import type { Problem } from './problems.ts'

export interface Action {
  readonly title: string
  /** `fix` mends a problem, `write` says more, `fix-all` mends all of a file. */
  readonly kind: 'fix' | 'write' | 'fix-all'
  readonly edits: readonly Edit[]
  /** The text of its one edit with `${1:places}` to fill in, where there are any. */
  readonly snippet: string | undefined
  /** The problem that it is about. */
  readonly problem: Problem | undefined
  readonly preferred: boolean
}

/** From one offset of a file to another; both are the same where nothing is selected. */
export interface Stretch {
  readonly path: string
  readonly start: number
  readonly end: number
}

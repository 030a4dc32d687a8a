/** A diagnostic: what a file says about itself that cannot be. Never waived, never switched off. */

import type { Edit, Span } from '../base/source.ts'

export type Severity = 'error' | 'warning' | 'information'

/** A second place that explains the first. */
export interface Label {
  readonly span: Span
  readonly text: string
}

/** An offered mend: what to do, and the edits that do it. */
export interface Mend {
  readonly title: string
  readonly edits: readonly Edit[]
}

/** `code` is a key of the table in `table.ts`, which holds the words. */
export interface Diagnostic {
  readonly code: string
  readonly severity: Severity
  readonly span: Span
  /** Says what is wrong, in the planner's words: the template with its holes filled. */
  readonly message: string
  /** Says what to do, where there is one thing to do. */
  readonly help?: string
  readonly labels: readonly Label[]
  readonly mends: readonly Mend[]
}

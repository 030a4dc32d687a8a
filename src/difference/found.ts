/** A finding on one side of a difference. */

import type { MonthRange } from '../base/month.ts'
import type { Finding } from '../rules/finding.ts'

/** A finding with those of its months that the list is about; all its months, or none if it has none. */
export interface Found {
  readonly finding: Finding
  readonly months: readonly MonthRange[]
  /** Of one that is still there, what it said where its numbers are others now. */
  readonly before?: string | undefined
}

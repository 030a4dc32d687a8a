/** The severities in order, so that one can be held against another. */

import type { Severity } from './diagnostic.ts'

/** From the gravest on. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information']

/** Whether a severity is at least as grave as a level; nothing reaches `never`. */
export function reaches(severity: Severity, level: Severity | 'never'): boolean {
  return level !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(level)
}

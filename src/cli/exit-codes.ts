/** What a command's exit code says; see also `failure.ts`. */

export const CLEAN = 0
export const FINDINGS = 1
export const WRONG = 2

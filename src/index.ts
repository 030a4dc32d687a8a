/** What programs may import: `import { check, diff } from 'concord-plan'`. */

import { version as released } from '../package.json'

export { check } from './library/check.ts'
export { diff, type DiffOptions } from './library/diff.ts'
export type { CheckOptions, Files, Options } from './library/files.ts'
export type * from './report/check-data.ts'
export type * from './report/difference-data.ts'

/** The released version of this package. */
export const version: string = released

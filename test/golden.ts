/** Wording that is pinned once: an expected text beside its case, renewed by one switch. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** The pinned text of a file; `UPDATE=1 npx vitest run` pins what is said now, to be read in review. */
export function pinned(path: string, said: string): string {
  if (process.env['UPDATE'] === undefined) {
    return existsSync(path) ? readFileSync(path, 'utf8') : 'Nothing is pinned: UPDATE=1 pins it.'
  }
  writeFileSync(path, said)
  return said
}

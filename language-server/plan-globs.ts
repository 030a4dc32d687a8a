/** Which files of a workspace are plan files, where no disk is searched for them. */

import picomatch from 'picomatch'

import type { Configuration } from '../src/configuration/configuration.ts'

/** As the command line's search matches `include` and `exclude`. */
const GLOBS = { dot: false, nobrace: false, nocase: false, noextglob: false, noglobstar: false }

/** Paths are relative to the workspace. */
export function isPlanFile({ include, exclude }: Configuration): (path: string) => boolean {
  return picomatch([...include], { ...GLOBS, ignore: [...exclude] })
}

/** The plan files that globs of concord.yaml mean. */

import { basename, join } from 'node:path'
import { globSync } from 'tinyglobby'

import type { Configuration } from '../configuration/configuration.ts'
import { SETTINGS_FILE } from '../configuration/configuration.ts'
import { isBelow } from './paths.ts'

/** Paths relative to the root, in no order. Left out is what `planFilesBelow` leaves out, too. */
export function globbed(
  root: string,
  { include, exclude }: Pick<Configuration, 'include' | 'exclude'>,
): readonly string[] {
  const paths = globSync([...include, `*/**/${SETTINGS_FILE}`], {
    cwd: root,
    ignore: ['**/node_modules/**', ...exclude],
    followSymbolicLinks: false,
    expandDirectories: false,
    onlyFiles: true,
    dot: false,
  })
  const settings = paths.filter((path) => basename(path) === SETTINGS_FILE)
  const others = settings.map((path) => path.slice(0, -SETTINGS_FILE.length))
  return paths.filter(
    (path) =>
      !settings.includes(path) &&
      isBelow(root, join(root, path)) &&
      !others.some((folder) => path.startsWith(folder)),
  )
}

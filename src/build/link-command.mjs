// npm links the commands of dependencies only; this links our own, so that `npx concord` runs the
// checkout itself: at once, offline, and without asking whether to install anything.
import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

import { root } from './entries.mjs'

/** On Windows npx links the command into its cache by itself, at the price of a slower start. */
export function linkCommand() {
  if (process.platform === 'win32') return
  const folder = join(root, 'node_modules/.bin')
  mkdirSync(folder, { recursive: true })
  chmodSync(join(root, 'dist/concord.cjs'), 0o755)
  rmSync(join(folder, 'concord'), { force: true })
  symlinkSync('../../dist/concord.cjs', join(folder, 'concord'))
}

/** The plan files below a folder where nobody says which are meant. */

import { type Dirent, readdirSync } from 'node:fs'

import { SETTINGS_FILE } from '../configuration/configuration.ts'
import { pathBelow } from './paths.ts'

/**
 * Paths relative to the root, in no order: what the globs of the default settings find, by going
 * through the folders once. Links, hidden folders, node_modules and workspaces inside are left out.
 */
export function planFilesBelow(root: string): readonly string[] {
  const found: string[] = []
  const visit = (below: string): void => {
    const entries = entriesOf(pathBelow(root, below))
    const isOther = below !== '' && entries.some((each) => each.isFile() && isSettings(each))
    if (isOther) return
    for (const entry of entries) {
      const { name } = entry
      if (name.startsWith('.')) continue
      if (entry.isFile() && name.endsWith('.sop')) found.push(below + name)
      else if (entry.isDirectory() && name !== 'node_modules') visit(`${below}${name}/`)
    }
  }
  visit('')
  return found
}

function isSettings({ name }: Dirent): boolean {
  return name === SETTINGS_FILE
}

/** A folder that may not be read has nothing to say. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

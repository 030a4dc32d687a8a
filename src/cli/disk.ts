/** The disk as `concord lsp` lends it to the language server: workspaces below the folders it opens. */

import { realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import type { OnDisk, Disk } from '../service/disk.ts'
import { makeSource, type Source } from '../base/source.ts'
import { readConfiguration } from '../configuration/read.ts'
import { SETTINGS_FILE } from '../configuration/configuration.ts'
import { itemsOnDisk } from './item-files.ts'
import { isBelow, isThere, shownPath, statOf } from './paths.ts'
import { readPlanFiles } from './plan-files.ts'
import { readSettings, type SettingsRead } from './settings.ts'
import type { Workspace } from './workspace.ts'

export const disk: Disk = {
  pathOf(uri) {
    try {
      return realOf(fileURLToPath(uri))
    } catch {
      return undefined
    }
  },
  uriOf: (path) => pathToFileURL(path).href,
  below: (root, path) =>
    isAbsolute(path) && isBelow(root, path) ? shownPath(root, path) : undefined,
  roots,
  read,
  exists: (path) => statOf(path) !== undefined,
}

/** Of a file that is not there yet, the folder is followed. */
function realOf(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    const folder = dirname(path)
    return folder === path ? path : join(realOf(folder), basename(path))
  }
}

async function roots(folder: string): Promise<readonly string[]> {
  const { glob } = await import('tinyglobby')
  const found = await glob(`**/${SETTINGS_FILE}`, {
    cwd: folder,
    ignore: ['**/node_modules/**'],
    followSymbolicLinks: false,
    expandDirectories: false,
    onlyFiles: true,
    dot: false,
  })
  const below = found
    .map((path) => dirname(join(folder, path)))
    .filter((path) => isBelow(folder, path))
  return below.length === 0 ? [folder] : [...new Set(below)].toSorted()
}

async function read(root: string, text: string | undefined): Promise<OnDisk> {
  const hasSettings = text !== undefined || isThere(join(root, SETTINGS_FILE))
  const workspace: Workspace = { root, hasSettings, files: undefined, named: [], shows: () => true }
  const settings =
    text === undefined
      ? await readSettings(workspace)
      : await settingsIn(makeSource(SETTINGS_FILE, text))
  const { configuration } = settings
  const { sources, problems: found } = await readPlanFiles(workspace, configuration)
  const readItems = itemsOnDisk(root, configuration)
  return {
    files: sources.map(({ path, text }) => ({
      path,
      text,
      problems: found.filter(({ span }) => span.source.path === path),
    })),
    settings,
    readItems,
  }
}

async function settingsIn(source: Source): Promise<SettingsRead> {
  return { ...(await readConfiguration(source)), source }
}

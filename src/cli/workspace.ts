/** Finds the workspace that paths lie in, and what of it is to be shown. */

import { readdirSync, realpathSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'

import { SETTINGS_FILE } from '../configuration/configuration.ts'
import { folderAbove, isBelow, shownPath, statOf } from './paths.ts'
import { noSuch, WrongUse } from './wrong-use.ts'

export interface Workspace {
  /** A real path. */
  readonly root: string
  readonly hasSettings: boolean
  /** Without concord.yaml, files that are named are the workspace by themselves. */
  readonly files: readonly string[] | undefined
  /** The paths of which problems are to be shown; none where it is all of them. */
  readonly named: readonly string[]
  /** Whether problems of a file are to be shown. */
  readonly shows: (path: string) => boolean
  /** What files hold that somebody has read already, by their paths. */
  readonly held?: ReadonlyMap<string, Buffer> | undefined
}

interface Place {
  readonly path: string
  readonly isFile: boolean
  /** The folder of concord.yaml; undefined where there is none above. */
  readonly root: string | undefined
}

/** All paths must lie in one workspace; without paths it is the current folder's. */
export function findWorkspace(paths: readonly string[], cwd: string): Workspace {
  const places = (paths.length === 0 ? ['.'] : paths).map((path) => placeOf(path, cwd))
  const roots = new Set(places.map(({ root }) => root))
  const [root] = roots
  if (roots.size > 1) throw severalWorkspaces([...roots], cwd)
  return root === undefined ? withoutSettings(places) : withSettings(root, places)
}

function placeOf(path: string, cwd: string): Place {
  const full = resolve(cwd, path)
  const stats = statOf(full)
  if (stats === undefined) throw noSuch('file or folder', path, neighbours(full, path))
  const real = realpathSync.native(full)
  const isFile = !stats.isDirectory()
  if (isFile && !stats.isFile()) throw new WrongUse(`${path} is neither a file nor a folder.`)
  // Settings that cannot be read are told of, or a gate would forget them.
  const root = folderAbove(isFile ? dirname(real) : real, SETTINGS_FILE)
  return { path: real, isFile, root }
}

function withSettings(root: string, places: readonly Place[]): Workspace {
  const shown = places.map(({ path }) => shownPath(root, path))
  const all = shown.some((path) => path === '' || path === SETTINGS_FILE)
  return {
    root,
    hasSettings: true,
    files: undefined,
    named: all ? [] : shown,
    shows: (path) => all || shown.some((at) => path === at || path.startsWith(`${at}/`)),
  }
}

function withoutSettings(places: readonly Place[]): Workspace {
  const folders = places.filter(({ isFile }) => !isFile).map(({ path }) => path)
  if (folders.length > 1 || (folders.length === 1 && places.length > 1)) {
    throw new WrongUse(
      `There is no ${SETTINGS_FILE} here, so each folder is a workspace by itself.`,
      'Check one folder at a time, or put an empty concord.yaml above them.',
    )
  }
  const [folder] = folders
  if (folder !== undefined) {
    return { root: folder, hasSettings: false, files: undefined, named: [], shows: () => true }
  }
  const files = places.map(({ path }) => path)
  const root = files.map((file) => dirname(file)).reduce(sharedFolder)
  const names = [...new Set(files.map((file) => shownPath(root, file)))].toSorted()
  return { root, hasSettings: false, files: names, named: [], shows: () => true }
}

function sharedFolder(a: string, b: string): string {
  let folder = a
  while (!isBelow(folder, b)) folder = dirname(folder)
  return folder
}

function severalWorkspaces(roots: readonly (string | undefined)[], cwd: string): WrongUse {
  const names = roots.map((root) => (root === undefined ? 'none' : shownPath(cwd, root) || '.'))
  return new WrongUse(
    `These paths lie in several workspaces: ${names.join(', ')}.`,
    'Check one workspace at a time.',
  )
}

/** What there is beside a path that is not there, written as the path was. */
function neighbours(full: string, path: string): readonly string[] {
  try {
    const before = path.slice(0, path.length - basename(path).length)
    return readdirSync(dirname(full)).map((name) => before + name)
  } catch {
    return []
  }
}

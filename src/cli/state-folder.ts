/** Lays out the files of a commit in a folder of its own, so that they are read like any others. */

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

import type { Configuration } from '../configuration/configuration.ts'
import { blobsOf, filesOf, type Git, type GitFile } from './git.ts'
import { isBelow } from './paths.ts'
import { SETTINGS } from './workspace.ts'
import { WrongUse } from './wrong-use.ts'

/** The folder is gone when `use` is done. `paths` are those of the files laid out. */
export async function inStateOf<Result>(
  git: Git,
  commit: string,
  configuration: Configuration,
  use: (root: string, paths: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const all = filesOf(git, commit)
  if (all === undefined) throw unreadable(commit)
  const root = realpathSync.native(mkdtempSync(join(tmpdir(), 'concord-since-')))
  try {
    const plans = all.filter(({ path }) => path.endsWith('.sop') || basename(path) === SETTINGS)
    const texts = layOut(git, commit, root, plans)
    const wanted = itemFiles(texts, configuration)
    const items = all.filter((file) => wanted.has(file.path) && !plans.includes(file))
    layOut(git, commit, root, items)
    return await use(
      root,
      [...plans, ...items].map(({ path }) => path),
    )
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** Gives the texts. The settings of now are those that count, so none stand at the root. */
function layOut(
  git: Git,
  commit: string,
  root: string,
  files: readonly GitFile[],
): readonly string[] {
  const blobs = blobsOf(git, files)
  if (blobs === undefined) throw unreadable(commit)
  return files.map(({ path }, at) => {
    const file = join(root, path)
    const bytes = blobs[at] ?? Buffer.alloc(0)
    if (path === SETTINGS || !isBelow(root, file)) return ''
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
    return path.endsWith('.sop') ? bytes.toString('utf8') : ''
  })
}

/** Files of items that the plans name, or the settings do. */
function itemFiles(texts: readonly string[], configuration: Configuration): ReadonlySet<string> {
  const named = texts.flatMap((text) =>
    [...text.matchAll(/\bfrom\s+"([^"\n]+)"/g)].map(([, name = '']) => name),
  )
  return new Set([
    ...named,
    ...[...configuration.itemSources.values()].flatMap(({ file }) => file ?? []),
  ])
}

function unreadable(commit: string): WrongUse {
  return new WrongUse(
    `The files of commit ${commit.slice(0, 12)} cannot be read from git.`,
    'In a partial clone, fetch them first.',
  )
}

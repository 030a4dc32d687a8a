/** Writes a roll to the disk: all of it or, as far as a file system allows, none. */

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

import type { Configuration } from '../configuration/configuration.ts'
import type { Rolled } from '../roll/roll.ts'
import { safePath } from './paths.ts'
import { readPlanFiles } from './plan-files.ts'
import type { Workspace } from './workspace.ts'
import { WrongUse } from './wrong-use.ts'

/** Everything is written here first; it is there only while a roll is, or after a crash in one. */
const STAGE = '.concord-roll'

const [BEFORE, AFTER] = ['before', 'after']

export function refuseHalfRoll(root: string): void {
  if (!existsSync(join(root, STAGE))) return
  throw new WrongUse(
    `Nothing was rolled: a roll broke off here, and left the folder ${STAGE}.`,
    `The files as they were lie in ${STAGE}/${BEFORE}: put them back, remove the folder below closed that it made, and then ${STAGE}.`,
  )
}

export async function writeRoll(
  workspace: Workspace,
  configuration: Configuration,
  rolled: Rolled,
): Promise<void> {
  const { root } = workspace
  const stage = join(root, STAGE)
  const undo: (() => void)[] = [() => rmSync(stage, { recursive: true, force: true })]
  mkdirSync(stage)
  try {
    stageRoll(root, stage, rolled)
    const closed = join(root, rolled.folder)
    const made = mkdirSync(dirname(closed), { recursive: true })
    if (made !== undefined) undo.push(() => rmdirSync(made))
    renameSync(join(stage, rolled.folder), closed)
    undo.push(() => rmSync(closed, { recursive: true, force: true }))
    await refuseUnread(workspace, configuration, rolled)
    for (const { source } of rolled.changed) {
      const file = join(root, source.path)
      undo.push(() => copyFileSync(join(stage, BEFORE, source.path), file))
      renameSync(join(stage, AFTER, source.path), file)
    }
  } catch (error) {
    for (const step of undo.toReversed()) step()
    throw error
  }
  rmSync(stage, { recursive: true, force: true })
}

function stageRoll(root: string, stage: string, { changed, kept, copies, folder }: Rolled): void {
  mkdirSync(join(stage, folder), { recursive: true })
  for (const [path, text] of kept) writeNew(join(stage, path), text)
  for (const { from, to } of copies) {
    const safe = safePath(root, from)
    if ('refused' in safe) throw new WrongUse(`${from} cannot be copied: ${safe.refused}.`)
    mkdirSync(dirname(join(stage, to)), { recursive: true })
    copyFileSync(safe.file, join(stage, to))
  }
  for (const { source, text } of changed) {
    const file = join(root, source.path)
    const before = join(stage, BEFORE, source.path)
    mkdirSync(dirname(before), { recursive: true })
    copyFileSync(file, before)
    writeNew(join(stage, AFTER, source.path), text, statSync(file).mode & 0o777)
  }
}

function writeNew(file: string, text: string, mode = 0o666): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text, { flag: 'wx', mode })
}

/** What concord.yaml leaves out would be lost to every check. */
async function refuseUnread(
  workspace: Workspace,
  configuration: Configuration,
  { kept, folder }: Rolled,
): Promise<void> {
  const { sources } = await readPlanFiles(workspace, configuration)
  const read = new Set(sources.map(({ path }) => path))
  const unread = [...kept.keys()].find((path) => !read.has(path))
  if (unread === undefined) return
  throw new WrongUse(
    `Nothing was rolled: concord.yaml leaves out ${unread}, so the closed cycle would be lost.`,
    `Include \`${folder.replace(/\/.*/, '')}/**/*.sop\`.`,
  )
}

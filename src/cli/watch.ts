/** Checks again whenever a file of the workspace changes, until Ctrl-C. */

import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'

import { SETTINGS_FILE } from '../configuration/configuration.ts'
import { aside, output } from './console.ts'
import { reasonOf } from './paths.ts'
import { findWorkspace, type Workspace } from './workspace.ts'
import { WrongUse } from './wrong-use.ts'

/** Editors write a file in several steps: wait until they are done. */
const QUIET = 120

const CLEAR_SCREEN = '\u001B[2J\u001B[3J\u001B[H'

export async function watching(
  paths: readonly string[],
  checkOnce: () => Promise<number>,
): Promise<number> {
  const workspace = findWorkspace(paths, process.cwd())
  const again = rounds(checkOnce)
  await again()
  const watchers = watchersOf(workspace, again)
  return new Promise((resolve, reject) => {
    for (const watcher of watchers) {
      watcher.on('error', (error) => reject(cannotWatch(error)))
    }
    const stop = (): void => {
      for (const watcher of watchers) watcher.close()
      resolve(0)
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
}

function cannotWatch(error: Error): WrongUse {
  return new WrongUse(
    `The folder can no longer be watched: ${reasonOf(error)}.`,
    'Run `concord check` again, or watch a smaller folder.',
  )
}

/** A round after the other; changes during a round make one more. */
function rounds(checkOnce: () => Promise<number>): () => Promise<void> {
  let running = false
  let wanted = false
  return async function again(): Promise<void> {
    if (running) {
      wanted = true
      return
    }
    running = true
    do {
      wanted = false
      if (output.isTTY) output.write(CLEAR_SCREEN)
      await round(checkOnce)
    } while (wanted)
    running = false
  }
}

/** What is wrong with one round is shown, and the next may mend it. */
async function round(checkOnce: () => Promise<number>): Promise<void> {
  try {
    await checkOnce()
  } catch (error) {
    const { sayFailure } = await import('./failure.ts')
    sayFailure(error)
  }
  aside.write('\nWatching for changes; Ctrl-C ends.\n')
}

function watchersOf(workspace: Workspace, again: () => Promise<void>): readonly FSWatcher[] {
  let timer: NodeJS.Timeout | undefined
  const changed = (name: string | null): void => {
    if (name !== null && !matters(name)) return
    clearTimeout(timer)
    timer = setTimeout(() => void again(), QUIET)
  }
  const files = workspace.files?.map((file) => join(workspace.root, file))
  if (files !== undefined) return files.map((file) => watch(file, () => changed(null)))
  return [watch(workspace.root, { recursive: true }, (_, name) => changed(name))]
}

function matters(name: string): boolean {
  if (/(?:^|[\\/])(?:node_modules|\.[^\\/]+)[\\/]/.test(name)) return false
  return name.endsWith('.sop') || name.endsWith('.csv') || name.endsWith(SETTINGS_FILE)
}

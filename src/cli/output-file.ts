/** Writes a file that the caller names, whole or not at all. */

import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

import { SETTINGS_FILE } from '../configuration/configuration.ts'
import { reasonOf, statOf } from './paths.ts'
import { WrongUse } from './wrong-use.ts'

/** Exactly there: a link of that name is replaced, not followed. A plan is never written over. */
export function writeOutput(path: string, text: string): void {
  const file = resolve(process.cwd(), path)
  const name = basename(file)
  if (name.endsWith('.sop') || name === SETTINGS_FILE) {
    throw new WrongUse(`${path} is a file of the plan, and no report is written over it.`)
  }
  if (statOf(dirname(file))?.isDirectory() !== true) {
    throw new WrongUse(`${path} cannot be written: there is no folder ${dirname(path)}.`)
  }
  if (statOf(file)?.isDirectory() === true) {
    throw new WrongUse(`${path} cannot be written: it is a folder.`, 'Name a file in it.')
  }
  const beside = join(dirname(file), `.${name}.${process.pid}.tmp`)
  try {
    const handle = openSync(beside, 'wx')
    try {
      writeFileSync(handle, text)
    } finally {
      closeSync(handle)
    }
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    throw new WrongUse(`${path} cannot be written: ${reasonOf(error)}.`)
  }
}

/** `concord git-setup`: lets git compare plans by families and columns, and merge them by cell. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { output } from './console.ts'
import { CLEAN } from './exit-codes.ts'
import { type Git, gitIn } from './git.ts'
import { CONFLICTS } from './merge-driver.ts'
import { statOf } from './paths.ts'
import { WrongUse } from './wrong-use.ts'

const ATTRIBUTES = '.gitattributes'
const LINE = '*.sop diff=concord merge=concord'
const LIMITS = { milliseconds: 10_000, bytes: 1024 * 1024 }

/** A statement begins at the margin: git shows it above each change. */
const HEADS = '^([a-z][a-z-]* .*)$'

/** The attributes are for everybody, the command is for this clone: git takes no command from others. */
export function gitSetupCommand(folder: string): number {
  const at = resolve(process.cwd(), folder)
  if (statOf(at)?.isDirectory() !== true) throw new WrongUse(`There is no folder ${folder}.`)
  const git = gitIn(at, LIMITS)
  const root = git(['rev-parse', '--show-toplevel'])?.toString().replace(/\n$/, '')
  if (root === undefined || root === '') {
    throw new WrongUse(
      'This is no working tree of git, or git is not there.',
      'Begin with `git init`.',
    )
  }
  const added = addAttribute(join(root, ATTRIBUTES))
  setting(git, 'diff.concord.textconv', `${ownCommand()} textconv`)
  setting(git, 'diff.concord.xfuncname', HEADS)
  setting(git, 'merge.concord.name', 'plans, by statement and cell')
  setting(git, 'merge.concord.driver', mergeDriver())
  const attributes = added ? `${ATTRIBUTES} says now: ${LINE}` : `${ATTRIBUTES} says it already`
  output.write(
    `${attributes}\ngit compares plans by families and columns, and merges them by cell, in this clone.\n`,
  )
  return CLEAN
}

/** Whether anything was added: a line for plan files, or what one that is there does not say. */
function addAttribute(file: string): boolean {
  const text = statOf(file)?.isFile() === true ? readFileSync(file, 'utf8') : ''
  const lines = text.split('\n')
  const known = lines.findIndex((line) => /^\*\.sop\s(?:.*\s)?diff=concord(?:\s|$)/.test(line))
  if (known === -1) {
    const before = text === '' || text.endsWith('\n') ? text : `${text}\n`
    writeFileSync(file, `${before}${LINE}\n`)
    return true
  }
  // A merge that somebody chose stays.
  if (/\s-?merge\b/.test(lines[known] ?? '')) return false
  lines[known] = (lines[known] ?? '').replace('diff=concord', 'diff=concord merge=concord')
  writeFileSync(file, lines.join('\n'))
  return true
}

/**
 * git hands it to a shell. What is no answer of the driver, such as a Concord that was moved away, is
 * left to git's own merge, so that the file is as it would be without a driver.
 */
function mergeDriver(): string {
  const own = ownCommand().replaceAll('%', '%%')
  const driver = `${own} merge-driver -- %O %A %B %L %P %S %X %Y`
  const lines = 'git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B'
  return `${driver}; case $? in 0) exit 0;; ${CONFLICTS}) exit 1;; esac; ${lines}`
}

function setting(git: Git, key: string, value: string): void {
  if (git(['config', '--local', key, value]) !== undefined) return
  throw new WrongUse(`git would not set ${key}.`, 'See whether its settings can be written.')
}

/** As a shell reads it, since git hands it to one. */
function ownCommand(): string {
  const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`
  return [process.execPath, resolve(process.argv[1] ?? '')].map(quoted).join(' ')
}

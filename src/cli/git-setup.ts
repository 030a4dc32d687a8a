/** `concord git-setup`: lets `git diff`, `git log -p` and `git show` speak of families and columns. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { CLEAN } from './check.ts'
import { type Git, gitIn } from './git.ts'
import { statOf } from './paths.ts'
import { WrongUse } from './wrong-use.ts'

const ATTRIBUTES = '.gitattributes'
const LINE = '*.sop diff=concord'
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
  const attributes = added ? `${ATTRIBUTES} says now: ${LINE}` : `${ATTRIBUTES} says it already`
  process.stdout.write(`${attributes}\ngit compares plans by \`concord textconv\` in this clone.\n`)
  return CLEAN
}

function addAttribute(file: string): boolean {
  const text = statOf(file)?.isFile() === true ? readFileSync(file, 'utf8') : ''
  const known = text.split(/\r?\n/).some((line) => /^\*\.sop\s(?:.*\s)?diff=concord\b/.test(line))
  if (known) return false
  const before = text === '' || text.endsWith('\n') ? text : `${text}\n`
  writeFileSync(file, `${before}${LINE}\n`)
  return true
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

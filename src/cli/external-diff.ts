/**
 * `concord external-diff`: what `GIT_EXTERNAL_DIFF`, or `diff.<name>.command`, may call. Not what
 * `concord git-setup` sets: with textconv `git diff` stays a patch, in colour and word by word.
 */

import { readFileSync } from 'node:fs'

import { parse } from '../../grammar/parse.ts'
import type { Tree } from '../../grammar/tree.ts'
import { makeSource } from '../base/source.ts'
import { clean } from '../markup/clean.ts'
import { type ClaimChange, claimChanges } from '../merge/claim-changes.ts'
import { output } from './console.ts'
import { CLEAN } from './exit-codes.ts'
import { decode } from './decode.ts'
import { reasonOf } from './paths.ts'
import { WrongUse } from './wrong-use.ts'

/** git's name for the side that a file is not on. */
const NOWHERE = '/dev/null'

/**
 * As git gives them: a path; for what is unmerged, no more. Else file, hash and mode of the old and of
 * the new side; and behind a rename the new path and how it is alike.
 */
export function externalDiffCommand(words: readonly string[]): number {
  const [path = '', oldFile, , , newFile, , , newPath] = words
  if (words.length === 1) {
    print([`${path}: it has conflicts that nobody has resolved`])
    return CLEAN
  }
  if (
    oldFile === undefined ||
    newFile === undefined ||
    (words.length !== 7 && words.length !== 9)
  ) {
    throw new WrongUse('`concord external-diff` is for git to call, as GIT_EXTERNAL_DIFF.')
  }
  if (!path.endsWith('.sop') && newPath?.endsWith('.sop') !== true) {
    print([`${path}: no plan file; git diff --no-ext-diff shows it`])
    return CLEAN
  }
  const before = treeOf(path, oldFile)
  const after = treeOf(newPath ?? path, newFile)
  const changes = claimChanges(before, after).map(lineOf)
  const unread = [before, after].some(({ problems }) => problems.length > 0)
  print([
    headOf({ path, newPath, oldFile, newFile }),
    ...(changes.length === 0 ? ['  it says the same'] : changes),
    ...(unread ? ['  a part of it cannot be read, and may have changed too'] : []),
  ])
  return CLEAN
}

function headOf(side: {
  readonly path: string
  readonly newPath: string | undefined
  readonly oldFile: string
  readonly newFile: string
}): string {
  const { path, newPath, oldFile, newFile } = side
  if (newPath !== undefined && newPath !== path) return `${path} → ${newPath}`
  if (oldFile === NOWHERE) return `${path}, new`
  return newFile === NOWHERE ? `${path}, gone` : path
}

function lineOf({ of, old, new: now }: ClaimChange): string {
  if (old === undefined) return `  + ${of}: ${now ?? ''}`
  return now === undefined ? `  - ${of}: ${old}` : `  ${of}: ${old} → ${now}`
}

function treeOf(path: string, file: string): Tree {
  if (file === NOWHERE || file.toLowerCase() === 'nul') return parse(makeSource(path, ''))
  try {
    return parse(makeSource(path, decode(readFileSync(file)).text))
  } catch (error) {
    throw new WrongUse(`${file} cannot be read: ${reasonOf(error)}.`)
  }
}

function print(lines: readonly string[]): void {
  output.write(lines.map((line) => `${clean(line)}\n`).join(''))
}

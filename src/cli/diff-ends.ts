/** What the words of `concord diff` name: revisions, folders, files, cycles. */

import { resolve } from 'node:path'

import { parseMonth } from '../base/month.ts'
import { commitOf, commitsOf, type Git } from './git.ts'
import { statOf } from './paths.ts'
import { noSuch, WrongUse } from './wrong-use.ts'

export type EndWord =
  | { readonly is: 'commit'; readonly name: string; readonly commit: string }
  | { readonly is: 'path'; readonly name: string; readonly path: string }
  | { readonly is: 'cycle'; readonly name: string }
  | { readonly is: 'working tree'; readonly name: string }

const WORKING_TREE: EndWord = { is: 'working tree', name: 'working tree' }

const HOW =
  'Name revisions, folders, files or cycles: `concord diff main`, `concord diff main...`, `concord diff 2026-10 2026-11`.'

const SHALLOW = 'In a shallow clone, fetch the whole history: `git fetch --unshallow`.'

/** As `git diff` has it: no word is HEAD and the working tree, one is that and the working tree. */
export function endsOf(
  git: Git,
  words: readonly string[],
  cwd: string,
): readonly [EndWord, EndWord] {
  const [first, second, third] = words
  if (third !== undefined) throw new WrongUse(`What is ${third}? There are two sides.`, HOW)
  if (first === undefined) return [revision(git, 'HEAD'), WORKING_TREE]
  if (second !== undefined) {
    const [one, another] = commitsOf(git, [first, second])
    return [wordOf(git, first, cwd, one), wordOf(git, second, cwd, another)]
  }
  const dots = /^(.*?)(\.\.\.?)(.*)$/s.exec(first)
  if (dots === null || isPath(first, cwd)) return [wordOf(git, first, cwd), WORKING_TREE]
  const [, left = '', between, right = ''] = dots
  const [from, to] = [left === '' ? 'HEAD' : left, right === '' ? 'HEAD' : right]
  const [one, another] = commitsOf(git, [from, to])
  const [base, other] = [revision(git, from, one), revision(git, to, another)]
  return [between === '...' ? shared(git, base, other) : base, other]
}

interface Revision {
  readonly is: 'commit'
  readonly name: string
  readonly commit: string
}

/** What `A...B` compares with: where the two parted. */
function shared(git: Git, base: Revision, other: Revision): Revision {
  const found = git(['merge-base', base.commit, other.commit])?.toString().trim()
  if (found === undefined || found === '') {
    throw new WrongUse(`${base.name} and ${other.name} have no commit in common.`, SHALLOW)
  }
  return { ...base, commit: found }
}

function revision(git: Git, word: string, commit = commitOf(git, word)): Revision {
  if (commit !== undefined) return { is: 'commit', name: word, commit }
  if (git(['rev-parse', '--git-dir']) === undefined) {
    throw new WrongUse('This folder is in no git repository.', HOW)
  }
  if (word === 'HEAD') throw new WrongUse('There is no commit here yet.', HOW)
  throw new WrongUse(`There is no revision ${word}.`, `${HOW} ${SHALLOW}`)
}

/** A month is a cycle; `./` before a word makes it a path where it is a revision, too. */
function wordOf(git: Git, word: string, cwd: string, asked?: string): EndWord {
  if (parseMonth(word) !== undefined) return { is: 'cycle', name: word }
  const commit = asked ?? commitOf(git, word)
  const path = isPath(word, cwd)
  if (commit !== undefined && path) {
    throw new WrongUse(
      `${word} is a revision and a file or folder.`,
      `Write ./${word} for what is on disk, or more of the revision's name, such as heads/${word}.`,
    )
  }
  if (commit !== undefined) return { is: 'commit', name: word, commit }
  if (path) return { is: 'path', name: word, path: resolve(cwd, word) }
  const branches = git(['for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/tags'])
  const known = (branches?.toString() ?? '').split('\n').filter((name) => name !== '')
  throw noSuch('revision, folder, file or cycle', word, known)
}

function isPath(word: string, cwd: string): boolean {
  return word !== '' && !word.includes('\0') && statOf(resolve(cwd, word)) !== undefined
}

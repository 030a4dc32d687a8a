/** Whose the two sides of a merge are: what stands behind git's markers, and who changed the file. */

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { clean } from '../markup/clean.ts'
import { commitOf, type Git, gitIn, type GitLimits } from './git.ts'
import { statOf } from './paths.ts'

interface Names {
  readonly ours: string
  readonly theirs: string
}

export interface Sides {
  /** Behind the markers. */
  readonly labels: Names
  /** Beside a number that both changed. */
  readonly people: Names
}

const SIDES_OF_GIT: Names = { ours: 'ours', theirs: 'theirs' }

export const UNNAMED: Sides = { labels: SIDES_OF_GIT, people: SIDES_OF_GIT }

const LIMITS: GitLimits = { milliseconds: 5_000, bytes: 1024 * 1024 }

/** So many names are told of one side. */
const MOST_NAMES = 3

/** `labels` are git's, as far as it gives them; names are told where git knows them. */
export function sidesOfMerge(
  folder: string,
  path: string,
  [ours, theirs]: readonly [string | undefined, string | undefined],
): Sides {
  const git = gitIn(folder, LIMITS)
  const merged = headOfMerge() ?? pickedByRebase(git, folder)
  const labels = {
    ours: plain(ours) ?? SIDES_OF_GIT.ours,
    theirs: plain(theirs ?? merged?.name) ?? SIDES_OF_GIT.theirs,
  }
  const other = merged?.commit ?? commitOf(git, theirs?.split(/[ :]/, 1)[0] ?? '')
  const shared =
    other === undefined ? undefined : git(['merge-base', 'HEAD', other])?.toString().trim()
  const authors = {
    ours: shared === undefined ? undefined : authorsOf(git, `${shared}..HEAD`, path),
    theirs: shared === undefined ? undefined : authorsOf(git, `${shared}..${other}`, path),
  }
  const label = (side: keyof Names): string =>
    authors[side] === undefined ? labels[side] : `${labels[side]} (${authors[side]})`
  return {
    labels: { ours: label('ours'), theirs: label('theirs') },
    people: { ours: authors.ours ?? labels.ours, theirs: authors.theirs ?? labels.theirs },
  }
}

interface MergedHead {
  readonly commit: string
  readonly name: string
}

/** `git merge` names the commit and its branch in a variable: `GITHEAD_<commit>=<name>`. */
function headOfMerge(): MergedHead | undefined {
  const heads = Object.entries(process.env).flatMap(([variable, name]) => {
    const commit = /^GITHEAD_([0-9a-f]{40,64})$/.exec(variable)?.[1]
    return commit === undefined || name === undefined ? [] : [{ commit, name }]
  })
  return heads.length === 1 ? heads[0] : undefined
}

/**
 * In a rebase "theirs" is what the caller did, so that the words alone mislead. An older git names no commit
 * then; it keeps a list of those that it has begun to apply.
 */
function pickedByRebase(git: Git, folder: string): MergedHead | undefined {
  if (process.env['GIT_CHERRY_PICK_HELP'] === undefined) return undefined
  const list = git(['rev-parse', '--git-path', 'rebase-merge/done'])?.toString().trim()
  if (list === undefined || list === '') return undefined
  const begun = readIfThere(resolve(folder, list))?.trimEnd().split('\n').at(-1) ?? ''
  const [, commit, title = ''] =
    /^[a-z]+ (?:-[cC] )?([0-9a-f]{7,64})\b(?: #)? ?(.*)$/.exec(begun) ?? []
  return commit === undefined
    ? undefined
    : { commit, name: `${commit.slice(0, 7)} ${title}`.trim() }
}

function readIfThere(file: string): string | undefined {
  return statOf(file)?.isFile() === true ? readFileSync(file, 'utf8') : undefined
}

function authorsOf(git: Git, range: string, path: string): string | undefined {
  const log = git(['log', '--format=%an', '--no-show-signature', range, '--', path])
  const names = [...new Set(log?.toString().split('\n'))].flatMap((name) => plain(name) ?? [])
  if (names.length === 0) return undefined
  return names.length > MOST_NAMES ? `${names.length} authors` : names.join(', ')
}

function plain(text: string | undefined): string | undefined {
  const line = text === undefined ? '' : clean(text).replace(/\s+/g, ' ').trim()
  return line === '' ? undefined : line
}

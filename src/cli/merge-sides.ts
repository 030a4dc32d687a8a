/** Whose the two sides of a merge are: what stands behind git's markers, and who changed the file. */

import { clean } from '../markup/clean.ts'
import { commitOf, type Git, gitIn, type GitLimits } from './git.ts'

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
  const merged = headOfMerge()
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

/** `git merge` names the commit and its branch in a variable: `GITHEAD_<commit>=<name>`. */
function headOfMerge(): { readonly commit: string; readonly name: string } | undefined {
  const heads = Object.entries(process.env).flatMap(([variable, name]) => {
    const commit = /^GITHEAD_([0-9a-f]{40,64})$/.exec(variable)?.[1]
    return commit === undefined || name === undefined ? [] : [{ commit, name }]
  })
  return heads.length === 1 ? heads[0] : undefined
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

/** Checks the workspace as it was at a revision of its git repository. */

import type { Configuration } from '../configuration/configuration.ts'
import { check, type Review } from '../pipeline.ts'
import { stateOf } from './git-state.ts'
import { commitOf, type Git, gitIn } from './git.ts'
import { itemsOnDisk } from './item-files.ts'
import { readPlanFiles } from './plan-files.ts'
import { type ViewOptions, viewOf } from './review.ts'
import type { Workspace } from './workspace.ts'
import { WrongUse } from './wrong-use.ts'

const LIMITS = { milliseconds: 60_000, bytes: 256 * 1024 * 1024 }

/**
 * By the settings of now. `REV...` is, as git means it, where the work of now left REV. What the
 * options name need not have been there yet.
 */
export async function reviewAt(
  revision: string,
  workspace: Workspace,
  configuration: Configuration,
  options: ViewOptions,
): Promise<Review> {
  const git = gitIn(workspace.root, LIMITS)
  const commit = commitNamed(git, revision)
  const items = [...configuration.itemSources.values()].flatMap(({ file }) => file ?? [])
  const state = await stateOf(git, commit, items)()
  if ('refused' in state) throw unreadable(commit, state.refused)
  try {
    const { root, held } = state.workspace
    const files = workspace.files?.filter((path) => state.paths.includes(path))
    const { sources } = await readPlanFiles({ ...workspace, root, held, files }, configuration)
    const readItems = itemsOnDisk(root, configuration)
    return check({ sources, configuration, readItems, ...viewOf(options) })
  } finally {
    state.remove()
  }
}

function unreadable(commit: string, reason: string): WrongUse {
  return new WrongUse(
    `Commit ${commit.slice(0, 12)} cannot be read: ${reason}.`,
    'In a partial clone, fetch its files first.',
  )
}

function commitNamed(git: Git, revision: string): string {
  const [, name = revision, dots] = /^(.+?)(\.\.\.)?$/s.exec(revision) ?? []
  const commit = commitOf(git, name)
  if (commit === undefined) throw noRevision(git, name)
  if (dots === undefined) return commit
  const base = git(['merge-base', commit, 'HEAD'])?.toString().trim()
  if (base !== undefined && base !== '') return base
  throw new WrongUse(
    `${name} and the work of now have no commit in common.`,
    'In a shallow clone, fetch the whole history: `git fetch --unshallow`.',
  )
}

function noRevision(git: Git, name: string): WrongUse {
  if (git(['rev-parse', '--git-dir']) === undefined) {
    return new WrongUse('The plan lies in no git repository, or git is not there.')
  }
  return new WrongUse(
    `There is no revision ${name} in this repository.`,
    'Name a commit, a branch or a tag. In a shallow clone, fetch the whole history: `git fetch --unshallow`.',
  )
}

/** The commits that changed the workspace's plan files, each with the files it left. */

import { commitOf, type Git } from './git.ts'
import { planFilesIn } from './git-history.ts'
import { filesInTrees, type TreeFile } from './git-trees.ts'

export interface CommitOfPlan {
  readonly commit: string
  readonly author: string
  /** Of the author's clock, as `2026-11-19`. */
  readonly day: string
  readonly subject: string
  readonly files: readonly TreeFile[]
}

export interface PlanLog {
  /** The newest first. */
  readonly commits: readonly CommitOfPlan[]
  /** Why there may be older ones that are not in it. */
  readonly cut: 'shallow' | 'partial' | 'most' | undefined
}

const FIELDS = ['%H', '%T', '%an', '%as', '%s']

/**
 * The commits that touch the workspace, at most so many. Of a merge, what it brought in is one change:
 * commits beside the main line did not follow from each other.
 */
export function planLog(git: Git, most: number): PlanLog {
  const looks = ['--no-textconv', '--no-ext-diff', '--no-show-signature', '--no-notes']
  const line = ['--first-parent', `--max-count=${most}`, `--format=${FIELDS.join('%x00')}%x00`]
  const log = git(['log', ...line, ...looks, 'HEAD', '--', '.'])
  if (log === undefined) {
    // Where there is a commit, its folders must be missing.
    return { commits: [], cut: commitOf(git, 'HEAD') === undefined ? undefined : 'partial' }
  }
  const fields = log.toString().split('\0')
  const said: (Omit<CommitOfPlan, 'files'> & { readonly tree: string })[] = []
  for (let at = 0; at + FIELDS.length <= fields.length - 1; at += FIELDS.length) {
    const [commit = '', tree = '', author = '', day = '', subject = ''] = fields.slice(at)
    said.push({ commit: commit.trim(), tree, author, day, subject })
  }
  if (said.length === 0) return { commits: [], cut: undefined }
  const folder = git(['rev-parse', '--show-prefix'])?.toString().replace(/\n$/, '') ?? ''
  const files = filesInTrees(
    git,
    said.map(({ tree }) => tree),
    folder,
  )
  if (files === undefined) return { commits: [], cut: 'partial' }
  const shallow = git(['rev-parse', '--is-shallow-repository'])?.toString().trim() === 'true'
  return {
    commits: said.map(({ commit, author, day, subject }, at) => ({
      commit,
      author,
      day,
      subject,
      files: planFilesIn(files[at]) ?? [],
    })),
    cut: shallow ? 'shallow' : said.length === most ? 'most' : undefined,
  }
}

/** The plan commit by commit: each state of the workspace's plan files, every file parsed once. */

import { parse } from '../../grammar/parse.ts'
import type { Tree } from '../../grammar/tree.ts'
import { makeSource } from '../base/source.ts'
import { decode } from './decode.ts'
import { blobsOf, filesOf, type Git, type GitFile } from './git.ts'
import { planFilesIn } from './git-history.ts'

export interface CommitOfPlan {
  readonly commit: string
  readonly author: string
  /** Of the author's clock, as `2026-11-19`. */
  readonly day: string
  readonly subject: string
  readonly trees: readonly Tree[]
}

/** The commits that touch the workspace, the oldest first; at most so many of the newest. */
export function planCommits(git: Git, most: number): readonly CommitOfPlan[] {
  const format = '--format=%H%x00%an%x00%as%x00%s%x00'
  const looks = ['--no-textconv', '--no-ext-diff', '--no-show-signature', '--no-notes']
  const log = git(['log', `--max-count=${most}`, format, ...looks, 'HEAD', '--', '.'])
  const fields = log?.toString().split('\0') ?? []
  const commits: { commit: string; author: string; day: string; subject: string }[] = []
  for (let at = 0; at + 3 < fields.length; at += 4) {
    const [commit = '', author = '', day = '', subject = ''] = fields.slice(at, at + 4)
    commits.push({ commit: commit.trim(), author, day, subject })
  }
  const listed = commits.toReversed().map((each) => ({
    ...each,
    files: planFilesIn(filesOf(git, each.commit)) ?? [],
  }))
  const treeOf = parsedOnce(
    git,
    listed.flatMap(({ files }) => files),
  )
  return listed.map(({ files, ...each }) => ({ ...each, trees: files.flatMap(treeOf) }))
}

/** The same bytes under the same path are the same tree. */
function parsedOnce(git: Git, files: readonly GitFile[]): (file: GitFile) => readonly Tree[] {
  const keyOf = ({ path, blob }: GitFile): string => `${blob} ${path}`
  const blobs = [...new Map(files.map((file) => [file.blob, file])).values()]
  const bytes = blobsOf(git, blobs)
  const texts = new Map(
    blobs.map(({ blob }, at) => [blob, decode(bytes?.[at] ?? Buffer.alloc(0)).text]),
  )
  const trees = new Map<string, Tree>()
  return (file) => {
    const key = keyOf(file)
    const tree = trees.get(key) ?? parse(makeSource(file.path, texts.get(file.blob) ?? ''))
    trees.set(key, tree)
    return [tree]
  }
}

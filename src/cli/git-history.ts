/** Lends earlier states of the workspace from its git repository: read when asked for, within limits. */

import { makeSource, type Source } from '../base/source.ts'
import type { ReadHistory } from '../pipeline.ts'
import { SETTINGS_FILE } from '../configuration/configuration.ts'
import { decode } from './decode.ts'
import { blobsOf, commitOf, filesOf, gitIn, type Git, type GitFile, type GitLimits } from './git.ts'

/** Also states looked at for one question. */
interface HistoryLimits extends GitLimits {
  readonly states: number
}

const LIMITS: HistoryLimits = { milliseconds: 3000, states: 12, bytes: 64 * 1024 * 1024 }

const SEAL = /^sha256-[0-9a-f]{64}$/

/**
 * The states are the last commit, since the newest change may not be committed, and those that
 * brought in or took out the text. Without git, or a repository, there are none.
 */
export function gitHistory(root: string, limits: HistoryLimits = LIMITS): ReadHistory {
  const git = gitIn(root, limits)
  const states = new Map<string, readonly Source[]>()
  return function* history(text) {
    if (!SEAL.test(text)) return
    const last = commitOf(git, 'HEAD')
    if (last === undefined) return
    yield* state(last)
    const count = `--max-count=${limits.states}`
    const looks = ['--no-textconv', '--no-ext-diff', '--no-show-signature']
    const changing = git(['log', count, '--format=%H', `-S${text}`, ...looks, '--', '.'])
    for (const commit of changing?.toString().split('\n') ?? []) {
      if (commit !== '') yield* state(commit)
    }
  }

  function* state(commit: string): Generator<readonly Source[]> {
    const sources = states.get(commit) ?? readState(git, commit, limits.bytes)
    if (sources === undefined) return
    states.set(commit, sources)
    yield sources
  }
}

function readState(git: Git, commit: string, most: number): readonly Source[] | undefined {
  const files = planFilesIn(filesOf(git, commit))
  if (files === undefined || files.reduce((sum, { size }) => sum + size, 0) > most) return undefined
  const bytes = blobsOf(git, files)
  return bytes && files.map(({ path }, at) => makeSource(path, decode(bytes[at] ?? NONE).text))
}

const NONE = Buffer.alloc(0)

/** The plan files of this workspace: those of workspaces inside it are not its own. */
export function planFilesIn<File extends Pick<GitFile, 'path'>>(
  files: readonly File[] | undefined,
): readonly File[] | undefined {
  const inner = (files ?? []).flatMap(({ path }) =>
    path.endsWith(`/${SETTINGS_FILE}`) ? [path.slice(0, -SETTINGS_FILE.length)] : [],
  )
  return files?.filter(
    ({ path }) => path.endsWith('.sop') && !inner.some((folder) => path.startsWith(folder)),
  )
}

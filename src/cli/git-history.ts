/** Lends earlier states of the workspace from its git repository: read when asked for, within limits. */

import { makeSource, type Source } from '../base/source.ts'
import type { ReadHistory } from '../pipeline.ts'
import { decode } from './decode.ts'
import { SETTINGS } from './workspace.ts'

/** Milliseconds for all questions of a run together; states looked at for one; bytes of one. */
interface HistoryLimits {
  readonly milliseconds: number
  readonly states: number
  readonly bytes: number
}

const LIMITS: HistoryLimits = { milliseconds: 3000, states: 12, bytes: 64 * 1024 * 1024 }

const SEAL = /^sha256-[0-9a-f]{64}$/

/** Settings of a repository can name programs to run: none of them is. */
const QUIET = [
  '--no-pager',
  ...['core.fsmonitor=false', 'log.showSignature=false', 'protocol.allow=never'].flatMap((each) => [
    '-c',
    each,
  ]),
]

/**
 * The states are the last commit, since the newest change may not be committed, and those that
 * brought in or took out the text. Without git, or a repository, there are none.
 */
export function gitHistory(root: string, limits: HistoryLimits = LIMITS): ReadHistory {
  const git = gitIn(root, limits)
  const states = new Map<string, readonly Source[]>()
  return function* history(text) {
    if (!SEAL.test(text)) return
    const last = git(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])
    if (last === undefined) return
    yield* state(last.toString().trim())
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

/** Runs git in a folder; undefined where it fails or time is up. */
type Git = (words: readonly string[], input?: string) => Buffer | undefined

function gitIn(root: string, { milliseconds, bytes }: HistoryLimits): Git {
  let until: number | undefined
  return (words, input = '') => {
    until ??= performance.now() + milliseconds
    const timeout = Math.floor(until - performance.now())
    if (timeout <= 0) return undefined
    // Loaded here, since nearly every run does without.
    const { spawnSync } = process.getBuiltinModule('node:child_process')
    const { status, error, stdout } = spawnSync('git', [...QUIET, '-C', root, ...words], {
      input,
      timeout,
      maxBuffer: 2 * bytes,
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
      env: environment(),
    })
    return error === undefined && status === 0 ? stdout : undefined
  }
}

/** The repository is the one that the workspace lies in, whatever the caller's variables say. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name))
  return {
    ...Object.fromEntries(own),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_TERMINAL_PROMPT: '0',
  }
}

interface Listed {
  readonly path: string
  readonly blob: string
  readonly size: number
}

function readState(git: Git, commit: string, most: number): readonly Source[] | undefined {
  const tree = git(['ls-tree', '-r', '-z', '--long', commit])
  const files = tree && planFilesIn(tree.toString())
  if (files === undefined || files.reduce((sum, { size }) => sum + size, 0) > most) return undefined
  const bytes = git(['cat-file', '--batch'], files.map(({ blob }) => `${blob}\n`).join(''))
  return bytes && textsOf(files, bytes)
}

/** `100644 blob HASH   SIZE<tab>PATH`, each ended by NUL: the plan files of this workspace. */
function planFilesIn(listing: string): readonly Listed[] {
  const files = listing.split('\0').flatMap((line): readonly Listed[] => {
    const found = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.*)$/s.exec(line)
    if (found === null) return []
    const [, blob = '', size = '0', path = ''] = found
    return [{ path, blob, size: Number(size) }]
  })
  const inner = files.flatMap(({ path }) =>
    path.endsWith(`/${SETTINGS}`) ? [path.slice(0, -SETTINGS.length)] : [],
  )
  return files.filter(
    ({ path }) =>
      path.endsWith('.sop') &&
      !/(?:^|\/)(?:\.|node_modules\/)/.test(path) &&
      !inner.some((folder) => path.startsWith(folder)),
  )
}

/** `HASH blob SIZE`, a line feed, the bytes and a line feed, for each file in turn. */
function textsOf(files: readonly Listed[], bytes: Buffer): readonly Source[] {
  let at = 0
  return files.map(({ path, size }) => {
    const start = bytes.indexOf('\n', at) + 1
    at = start + size + 1
    return makeSource(path, decode(bytes.subarray(start, start + size)).text)
  })
}

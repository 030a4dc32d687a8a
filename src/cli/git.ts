/** Asks git: with arguments and never through a shell, running nothing that a repository names. */

import { now } from './clock.ts'
import { gitBeside, type Memory } from './git-beside.ts'

/** Milliseconds for all questions together; bytes of one answer. */
export interface GitLimits {
  readonly milliseconds: number
  readonly bytes: number
}

/** Runs git in a folder; undefined where it fails or time is up. */
export interface Git {
  (words: readonly string[], input?: string): Buffer | undefined
  /** The same, while something else is done; an answer in `memory` lasts until the next. */
  readonly beside: (
    words: readonly string[],
    input: string,
    memory?: Memory,
  ) => Promise<Buffer | undefined>
}

/** Settings of a repository can name programs to run: none of them is. */
const QUIET = [
  '--no-pager',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'log.showSignature=false',
    'protocol.allow=never',
  ].flatMap((each) => ['-c', each]),
]

export function gitIn(root: string, { milliseconds, bytes }: GitLimits): Git {
  let until: number | undefined
  const timeLeft = (): number => {
    until ??= now() + milliseconds
    return Math.floor(until - now())
  }
  const called = (words: readonly string[]): readonly string[] => [...QUIET, '-C', root, ...words]
  const git = (words: readonly string[], input = ''): Buffer | undefined => {
    const timeout = timeLeft()
    if (timeout <= 0) return undefined
    // Loaded here, since nearly every run does without.
    const { spawnSync } = process.getBuiltinModule('node:child_process')
    const { status, error, stdout } = spawnSync('git', called(words), {
      input,
      timeout,
      maxBuffer: 2 * bytes,
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
      env: environment(),
    })
    return error === undefined && status === 0 ? stdout : undefined
  }
  const beside: Git['beside'] = async (words, input, memory) => {
    const left = timeLeft()
    if (left <= 0) return undefined
    const run = { words: called(words), input, environment: environment(), milliseconds: left }
    return gitBeside({ ...run, bytes: 2 * bytes, memory })
  }
  return Object.assign(git, { beside })
}

/** The three files that git has a merge driver merge; the merge goes into that of `ours`. */
export interface MergedFiles {
  readonly base: string
  readonly ours: string
  readonly theirs: string
}

/**
 * Merges lines as git does where there is no driver. How many conflicts the file now has; undefined
 * where git could not merge, and the file is as it was.
 */
export function mergeLinesInPlace(
  { base, ours, theirs }: MergedFiles,
  labels: { readonly ours: string; readonly theirs: string },
  markerSize: number,
): number | undefined {
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  const names = [labels.ours, 'base', labels.theirs].flatMap((label) => ['-L', label])
  const words = ['merge-file', '--quiet', `--marker-size=${markerSize}`, ...names]
  const { status, error } = spawnSync('git', [...QUIET, ...words, '--', ours, base, theirs], {
    stdio: 'ignore',
    windowsHide: true,
    env: environment(),
  })
  // Above 127 it is no count of conflicts.
  return error === undefined && status !== null && status < 128 ? status : undefined
}

/** The repository is the one that the workspace lies in, whatever the caller's variables say. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name))
  return {
    ...Object.fromEntries(own),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_TERMINAL_PROMPT: '0',
  }
}

/** The commit that a word names; undefined where it names none. */
export function commitOf(git: Git, word: string): string | undefined {
  return commitsOf(git, [word])[0]
}

/** The commits that words name, asked for at once. They go in by the question: none is an option. */
export function commitsOf(git: Git, words: readonly string[]): readonly (string | undefined)[] {
  const asked = words.filter((word) => word !== '' && !word.startsWith('-') && !/[\0\n]/.test(word))
  if (asked.length === 0) return words.map(() => undefined)
  const question = questionOf(asked.map((word) => `${word}^{commit}`))
  const answers = git(['cat-file', '--batch-check=%(objectname)'], question)?.toString().split('\n')
  const commits = new Map(asked.map((word, at) => [word, answers?.[at] ?? '']))
  return words.map((word) => {
    const commit = commits.get(word) ?? ''
    return /^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined
  })
}

/** A plain file of a commit. */
export interface GitFile {
  /** From the folder that git is asked in, with `/`. */
  readonly path: string
  readonly blob: string
  readonly size: number
}

/** The files of a commit below the folder: no links, no hidden folders, no node_modules. */
export function filesOf(git: Git, commit: string): readonly GitFile[] | undefined {
  const tree = git(['ls-tree', '-r', '-z', '--long', commit])
  // `100644 blob HASH   SIZE<tab>PATH`, each ended by NUL; a partial clone may lack the size.
  return tree
    ?.toString()
    .split('\0')
    .flatMap((line): readonly GitFile[] => {
      const found = /^100\d{3} blob ([0-9a-f]+) +(\S+)\t(.*)$/s.exec(line)
      if (found === null) return []
      const [, blob = '', size = '0', path = ''] = found
      return /(?:^|\/)(?:\.|node_modules\/)/.test(path)
        ? []
        : [{ path, blob, size: Number(size) || 0 }]
    })
}

/** What files hold, in their order; undefined where the repository has not all of them. */
export function blobsOf(git: Git, files: readonly GitFile[]): readonly Buffer[] | undefined {
  return all(objectsOf(git, files.map(blobIn)))
}

/** The same, while something else is done. */
export async function blobsBeside(
  git: Git,
  files: readonly GitFile[],
): Promise<readonly Buffer[] | undefined> {
  return all(await objectsBeside(git, files.map(blobIn)))
}

function blobIn({ blob }: GitFile): string {
  return blob
}

function all(found: Objects): readonly Buffer[] | undefined {
  const known = found?.filter((bytes) => bytes !== undefined)
  return known?.length === found?.length ? known : undefined
}

/** What objects hold, in their order; one that the repository has not is undefined. */
export type Objects = readonly (Buffer | undefined)[] | undefined

export function objectsOf(git: Git, names: readonly string[]): Objects {
  return names.length === 0 ? [] : objectsIn(git(BATCH, questionOf(names)), names)
}

/** The same, while something else is done. */
export async function objectsBeside(
  git: Git,
  names: readonly string[],
  memory?: Memory,
): Promise<Objects> {
  if (names.length === 0) return []
  return objectsIn(await git.beside(BATCH, questionOf(names), memory), names)
}

const BATCH = ['cat-file', '--batch']

function questionOf(names: readonly string[]): string {
  return names.map((name) => `${name}\n`).join('')
}

function objectsIn(bytes: Buffer | undefined, names: readonly string[]): Objects {
  if (bytes === undefined) return undefined
  // `HASH TYPE SIZE`, a line feed, the bytes and a line feed, for each in turn; or `HASH missing`.
  let at = 0
  return names.map(() => {
    const start = bytes.indexOf('\n', at) + 1
    const size = / (\d+)$/.exec(bytes.toString('latin1', at, Math.max(start - 1, at)))?.[1]
    at = size === undefined ? start : start + Number(size) + 1
    return size === undefined ? undefined : bytes.subarray(start, at - 1)
  })
}

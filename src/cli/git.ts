/** Asks git: with arguments and never through a shell, running nothing that a repository names. */

/** Milliseconds for all questions together; bytes of one answer. */
export interface GitLimits {
  readonly milliseconds: number
  readonly bytes: number
}

/** Runs git in a folder; undefined where it fails or time is up. */
export type Git = (words: readonly string[], input?: string) => Buffer | undefined

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

/** The commit that a word names; undefined where it names none. A word is never an option. */
export function commitOf(git: Git, word: string): string | undefined {
  if (word === '' || word.startsWith('-') || /[\0\n]/.test(word)) return undefined
  const words = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${word}^{commit}`]
  // An older git repeats the mark.
  const last = git(words)?.toString().trim().split('\n').at(-1)
  return last !== undefined && /^[0-9a-f]{40,64}$/.test(last) ? last : undefined
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

/** What files hold, in their order. */
export function blobsOf(
  git: Git,
  files: readonly Pick<GitFile, 'blob'>[],
): readonly Buffer[] | undefined {
  const found = objectsOf(
    git,
    files.map(({ blob }) => blob),
  )
  const known = found?.filter((bytes) => bytes !== undefined)
  return known?.length === files.length ? known : undefined
}

/** What objects hold, in their order; one that the repository has not is undefined. */
export function objectsOf(
  git: Git,
  names: readonly string[],
): readonly (Buffer | undefined)[] | undefined {
  if (names.length === 0) return []
  const bytes = git(['cat-file', '--batch'], names.map((name) => `${name}\n`).join(''))
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

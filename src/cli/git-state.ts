/** Lays a commit's workspace out in a folder of its own, so that it is read as any workspace is. */

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { SETTINGS_FILE } from '../configuration/configuration.ts'
import { blobsBeside, filesOf, type Git, type GitFile } from './git.ts'
import { isBelow } from './paths.ts'
import { FILE_LIMITS } from './plan-files.ts'
import type { Workspace } from './workspace.ts'

/** The workspace, and what takes its folder away again. */
export interface StateOfCommit {
  readonly workspace: Workspace
  /** Of the files laid out. */
  readonly paths: readonly string[]
  readonly remove: () => void
}

/** Why a commit cannot be read. */
export interface Unread {
  readonly refused: string
}

/**
 * Plan files and settings, and files with an ending that one of these names, or that `data` has: item
 * data. Nothing is checked out: no hook, filter or link of the repository has a say, and its own files
 * are not touched. Git reads the files at once, and nothing is laid out before somebody asks.
 */
export function stateOf(
  git: Git,
  commit: string,
  data: readonly string[] = [],
): () => Promise<StateOfCommit | Unread> {
  const files = filesOf(git, commit)?.filter(isPlain)
  if (files === undefined) return refusing('git could not list its files')
  const texts = files.filter(({ path }) => path.endsWith('.sop') || isSettings(path))
  const refused = tooMuch(texts)
  if (refused !== undefined) return refusing(refused)
  const reading = blobsBeside(git, texts)
  return async () => laidOut(git, files, texts, await reading, data)
}

function refusing(refused: string): () => Promise<Unread> {
  return async () => ({ refused })
}

async function laidOut(
  git: Git,
  files: readonly GitFile[],
  texts: readonly GitFile[],
  first: readonly Buffer[] | undefined,
  data: readonly string[],
): Promise<StateOfCommit | Unread> {
  if (first === undefined) return { refused: 'git could not read its files' }
  const endings = new Set([...endingsIn(texts, first), ...data.map(endingOf)])
  const items = files.filter((file) => !texts.includes(file) && endings.has(endingOf(file.path)))
  const refused = tooMuch([...texts, ...items])
  if (refused !== undefined) return { refused }
  const second = await blobsBeside(git, items)
  if (second === undefined) return { refused: 'git could not read its files' }
  const paths = [...texts, ...items].map(({ path }) => path)
  const held = new Map<string, Buffer>()
  const root = realpathSync.native(mkdtempSync(join(tmpdir(), 'concord-state-')))
  const remove = (): void => rmSync(root, { recursive: true, force: true })
  try {
    const contents = [...first, ...second]
    for (const [at, path] of paths.entries()) {
      const content = contents[at] ?? NOTHING
      // A plan is taken as git has read it: that there is a file of its name is enough.
      const isPlan = path.endsWith('.sop')
      if (isPlan) held.set(path, content)
      write(root, path, isPlan ? NOTHING : content)
    }
  } catch (error) {
    remove()
    throw error
  }
  const hasSettings = texts.some(({ path }) => path === SETTINGS_FILE)
  const workspace = { root, hasSettings, files: undefined, named: [], shows: () => true, held }
  return { workspace, paths, remove }
}

const NOTHING = Buffer.alloc(0)

function write(root: string, path: string, content: Buffer): void {
  const file = join(root, path)
  if (!isBelow(root, file)) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content, { mode: 0o600, flag: 'wx' })
}

/** A tree can be made by hand: no path leads out of the folder. */
function isPlain({ path }: GitFile): boolean {
  return (
    !/[\0\\]/.test(path) &&
    !(process.platform === 'win32' && path.includes(':')) &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  )
}

function isSettings(path: string): boolean {
  return path === SETTINGS_FILE || path.endsWith(`/${SETTINGS_FILE}`)
}

function tooMuch(files: readonly GitFile[]): string | undefined {
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  if (files.length <= FILE_LIMITS.files && bytes <= FILE_LIMITS.allBytes) return undefined
  return `it has ${files.length} plan files of ${bytes} bytes, more than are read`
}

/** Endings of the files that settings and `from "…"` name. */
function endingsIn(files: readonly GitFile[], contents: readonly Buffer[]): ReadonlySet<string> {
  const names = contents.flatMap((content, at) => {
    // A long plan need not be made a text where it can name none.
    if (!isSettings(files[at]?.path ?? '') && !content.includes('from')) return []
    return content.toString('utf8').match(/\.[\p{L}\p{N}]+(?=["'\s,}\]]|$)/gu) ?? []
  })
  return new Set(names)
}

function endingOf(path: string): string {
  return /\.[^./]*$/.exec(path)?.[0] ?? ''
}

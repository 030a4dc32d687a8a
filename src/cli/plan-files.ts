/** Reads the plan files of a workspace, within limits; one problem for each that cannot be read. */

import { closeSync, openSync, read, readFileSync } from 'node:fs'

import { sameList } from '../base/same-list.ts'
import { lentSource, makeSource, type Source, spanOf } from '../base/source.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { reportConfiguration as report } from '../diagnostics/configuration.ts'
import { notUtf8 } from '../diagnostics/not-utf8.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { DEFAULTS } from '../configuration/configuration.ts'
import { decode, lettersOf } from './decode.ts'
import { expectMuch } from './engine.ts'
import { pathBelow, plainFile, realFile, reasonOf, type SafePath } from './paths.ts'
import { planFilesBelow } from './plan-folder.ts'
import { WrongUse } from './wrong-use.ts'
import type { Workspace } from './workspace.ts'

/** Bytes of one plan file; files of one workspace, and bytes of all of them. */
export interface FileLimits {
  readonly bytes: number
  readonly files: number
  readonly allBytes: number
}

export const FILE_LIMITS: FileLimits = {
  bytes: 64 * 1024 * 1024,
  files: 10_000,
  allBytes: 256 * 1024 * 1024,
}

/** Bytes from which on a file is read while others are parsed. */
const LONG = 1 << 18

/** Bytes of all files from which on a check runs the same code often. */
const MUCH = 1 << 14

export interface PlanFiles {
  readonly sources: readonly Source[]
  readonly problems: readonly Diagnostic[]
}

/**
 * The longest file, where it is long, is read while `ready` is told of the others: there is much to do
 * with them already.
 */
export async function readPlanFiles(
  workspace: Workspace,
  configuration: Configuration,
  limits: FileLimits = FILE_LIMITS,
  ready: (source: Source) => void = () => undefined,
): Promise<PlanFiles> {
  const { root } = workspace
  const walked = workspace.files === undefined && saysNothing(configuration)
  const paths = workspace.files ?? sorted(await filesOf(root, configuration, walked))
  if (paths.length > limits.files) {
    throw new WrongUse(
      `There are ${paths.length} plan files here; at most ${limits.files} are read.`,
      'Say which are meant with `include` and `exclude` in concord.yaml.',
    )
  }
  const { held } = workspace
  // Whoever goes through the folders meets no links, and need not look for them again.
  const fileOf = (path: string): SafePath =>
    walked ? plainFile(pathBelow(root, path)) : realFile(root, pathBelow(root, path))
  const found = paths.map((path) => findPlanFile(path, fileOf(path), limits, held?.get(path)))
  const all = found.reduce((sum, { size }) => sum + size, 0)
  if (all > limits.allBytes) {
    throw new WrongUse(
      `The plan files here have ${all} bytes together; at most ${limits.allBytes} are read.`,
      'Say which are meant with `include` and `exclude` in concord.yaml.',
    )
  }
  if (all > MUCH) expectMuch()
  const [longest] = found.toSorted((one, other) => other.size - one.size)
  const isLong = longest !== undefined && 'file' in longest && longest.size > LONG
  const waits = isLong && held?.has(longest.path) !== true
  const later = waits ? readLater(longest.path, longest.file, longest.size) : undefined
  const now = found.map((each) => {
    if (each === longest && later !== undefined) return undefined
    const file = readNow(each, held?.get(each.path))
    if (later !== undefined) ready(file.source)
    return file
  })
  const long = await later
  const files = now.flatMap((file) => file ?? long ?? [])
  return {
    sources: files.map(({ source }) => source),
    problems: files.flatMap(({ problems }) => problems),
  }
}

/** What a command says that needs a plan. */
export function nothingThere(root: string): WrongUse {
  return new WrongUse(
    `There are no plan files (.sop) in ${root}.`,
    'Name the folder of a plan, or begin one with `concord init`.',
  )
}

/**
 * Left out are links, hidden folders, node_modules, and workspaces
 * inside this one: a folder with a concord.yaml is its own.
 */
async function filesOf(
  root: string,
  configuration: Configuration,
  walked: boolean,
): Promise<readonly string[]> {
  return walked
    ? planFilesBelow(root)
    : (await import('./plan-globs.ts')).globbed(root, configuration)
}

/** Most workspaces do not say which files are meant, and go without the library for globs. */
function saysNothing({ include, exclude }: Configuration): boolean {
  return sameList(include, DEFAULTS.include) && sameList(exclude, DEFAULTS.exclude)
}

function sorted(paths: readonly string[]): readonly string[] {
  return paths.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

/** Says of a source what is wrong with its file. */
type Complaint = (source: Source) => Diagnostic

/** A file that may be read, or what is wrong with it. */
type FoundFile =
  | { readonly path: string; readonly size: number; readonly file: string }
  | { readonly path: string; readonly size: 0; readonly problem: Complaint }

function findPlanFile(
  path: string,
  real: SafePath,
  limits: FileLimits,
  held: Buffer | undefined,
): FoundFile {
  if ('refused' in real) return { path, size: 0, problem: unreadable(real.refused) }
  const { file } = real
  const size = held?.length ?? real.size
  if (size <= limits.bytes) return { path, file, size }
  const values = { length: size, most: limits.bytes }
  const problem: Complaint = (source) => report('file-too-large', spanOf(source, 0, 0), values)
  return { path, size: 0, problem }
}

function unreadable(reason: string): Complaint {
  return (source) => report('file-unreadable', spanOf(source, 0, 0), { reason })
}

interface PlanFile {
  readonly source: Source
  readonly problems: readonly Diagnostic[]
}

/** A file that cannot be read is an empty source with its problem. */
function unread(path: string, problem: Complaint): PlanFile {
  const source = makeSource(path, '')
  return { source, problems: [problem(source)] }
}

function readNow(found: FoundFile, held: Buffer | undefined): PlanFile {
  const { path } = found
  if ('problem' in found) return unread(path, found.problem)
  try {
    return textFile(path, held ?? readFileSync(found.file))
  } catch (error) {
    return unread(path, unreadable(reasonOf(error)))
  }
}

async function readLater(path: string, file: string, size: number): Promise<PlanFile> {
  try {
    return textFile(path, await longFile(file, size))
  } catch (error) {
    return unread(path, unreadable(reasonOf(error)))
  }
}

/** So much of a file as there was when it was found. */
async function longFile(file: string, size: number): Promise<Buffer> {
  const opened = openSync(file, 'r')
  try {
    const bytes = Buffer.allocUnsafeSlow(size)
    let length = 0
    for (let more = -1; more !== 0 && length < size; length += more) {
      more = await readInto(opened, bytes, length)
    }
    return bytes.subarray(0, length)
  } finally {
    closeSync(opened)
  }
}

async function readInto(file: number, bytes: Buffer, at: number): Promise<number> {
  return new Promise((resolve, reject) => {
    read(file, bytes, at, bytes.length - at, at, (error, count) => {
      if (error === null) resolve(count)
      else reject(error)
    })
  })
}

function textFile(path: string, bytes: Buffer): PlanFile {
  const letters = lettersOf(bytes)
  if (letters !== undefined) return { source: lentSource(path, letters), problems: [] }
  const { text, broken } = decode(bytes)
  const source = makeSource(path, text)
  if (broken === undefined) return { source, problems: [] }
  return { source, problems: [notUtf8(source, broken)] }
}

/** Reads the plan files of a workspace, within limits; one problem for each that cannot be read. */

import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import { lentSource, makeSource, type Source, spanOf } from '../base/source.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { reportConfiguration as report } from '../diagnostics/configuration.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { decode, lettersOf } from './decode.ts'
import { isBelow, realFile, reasonOf } from './paths.ts'
import { WrongUse } from './wrong-use.ts'
import { SETTINGS, type Workspace } from './workspace.ts'

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

export interface PlanFiles {
  readonly sources: readonly Source[]
  readonly problems: readonly Diagnostic[]
}

export async function readPlanFiles(
  workspace: Workspace,
  configuration: Configuration,
  limits: FileLimits = FILE_LIMITS,
): Promise<PlanFiles> {
  const paths = workspace.files ?? (await globbed(workspace.root, configuration))
  if (paths.length > limits.files) {
    throw new WrongUse(
      `There are ${paths.length} plan files here; at most ${limits.files} are read.`,
      'Say which are meant with `include` and `exclude` in concord.yaml.',
    )
  }
  const read = paths.map((path) => readPlanFile(workspace.root, path, limits))
  const all = read.reduce((sum, { size }) => sum + size, 0)
  if (all > limits.allBytes) {
    throw new WrongUse(
      `The plan files here have ${all} bytes together; at most ${limits.allBytes} are read.`,
      'Say which are meant with `include` and `exclude` in concord.yaml.',
    )
  }
  return {
    sources: read.map(({ source }) => source),
    problems: read.flatMap(({ problems }) => problems),
  }
}

/**
 * In order of their paths. Left out are links, hidden folders, node_modules, and workspaces
 * inside this one: a folder with a concord.yaml is its own.
 */
async function globbed(root: string, configuration: Configuration): Promise<readonly string[]> {
  const { globSync } = await import('tinyglobby')
  const paths = globSync([...configuration.include, `*/**/${SETTINGS}`], {
    cwd: root,
    ignore: ['**/node_modules/**', ...configuration.exclude],
    followSymbolicLinks: false,
    expandDirectories: false,
    onlyFiles: true,
    dot: false,
  })
  const settings = paths.filter((path) => basename(path) === SETTINGS)
  const others = settings.map((path) => path.slice(0, -SETTINGS.length))
  const own = paths.filter(
    (path) =>
      !settings.includes(path) &&
      isBelow(root, join(root, path)) &&
      !others.some((folder) => path.startsWith(folder)),
  )
  return own.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

interface PlanFile {
  readonly source: Source
  readonly problems: readonly Diagnostic[]
  readonly size: number
}

/** A file that cannot be read is an empty source with its problem. */
function readPlanFile(root: string, path: string, limits: FileLimits): PlanFile {
  const unread = (problem: (source: Source) => Diagnostic): PlanFile => {
    const source = makeSource(path, '')
    return { source, problems: [problem(source)], size: 0 }
  }
  const real = realFile(root, join(root, path))
  if ('refused' in real) {
    return unread((source) =>
      report('file-unreadable', spanOf(source, 0, 0), { reason: real.refused }),
    )
  }
  if (real.size > limits.bytes) {
    const values = { length: real.size, most: limits.bytes }
    return unread((source) => report('file-too-large', spanOf(source, 0, 0), values))
  }
  try {
    return { ...textFile(path, readFileSync(real.file)), size: real.size }
  } catch (error) {
    const reason = reasonOf(error)
    return unread((source) => report('file-unreadable', spanOf(source, 0, 0), { reason }))
  }
}

function textFile(path: string, bytes: Buffer): Omit<PlanFile, 'size'> {
  const letters = lettersOf(bytes)
  if (letters !== undefined) return { source: lentSource(path, letters), problems: [] }
  const { text, broken } = decode(bytes)
  const source = makeSource(path, text)
  if (broken === undefined) return { source, problems: [] }
  const value = `0x${broken.value.toString(16).toUpperCase().padStart(2, '0')}`
  const span = spanOf(source, broken.offset, broken.offset + 1)
  return { source, problems: [report('file-not-utf8', span, { byte: broken.byte, value })] }
}

/** `concord fmt`: lays out plan files, and writes none whose meaning would change. */

import { and } from '../base/phrases.ts'
import {
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

import { parse } from '../../grammar/parse.ts'
import { makeSource, type Source } from '../base/source.ts'
import { clean } from '../markup/clean.ts'
import { DEFAULTS } from '../configuration/configuration.ts'
import { format } from '../syntax/format.ts'
import { treeDifference } from '../syntax/tree-difference.ts'
import { diagnosticBlocks } from '../report/problem-blocks.ts'
import { aside, output } from './console.ts'
import { CLEAN, FINDINGS, WRONG } from './exit-codes.ts'
import { nothingThere, type PlanFiles, readPlanFiles } from './plan-files.ts'
import { readSettings, saySettingsProblems } from './settings.ts'
import { looksOf, sayAside } from './terminal.ts'
import { findWorkspace } from './workspace.ts'

export interface FmtOptions {
  readonly check?: boolean
  readonly diff?: boolean
}

interface Change {
  readonly source: Source
  readonly text: string
}

export async function fmtCommand(paths: readonly string[], options: FmtOptions): Promise<number> {
  const workspace = findWorkspace(paths, process.cwd())
  const { configuration, problems } = await readSettings(workspace)
  if (problems.length > 0) {
    saySettingsProblems(problems)
    return WRONG
  }
  const files = await readPlanFiles(workspace, configuration)
  const shown = files.sources.filter(({ path }) => workspace.shows(path))
  if (shown.length === 0) throw nothingThere(and(workspace.named) || workspace.root)
  const unread = sayUnread(files, workspace.shows)
  const changes = shown.filter((source) => !unread.has(source)).flatMap(changeOf)
  if (options.diff === true) await sayDifferences(changes)
  else if (options.check === true) sayNames(changes, shown.length)
  else writeChanges(workspace.root, changes, shown.length)
  const gate = options.check === true || options.diff === true
  return unread.size > 0 || (gate && changes.length > 0) ? FINDINGS : CLEAN
}

/** Invariant: a file is only written when it says the same before and after. */
function changeOf(source: Source): readonly Change[] {
  const tree = parse(source)
  const text = format(source, tree)
  if (text === source.text) return []
  const difference = treeDifference(tree, parse(makeSource(source.path, text)))
  if (difference !== undefined) {
    throw new Error(`laying out ${source.path} would change what it says, so it was left as it is`)
  }
  return [{ source, text }]
}

/** Files that could not be read in full are never written. */
function sayUnread(files: PlanFiles, shows: (path: string) => boolean): ReadonlySet<Source> {
  const problems = files.problems.filter(({ span }) => shows(span.source.path))
  const { report: settings } = DEFAULTS
  const { width } = looksOf(aside, settings)
  sayAside(
    problems.flatMap((problem) => diagnosticBlocks(problem, [], { width, withWhy: false })),
    settings,
  )
  return new Set(problems.map(({ span }) => span.source))
}

async function sayDifferences(changes: readonly Change[]): Promise<void> {
  const { createTwoFilesPatch } = await import('diff')
  for (const { source, text } of changes) {
    const patch = createTwoFilesPatch(source.path, source.path, source.text, text, '', '')
    output.write(patch.split('\n').map(clean).join('\n'))
  }
}

function sayNames(changes: readonly Change[], count: number): void {
  for (const { source } of changes) output.write(`${clean(source.path)}\n`)
  if (changes.length === 0) {
    aside.write(`${files(count)} laid out as ${count === 1 ? 'it' : 'they'} should be.\n`)
  } else {
    aside.write(`${files(changes.length)} of ${count} would change; run concord fmt.\n`)
  }
}

function writeChanges(root: string, changes: readonly Change[], count: number): void {
  for (const { source, text } of changes) {
    replaceFile(realpathSync(join(root, source.path)), text)
    output.write(`${clean(source.path)}\n`)
  }
  aside.write(`Laid out ${changes.length} of ${files(count)}.\n`)
}

function files(count: number): string {
  return count === 1 ? '1 file' : `${count} files`
}

/** Written beside the file and renamed, so that a crash leaves the one or the other, whole. */
export function replaceFile(file: string, text: string): void {
  const beside = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`)
  const handle = openSync(beside, 'wx', statSync(file).mode & 0o777)
  try {
    try {
      writeFileSync(handle, text)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

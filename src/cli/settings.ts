/** Reads concord.yaml of a workspace. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { makeSource, type Source, spanOf } from '../base/source.ts'
import { type Configuration, DEFAULTS, SETTINGS_FILE } from '../configuration/configuration.ts'
import { MOST_CHARACTERS, readConfiguration } from '../configuration/read.ts'
import { reportConfiguration as report } from '../diagnostics/configuration.ts'
import { notUtf8 } from '../diagnostics/not-utf8.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { lines } from '../markup/document.ts'
import { diagnosticBlocks } from '../report/problem-blocks.ts'
import { aside } from './console.ts'
import { decode } from './decode.ts'
import { realFile } from './paths.ts'
import { looksOf, sayAside } from './terminal.ts'
import type { Workspace } from './workspace.ts'

/** Bytes; more than the characters that are read can take. */
const MOST_BYTES = MOST_CHARACTERS * 4

export interface SettingsRead {
  readonly configuration: Configuration
  readonly problems: readonly Diagnostic[]
  /** Undefined where there is no file, or none that can be read. */
  readonly source: Source | undefined
}

export async function readSettings(workspace: Workspace): Promise<SettingsRead> {
  if (!workspace.hasSettings) return { configuration: DEFAULTS, problems: [], source: undefined }
  const real = realFile(workspace.root, join(workspace.root, SETTINGS_FILE))
  const empty = makeSource(SETTINGS_FILE, '')
  const start = spanOf(empty, 0, 0)
  if ('refused' in real) return refused(report('file-unreadable', start, { reason: real.refused }))
  if (real.size > MOST_BYTES) {
    const values = { length: real.size, most: MOST_CHARACTERS }
    return refused(report('configuration-too-long', start, values))
  }
  const { text, broken } = decode(readFileSync(real.file))
  const source = makeSource(SETTINGS_FILE, text)
  if (broken === undefined) return { ...(await readConfiguration(source)), source }
  return refused(notUtf8(source, broken))
}

function refused(problem: Diagnostic): SettingsRead {
  return { configuration: DEFAULTS, problems: [problem], source: undefined }
}

/** Shows what is wrong with concord.yaml; the check cannot begin. */
export function saySettingsProblems(problems: readonly Diagnostic[]): void {
  const { report: settings } = DEFAULTS
  const { width } = looksOf(aside, settings)
  const blocks = problems.flatMap((problem) =>
    diagnosticBlocks(problem, [], { width, withWhy: false }),
  )
  sayAside(
    [...blocks, lines(['Nothing was checked: concord.yaml has to be mended first.'])],
    settings,
  )
}

/** `concord check`: reads, judges, reports; its exit code is the gate's answer. */

import type { Configuration, FailOn } from '../configuration/configuration.ts'
import { reaches } from '../diagnostics/severity.ts'
import { problemsOf, reportOn, type Report, severityOf } from '../report/report.ts'
import { formatNamed, type Formats, print, type Printer } from './formats.ts'
import { choice, LEVELS } from './option-values.ts'
import { progressOn } from './progress.ts'
import { type Reviewed, reviewPaths, type ViewOptions } from './review.ts'
import { saySettingsProblems } from './settings.ts'
import { sayAside } from './terminal.ts'
import { WrongUse } from './wrong-use.ts'

export interface CheckOptions extends ViewOptions {
  readonly failOn?: string
  readonly todo?: boolean
  readonly format?: string
  readonly timings?: boolean
  readonly unguarded?: boolean
  readonly watch?: boolean
}

interface Shown {
  /** List the to-dos, not only count them. */
  readonly todos: boolean
}

/** To add a format is to add an entry, and its report. */
const FORMATS: Formats<Report, Shown> = {
  pretty: async (report, { todos }, width) =>
    (await import('../report/pretty.ts')).prettyReport(report, { width, todos }),
  compact: async (report, options) =>
    (await import('../report/compact.ts')).compactReport(report, options),
  json: async (report) => (await import('../report/json.ts')).jsonReport(report),
}

export const CLEAN = 0
export const FINDINGS = 1
export const WRONG = 2

export async function checkCommand(
  paths: readonly string[],
  options: CheckOptions,
): Promise<number> {
  const format = formatNamed(FORMATS, options.format)
  const failOn =
    options.failOn === undefined ? undefined : choice('--fail-on', options.failOn, LEVELS)
  const once = async (): Promise<number> => checkOnce(paths, options, format, failOn)
  if (options.watch !== true) return once()
  const { watching } = await import('./watch.ts')
  return watching(paths, once)
}

async function checkOnce(
  paths: readonly string[],
  options: CheckOptions,
  format: Printer<Report, Shown>,
  failOn: FailOn | undefined,
): Promise<number> {
  const now = (): number => performance.now()
  const progress = progressOn(process.stderr, now)
  const reviewed = await reviewPaths(paths, options, { now, progress: progress.report })
  progress.end()
  if ('problems' in reviewed) {
    saySettingsProblems(reviewed.problems)
    return WRONG
  }
  if (reviewed.sources === 0) throw nothingThere(reviewed.workspace.root)
  const report = await narrowed(reviewed, options)
  await show(report, reviewed.configuration, options, format)
  const level = failOn ?? reviewed.configuration.failOn
  return problemsOf(report).some((problem) => reaches(severityOf(problem), level))
    ? FINDINGS
    : CLEAN
}

async function narrowed(
  { workspace, review, configuration, readItems }: Exclude<Reviewed, { problems: unknown }>,
  { scenario, unguarded: asked }: CheckOptions,
): Promise<Report> {
  const alone =
    workspace.files === undefined
      ? 'this folder is checked with the default settings, as a workspace of its own.'
      : 'only the files named are read.'
  const notes = workspace.hasSettings ? [] : [`There is no concord.yaml here or above: ${alone}`]
  if (asked !== true) return reportOn(review, workspace.shows, { notes, scenario })
  const { findUnguarded } = await import('../trials/unguarded.ts')
  const unguarded = findUnguarded(review, { configuration, scenario, readItems })
  return reportOn(review, workspace.shows, { notes, scenario, unguarded })
}

function nothingThere(root: string): WrongUse {
  return new WrongUse(
    `There are no plan files (.sop) in ${root}.`,
    'Name the folder of a plan, or begin one with `concord init`.',
  )
}

async function show(
  report: Report,
  { report: settings }: Configuration,
  { todo, timings }: CheckOptions,
  format: Printer<Report, Shown>,
): Promise<void> {
  await print(format, report, { todos: todo === true }, settings)
  if (timings !== true) return
  const { timingsReport } = await import('../report/timings.ts')
  sayAside(timingsReport(report.review), settings)
}

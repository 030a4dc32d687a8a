/** `concord check`: reads, judges, reports; its exit code is the gate's answer. */

import type { FailOn } from '../configuration/configuration.ts'
import { reaches } from '../diagnostics/severity.ts'
import { problemsOf, reportOn, type Report, severityOf } from '../report/report.ts'
import { CHECK_FORMATS, type Output, outputsOf, type Shown, writeOutputs } from './check-formats.ts'
import { now } from './clock.ts'
import { aside } from './console.ts'
import { CLEAN, FINDINGS, WRONG } from './exit-codes.ts'
import { formatNamed, print, type Printer } from './formats.ts'
import { choice, LEVELS } from './option-values.ts'
import { writeOutput } from './output-file.ts'
import { folderInRepository } from './paths.ts'
import { progressOn } from './progress.ts'
import { type Reviewed, reviewPaths, type ViewOptions } from './review.ts'
import { saySettingsProblems } from './settings.ts'
import { sayAside } from './terminal.ts'

export interface CheckOptions extends ViewOptions {
  readonly failOn?: string
  readonly todo?: boolean
  readonly format?: string
  readonly timings?: boolean
  readonly unguarded?: boolean
  readonly watch?: boolean
  /** `FORM=FILE`, each written beside what is printed. */
  readonly output?: readonly string[]
  readonly since?: string
  readonly baseline?: string
  readonly writeBaseline?: string
}

type Run = Exclude<Reviewed, { problems: unknown }>

/** The options that are read before anything is checked. */
interface Asked {
  readonly format: Printer<Report, Shown>
  readonly outputs: readonly Output[]
  readonly failOn: FailOn | undefined
}

export async function checkCommand(
  paths: readonly string[],
  options: CheckOptions,
): Promise<number> {
  const asked: Asked = {
    format: formatNamed(CHECK_FORMATS, options.format),
    outputs: outputsOf(options.output ?? []),
    failOn: options.failOn === undefined ? undefined : choice('--fail-on', options.failOn, LEVELS),
  }
  const once = async (): Promise<number> => checkOnce(paths, options, asked)
  if (options.watch !== true) return once()
  const { watching } = await import('./watch.ts')
  return watching(paths, once)
}

async function checkOnce(
  paths: readonly string[],
  options: CheckOptions,
  asked: Asked,
): Promise<number> {
  const progress = progressOn(aside, now)
  const reviewed = await reviewPaths(paths, options, { now, progress: progress.report })
  progress.end()
  if ('problems' in reviewed) {
    saySettingsProblems(reviewed.problems)
    return WRONG
  }
  const { workspace, configuration } = reviewed
  const report = await gated(await narrowed(reviewed, options), reviewed, options)
  const level = asked.failOn ?? configuration.failOn
  const shown: Shown = {
    todos: options.todo === true,
    failOn: level,
    folder: folderInRepository(workspace.root, process.cwd()),
  }
  await writeOutputs(asked.outputs, report, shown, configuration.report)
  await print(asked.format, report, shown, configuration.report)
  if (options.timings === true) {
    const { timingsReport } = await import('../report/timings.ts')
    sayAside(timingsReport(report.review), configuration.report)
  }
  return problemsOf(report).some((problem) => reaches(severityOf(problem), level))
    ? FINDINGS
    : CLEAN
}

/** Without the problems that the gate is to let pass. */
async function gated(report: Report, reviewed: Run, options: CheckOptions): Promise<Report> {
  const { since, baseline, writeBaseline } = options
  if (since === undefined && baseline === undefined && writeBaseline === undefined) return report
  const { knownInBaseline, knownSince } = await import('./known.ts')
  const { withoutKnown } = await import('../report/known-problems.ts')
  const { workspace, configuration } = reviewed
  const known =
    since === undefined
      ? { problems: [], notes: [] }
      : await knownSince(since, workspace, configuration, options, reviewed.review.model)
  if (writeBaseline !== undefined) {
    const { baselineText } = await import('../report/baseline.ts')
    writeOutput(writeBaseline, baselineText(withoutKnown(report, known.problems)))
  }
  const files = [baseline, writeBaseline].flatMap((path) => path ?? [])
  const problems = [...known.problems, ...files.flatMap(knownInBaseline)]
  return withoutKnown({ ...report, notes: [...report.notes, ...known.notes] }, problems)
}

async function narrowed(
  { workspace, review, configuration, readItems }: Run,
  { scenario, unguarded: asked }: CheckOptions,
): Promise<Report> {
  const alone =
    workspace.files === undefined
      ? 'this folder is checked with the default settings, as a workspace of its own.'
      : 'only the files named are read.'
  const notes = workspace.hasSettings ? [] : [`There is no concord.yaml here or above: ${alone}`]
  const { named, shows } = workspace
  if (asked !== true) return reportOn(review, shows, { named, notes, scenario })
  const { findUnguarded } = await import('../trials/unguarded.ts')
  const unguarded = findUnguarded(review, { configuration, scenario, readItems })
  return reportOn(review, shows, { named, notes, scenario, unguarded })
}

/** The forms of `concord check`: one on the terminal, and as many as wanted in files. */

import { version } from '../../package.json'
import type { FailOn, ReportSettings } from '../configuration/configuration.ts'
import { printPlain } from '../markup/terminal.ts'
import type { Report } from '../report/report.ts'
import type { Formats } from './formats.ts'
import { choice } from './option-values.ts'
import { WrongUse } from './wrong-use.ts'
import { writeOutput } from './output-file.ts'

export interface Shown {
  /** List the to-dos, not only count them. */
  readonly todos: boolean
  /** The level from which on the gate fails. */
  readonly failOn: FailOn
  /** The workspace's, from the root of the repository on: where a forge looks for the files. */
  readonly folder: string
}

/** To add a format is to add an entry, and its report. */
export const CHECK_FORMATS: Formats<Report, Shown> = {
  pretty: async (report, { todos }, width) =>
    (await import('../report/pretty.ts')).prettyReport(report, { width, todos }),
  compact: async (report, shown) =>
    (await import('../report/compact.ts')).compactReport(report, shown),
  json: async (report) => (await import('../report/json.ts')).jsonReport(report),
  markdown: async (report, shown) =>
    (await import('../markup/markdown.ts')).printMarkdown(await page(report, shown)),
  html: async (report, shown) =>
    (await import('../markup/html.ts')).printHtml(await page(report, shown)),
  sarif: async (report, { folder }) =>
    (await import('../report/sarif.ts')).sarifReport(report, { folder, version }),
  junit: async (report, shown) => (await import('../report/junit.ts')).junitReport(report, shown),
  github: async (report, shown) =>
    (await import('../report/github.ts')).githubReport(report, shown),
  gitlab: async (report, shown) =>
    (await import('../report/gitlab.ts')).gitlabReport(report, shown),
  checkstyle: async (report, shown) =>
    (await import('../report/checkstyle.ts')).checkstyleReport(report, shown),
}

async function page(report: Report, shown: Shown) {
  return (await import('../report/check-page.ts')).checkPage(report, shown)
}

/** A form, and the file it is written to. */
export interface Output {
  readonly format: string
  readonly path: string
}

/** `sarif=out.sarif`. */
export function outputsOf(options: readonly string[]): readonly Output[] {
  const outputs = options.map((text): Output => {
    const [, format = '', path = ''] = /^([^=]*)=(.+)$/s.exec(text) ?? []
    if (path !== '') return { format: choice('--output', format, Object.keys(CHECK_FORMATS)), path }
    throw new WrongUse(
      `--output ${text}: this names no file.`,
      'Write a form and a file, such as `--output sarif=out.sarif`.',
    )
  })
  const twice = outputs.find(({ path }, at) => outputs.findIndex((o) => o.path === path) !== at)
  if (twice !== undefined) throw new WrongUse(`--output names ${twice.path} twice.`)
  return outputs
}

const FILE_WIDTH = 100

/** Writes each form to its file, by a rename: nobody reads half a report. */
export async function writeOutputs(
  outputs: readonly Output[],
  report: Report,
  shown: Shown,
  settings: ReportSettings,
): Promise<void> {
  const width = settings.width ?? FILE_WIDTH
  for (const { format, path } of outputs) {
    const printed = await CHECK_FORMATS[format]?.(report, shown, width)
    if (printed === undefined) continue
    writeOutput(path, typeof printed === 'string' ? printed : printPlain(printed, width))
  }
}

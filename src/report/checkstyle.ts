/** The report of Checkstyle, which many servers of continuous integration read. */

import type { Severity } from '../diagnostics/diagnostic.ts'
import { type Entry, entriesOf, pathFrom, regionOf } from './problem-entry.ts'
import type { Report } from './report.ts'
import { element, XML_HEAD } from './xml.ts'

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
}

/** `folder` is the workspace's, from the root of the repository on. */
export function checkstyleReport(report: Report, { folder }: { readonly folder: string }): string {
  const files = [...byFile(report)].map(([path, entries]) =>
    element('file', { name: pathFrom(folder, path) }, [
      '\n',
      ...entries.map((entry) => `    ${problem(entry)}\n`),
      '  ',
    ]),
  )
  const content = files.map((file) => `  ${file}\n`)
  return `${XML_HEAD}${element('checkstyle', { version: '4.3' }, ['\n', ...content])}\n`
}

function byFile(report: Report): ReadonlyMap<string, readonly Entry[]> {
  const byPath = new Map<string, Entry[]>()
  for (const entry of entriesOf(report)) {
    const { path } = entry.span.source
    const known = byPath.get(path)
    if (known === undefined) byPath.set(path, [entry])
    else known.push(entry)
  }
  return byPath
}

function problem({ name, severity, message, help, span }: Entry): string {
  const { line, column } = regionOf(span).start
  return element('error', {
    line,
    column,
    severity: SEVERITIES[severity],
    message: help === undefined ? message : `${message}. Do: ${help}`,
    source: `concord.${name}`,
  })
}

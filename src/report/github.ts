/** Annotations of GitHub Actions: a line a problem, `::error file=…,line=…::message`. */

import { clean, wellFormed } from '../markup/clean.ts'
import type { Severity } from '../diagnostics/diagnostic.ts'
import { entriesOf, type Entry, pathFrom, regionOf } from './problem-entry.ts'
import type { Report } from './report.ts'

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
}

/** `folder` is the workspace's, from the root of the repository on. */
export function githubReport(report: Report, { folder }: { readonly folder: string }): string {
  return entriesOf(report)
    .map((entry) => annotation(entry, folder))
    .join('')
}

function annotation({ name, title, severity, message, help, span }: Entry, folder: string): string {
  const { start, end } = regionOf(span)
  // A column says something of one line alone.
  const columns =
    start.line === end.line ? { col: `${start.column}`, endColumn: `${end.column}` } : {}
  const place = span.source.builtIn
    ? {}
    : {
        file: pathFrom(folder, span.source.path),
        line: `${start.line}`,
        endLine: `${end.line}`,
        ...columns,
      }
  const properties = Object.entries({ ...place, title: `${name}: ${title}` })
    .map(([key, value]) => `${key}=${property(value)}`)
    .join(',')
  const text = [message, ...(help === undefined ? [] : [`Do: ${help}`])].map(clean).join('\n')
  return `::${COMMANDS[severity]} ${properties}::${data(text)}\n`
}

/** As the runner reads it: a line is a command, and `%` begins what stands for another sign. */
function data(text: string): string {
  return wellFormed(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(clean(text)).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

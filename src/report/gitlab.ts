/** The Code Quality report of GitLab, which shows problems in a merge request. */

import { clean } from '../markup/clean.ts'
import type { Severity } from '../diagnostics/diagnostic.ts'
import { jsonText } from './json-text.ts'
import { entriesOf, pathFrom, regionOf } from './problem-entry.ts'
import type { Report } from './report.ts'

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'minor',
  information: 'info',
}

/** `folder` is the workspace's, from the root of the repository on. */
export function gitlabReport(report: Report, { folder }: { readonly folder: string }): string {
  const content = entriesOf(report)
    .filter(({ span }) => !span.source.builtIn)
    .map(({ id, name, severity, message, span }) => {
      const { start, end } = regionOf(span)
      return {
        description: clean(message),
        check_name: name,
        fingerprint: id,
        severity: SEVERITIES[severity],
        location: {
          path: pathFrom(folder, span.source.path),
          lines: { begin: start.line, end: end.line },
        },
      }
    })
  return jsonText(content)
}

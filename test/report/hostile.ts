// Plan texts that mean harm, in a report.

import { makeSource, spanOf } from '../../src/base/source.ts'
import type { Report } from '../../src/report/report.ts'
import type { Finding } from '../../src/rules/finding.ts'
import { BUSY, QUIET, report, review, WRONG_STOCK } from './sample.ts'

/** What a planner might be made to write, and a program to obey. */
export const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '[click](javascript:alert(1))',
  'a|b `c` **d**',
  '100% done\r\n::error file=x::y',
  'right\u202Eto left',
  ']]> <!-- & "quoted" \u0007\uD800 end',
  'ask @everyone at https://example.org',
] as const

/** A report whose finding says the text wherever words of a plan may stand. */
export function hostile(text: string): Report {
  const source = makeSource(`${text.replaceAll('\n', '')}.sop`, `${text}\n`)
  const finding: Finding = {
    ...WRONG_STOCK,
    title: text,
    message: text,
    help: text,
    why: text,
    span: spanOf(source, 0, text.length),
    mend: { title: text, edits: [{ span: spanOf(source, 0, 1), text }] },
  }
  return report(review({ ...QUIET, findings: [finding], waived: BUSY.waived }))
}

/** The one place where the tests of the rules touch the checker. */

import { parseDay } from '../../src/base/date.ts'
import { printMonth } from '../../src/base/month.ts'
import { makeSource, positionOf } from '../../src/base/source.ts'
import { DEFAULTS } from '../../src/configuration/configuration.ts'
import { check, type Review } from '../../src/pipeline.ts'
import type { Finding } from '../../src/rules/finding.ts'
import { parseCsv } from '../model/csv.ts'

/** All meetings of the cases have passed on this day. */
const TODAY = '2026-11-30'

/** Judges one plan, a whole workspace in one text, with the files of items that it reads. */
export function judged(
  text: string,
  path = 'plan.sop',
  rules?: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Review {
  const today = parseDay(TODAY)
  if (today === undefined) throw new Error(`${TODAY} is no day`)
  return check({
    sources: [makeSource(path, text)],
    configuration: DEFAULTS,
    today,
    readItems: (name) => {
      const data = files[name]
      return data === undefined ? { problem: `a test has no file ${name}` } : parseCsv(name, data)
    },
    rules,
  })
}

/** Everything found, whether it counts already or is to be done. */
export function foundIn(review: Review): readonly Finding[] {
  return [...review.judgement.findings, ...review.judgement.todos]
}

/** A finding with its wording and evidence, as a text to pin. */
export function printed(finding: Finding): string {
  const { span, months, help, mend, evidence } = finding
  const { line, column } = positionOf(span.source, span.start)
  const when = months.map(({ from, to }) =>
    from === to ? printMonth(from) : `${printMonth(from)} .. ${printMonth(to)}`,
  )
  return [
    [`${line}:${column}`, finding.severity, finding.rule, ...when].join(' '),
    `  ${finding.message}`,
    ...(help === undefined ? [] : [`  help: ${help}`]),
    ...(mend === undefined ? [] : [`  fix: ${mend.title}`]),
    ...evidence.map(({ reading, value }) => `  read: ${reading} = ${value}`),
  ]
    .map((each) => `${each}\n`)
    .join('')
}

/** Judges the company's files as they are on a day. */

import { parseDay } from '../../../src/base/date.ts'
import { makeSource } from '../../../src/base/source.ts'
import { DEFAULTS } from '../../../src/configuration/configuration.ts'
import { check, type Review } from '../../../src/pipeline.ts'
import type { Company } from './company.ts'
import { dayText, type Moment } from './moment.ts'
import { workspaceOf } from './text.ts'

export function judgedOn(company: Company, now: Moment): Review {
  const today = parseDay(dayText(now.cycle, now.day))
  if (today === undefined) throw new Error('there is no such day')
  return check({
    sources: workspaceOf(company, now).map(({ path, text }) => makeSource(path, text)),
    configuration: DEFAULTS,
    today,
    readItems: (name) => ({ problem: `the company has no file ${name}` }),
  })
}

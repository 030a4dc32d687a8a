/** Acme in memory, judged by the rulebook: as it is, and with a variant's changes. */

import type { ReadItems } from '../../../src/base/item-data.ts'
import { parseDay } from '../../../src/base/date.ts'
import { parseMonth } from '../../../src/base/month.ts'
import { makeSource } from '../../../src/base/source.ts'
import { DEFAULTS } from '../../../src/configuration/configuration.ts'
import type { Model } from '../../../src/model/model.ts'
import { check, type Review } from '../../../src/pipeline.ts'
import { parseCsv } from '../../model/csv.ts'
import type { Files } from '../../roll/rolling.ts'

/** The day after Acme's executive meeting: nothing is still to be done. */
export const AS_OF = '2026-11-20'

export interface When {
  readonly asOf?: string | undefined
  readonly cycle?: string | undefined
}

/** Judges the workspace; `rules` limits it to these, all if unsaid. */
export function reviewOf(
  files: Files,
  { asOf = AS_OF, cycle }: When = {},
  rules?: readonly string[],
): Review {
  const today = parseDay(asOf)
  if (today === undefined) throw new Error(`${asOf} is no day`)
  const readItems: ReadItems = (path) => {
    const text = files[path]
    return text === undefined ? { problem: 'there is no such file' } : parseCsv(path, text)
  }
  return check({
    sources: Object.entries(files)
      .filter(([path]) => path.endsWith('.sop'))
      .map(([path, text]) => makeSource(path, text)),
    configuration: DEFAULTS,
    today,
    readItems,
    cycle: cycle === undefined ? undefined : parseMonth(cycle),
    rules,
  })
}

export function modelOf(files: Files): Model {
  return reviewOf(files, {}, []).model
}

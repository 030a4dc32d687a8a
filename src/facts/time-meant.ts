/** Months and days that a line says as they are written elsewhere: `Nov 2026`, `19 Nov 2026`, `202611`. */

import { printDay } from '../base/date.ts'
import { daysMeant } from '../base/day-meant.ts'
import { parseMonth, printMonth } from '../base/month.ts'
import { monthMeant } from '../base/month-meant.ts'
import type { Span } from '../base/source.ts'
import { spanOf, textOf } from '../base/source.ts'
import type { Value } from '../../grammar/tree.ts'
import type { FieldType } from '../vocabulary/spec.ts'
import { takesDay, takesMonth } from './forms.ts'

/** A day by its month's name has three words. */
const MOST_WORDS = 3
const WORDS = /^[\p{L}\d.'’]+(?:,?[ \t]+[\p{L}\d.'’]+){0,2}/u

export interface TimeMeant {
  /** The words that say it: more than the value that was read. */
  readonly span: Span
  /** As it is written here. */
  readonly text: string
}

/** What was meant where a month or a day is wanted. */
export function timeMeant(type: FieldType, value: Value): TimeMeant | undefined {
  if (!takesMonth(type)) return undefined
  const { span } = value
  if (value.sort === 'date') return { span, text: textOf(span).slice(0, 7) }
  if (value.sort === 'name' && value.quoted) {
    return parseMonth(value.text) === undefined ? undefined : { span, text: value.text }
  }
  const { source, start } = span
  const words = WORDS.exec(source.text.slice(start, start + 40))?.[0] ?? ''
  const ends = [...words.matchAll(/[^ \t,]+/g)].map((found) => found.index + found[0].length)
  for (let count = Math.min(ends.length, MOST_WORDS); count > 0; count -= 1) {
    const said = words.slice(0, ends[count - 1])
    const text = meantBy(type, said)
    if (text !== undefined) return { span: spanOf(source, start, start + said.length), text }
  }
  return undefined
}

function meantBy(type: FieldType, said: string): string | undefined {
  const [day, other] = takesDay(type) ? daysMeant(said) : []
  if (day !== undefined && other === undefined) return printDay(day)
  const glued = /^((?:19|20)\d\d)(\d\d)$/.exec(said)
  const month = glued === null ? monthMeant(said) : parseMonth(`${glued[1]}-${glued[2]}`)
  return month === undefined ? undefined : printMonth(month)
}

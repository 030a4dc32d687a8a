// What day was meant by one that is written as it is elsewhere: its year last, or its month by name.

import type { Day } from './date.ts'
import { makeDay } from './date.ts'
import { fullYear, monthNamed } from './month-meant.ts'

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)$/
const DAY_FIRST = /^(\d{1,2})\.?(?:[ \t]+|-)([a-z]{3,9})\.?(?:,?[ \t]+|-)(\d{4}|\d\d)$/i
const NAME_FIRST = /^([a-z]{3,9})\.?[ \t]+(\d{1,2}),?[ \t]+(\d{4})$/i

/**
 * The days of `15/12/2026`, `12/15/2026`, `15.12.2026`, `2026/12/15`, `15-Dec-2026` or
 * `Dec 15, 2026`: two of `10/11/2026`, which means one to some and another to others.
 */
export function daysMeant(text: string): readonly Day[] {
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst !== null) {
    const [, year, , month, day] = yearFirst
    return dayIn(year, Number(month), day)
  }
  const yearLast = YEAR_LAST.exec(text)
  if (yearLast !== null) {
    const [, first = '', sign, second = '', year] = yearLast
    const dayFirst = dayIn(year, Number(second), first)
    // With points the day always goes first.
    if (sign === '.' || first === second) return dayFirst
    return [...dayFirst, ...dayIn(year, Number(first), second)]
  }
  const [, day, name, year] = DAY_FIRST.exec(text) ?? []
  if (name !== undefined) return dayIn(year, monthNamed(name), day)
  const [, month, behind, of] = NAME_FIRST.exec(text) ?? []
  return dayIn(of, monthNamed(month), behind)
}

function dayIn(year: string | undefined, month: number, day: string | undefined): readonly Day[] {
  const made = makeDay(Number(fullYear(year)), month, Number(day))
  return made === undefined ? [] : [made]
}

// What month was meant by one that is written as it is elsewhere: by its name, or its year last.

import { makeMonth } from './month.ts'
import type { Month } from './month.ts'

const NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})$/
const YEAR_LAST = /^(\d{1,2})[-/.](\d{4})$/
const NAME_FIRST = /^([a-z]{3,9})\.?(?:,?[ \t]+|[-/])(\d{4})$/i
const NAME_LAST = /^(\d{4})(?:,?[ \t]+|[-/])([a-z]{3,9})\.?$/i

/**
 * The month of `2026-1`, `2026/12`, `12-2026`, `12.2026`, `Dec 2026` or `2026 December`. A year has
 * four digits: of `12/04` nobody can tell what is meant.
 */
export function monthMeant(text: string): Month | undefined {
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst !== null) return monthIn(yearFirst[1], Number(yearFirst[2]))
  const yearLast = YEAR_LAST.exec(text)
  if (yearLast !== null) return monthIn(yearLast[2], Number(yearLast[1]))
  const nameFirst = NAME_FIRST.exec(text)
  if (nameFirst !== null) return monthIn(nameFirst[2], monthNamed(nameFirst[1]))
  const nameLast = NAME_LAST.exec(text)
  return nameLast === null ? undefined : monthIn(nameLast[1], monthNamed(nameLast[2]))
}

/** Which month of the year a word names, from 1, by its name or its first letters; 0 if none. */
function monthNamed(word = ''): number {
  if (word.length < 3) return 0
  const lower = word.toLowerCase()
  return NAMES.findIndex((name) => name.startsWith(lower) && isUsual(lower, name)) + 1
}

/** `Sep` and `Sept`, but not `Octo`. */
function isUsual(word: string, name: string): boolean {
  return word.length === 3 || word === name || word === 'sept'
}

function monthIn(year: string | undefined, month: number): Month | undefined {
  const of = Number(year)
  return of > 0 && month >= 1 && month <= 12 ? makeMonth(of, month) : undefined
}

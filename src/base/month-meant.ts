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
const YEAR_SHORT = /^(\d{1,2})[-/](\d{1,2})$/
const NAME_FIRST = /^([a-z]{3,9})\.?(?:,?[ \t]+|[-/])(\d{4}|['’]?\d\d)$/i
const NAME_LAST = /^(\d{4})(?:,?[ \t]+|[-/])([a-z]{3,9})\.?$/i

/** A year far from any plan's is a number that stands behind the name of a month. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2199

/**
 * The month of `2026-1`, `2026/12`, `12-2026`, `12.2026`, `12/26`, `Dec 2026`, `Dec-26` or
 * `2026 December`. Of `12/04` nobody can tell what is meant.
 */
export function monthMeant(text: string): Month | undefined {
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst !== null) return monthIn(yearFirst[1], Number(yearFirst[2]))
  const yearLast = YEAR_LAST.exec(text)
  if (yearLast !== null) return monthIn(yearLast[2], Number(yearLast[1]))
  const short = YEAR_SHORT.exec(text)
  if (short !== null) return monthInShort(short[1] ?? '', short[2] ?? '')
  const nameFirst = NAME_FIRST.exec(text)
  if (nameFirst !== null) return monthIn(fullYear(nameFirst[2]), monthNamed(nameFirst[1]))
  const nameLast = NAME_LAST.exec(text)
  return nameLast === null ? undefined : monthIn(nameLast[1], monthNamed(nameLast[2]))
}

/** Of the two numbers one can be a year alone, by its two last digits. */
function monthInShort(first: string, second: string): Month | undefined {
  if (second.length === 2 && Number(second) > 12) return monthIn(fullYear(second), Number(first))
  return first.length === 2 && Number(first) > 12
    ? monthIn(fullYear(first), Number(second))
    : undefined
}

/** The year of `2026`, `26` or `'26`. */
export function fullYear(year = ''): string {
  return year.length === 4 ? year : `20${year.slice(-2)}`
}

/** Which month of the year a word names, from 1, by its name or its first letters; 0 if none. */
export function monthNamed(word = ''): number {
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
  return of >= FIRST_YEAR && of <= LAST_YEAR && month >= 1 && month <= 12
    ? makeMonth(of, month)
    : undefined
}

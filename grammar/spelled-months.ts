// Months that a planner wrote as elsewhere: by their name, with their year last, or joined by a dash.

import { parseMonth } from '../src/base/month.ts'
import { monthMeant } from '../src/base/month-meant.ts'
import { isBlank, isDigit, MINUS, skipBlanks } from './chars.ts'

/** A year of two digits stands close to its month: what is further off may be a cell. */
const SPELLED =
  /(?:[a-z]{3,9}\.?(?:,?[ \t]+\d{4}| ?['’]\d\d|[- ]\d\d|[-/]\d{4})|\d{4},?[ \t]+[a-z]{3,9}\.?)(?=[ \t\r\n]|\.\.|$)/iy
const JOINED = /(\d{4}-\d\d)-(\d{4}-\d\d)(?=[ \t\r\n]|$)/y

/** Past `Feb 2027` or `2027 February`, or -1. */
export function spelledMonthEnd(text: string, start: number, end: number): number {
  // `2026-11` stands in nearly every row, and is none.
  if (text.charCodeAt(start + 4) === MINUS && isDigit(text.charCodeAt(start))) return -1
  SPELLED.lastIndex = start
  const found = SPELLED.exec(text)?.[0]
  if (found === undefined || start + found.length > end) return -1
  return monthMeant(found) === undefined ? -1 : start + found.length
}

/** Whether a line begins with a month by its name: a row, though it begins with a letter. */
export function startsSpelled(text: string, start: number, end: number): boolean {
  return spelledMonthEnd(text, start, end) !== -1
}

/** Past the dash or the word that stands for the `..` before another month, or -1. */
export function otherRangeEnd(text: string, start: number, end: number): number {
  const word = /^(?:-|to|until)(?=[ \t])/.exec(text.slice(start, start + 6))?.[0]
  if (word === undefined) return -1
  const behind = start + word.length
  const next = skipBlanks(text, behind, end)
  return monthBehind(text, next, end) ? behind : -1
}

/** Whether a month stands at an offset, however it is written; `2.2027` may be a number. */
export function monthBehind(text: string, start: number, end: number): boolean {
  if (spelledMonthEnd(text, start, end) !== -1) return true
  let at = start
  while (at < end && !isBlank(text.charCodeAt(at))) at += 1
  const word = text.slice(start, at)
  if (parseMonth(word) !== undefined) return true
  return /[-/]/.test(word) && monthMeant(word) !== undefined
}

/** The two months of `2027-03-2027-04`. */
export function joinedMonths(text: string, start: number): readonly [string, string] | undefined {
  JOINED.lastIndex = start
  const found = JOINED.exec(text)
  return found?.[1] === undefined || found[2] === undefined ? undefined : [found[1], found[2]]
}

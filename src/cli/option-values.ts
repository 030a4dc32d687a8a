/** Reads the values of options, and says what they should have been. */

import { type Day, makeDay, parseDay, printDay } from '../base/date.ts'
import { lastDay, type Month, parseMonth } from '../base/month.ts'
import { closest } from '../base/suggest.ts'
import type { FailOn } from '../configuration/configuration.ts'
import { WrongUse } from './wrong-use.ts'

export const LEVELS: readonly FailOn[] = ['error', 'warning', 'information', 'never']

export function monthOption(option: string, text: string): Month {
  const month = parseMonth(text)
  if (month !== undefined) return month
  throw new WrongUse(`${option} ${text}: this is no month.`, monthHelp(text))
}

function monthHelp(text: string): string {
  const parts = /^(\d{4})[-/.]?(\d{1,2})(?:[-/.]\d{1,2})?$/.exec(text)
  const mended = parts === null ? undefined : `${parts[1]}-${String(parts[2]).padStart(2, '0')}`
  const meant = mended !== undefined && parseMonth(mended) !== undefined ? mended : undefined
  return meant === undefined ? 'Write a month as 2027-03.' : `Did you mean ${meant}?`
}

export function dayOption(option: string, text: string): Day {
  const day = parseDay(text)
  if (day !== undefined) return day
  throw new WrongUse(`${option} ${text}: there is no such date.`, dayHelp(text))
}

function dayHelp(text: string): string {
  const month = parseMonth(text)
  if (month !== undefined) return `A day is wanted, such as ${printDay(lastDay(month))}.`
  const parts = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|(\d{2})(\d{2}))$/.exec(text)
  const [year, ofYear, ofMonth] = (parts ?? []).slice(1).flatMap((part) => Number(part) || [])
  const meant =
    year === undefined || ofYear === undefined || ofMonth === undefined
      ? undefined
      : makeDay(year, ofYear, ofMonth)
  return meant === undefined ? 'Write a date as 2027-03-15.' : `Did you mean ${printDay(meant)}?`
}

export function choice<Word extends string>(
  option: string,
  text: string,
  words: readonly Word[],
): Word {
  const found = words.find((word) => word === text)
  if (found !== undefined) return found
  const meant = closest(text, words)
  const help = meant === undefined ? `It takes ${words.join(', ')}.` : `Did you mean ${meant}?`
  throw new WrongUse(`${option} cannot be ${text}.`, help)
}

/** Today where the person is. */
export function today(): Day {
  const now = new Date()
  const day = makeDay(now.getFullYear(), now.getMonth() + 1, now.getDate())
  if (day === undefined) throw new Error('the clock shows no date')
  return day
}

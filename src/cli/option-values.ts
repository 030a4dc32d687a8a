/** Reads the values of options, and says what they should have been. */

import { type Day, makeDay, parseDay, printDay } from '../base/date.ts'
import { type Month, parseMonth } from '../base/month.ts'
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
  const parts = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})$/.exec(text)
  const meant =
    parts === null ? undefined : makeDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  const help =
    meant === undefined ? 'Write a date as 2027-03-15.' : `Did you mean ${printDay(meant)}?`
  throw new WrongUse(`${option} ${text}: there is no such date.`, help)
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

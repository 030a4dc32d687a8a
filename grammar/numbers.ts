// Reads what begins with a digit: numbers, percentages, months and dates, and what was meant for
// one of them.

import type { Day } from '../src/base/date.ts'
import { parseDay, printDay } from '../src/base/date.ts'
import { daysMeant } from '../src/base/day-meant.ts'
import { MOST_DIGITS, readExact } from '../src/base/exact.ts'
import { parseMonth, printMonth } from '../src/base/month.ts'
import { monthMeant } from '../src/base/month-meant.ts'
import { or } from '../src/base/phrases.ts'
import { isDigit, isLetter, isWordPart, MINUS, POINT, SLASH, UNDERSCORE } from './chars.ts'
import { commaEnd, readCommas } from './comma-numbers.ts'
import type { Problems } from './problems.ts'
import { brief, mend, report } from './problems.ts'
import type { TokenSink } from './token-sink.ts'
import { DateToken, MonthToken, NumberToken, Percent, Preposition, Word } from './tokens.ts'

const PERCENT_SIGN = 37
/** A number of so many characters cannot be past `MOST_DIGITS`. */
const SURELY_SHORT = 15

/** Reads one token, adds it to the lexer's, and gives the offset behind it. */
export function readDigits(lexer: TokenSink, start: number, end: number): number {
  const { text } = lexer
  const digits = digitsEnd(text, start, end)
  if (digits - start === 4) {
    const behind = monthEnd(text, start, end)
    if (behind !== -1) return readMonth(lexer, start, behind, end)
  }
  let at = numberEnd(text, start, end)
  const behindCommas = commaEnd(lexer, start, at, end)
  if (behindCommas !== -1) return readCommas(lexer, start, behindCommas, end)
  if (at === -1 || isChunk(text, start, at, end) || isElsewhere(lexer, start, at, end)) {
    return readChunk(lexer, start, end)
  }
  const percent = at < end && text.charCodeAt(at) === PERCENT_SIGN
  if (at - start > SURELY_SHORT && readExact(text, start, at) === undefined) {
    reportTooLong(lexer.problems, lexer.base + start, lexer.base + at)
    lexer.damaged = true
  } else {
    const type = percent ? Percent : NumberToken
    lexer.push(type, start, percent ? at + 1 : at, text.slice(start, percent ? at + 1 : at))
  }
  if (percent) at += 1
  return at
}

export function reportTooLong(problems: Problems, start: number, end: number): void {
  problems.add(report('number-too-long', problems.span(start, end), { most: MOST_DIGITS }))
}

/**
 * What was meant by characters that are neither number, month, date nor name, as a report of it.
 * They begin with a digit or a point.
 */
export function reportChunk(problems: Problems, start: number, end: number, chunk: string): void {
  const span = problems.span(start, end)
  const found = brief(chunk)
  if (monthMeant(found) !== undefined || /^\d{4}[-/.]\d{1,2}$/.test(found)) {
    return reportMonth(problems, start, end, found)
  }
  const days = daysMeant(found)
  if (days.length > 0 || /^\d+[-/.]\d+[-/.]\d+$/.test(found)) {
    return reportDate(problems, start, end, found, days)
  }
  if (/^(?:19|20)\d\d-/.test(found)) {
    return problems.add(report('unreadable-month', span, { found }))
  }
  if (/^[\d.]+e[-+]?\d+$/i.test(found)) {
    return problems.add(report('number-with-exponent', span, { found }))
  }
  const glued = /^(\d[\d_]*(?:\.\d+)?)([^\W\d_].*)$/u.exec(found)
  const quoted = mend(`write "${found}"`, [span, `"${found}"`])
  if (glued?.[1] !== undefined && glued[2] !== undefined) {
    const apart = `${glued[1]} ${glued[2]}`
    const mends = [mend(`write ${apart}`, [span, apart]), quoted]
    return problems.add(report('digits-then-letters', span, { found }, { mends }))
  }
  if (/^\d[^.]*[^\d_.]/.test(found)) {
    return problems.add(report('digits-then-letters', span, { found }, { mends: [quoted] }))
  }
  const plain = found.replace(/_+/g, '').replace(/^\./, '0.').replace(/\.$/, '')
  const mends = /^\d+(?:\.\d+)?$/.test(plain) ? [mend(`write ${plain}`, [span, plain])] : []
  problems.add(report('unreadable-number', span, { found }, { mends }))
}

/** A month with one digit, a slash, or its year last has a mend; a 13th has none. */
function reportMonth(problems: Problems, start: number, end: number, found: string): void {
  const span = problems.span(start, end)
  const meant = monthMeant(found)
  if (meant === undefined) return problems.add(report('unreadable-month', span, { found }))
  const written = printMonth(meant)
  const extras = { help: `write ${written}`, mends: [mend(`write ${written}`, [span, written])] }
  problems.add(report('unreadable-month', span, { found }, extras))
}

/** Of `10/11/2026` nobody can tell whether the day or the month goes first. */
function reportDate(
  problems: Problems,
  start: number,
  end: number,
  found: string,
  days: readonly Day[],
): void {
  const span = problems.span(start, end)
  const texts = days.map(printDay)
  const mends = texts.map((text) => mend(`write ${text}`, [span, text]))
  const extras = texts.length === 0 ? {} : { help: `write ${or(texts)}`, mends }
  problems.add(report('unreadable-date', span, { found }, extras))
}

function readMonth(lexer: TokenSink, start: number, behind: number, end: number): number {
  const { text } = lexer
  const next = text.charCodeAt(behind)
  const glued = behind < end && (isWordPart(next) || next === MINUS)
  if (!glued && behind - start === 7) {
    if (parseMonth(text.slice(start, behind)) !== undefined) {
      lexer.push(MonthToken, start, behind, text.slice(start, behind))
      return behind
    }
  } else if (!glued && parseDay(text.slice(start, behind)) !== undefined) {
    lexer.push(DateToken, start, behind, text.slice(start, behind))
    return behind
  } else if (!glued) {
    return readSpelledDay(lexer, start, behind, daysMeant(text.slice(start, behind)))
  }
  return readChunk(lexer, start, end)
}

/** Past `2026-12` or `2026-12-04`, or -1. */
function monthEnd(text: string, start: number, end: number): number {
  const behind = pairEnd(text, start + 4, end)
  if (behind === -1) return -1
  const behindDay = pairEnd(text, behind, end)
  return behindDay === -1 ? behind : behindDay
}

/** Past a `-` and two digits, or -1. */
function pairEnd(text: string, start: number, end: number): number {
  if (start + 3 > end || text.charCodeAt(start) !== MINUS) return -1
  const both = isDigit(text.charCodeAt(start + 1)) && isDigit(text.charCodeAt(start + 2))
  return both ? start + 3 : -1
}

function digitsEnd(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isDigit(text.charCodeAt(at))) at += 1
  return at
}

/** Past `digit { digit | "_" digit } [ "." digit { digit } ]`, or -1. */
export function numberEnd(text: string, start: number, end: number): number {
  let at = digitsEnd(text, start, end)
  if (at === start) return -1
  while (at < end && text.charCodeAt(at) === UNDERSCORE) {
    const next = digitsEnd(text, at + 1, end)
    if (next === at + 1) return -1
    at = next
  }
  if (at + 1 < end && text.charCodeAt(at) === POINT && isDigit(text.charCodeAt(at + 1))) {
    at = digitsEnd(text, at + 1, end)
  }
  return at
}

/** Whether more is glued to the number that ends at `at` than may stand behind a number. */
function isChunk(text: string, start: number, at: number, end: number): boolean {
  if (at >= end) return false
  const code = text.charCodeAt(at)
  if (isLetter(code)) return true
  if (at + 1 >= end) return false
  const next = text.charCodeAt(at + 1)
  if (code === POINT) return isDigit(next)
  if (code === MINUS) return isLetter(next) || (at - start === 4 && isDigit(next))
  return code === SLASH && isDigit(next) && /^\d{4}\/\d\d?(?!\d)/.test(text.slice(start, at + 4))
}

/** A month or a day with its year last, and slashes or dashes between. */
const YEAR_LAST = /^(?:\d{1,2}([-/])(?:\d{1,2}\1)?(?:19|20)\d\d|\d\d\/(?:\d\d\/)?\d\d)(?![\w./-])/

/** `11-2026` and `19-11-2026`, and with slashes where no fraction can stand: behind a word. */
function isElsewhere({ text, tokens }: TokenSink, start: number, at: number, end: number): boolean {
  const code = text.charCodeAt(at)
  if (at - start > 2 || (code !== MINUS && code !== SLASH)) return false
  const found = YEAR_LAST.exec(text.slice(start, Math.min(end, start + 11)))?.[0]
  if (found === undefined) return false
  if (monthMeant(found) === undefined && daysMeant(found).length === 0) return false
  const before = tokens.at(-1)?.tokenType
  return code === MINUS || before === Word || before?.CATEGORIES?.includes(Preposition) === true
}

function readChunk(lexer: TokenSink, start: number, end: number): number {
  const { text, base } = lexer
  let at = start
  while (at < end && isChunkPart(text, at)) at += 1
  if (at === start) at += 1
  at = exponentEnd(text, start, at, end)
  const chunk = text.slice(start, at)
  if (monthMeant(chunk) !== undefined) return readSpelledMonth(lexer, start, at)
  const days = daysMeant(chunk)
  if (days.length > 0) return readSpelledDay(lexer, start, at, days)
  reportChunk(lexer.problems, base + start, base + at, chunk)
  lexer.damaged = true
  return at
}

/** Reads a month that is written as elsewhere, as the one that is meant. */
function readSpelledMonth(lexer: TokenSink, start: number, behind: number): number {
  const { text, problems, base } = lexer
  const written = text.slice(start, behind)
  const meant = monthMeant(written)
  reportMonth(problems, base + start, base + behind, written)
  if (meant !== undefined) lexer.push(MonthToken, start, behind, printMonth(meant))
  return behind
}

/** Reads a day that is written as elsewhere, where it is one alone. */
function readSpelledDay(
  lexer: TokenSink,
  start: number,
  behind: number,
  days: readonly Day[],
): number {
  const { text, problems, base } = lexer
  reportDate(problems, base + start, base + behind, text.slice(start, behind), days)
  const [day, other] = days
  if (day === undefined || other !== undefined) lexer.damaged = true
  else lexer.push(DateToken, start, behind, printDay(day))
  return behind
}

/** Past the `+3` of `1.5E+3`, if that is what the characters so far began. */
function exponentEnd(text: string, start: number, at: number, end: number): number {
  const signed = text.charAt(at) === '+' || text.charAt(at) === '-'
  if (!signed || numberEnd(text, start, at - 1) !== at - 1 || !/[eE]/.test(text.charAt(at - 1))) {
    return at
  }
  return digitsEnd(text, at + 1, end)
}

function isChunkPart(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (isWordPart(code)) return true
  const next = text.charCodeAt(at + 1)
  if (code === POINT) return next !== POINT && text.charCodeAt(at - 1) !== POINT
  return (code === MINUS || code === SLASH) && isWordPart(next)
}

// Numbers with a comma in them, for thousands or for decimals.

import { MOST_DIGITS } from '../src/base/exact.ts'
import { withoutCommas } from '../src/base/number-meant.ts'
import { COMMA, isDigit, MINUS, POINT, SLASH, ZERO } from './chars.ts'
import { brief, mend, report } from './problems.ts'
import type { TokenSink } from './token-sink.ts'
import { NumberToken, Percent } from './tokens.ts'

const PERCENT_SIGN = 37

/**
 * Past the number whose digits before its first comma end at `first`, or -1. A list has a space
 * behind its comma; within parentheses it may have none, unless the digits behind the comma cannot
 * be a number of their own.
 */
export function commaEnd(lexer: TokenSink, start: number, first: number, end: number): number {
  const { text, depth } = lexer
  if (first === -1 || !goesOn(text, first, end)) return -1
  if (depth > 0 && !isThousands(text, start, first, end)) return -1
  let at = first
  while (goesOn(text, at, end)) at = digitsEnd(text, at + 1, end)
  if (at + 1 < end && text.charCodeAt(at) === POINT && isDigit(text.charCodeAt(at + 1))) {
    at = digitsEnd(text, at + 1, end)
  }
  const code = text.charCodeAt(at)
  // A month or a day stands there.
  return at < end && (code === MINUS || code === SLASH) ? -1 : at
}

/** Reads it as the number it is meant for, says so, and gives the offset behind it. */
export function readCommas(lexer: TokenSink, start: number, behind: number, end: number): number {
  const { text, problems, base } = lexer
  const percent = behind < end && text.charCodeAt(behind) === PERCENT_SIGN
  const at = percent ? behind + 1 : behind
  const found = text.slice(start, at)
  const mended = at - start > MOST_DIGITS ? undefined : withoutCommas(found)
  const span = problems.span(base + start, base + at)
  if (mended === undefined) {
    problems.add(report('unreadable-number', span, { found: brief(found) }))
    lexer.damaged = true
    return at
  }
  const mends = [mend(`write ${mended}`, [span, mended])]
  problems.add(report('comma-in-number', span, { found, mended }, { mends }))
  lexer.push(percent ? Percent : NumberToken, start, at, mended)
  return at
}

function goesOn(text: string, at: number, end: number): boolean {
  return at + 1 < end && text.charCodeAt(at) === COMMA && isDigit(text.charCodeAt(at + 1))
}

/** `1,200,000` with a group that begins with a zero. */
function isThousands(text: string, start: number, first: number, end: number): boolean {
  if (first - start > 3 || text.charCodeAt(start) === ZERO) return false
  let zero = false
  let at = first
  while (goesOn(text, at, end) && digitsEnd(text, at + 1, end) === at + 4) {
    if (text.charCodeAt(at + 1) === ZERO) zero = true
    at += 4
  }
  return zero
}

function digitsEnd(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isDigit(text.charCodeAt(at))) at += 1
  return at
}

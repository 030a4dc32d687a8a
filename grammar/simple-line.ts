// The shortest way through a plan line and a table's header: most are words, numbers and months of
// plain characters with blanks between, and are read without a token. What has a comma, a range, a
// sign or a value, and whatever is wrong, goes the way of the grammar.
//
// Invariant: it gives what the grammar gives, or nothing; a test reads lines both ways.

import { parseDay } from '../src/base/date.ts'
import { parseMonth } from '../src/base/month.ts'
import type { Source } from '../src/base/source.ts'
import {
  BACKSLASH,
  isBlank,
  isDigit,
  isLetter,
  MINUS,
  POINT,
  QUOTE,
  skipBlanks,
  SLASH,
  SPACE,
  ZERO,
} from './chars.ts'
import { durationWords } from './kinds.ts'
import {
  LeanArgument,
  LeanLine,
  LeanMonth,
  LeanName,
  LeanQuantity,
  LeanWord,
} from './lean-nodes.ts'
import { Preposition, wordTypes } from './tokens.ts'
import type { Argument, Clause, Name, Quantity, Value, Word } from './tree.ts'

const LAST_PLAIN = 126
/** An integer of so many digits is exact as a number. */
const MOST_DIGITS = 15
const MONTH_LENGTH = '2026-12'.length
const DATE_LENGTH = '2026-12-04'.length
const NO_ARGUMENTS: readonly Argument[] = []

/** A plan line; undefined if the grammar is to read it. */
export function simpleLine(source: Source, start: number, end: number): LeanLine | undefined {
  const { text } = source
  let last = plainWordEnd(text, start, end)
  const head = text.slice(start, last)
  if (last === -1 || wordTypes.has(head)) return undefined
  let values = NO_ARGUMENTS
  let given: readonly Argument[] | undefined
  let clauses: readonly Clause[] | undefined
  let preposition: Word | undefined
  let next = skipBlanks(text, last, end)
  for (; next < end; next = skipBlanks(text, last, end)) {
    if (next === last) return undefined
    const behind = plainWordEnd(text, next, end)
    const word = behind === -1 ? '' : text.slice(next, behind)
    if (behind !== -1 && isPreposition(word)) {
      if (preposition === undefined) given = values
      else {
        if (values.length === 0) return undefined
        clauses = added(clauses ?? [], clauseOf(preposition, values, last))
      }
      preposition = new LeanWord(word, source, next)
      values = NO_ARGUMENTS
      last = behind
      continue
    }
    const value = behind === -1 ? valueAt(source, next, end) : nameOf(source, word, next)
    if (value === undefined) return undefined
    values = added(values, new LeanArgument(value))
    last = value.span.end
  }
  if (preposition !== undefined) {
    if (values.length === 0) return undefined
    clauses = added(clauses ?? [], clauseOf(preposition, values, last))
  }
  return new LeanLine(head, given ?? values, clauses, { source, start, end })
}

function clauseOf(preposition: Word, values: readonly Argument[], end: number): Clause {
  const { source, start } = preposition.span
  return { preposition, arguments: values, span: { source, start, end } }
}

/** A list without room for more than it has: nearly all have one or two. */
function added<Item>(items: readonly Item[], item: Item): readonly Item[] {
  return items.length === 0 ? [item] : [...items, item]
}

/** The names of a header's columns, none of them twice; undefined if they are to be read slowly. */
export function simpleHeader(source: Source, start: number, end: number): Name[] | undefined {
  const { text } = source
  const names: Name[] = []
  let last = start
  let next = skipBlanks(text, start, end)
  for (; next < end; next = skipBlanks(text, last, end)) {
    const behind = next === last ? -1 : plainWordEnd(text, next, end)
    const name = behind === -1 ? undefined : nameOf(source, text.slice(next, behind), next)
    if (name === undefined || names.some((before) => before.text === name.text)) return undefined
    names.push(name)
    last = behind
  }
  return names.length === 0 ? undefined : names
}

function isPreposition(word: string): boolean {
  return wordTypes.get(word)?.CATEGORIES?.[0] === Preposition
}

/** Undefined for a word of the language's own. */
function nameOf(source: Source, text: string, start: number): Name | undefined {
  if (wordTypes.has(text)) return undefined
  return new LeanName(text, false, source, start, start + text.length)
}

/** What is no word. */
function valueAt(source: Source, start: number, end: number): Value | undefined {
  const code = source.text.charCodeAt(start)
  if (isDigit(code)) return digitsAt(source, start, end)
  return code === QUOTE ? textAt(source, start, end) : undefined
}

function textAt(source: Source, start: number, end: number): Name | undefined {
  const { text } = source
  for (let at = start + 1; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      return new LeanName(text.slice(start + 1, at), true, source, start, at + 1)
    }
    if (code === BACKSLASH || code < SPACE || code > LAST_PLAIN) return undefined
  }
  return undefined
}

function digitsAt(source: Source, start: number, end: number): Value | undefined {
  const { text } = source
  let at = start
  let value = 0
  while (at < end && isDigit(text.charCodeAt(at))) {
    value = value * 10 + text.charCodeAt(at) - ZERO
    at += 1
  }
  if (at - start === 4 && at < end && text.charCodeAt(at) === MINUS) {
    return monthAt(source, start, end) ?? dateAt(source, start, end)
  }
  if (at - start > MOST_DIGITS || !endsAt(text, at, end)) return undefined
  return quantityOf(source, value, start, at, end)
}

function monthAt(source: Source, start: number, end: number): Value | undefined {
  const { text } = source
  const behind = start + MONTH_LENGTH
  if (behind > end || !endsAt(text, behind, end)) return undefined
  const month = parseMonth(text.slice(start, behind))
  const next = skipBlanks(text, behind, end)
  if (month === undefined || (next < end && text.charCodeAt(next) === POINT)) return undefined
  return new LeanMonth(month, source, start, behind)
}

function dateAt(source: Source, start: number, end: number): Value | undefined {
  const { text } = source
  const behind = start + DATE_LENGTH
  if (behind > end || !endsAt(text, behind, end)) return undefined
  const value = parseDay(text.slice(start, behind))
  if (value === undefined) return undefined
  return { sort: 'date', value, span: { source, start, end: behind } }
}

/** A number, with the word behind it that is its unit or makes it a length of time. */
function quantityOf(
  source: Source,
  value: number,
  start: number,
  behind: number,
  end: number,
): Quantity | undefined {
  const { text } = source
  const next = skipBlanks(text, behind, end)
  const code = next < end ? text.charCodeAt(next) : ZERO
  const wordEnd = plainWordEnd(text, next, end)
  const word = wordEnd === -1 ? '' : text.slice(next, wordEnd)
  if (isDigit(code) || isPreposition(word)) {
    return new LeanQuantity(value, undefined, source, start, behind)
  }
  if (wordEnd === -1) return undefined
  const duration = durationWords.get(word)
  if (duration !== undefined) {
    const span = { source, start, end: wordEnd }
    return { sort: 'quantity', value, percent: false, sign: '', duration, span }
  }
  const name = nameOf(source, word, next)
  if (name === undefined) return undefined
  const unit = { name, span: name.span }
  return new LeanQuantity(value, unit, source, start, wordEnd)
}

/** The end of a word; -1 where none begins, or it has other characters. */
function plainWordEnd(text: string, start: number, end: number): number {
  if (start >= end || !isPlainLetter(text.charCodeAt(start))) return -1
  let at = start + 1
  while (at < end) {
    const code = text.charCodeAt(at)
    if (code > LAST_PLAIN) return -1
    if (isPlainPart(code)) at += 1
    else if (code !== MINUS && code !== SLASH) break
    else if (at + 1 < end && isPlainPart(text.charCodeAt(at + 1))) at += 2
    else break
  }
  return at
}

function isPlainLetter(code: number): boolean {
  return code <= LAST_PLAIN && isLetter(code)
}

function isPlainPart(code: number): boolean {
  return isPlainLetter(code) || isDigit(code)
}

function endsAt(text: string, at: number, end: number): boolean {
  return at >= end || isBlank(text.charCodeAt(at))
}

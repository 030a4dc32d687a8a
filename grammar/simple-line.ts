// The shortest way through a plan line and a table's header: most are words, numbers and months of
// plain characters with blanks between, and are read without a token. What has a comma, a range, a
// sign or a value, and whatever is wrong, goes the way of the grammar.
//
// Invariant: it gives what the grammar gives, or nothing; a test reads lines both ways.

import { parseDay } from '../src/base/date.ts'
import type { Month } from '../src/base/month.ts'
import type { Source } from '../src/base/source.ts'
import { BACKSLASH, isDigit, MINUS, POINT, QUOTE, SPACE, TAB, ZERO } from './chars.ts'
import { type Codes, NO_ASCII } from './codes.ts'
import { durationWords } from './kinds.ts'
import {
  type Given,
  LeanArgument,
  LeanClause,
  LeanLine,
  LeanMonth,
  LeanName,
  LeanQuantity,
  LeanStatement,
  QuotedName,
} from './lean-nodes.ts'
import { MONTH_LENGTH, monthAt } from './rows.ts'
import type { Argument, Clause } from './tree.ts'
import type { Words } from './words.ts'

const LAST_PLAIN = 126
/** An integer of so many digits is exact as a number. */
const MOST_DIGITS = 15
const DATE_LENGTH = '2026-12-04'.length

/** The columns of a table by the words of its header, and where these stand in it. */
export interface TableHead {
  readonly words: readonly string[]
  /** From the start of the header on. */
  readonly offsets: readonly number[]
}

/** Reads simple lines of one text. Offsets are the source's. */
export class SimpleLines {
  private readonly source: Source
  private readonly codes: Codes
  private readonly bytes: Uint8Array
  private readonly base: number
  private readonly words: Words
  /** The header read last, and where it stood: most tables of a file have the same. */
  private head: TableHead | undefined
  private headStart = 0
  private headLength = 0

  constructor(source: Source, codes: Codes) {
    this.source = source
    this.codes = codes
    this.bytes = codes.bytes
    this.base = codes.base
    this.words = codes.words
  }

  /** A plan line; undefined if the grammar is to read it. One that opens no block is a statement. */
  line(lineStart: number, lineEnd: number, alone = false): LeanLine | undefined {
    const { bytes, base, source, words } = this
    const start = lineStart - base
    const end = lineEnd - base
    if (!words.find(start, end) || !words.isName) return undefined
    const head = words.text
    let last = words.end
    let given: Given
    let values: Given
    let clauses: Clause | readonly Clause[] | undefined
    let preposition = ''
    let from = 0
    for (;;) {
      let at = last
      while (at < end && (bytes[at] === SPACE || bytes[at] === TAB)) at += 1
      if (at >= end) break
      if (at === last) return undefined
      let value: Argument | undefined
      if (words.find(at, end)) {
        if (words.isPreposition) {
          if (preposition === '') given = values
          else {
            if (values === undefined) return undefined
            clauses = added<Clause>(
              clauses,
              new LeanClause(preposition, values, source, from + base, last + base),
            )
          }
          preposition = words.text
          from = at
          values = undefined
          last = words.end
          continue
        }
        if (!words.isName) return undefined
        last = words.end
        value = new LeanName(words.text, source, at + base)
      } else {
        value = this.valueAt(at, end)
        if (value === undefined) return undefined
        last = value.span.end - base
      }
      values = added<Argument>(values, value)
    }
    if (preposition === '') given = values
    else {
      if (values === undefined) return undefined
      clauses = added<Clause>(
        clauses,
        new LeanClause(preposition, values, source, from + base, last + base),
      )
    }
    return alone
      ? new LeanStatement(head, given, clauses, source, lineStart, lineEnd)
      : new LeanLine(head, given, clauses, source, lineStart, lineEnd)
  }

  /** The columns of a header, none of them twice; undefined if they are to be read slowly. */
  header(lineStart: number, lineEnd: number, firstColumn: number): TableHead | undefined {
    const { bytes, base, words, head } = this
    const start = lineStart - base
    const end = lineEnd - base
    if (head !== undefined && this.isHead(start, end)) return head
    const found: string[] = []
    const offsets: number[] = []
    let last = firstColumn - base
    for (;;) {
      let at = last
      while (at < end && (bytes[at] === SPACE || bytes[at] === TAB)) at += 1
      if (at >= end) break
      if (at === last || !words.find(at, end)) return undefined
      const word = words.text
      if (!words.isName || found.includes(word)) return undefined
      found.push(word)
      offsets.push(at - start)
      last = words.end
    }
    if (found.length === 0) return undefined
    this.headStart = start
    this.headLength = end - start
    this.head = { words: found, offsets }
    return this.head
  }

  /** Whether the header read last stands here once more. */
  private isHead(start: number, end: number): boolean {
    const { bytes, headStart, headLength } = this
    if (headLength !== end - start) return false
    for (let at = 0; at < headLength; at += 1) {
      if (bytes[headStart + at] !== bytes[start + at] || bytes[start + at] === NO_ASCII)
        return false
    }
    return true
  }

  /** What is no word. */
  private valueAt(start: number, end: number): Argument | undefined {
    const code = this.bytes[start] ?? 0
    if (isDigit(code)) return this.digitsAt(start, end)
    return code === QUOTE ? this.textAt(start, end) : undefined
  }

  private textAt(start: number, end: number): Argument | undefined {
    const { bytes, base, source, codes } = this
    for (let at = start + 1; at < end; at += 1) {
      const code = bytes[at] ?? 0
      if (code === QUOTE) {
        return new QuotedName(codes.part(start + 1, at), source, start + base, at + 1 + base)
      }
      if (code === BACKSLASH || code < SPACE || code > LAST_PLAIN) return undefined
    }
    return undefined
  }

  private digitsAt(start: number, end: number): Argument | undefined {
    const { bytes } = this
    let at = start
    let value = 0
    for (; at < end; at += 1) {
      const code = bytes[at] ?? 0
      if (!isDigit(code)) break
      value = value * 10 + code - ZERO
    }
    if (at - start === 4 && at < end && bytes[at] === MINUS) {
      return this.monthAt(start, end) ?? this.dateAt(start, end)
    }
    if (at - start > MOST_DIGITS || !this.endsAt(at, end)) return undefined
    return this.quantityOf(value, start, at, end)
  }

  private monthAt(start: number, end: number): Argument | undefined {
    const { bytes, base, source } = this
    const behind = start + MONTH_LENGTH
    if (behind > end || !this.endsAt(behind, end)) return undefined
    const month = monthAt(bytes, start, end)
    const next = this.skipBlanks(behind, end)
    if (month === -1 || (next < end && bytes[next] === POINT)) return undefined
    return new LeanMonth(month as Month, source, start + base, behind + base)
  }

  private dateAt(start: number, end: number): Argument | undefined {
    const { base, source, codes } = this
    const behind = start + DATE_LENGTH
    if (behind > end || !this.endsAt(behind, end)) return undefined
    const value = parseDay(codes.part(start, behind))
    if (value === undefined) return undefined
    const span = { source, start: start + base, end: behind + base }
    return new LeanArgument({ sort: 'date', value, span })
  }

  /** A number, with the word behind it that is its unit or makes it a length of time. */
  private quantityOf(
    value: number,
    start: number,
    behind: number,
    end: number,
  ): Argument | undefined {
    const { bytes, base, source, words } = this
    const next = this.skipBlanks(behind, end)
    const isWord = words.find(next, end)
    if (next >= end || isDigit(bytes[next] ?? 0) || (isWord && words.isPreposition)) {
      return new LeanQuantity(value, undefined, source, start + base, behind + base)
    }
    if (!isWord) return undefined
    const word = words.text
    const wordEnd = words.end + base
    const duration = durationWords.get(word)
    if (duration !== undefined) {
      const span = { source, start: start + base, end: wordEnd }
      const sign = ''
      return new LeanArgument({ sort: 'quantity', value, percent: false, sign, duration, span })
    }
    if (!words.isName) return undefined
    const name = new LeanName(word, source, next + base)
    return new LeanQuantity(value, { name, span: name.span }, source, start + base, wordEnd)
  }

  private skipBlanks(start: number, end: number): number {
    const { bytes } = this
    let at = start
    while (at < end && (bytes[at] === SPACE || bytes[at] === TAB)) at += 1
    return at
  }

  private endsAt(at: number, end: number): boolean {
    return at >= end || this.bytes[at] === SPACE || this.bytes[at] === TAB
  }
}

/** One thing stands for itself, and several are a list: nearly all lines have one or two. */
function added<Item>(
  items: Item | readonly Item[] | undefined,
  item: Item,
): Item | readonly Item[] {
  if (items === undefined) return item
  return Array.isArray(items) ? [...(items as readonly Item[]), item] : [items as Item, item]
}

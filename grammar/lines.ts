// Finds the lines of a text and what each is, by its first word and its end alone: no line is
// parsed here. The parser builds blocks from this, and the formatter its layout.

import type { Source } from '../src/base/source.ts'
import {
  BYTE_ORDER_MARK,
  CLOSE_BRACE,
  CLOSE_PAREN,
  COMMA,
  HASH,
  isBlank,
  isDigit,
  isLetter,
  isOddQuote,
  isOddSpace,
  NEWLINE,
  NINE,
  oddTextEnd,
  OPEN_BRACE,
  OPEN_PAREN,
  QUOTE,
  RETURN,
  skipBlanks,
  SPACE,
  TAB,
  textEnd,
  wordEnd,
  ZERO,
} from './chars.ts'
import type { Codes } from './codes.ts'
import { codesOf, NO_ASCII } from './codes.ts'
import { markConflicts, maybeMarker } from './conflicts.ts'
import type { Lines } from './line-sorts.ts'
import { LineFlag, LineSort } from './line-sorts.ts'
import type { RowRuns } from './row-runs.ts'
import { lineSortOf } from './words.ts'

export { LineFlag, LineSort } from './line-sorts.ts'
export type { Lines } from './line-sorts.ts'

/**
 * The lines of a text, or of a part of it that begins and ends with lines. Where runs are asked for,
 * each run of rows is one entry.
 */
export function scanLines(source: Source, codes: Codes = codesOf(source), runs?: RowRuns): Lines {
  const scanner = new LineScanner(codes, runs)
  const lines = scanner.scan()
  if (scanner.mayConflict) markConflicts(source.text, lines)
  return lines
}

/** The entry of the last physical line of the logical line that begins with an entry. */
export function lastOf(lines: Lines, first: number): number {
  let last = first
  while (lines.sort[last + 1] === LineSort.continuation) last += 1
  return last
}

/** What a line, or a part of one between braces, is by its first word. */
export function sortOfCode(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start)
  if (code === OPEN_BRACE || code === CLOSE_BRACE) return LineSort.brace
  if (isDigit(code)) return LineSort.row
  if (!isLetter(code)) return LineSort.plan
  const behind = wordEnd(text, start, end)
  const sort = lineSortOf(text.slice(start, behind))
  if (sort !== LineSort.header) return sort
  const next = text.charCodeAt(skipBlanks(text, behind, end))
  return next === OPEN_PAREN ? LineSort.plan : sort
}

/** Where what is written begins: behind the byte order marks that stand before all else but blank lines. */
function afterMarks(text: string): number {
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === BYTE_ORDER_MARK) start = at + 1
    else if (!isBlank(code) && code !== NEWLINE && code !== RETURN) break
  }
  return start
}

/** Reads the text once, from left to right. Its offsets are those of the codes. */
class LineScanner {
  /** Some line begins with a sign of a marker of git's. */
  mayConflict = false
  private readonly codes: Codes
  private readonly runs: RowRuns | undefined
  private readonly bytes: Uint8Array
  private readonly base: number
  private readonly size: number
  private count = 0
  private capacity: number
  private sort: Uint8Array
  private flags: Uint8Array
  private start: Int32Array
  private codeStart: Int32Array
  private codeEnd: Int32Array
  private comment: Int32Array
  private end: Int32Array
  /** Of the line just scanned. */
  private lineFlags = 0
  private lineCodeEnd = 0
  private lineComment = -1
  private newline = 0
  /** Of the logical line so far. */
  private parentheses = 0
  private goesOn = false

  constructor(codes: Codes, runs: RowRuns | undefined) {
    this.codes = codes
    this.runs = runs
    this.bytes = codes.bytes
    this.base = codes.base
    this.size = codes.size
    // Runs take few entries; where there are none, room is doubled a few times.
    this.capacity = 64 + (codes.size >> 7)
    this.sort = new Uint8Array(this.capacity)
    this.flags = new Uint8Array(this.capacity)
    this.start = new Int32Array(this.capacity)
    this.codeStart = new Int32Array(this.capacity)
    this.codeEnd = new Int32Array(this.capacity)
    this.comment = new Int32Array(this.capacity)
    this.end = new Int32Array(this.capacity)
  }

  scan(): Lines {
    const { codes, bytes, size, base } = this
    let headIndent = 0
    const marksEnd = base === 0 && !codes.isLent ? afterMarks(codes.text) : 0
    for (let at = 0; at < size;) {
      if (at < marksEnd) at = Math.min(marksEnd, this.newlineFrom(at))
      let codeStart = at
      let code = bytes[codeStart] ?? NEWLINE
      while (code === SPACE || code === TAB) {
        codeStart += 1
        code = bytes[codeStart] ?? NEWLINE
      }
      if (code === NO_ASCII) {
        codeStart = this.skipSpaces(codeStart)
        code = bytes[codeStart] ?? NEWLINE
      }
      if (maybeMarker(code) && codeStart === at) this.mayConflict = true
      const mayGoOn = this.goesOn && codeStart - at > headIndent
      let sort: number = LineSort.row
      if (code >= ZERO && code <= NINE && !mayGoOn) this.scanRows(codeStart)
      else sort = this.scanLine(codeStart, mayGoOn)
      if (sort !== LineSort.continuation) headIndent = codeStart - at
      this.push(sort, at, codeStart)
      at = this.newline + 1
    }
    return {
      count: this.count,
      sort: this.sort.subarray(0, this.count),
      flags: this.flags.subarray(0, this.count),
      start: this.start.subarray(0, this.count),
      codeStart: this.codeStart.subarray(0, this.count),
      codeEnd: this.codeEnd.subarray(0, this.count),
      comment: this.comment.subarray(0, this.count),
      end: this.end.subarray(0, this.count),
    }
  }

  private skipSpaces(start: number): number {
    const { text } = this.codes
    let at = start
    for (;;) {
      const code = text.charCodeAt(at)
      if (!isBlank(code) && !isOddSpace(code)) return at
      at += 1
    }
  }

  private scanRows(start: number): void {
    const { runs } = this
    if (runs === undefined || !runs.read(start, this.count)) return this.scanRow(start)
    this.goesOn = false
    this.lineFlags = LineFlag.run
    this.lineComment = -1
    this.lineCodeEnd = runs.codeEnd
    this.newline = runs.newline
  }

  /** A row has no texts and no parentheses. */
  private scanRow(start: number): void {
    const { bytes, size } = this
    let last = start
    let at = start + 1
    this.goesOn = false
    this.lineFlags = 0
    this.lineComment = -1
    for (; at < size; at += 1) {
      const code = bytes[at] ?? NEWLINE
      if (code <= SPACE) {
        if (code === NEWLINE) break
        continue
      }
      if (code === HASH) {
        this.lineComment = at
        at = this.newlineFrom(at)
        break
      }
      if (code === OPEN_BRACE || code === CLOSE_BRACE) this.lineFlags = LineFlag.braces
      last = at
    }
    this.newline = at
    this.lineCodeEnd = last + 1
  }

  /** Scans the line whose code starts at an offset and is no row, and gives its sort. */
  private scanLine(start: number, mayGoOn: boolean): number {
    this.lineFlags = 0
    this.lineComment = -1
    this.lineCodeEnd = start
    const code = this.bytes[start] ?? NEWLINE
    if (code <= SPACE) {
      const behindReturns = this.behindReturns(start)
      if (this.endsAt(behindReturns)) {
        this.goesOn = false
        this.newline = behindReturns
        return LineSort.blank
      }
    }
    if (code === HASH) {
      this.goesOn = mayGoOn
      this.lineComment = start
      this.newline = this.newlineFrom(start)
      return mayGoOn ? LineSort.continuation : LineSort.comment
    }
    if (mayGoOn && code !== CLOSE_BRACE) {
      this.scanCode(start)
      return LineSort.continuation
    }
    this.parentheses = 0
    this.scanCode(start)
    const sort = this.sortOfLine(start, this.lineCodeEnd)
    const alone = sort === LineSort.header || sort === LineSort.total || maybeMarker(code)
    if (alone) this.goesOn = false
    return sort
  }

  private sortOfLine(start: number, end: number): number {
    const { codes, bytes } = this
    const { words } = codes
    const code = bytes[start]
    if (code === CLOSE_BRACE || code === OPEN_BRACE) return LineSort.brace
    if (!words.find(start, end)) return sortOfCode(codes.text, start, end)
    const sort = words.lineSort
    if (sort !== LineSort.header) return sort
    let next = words.end
    while (bytes[next] === SPACE || bytes[next] === TAB) next += 1
    return next < end && bytes[next] === OPEN_PAREN ? LineSort.plan : sort
  }

  private behindReturns(start: number): number {
    let at = start
    while (this.bytes[at] === RETURN) at += 1
    return at
  }

  private scanCode(start: number): void {
    const { codes, bytes, size } = this
    let last = 0
    let braces = 0
    let codeEnd = start
    let at = start
    for (; at < size; at += 1) {
      let code = bytes[at] ?? NEWLINE
      if (code <= SPACE) {
        if (code === NEWLINE) break
        continue
      }
      if (code === NO_ASCII) code = codes.text.charCodeAt(at)
      if (code > CLOSE_PAREN && code < OPEN_BRACE) {
        // Most are letters and digits.
      } else if (code === HASH) {
        this.lineComment = at
        at = this.newlineFrom(at)
        break
      } else if (code === QUOTE || isOddQuote(code)) {
        const end = code === QUOTE ? textEnd(bytes, at, size) : oddTextEnd(codes.text, at, size)
        if (end === -1) {
          at = this.scanOpenText(at)
          codeEnd = this.lineCodeEnd
          if ((this.lineFlags & LineFlag.opens) !== 0) braces += 1
          last = this.lineFlags & LineFlag.opens ? OPEN_BRACE : QUOTE
          break
        }
        at = end - 1
      } else if (code === OPEN_PAREN) this.parentheses += 1
      else if (code === CLOSE_PAREN) this.parentheses -= this.parentheses > 0 ? 1 : 0
      else if (code === OPEN_BRACE || code === CLOSE_BRACE) braces += 1
      last = code
      codeEnd = at + 1
    }
    this.newline = at
    this.lineCodeEnd = codeEnd
    this.goesOn = this.lineFlags === 0 && braces === 0 && (last === COMMA || this.parentheses > 0)
    if (braces > 0) this.placeBraces(start, braces, last)
  }

  /** A brace is the last on its line, or alone on it; any other is out of place. */
  private placeBraces(start: number, braces: number, last: number): void {
    if ((this.lineFlags & LineFlag.opens) !== 0 && braces === 1) return
    this.lineFlags &= ~LineFlag.opens
    if (braces === 1 && last === OPEN_BRACE) {
      this.lineFlags |= LineFlag.opens
      this.lineCodeEnd = this.trimmed(start, this.lineCodeEnd - 1)
    } else if (braces === 1 && this.lineCodeEnd === start + 1) this.lineFlags |= LineFlag.closes
    else this.lineFlags |= LineFlag.braces
  }

  /** The rest of a line behind a quote that never closes may still end with a block's brace. */
  private scanOpenText(quote: number): number {
    const { text } = this.codes
    const newline = this.newlineFrom(quote)
    const hash = this.commentIn(quote + 1, newline)
    const end = this.trimmed(quote, hash === -1 ? newline : hash)
    this.lineFlags |= LineFlag.openText
    this.lineCodeEnd = this.trimmed(quote, newline)
    if (end > quote + 1 && text.charCodeAt(end - 1) === OPEN_BRACE) {
      this.lineFlags |= LineFlag.opens
      this.lineComment = hash
      this.lineCodeEnd = this.trimmed(quote, end - 1)
    }
    return newline
  }

  /** The first `#` behind a blank. */
  private commentIn(start: number, end: number): number {
    const { bytes } = this
    for (let at = start; at < end; at += 1) {
      if (bytes[at] === HASH && isBlank(bytes[at - 1] ?? 0)) return at
    }
    return -1
  }

  private trimmed(start: number, end: number): number {
    const { bytes } = this
    let at = end
    while (at > start && (bytes[at - 1] ?? 0) <= SPACE) at -= 1
    return at
  }

  private endsAt(at: number): boolean {
    return at >= this.size || this.bytes[at] === NEWLINE
  }

  private newlineFrom(at: number): number {
    const found = this.bytes.indexOf(NEWLINE, at)
    return found === -1 ? this.size : found
  }

  private push(sort: number, start: number, codeStart: number): void {
    if (this.count === this.capacity) this.grow()
    const at = this.count
    const { newline, bytes, base, lineComment, lineCodeEnd } = this
    const end = newline > start && bytes[newline - 1] === RETURN ? newline - 1 : newline
    this.sort[at] = sort
    this.flags[at] = this.lineFlags
    this.start[at] = start + base
    this.codeStart[at] = (codeStart < end ? codeStart : end) + base
    this.codeEnd[at] = (lineCodeEnd < end ? lineCodeEnd : end) + base
    this.comment[at] = lineComment < 0 ? lineComment : lineComment + base
    this.end[at] = end + base
    this.count = at + 1
  }

  private grow(): void {
    this.capacity *= 2
    this.sort = grown(this.sort, new Uint8Array(this.capacity))
    this.flags = grown(this.flags, new Uint8Array(this.capacity))
    this.start = grown(this.start, new Int32Array(this.capacity))
    this.codeStart = grown(this.codeStart, new Int32Array(this.capacity))
    this.codeEnd = grown(this.codeEnd, new Int32Array(this.capacity))
    this.comment = grown(this.comment, new Int32Array(this.capacity))
    this.end = grown(this.end, new Int32Array(this.capacity))
  }
}

function grown<Column extends Uint8Array | Int32Array>(from: Column, to: Column): Column {
  to.set(from)
  return to
}

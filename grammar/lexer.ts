// Cuts the code of one line into tokens, by character codes. What another language writes
// otherwise is understood, said once, and offered with its mend.

import type { TokenType } from 'chevrotain'
import {
  BACKSLASH,
  CLOSE_PAREN,
  HASH,
  isBlank,
  isDigit,
  isLetter,
  isOddMinus,
  isOddQuote,
  isOddSpace,
  isWordPart,
  MINUS,
  NEWLINE,
  OPEN_PAREN,
  POINT,
  QUOTE,
  RETURN,
  skipBlanks,
  SLASH,
  textEnd,
} from './chars.ts'
import { foreignAt } from './foreign.ts'
import { countingWords, foldingWords } from './kinds.ts'
import { readDigits } from './numbers.ts'
import type { Problems } from './problems.ts'
import { mend, report } from './problems.ts'
import { repaired, shown } from './repair.ts'
import type { TokenSink } from './token-sink.ts'
import type { Token } from './tokens.ts'
import {
  Counting,
  Dot,
  Folding,
  NumberToken,
  operatorTypes,
  Percent,
  Text,
  Word,
  wordTypes,
} from './tokens.ts'

const counting: ReadonlySet<string> = new Set(countingWords)
const folding: ReadonlySet<string> = new Set(foldingWords)
const PERCENT_SIGN = 37
const APOSTROPHE = 39

/** The tokens of a line, or of a hole. */
export interface Lexed {
  readonly tokens: Token[]
  /** A token could not be read: a value that has it is unknown. */
  readonly damaged: boolean
}

/** Cuts the source from one offset to another. In a hole quotes are escaped: `\"`. */
export function lex(problems: Problems, start: number, end: number, inHole = false): Lexed {
  const before = problems.count
  const lexer = new LineLexer(problems, problems.source.text, 0, inHole)
  if (lexer.run(start, end)) return lexer
  problems.undoTo(before)
  const mended = repaired(problems, start, end)
  const again = new LineLexer(problems, mended ?? problems.source.text, 0, inHole)
  if (mended === undefined) again.runToEnd(start, end)
  else {
    again.base = start
    again.runToEnd(0, end - start)
  }
  return again
}

/** Reads one range once. `text` is the source, or a repaired part that begins at `base`. */
class LineLexer implements Lexed, TokenSink {
  readonly tokens: Token[] = []
  damaged = false
  /** How many parentheses are open: a comma in a number is told by it. */
  depth = 0
  base: number
  readonly text: string
  readonly problems: Problems
  private readonly inHole: boolean
  /** An unknown character was reported: the second on a line is of the same making. */
  unknown = false
  /** The line was repaired: an odd character is no reason to stop any more. */
  private final = false

  constructor(problems: Problems, text: string, base: number, inHole: boolean) {
    this.problems = problems
    this.text = text
    this.base = base
    this.inHole = inHole
  }

  /** False when an odd character stands in the way: the line is to be repaired first. */
  run(start: number, end: number): boolean {
    const { text } = this
    let at = start
    while (at < end) {
      const code = text.charCodeAt(at)
      if (isBlank(code) || code === NEWLINE) at += 1
      else if (isLetter(code)) at = this.word(at, end)
      else if (isDigit(code)) at = readDigits(this, at, end)
      else if (code === QUOTE) at = this.quoted(at, end)
      else if (code === HASH) at = this.skipComment(at, end)
      else if (!this.final && isOdd(code)) return false
      else at = this.symbol(at, end, code)
    }
    return true
  }

  runToEnd(start: number, end: number): void {
    this.final = true
    this.run(start, end)
  }

  push(type: TokenType, start: number, end: number, image: string): void {
    this.tokens.push({
      image,
      startOffset: this.base + start,
      endOffset: this.base + end - 1,
      tokenType: type,
    })
  }

  private word(start: number, end: number): number {
    const { text } = this
    let seen = 0
    let at = start
    while (at < end) {
      const code = text.charCodeAt(at)
      if (isWordPart(code)) seen |= code
      else if (code !== MINUS && code !== SLASH) break
      else if (at + 1 >= end || !isWordPart(text.charCodeAt(at + 1))) break
      at += 1
    }
    const written = text.slice(start, at)
    const image = seen < 128 ? written : written.normalize('NFC')
    this.push(this.wordType(image, at, end), start, at, image)
    return at
  }

  /** Behind a dot every word is a field. */
  private wordType(image: string, wordEnd: number, end: number): TokenType {
    if (this.tokens.at(-1)?.tokenType === Dot) return Word
    const type = wordTypes.get(image)
    if (type !== undefined) return type
    if (!counting.has(image) && !folding.has(image)) return Word
    const next = skipBlanks(this.text, wordEnd, end)
    if (next >= end || this.text.charCodeAt(next) !== OPEN_PAREN) return Word
    return counting.has(image) ? Counting : Folding
  }

  private quoted(start: number, end: number): number {
    const { text, problems } = this
    const close = this.inHole ? -1 : textEnd(text, start, end)
    if (close === -1 || close > end) return this.unclosed(start, end)
    this.push(Text, start, close, text.slice(start, close))
    for (let at = text.indexOf('\\', start); at !== -1 && at < close;) {
      const next = text.charAt(at + 1)
      if (next !== '"' && next !== '\\' && next !== '{') {
        const span = problems.span(this.base + at, this.base + at + 2)
        const mends = [mend('write `\\\\`', [problems.span(span.start, span.start + 1), '\\\\'])]
        problems.add(report('unknown-escape', span, { found: `\\${next}` }, { mends }))
      }
      at = text.indexOf('\\', at + 2)
    }
    return close
  }

  private unclosed(start: number, end: number): number {
    const { problems, base, text } = this
    const newline = text.indexOf('\n', start)
    const stop = newline === -1 || newline > end ? end : newline
    const mends = [mend('close it', [problems.span(base + stop, base + stop), '"'])]
    problems.add(report('text-not-closed', problems.span(base + start, base + stop), {}, { mends }))
    this.push(Text, start, stop, `${text.slice(start, stop)}"`)
    return stop
  }

  private skipComment(start: number, end: number): number {
    const newline = this.text.indexOf('\n', start)
    return newline === -1 || newline > end ? end : newline
  }

  private symbol(start: number, end: number, code: number): number {
    const { text } = this
    if (code === RETURN && (start + 1 >= end || text.charCodeAt(start + 1) === NEWLINE)) {
      return start + 1
    }
    if (code === BACKSLASH && this.inHole && text.charCodeAt(start + 1) === QUOTE) {
      return this.quotedInHole(start, end)
    }
    if (isApostrophe(code)) {
      let close = start + 1
      while (close < end && !isApostrophe(text.charCodeAt(close))) close += 1
      if (close < end) return this.apostrophes(start, close)
    }
    if (code === PERCENT_SIGN && this.tokens.at(-1)?.tokenType === NumberToken) {
      return this.percentApart(start)
    }
    if (code === POINT && isDigit(text.charCodeAt(start + 1))) {
      return this.pointed(start, end) ?? readDigits(this, start, end)
    }
    const foreign = foreignAt(this, start, end)
    if (foreign !== undefined) return foreign
    const two = start + 1 < end ? operatorTypes.get(text.slice(start, start + 2)) : undefined
    const type = two ?? operatorTypes.get(text.charAt(start))
    if (type === undefined) return this.unknownCharacter(start)
    const length = two === undefined ? 1 : 2
    if (code === OPEN_PAREN) this.depth += 1
    else if (code === CLOSE_PAREN) this.depth -= 1
    this.push(type, start, start + length, text.slice(start, start + length))
    return start + length
  }

  private quotedInHole(start: number, end: number): number {
    const close = this.text.indexOf('\\"', start + 2)
    if (close === -1 || close + 2 > end) return this.unclosed(start + 1, end)
    this.push(Text, start, close + 2, this.text.slice(start + 1, close) + '"')
    return close + 2
  }

  private apostrophes(start: number, close: number): number {
    const { problems, base, text } = this
    const span = problems.span(base + start, base + close + 1)
    const inner = text.slice(start + 1, close)
    const written = `"${inner.replace(/[\\"]/g, '\\$&')}"`
    const mends = [mend('write double quotes', [span, written])]
    problems.add(report('single-quotes', span, {}, { mends }))
    this.push(Text, start, close + 1, written)
    return close + 1
  }

  private percentApart(start: number): number {
    const { problems, base } = this
    const number = this.tokens.pop()
    if (number === undefined) return start + 1
    const from = number.endOffset + 1
    const mends = [mend('delete the space', [problems.span(from, base + start), ''])]
    const span = problems.span(base + start, base + start + 1)
    problems.add(report('space-before-percent', span, {}, { mends }))
    this.push(Percent, number.startOffset - base, start + 1, `${number.image}%`)
    return start + 1
  }

  /** Reads `MW.101` as the name that it is meant for, says so, and gives the offset behind it. */
  private pointed(start: number, end: number): number | undefined {
    const { problems, base, text } = this
    const word = this.tokens.at(-1)
    if (word?.tokenType !== Word || word.endOffset + 1 !== base + start) return undefined
    let at = start
    while (at < end && (isWordPart(text.charCodeAt(at)) || isNamePoint(text, at))) at += 1
    const name = `${word.image}${text.slice(start, at)}`
    const span = problems.span(word.startOffset, base + at)
    const extras = {
      help: `a name with a point stands in quotes: write \`"${name}"\``,
      mends: [mend(`write "${name}"`, [span, `"${name}"`])],
    }
    problems.add(report('unknown-character', span, { found: '`.`' }, extras))
    this.tokens.pop()
    this.push(Text, word.startOffset - base, at, `"${name}"`)
    return at
  }

  private unknownCharacter(start: number): number {
    const { problems, base, text } = this
    const length = (text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1
    this.damaged = true
    if (!this.unknown) {
      const span = problems.span(base + start, base + start + length)
      problems.add(report('unknown-character', span, { found: shown(text, start) }))
    }
    this.unknown = true
    return start + length
  }
}

/** A point or a hyphen within a name. */
function isNamePoint(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code !== POINT && code !== MINUS && code !== SLASH) return false
  return isWordPart(text.charCodeAt(at + 1))
}

function isApostrophe(code: number): boolean {
  return code === APOSTROPHE || (code >= 0x2018 && code <= 0x201b)
}

function isOdd(code: number): boolean {
  return code > 127 && (isOddMinus(code) || isOddSpace(code) || isOddQuote(code))
}

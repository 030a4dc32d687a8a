// How a packed tree is written: as numbers in reading order, and lists of what they stand for.

/** A tree without its source. */
export interface PackedTree {
  /** `SPAN` or nothing, the sort or nothing, and the keys of the other parts. */
  readonly shapes: readonly (readonly string[])[]
  readonly words: readonly string[]
  /** The statements. */
  readonly code: string
  /** The parts of texts with holes, by the offsets of these. */
  readonly templates: Readonly<Record<number, string>>
}

/** What is in a shape whose nodes know their span. */
export const SPAN = 'span'

/**
 * What comes next, and which numbers tell it. A place is where it begins, as the way from where the
 * place before began, doubled, and less one where it leads back.
 */
export const Tag = {
  nothing: 0,
  no: 1,
  yes: 2,
  /** Which of the words. */
  text: 3,
  /** The number itself. */
  whole: 4,
  /** How many values; the values. */
  list: 5,
  /**
   * Its place, how long it is, which of the words is its sort; which of the words is its name, and how
   * far from its start, or the one that is empty; how long its other parts are; these.
   */
  line: 6,
  /** Its place; which of the words. */
  word: 7,
  /** A name without quotes: its place; which of the words. */
  name: 8,
  /** A name in quotes that says what is written: its place, how long it is; which of the words. */
  quoted: 9,
  /** An argument of one value: that. */
  argument: 10,
  /** A statement without a block: its line. */
  statement: 11,
  /** A statement with one: its place, how long it is; its line, its entries. */
  block: 12,
  /**
   * A plan line: its place, how long it is, which of the words begins it, how many arguments it has;
   * of an argument of one value that value, else the argument; the clauses.
   */
  plan: 13,
  /** Its place, how long it is; its name, its parameters; how long its body is; that. */
  define: 14,
  /** An expression: its place; which of the words. */
  wordExpression: 15,
  /** Its place, how long it is; what is called, how many arguments; these. */
  call: 16,
  /** Its place, how long it is; what it is a field of, which of the words ends it. */
  field: 17,
  /** Its place, how long it is, which of the words is its operator; both sides. */
  binary: 18,
  /** A node of the first shape, and so on: with a span, its place and how long it is; the parts. */
  shape: 19,
} as const

/** No character needs an escape in JSON: a digit that others follow is above the backslash. */
const LAST = 35
const MORE = 93
const LAST_BASE = MORE - 1 - LAST
const MORE_BASE = 127 - MORE

/** A number from 0 as characters, the lowest digit first. */
export function digitsOf(number: number): string {
  let digits = ''
  let rest = number
  while (rest >= LAST_BASE) {
    digits += String.fromCharCode(MORE + (rest % MORE_BASE))
    rest = Math.floor(rest / MORE_BASE)
  }
  return digits + String.fromCharCode(LAST + rest)
}

/** Reads numbers one after the other. */
export class Digits {
  private readonly text: string
  /** The offset of the next. */
  at: number

  constructor(text: string, at: number) {
    this.text = text
    this.at = at
  }

  next(): number {
    const { text } = this
    let code = text.charCodeAt(this.at)
    this.at += 1
    if (code < MORE) return code - LAST
    let number = 0
    let worth = 1
    while (code >= MORE) {
      number += (code - MORE) * worth
      worth *= MORE_BASE
      code = text.charCodeAt(this.at)
      this.at += 1
    }
    return number + (code - LAST) * worth
  }
}

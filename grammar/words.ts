// The words of a text, found in its bytes. Each is made once as long as it comes again soon: keywords
// and columns are the same strings wherever they stand.

import { MINUS, NINE, SLASH, UNDERSCORE, ZERO } from './chars.ts'
import { prepositions, ruleWords } from './kinds.ts'
import { LineSort } from './line-sorts.ts'
import { Preposition, wordTypes } from './tokens.ts'

/** What the syntax knows of a word. */
const WordSort = { name: 0, preposition: 1, connective: 2 } as const

const LAST_PLAIN = 126
/** How many are remembered: two words of one place take turns. */
const PLACES = 512

/** What a line is by its first word. */
const lineSorts: ReadonlyMap<string, number> = new Map<string, number>([
  ...prepositions.map((word) => [word, LineSort.clauses] as const),
  ...ruleWords.map((word) => [word, LineSort.rule] as const),
  ['define', LineSort.define],
  ['month', LineSort.header],
  ['total', LineSort.total],
])

const LONGEST = Math.max(...[...lineSorts.keys(), ...wordTypes.keys()].map(({ length }) => length))

/** What a line is by its first word; `plan` where it is none of the language's own. */
export function lineSortOf(word: string): number {
  return word.length > LONGEST ? LineSort.plan : (lineSorts.get(word) ?? LineSort.plan)
}

export class Words {
  /** Where the word that was found last ends. */
  end = 0
  private readonly bytes: Uint8Array
  private readonly part: (start: number, end: number) => string
  private readonly texts: string[] = Array.from({ length: PLACES }, () => '')
  /** Where each stood first. */
  private readonly starts = new Int32Array(PLACES)
  private readonly sorts = new Uint8Array(PLACES)
  private readonly lines = new Uint8Array(PLACES)
  private place = 0

  constructor(bytes: Uint8Array, part: (start: number, end: number) => string) {
    this.bytes = bytes
    this.part = part
  }

  /** Finds the word that begins at an offset; false where none does, or it has other characters. */
  find(start: number, end: number): boolean {
    const { bytes } = this
    const first = bytes[start] ?? 0
    if (start >= end || !isPlainLetter(first)) return false
    let hash = first
    let at = start + 1
    while (at < end) {
      const code = bytes[at] ?? 0
      if (code > LAST_PLAIN) return false
      if (isPlainPart(code)) at += 1
      else if (code !== MINUS && code !== SLASH) break
      else if (at + 1 < end && isPlainPart(bytes[at + 1] ?? 0)) at += 1
      else break
      hash = (hash * 31 + code) | 0
    }
    this.end = at
    this.place = this.placeOf(start, at, hash)
    return true
  }

  /** The word that was found last. */
  get text(): string {
    return this.texts[this.place] ?? ''
  }

  /** None of the language's own words. */
  get isName(): boolean {
    return this.sorts[this.place] === WordSort.name
  }

  get isPreposition(): boolean {
    return this.sorts[this.place] === WordSort.preposition
  }

  /** One of `LineSort`, were it the first of a line. */
  get lineSort(): number {
    return this.lines[this.place] ?? LineSort.plan
  }

  private placeOf(start: number, end: number, hash: number): number {
    const { texts, starts } = this
    const place = (hash ^ (hash >>> 9)) & (PLACES - 1)
    const length = end - start
    if (texts[place]?.length === length && this.isSame(starts[place] ?? 0, start, length))
      return place
    const word = this.part(start, end)
    texts[place] = word
    starts[place] = start
    this.sorts[place] = sortOf(word)
    this.lines[place] = lineSortOf(word)
    return place
  }

  private isSame(known: number, start: number, length: number): boolean {
    const { bytes } = this
    for (let at = 0; at < length; at += 1) {
      if (bytes[known + at] !== bytes[start + at]) return false
    }
    return true
  }
}

function sortOf(word: string): number {
  const type = word.length > LONGEST ? undefined : wordTypes.get(word)
  if (type === undefined) return WordSort.name
  return type.CATEGORIES?.[0] === Preposition ? WordSort.preposition : WordSort.connective
}

function isPlainLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === UNDERSCORE
}

function isPlainPart(code: number): boolean {
  return isPlainLetter(code) || (code >= ZERO && code <= NINE)
}

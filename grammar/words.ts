// The words of a text, found in its bytes. Each is made once as long as it comes again soon: keywords,
// columns and families are the same strings wherever they stand.

import { MINUS, NINE, SLASH, UNDERSCORE, ZERO } from './chars.ts'
import { prepositions, ruleWords } from './kinds.ts'
import { LineSort } from './line-sorts.ts'
import { Preposition, wordTypes } from './tokens.ts'

/** What the syntax knows of a word. */
const WordSort = { name: 0, preposition: 1, connective: 2 } as const

const LAST_PLAIN = 126
/** How many are remembered: two words of one place take turns. */
const FEW_PLACES = 1 << 11
const PLACES = 1 << 14
/** Bytes of a text from which on it has many names. */
const LONG = 1 << 16
/** Longer words are made anew. */
const MOST_LETTERS = 64

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

/**
 * The words met last, in whatever text: files name the same things, and a string that was made before
 * is found sooner.
 */
let places = FEW_PLACES
const texts: string[] = []
texts.length = places
texts.fill('')
let sorts = new Uint8Array(places)
let lineSortsByPlace = new Uint8Array(places)

/** What was remembered keeps its place, since somebody may look at it. */
function makeRoom(): void {
  texts.length = PLACES
  texts.fill('', places)
  places = PLACES
  sorts = grown(sorts)
  lineSortsByPlace = grown(lineSortsByPlace)
}

function grown(column: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(PLACES)
  more.set(column)
  return more
}

export class Words {
  /** The word that was found last, and where it ends. */
  text = ''
  end = 0
  private readonly bytes: Uint8Array
  private readonly part: (start: number, end: number) => string
  private place = -1

  constructor(bytes: Uint8Array, part: (start: number, end: number) => string) {
    this.bytes = bytes
    this.part = part
    if (bytes.length > LONG && places < PLACES) makeRoom()
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
    this.recall(start, at, (hash ^ (hash >>> 14)) & (places - 1))
    return true
  }

  /** None of the language's own words. */
  get isName(): boolean {
    return this.place < 0 || sorts[this.place] === WordSort.name
  }

  get isPreposition(): boolean {
    return this.place >= 0 && sorts[this.place] === WordSort.preposition
  }

  /** One of `LineSort`, were it the first of a line. */
  get lineSort(): number {
    return lineSortsByPlace[this.place] ?? LineSort.plan
  }

  private recall(start: number, end: number, place: number): void {
    const known = texts[place] ?? ''
    this.place = place
    if (this.stands(known, start, end)) {
      this.text = known
      return
    }
    const text = this.part(start, end)
    this.text = text
    if (text.length > MOST_LETTERS) {
      this.place = -1
      return
    }
    texts[place] = text
    sorts[place] = sortOf(text)
    lineSortsByPlace[place] = lineSortOf(text)
  }

  private stands(known: string, start: number, end: number): boolean {
    const { bytes } = this
    const { length } = known
    if (length !== end - start) return false
    for (let at = 0; at < length; at += 1) {
      if (known.charCodeAt(at) !== bytes[start + at]) return false
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

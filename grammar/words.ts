// The words of a file, each made once as long as it comes again soon: keywords and columns are the
// same strings wherever they stand.

import type { Codes } from './codes.ts'
import { Preposition, wordTypes } from './tokens.ts'

/** What the syntax knows of a word. */
export const WordSort = { name: 0, preposition: 1, connective: 2 } as const

/** How many are remembered: two words of one place take turns. */
const PLACES = 512

export class Words {
  private readonly text: string
  private readonly texts: string[] = new Array<string>(PLACES).fill('')
  private readonly sorts = new Uint8Array(PLACES)

  constructor({ text }: Codes) {
    this.text = text
  }

  /** The place of the word between two offsets; the hash is any number made of its letters. */
  placeOf(start: number, end: number, hash: number): number {
    const place = hash & (PLACES - 1)
    const known = this.texts[place] ?? ''
    if (known.length === end - start && this.text.startsWith(known, start)) return place
    const word = this.text.slice(start, end)
    this.texts[place] = word
    this.sorts[place] = sortOf(word)
    return place
  }

  textAt(place: number): string {
    return this.texts[place] ?? ''
  }

  /** One of `WordSort`. */
  sortAt(place: number): number {
    return this.sorts[place] ?? WordSort.name
  }
}

const LONGEST = Math.max(...[...wordTypes.keys()].map((word) => word.length))

function sortOf(word: string): number {
  const type = word.length > LONGEST ? undefined : wordTypes.get(word)
  if (type === undefined) return WordSort.name
  return type.CATEGORIES?.[0] === Preposition ? WordSort.preposition : WordSort.connective
}

// The characters of a text as bytes: whoever looks at every one of them reads these, since that is
// quicker than to ask a string.

import { type Letters, lengthOf, partOf, type Source } from '../src/base/source.ts'
import { Words } from './words.ts'

/** Stands for each character that is no ASCII: what it is, the text tells. */
export const NO_ASCII = 255

/** The characters of a source, or of a part of it. Offset 0 is `base` in the source. */
export class Codes {
  readonly bytes: Uint8Array
  readonly size: number
  readonly base: number
  readonly words: Words
  private readonly source: Source
  private made: string | undefined

  constructor(source: Source, base: number, letters: Letters | string) {
    this.source = source
    this.base = base
    this.made = typeof letters === 'string' ? letters : undefined
    this.bytes = typeof letters === 'string' ? encoded(letters) : letters.bytes
    this.size = this.bytes.length
    this.words = new Words(this.bytes, (start, end) => this.part(start, end))
  }

  /** All of it. For some of it, `part` is quicker. */
  get text(): string {
    return (this.made ??= this.source.text)
  }

  /** Whether a host lent the bytes: then all of them are ASCII, and no text need be made. */
  get isLent(): boolean {
    return this.source.letters !== undefined
  }

  part(start: number, end: number): string {
    const { letters } = this.source
    if (this.made === undefined && letters !== undefined) return letters.textOf(start, end)
    return this.text.slice(start, end)
  }
}

/** The characters between two offsets; the bytes that a host lent, where it did. */
export function codesOf(source: Source, from = 0, to = lengthOf(source)): Codes {
  const whole = from === 0 && to === lengthOf(source)
  if (whole && source.letters !== undefined) return new Codes(source, 0, source.letters)
  return new Codes(source, from, partOf(source, from, to))
}

const encoder = new TextEncoder()

function encoded(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  const { read, written } = encoder.encodeInto(text, bytes)
  if (read === text.length && written === text.length) return bytes
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    bytes[at] = code < 128 ? code : NO_ASCII
  }
  return bytes
}

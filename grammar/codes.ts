// The characters of a text as bytes: whoever looks at every one of them reads these, since that is
// quicker than to ask a string.

import type { Source } from '../src/base/source.ts'

/** Stands for each character that is no ASCII: what it is, the text tells. */
export const NO_ASCII = 255

/** Some of a text. Offset 0 of both is `base` in the whole text. */
export interface Codes {
  readonly text: string
  readonly bytes: Uint8Array
  readonly base: number
}

const encoder = new TextEncoder()

/** The characters between two offsets; the bytes that a host lent, where it did. */
export function codesOf(source: Source, from = 0, to = source.text.length): Codes {
  const whole = from === 0 && to === source.text.length
  const text = whole ? source.text : source.text.slice(from, to)
  const { bytes } = source
  if (bytes !== undefined)
    return { text, bytes: whole ? bytes : bytes.subarray(from, to), base: from }
  return { text, bytes: encoded(text), base: from }
}

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

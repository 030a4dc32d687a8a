/** Bytes as text: UTF-8, and where they are not, the place of the first byte that is not. */

import { isAscii, isUtf8 } from 'node:buffer'

import type { Letters } from '../base/source.ts'

export interface Decoded {
  readonly text: string
  /** The first byte that is no UTF-8, and its place in the text. */
  readonly broken:
    | { readonly byte: number; readonly value: number; readonly offset: number }
    | undefined
}

/** The letters of a file that is all ASCII, without a NUL; undefined for any other. */
export function lettersOf(bytes: Buffer): Letters | undefined {
  if (!isAscii(bytes) || bytes.includes(0)) return undefined
  const { buffer, byteOffset, byteLength } = bytes
  return {
    bytes: new Uint8Array(buffer, byteOffset, byteLength),
    textOf: (from, to) => bytes.toString('latin1', from, to),
  }
}

export function decode(bytes: Buffer): Decoded {
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), broken: undefined }
  const byte = goodLength(bytes)
  const offset = bytes.toString('utf8', 0, byte).length
  return { text: bytes.toString('utf8'), broken: { byte, value: bytes[byte] ?? 0, offset } }
}

/** How many bytes from the start are UTF-8: by halving, then letter by letter. */
function goodLength(bytes: Buffer): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 4) {
    const middle = letterStart(bytes, (good + bad) >> 1)
    if (middle <= good) break
    if (isUtf8(bytes.subarray(good, middle))) good = middle
    else bad = middle
  }
  while (good < bytes.length) {
    const next = [1, 2, 3, 4].find((length) =>
      isLetter(bytes.subarray(good, good + length), length),
    )
    if (next === undefined) return good
    good += next
  }
  return good
}

function isLetter(bytes: Buffer, length: number): boolean {
  return bytes.length === length && isUtf8(bytes)
}

/** The start of the letter that a byte belongs to, as far as its bits tell. */
function letterStart(bytes: Buffer, at: number): number {
  let start = at
  while (start > 0 && at - start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1
  return start
}

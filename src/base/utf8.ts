// Bytes as text: UTF-8, and where they are not, the place of the first byte that is not.

export interface BrokenByte {
  /** Its place in the file. */
  readonly byte: number
  readonly value: number
  /** Its place in the text. */
  readonly offset: number
}

export interface Decoded {
  /** What is no UTF-8 stands in it as U+FFFD. */
  readonly text: string
  /** The first byte that is no UTF-8. */
  readonly broken: BrokenByte | undefined
}

/** By what browsers have, too. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const whole = goodText(bytes, false)
  if (whole !== undefined) return { text: whole, broken: undefined }
  // Each shorter start of good text is good, too: so the longest is found by halving.
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (goodText(bytes.subarray(0, middle), true) === undefined) bad = middle
    else good = middle
  }
  const before = goodText(bytes.subarray(0, good), true) ?? ''
  const byte = new TextEncoder().encode(before).length
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  return { text, broken: { byte, value: bytes[byte] ?? 0, offset: before.length } }
}

/** Undefined where it is not UTF-8; a `part` may end within a letter, which is left out. */
function goodText(bytes: Uint8Array, part: boolean): string | undefined {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    return decoder.decode(bytes, { stream: part })
  } catch {
    return undefined
  }
}

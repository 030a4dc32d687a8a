/** The bytes of a file as a client sends them, and the text that they are. */

import { makeSource, spanOf } from '../src/base/source.ts'
import { reportConfiguration as report } from '../src/diagnostics/configuration.ts'
import type { FileChange } from '../src/service/workspace.ts'

/** Of one file. */
export const MOST_BYTES = 64 * 1024 * 1024

/** The first byte that is no UTF-8: its place in the file and in the text. */
interface BrokenByte {
  readonly byte: number
  readonly value: number
  readonly offset: number
}

export interface Decoded {
  readonly text: string
  readonly broken: BrokenByte | undefined
}

/** A plan file with what is wrong with its bytes; `null` stands for a file that cannot be read. */
export function fileChange(
  path: string,
  sent: string | null,
): FileChange & { readonly text: string } {
  const empty = makeSource(path, '')
  const start = spanOf(empty, 0, 0)
  if (sent === null) {
    const reason = 'the editor cannot read it'
    return { path, text: '', problems: [report('file-unreadable', start, { reason })] }
  }
  const bytes = bytesOf(sent)
  if (bytes.length > MOST_BYTES) {
    const values = { length: bytes.length, most: MOST_BYTES }
    return { path, text: '', problems: [report('file-too-large', start, values)] }
  }
  const { text, broken } = decodeUtf8(bytes)
  if (broken === undefined) return { path, text }
  const value = `0x${broken.value.toString(16).toUpperCase().padStart(2, '0')}`
  const span = spanOf(makeSource(path, text), broken.offset, broken.offset + 1)
  return { path, text, problems: [report('file-not-utf8', span, { byte: broken.byte, value })] }
}

/** A file of item data, or why it is none. */
export function textOf(sent: string | null): { readonly text: string } | DataProblem {
  if (sent === null) return { problem: 'the editor cannot read it' }
  const bytes = bytesOf(sent)
  if (bytes.length > MOST_BYTES) {
    return { problem: `it has ${bytes.length} bytes; at most ${MOST_BYTES} are read` }
  }
  const { text, broken } = decodeUtf8(bytes)
  if (broken === undefined) return { text }
  const line = text.slice(0, broken.offset).split('\n').length
  return { problem: `byte ${broken.byte} is no UTF-8`, line, help: 'save the file as UTF-8' }
}

interface DataProblem {
  readonly problem: string
  readonly line?: number
  readonly help?: string
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
}

/** As the command line decodes files, by what browsers have. */
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

/** The bytes of a file as a client sends them, and the text that they are. */

import { itemText, type SourceProblem, tooLong } from '../src/base/item-data.ts'
import { makeSource, spanOf } from '../src/base/source.ts'
import { decodeUtf8 } from '../src/base/utf8.ts'
import { reportConfiguration as report } from '../src/diagnostics/configuration.ts'
import { notUtf8 } from '../src/diagnostics/not-utf8.ts'
import type { FileChange } from '../src/service/workspace.ts'

/** Of one file. */
export const MOST_BYTES = 64 * 1024 * 1024

const UNREADABLE = 'the editor cannot read it'

/** A plan file with what is wrong with its bytes; `null` stands for a file that cannot be read. */
export function fileChange(
  path: string,
  sent: string | null,
): FileChange & { readonly text: string } {
  const empty = makeSource(path, '')
  const start = spanOf(empty, 0, 0)
  if (sent === null) {
    return { path, text: '', problems: [report('file-unreadable', start, { reason: UNREADABLE })] }
  }
  const bytes = bytesOf(sent)
  if (bytes.length > MOST_BYTES) {
    const values = { length: bytes.length, most: MOST_BYTES }
    return { path, text: '', problems: [report('file-too-large', start, values)] }
  }
  const { text, broken } = decodeUtf8(bytes)
  if (broken === undefined) return { path, text }
  return { path, text, problems: [notUtf8(makeSource(path, text), broken)] }
}

/** A file of item data, or why it is none. */
export function itemTextOf(sent: string | null): string | SourceProblem {
  if (sent === null) return { problem: UNREADABLE }
  const bytes = bytesOf(sent)
  return bytes.length > MOST_BYTES ? tooLong(bytes.length, MOST_BYTES) : itemText(decodeUtf8(bytes))
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
}

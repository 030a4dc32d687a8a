/** The report of a file that is no UTF-8, the same from every host. */

import { type Source, spanOf } from '../base/source.ts'
import type { BrokenByte } from '../base/utf8.ts'
import { reportConfiguration } from './configuration.ts'
import type { Diagnostic } from './diagnostic.ts'

/** At the letter that stands for the first byte that is none. */
export function notUtf8(source: Source, { byte, value, offset }: BrokenByte): Diagnostic {
  const written = `0x${value.toString(16).toUpperCase().padStart(2, '0')}`
  const span = spanOf(source, offset, offset + 1)
  return reportConfiguration('file-not-utf8', span, { byte, value: written })
}

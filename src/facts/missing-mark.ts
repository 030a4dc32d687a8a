/** A bare number where per cent are wanted: it could be either of two. */

import type { Exact } from '../base/exact.ts'
import { multiply, printExact } from '../base/exact.ts'
import { or } from '../base/phrases.ts'
import type { Span } from '../base/source.ts'
import { textOf } from '../base/source.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { reportName } from '../diagnostics/names.ts'
import { marked } from './wanted.ts'

/** `more`: where else it is so. */
export function missingMark(span: Span, value: Exact, more = ''): Diagnostic {
  const found = textOf(span)
  const hundredfold = multiply(value, 100)
  const small = `${found}%`
  const large = hundredfold === undefined ? small : `${printExact(hundredfold)}%`
  const texts = [...new Set([small, large])]
  const mends = texts.map((text) => ({
    title: `write \`${text}\``,
    edits: [{ span, text }],
  }))
  return reportName(
    'percent-mark-missing',
    span,
    { found, written: or(texts.map(marked)), more },
    { mends },
  )
}

/** A letter that could not be read stands for one problem, whatever else its line is told. */

import { lineEndAt, lineStartAt, partOf, type Span } from '../base/source.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** The diagnostics without those of lines whose letters were lost when the file was read. */
export function withoutEchoes(
  diagnostics: readonly Diagnostic[],
  problems: readonly Diagnostic[],
): readonly Diagnostic[] {
  const broken = new Set(
    problems.filter(({ code }) => code === 'file-not-utf8').map(({ span }) => span.source.path),
  )
  if (broken.size === 0) return diagnostics
  return diagnostics.filter(
    ({ span }) => !broken.has(span.source.path) || !lineAround(span).includes('\uFFFD'),
  )
}

function lineAround({ source, start }: Span): string {
  return partOf(source, lineStartAt(source, start), lineEndAt(source, start))
}

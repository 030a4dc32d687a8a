/** What a growing selection takes in: from the word at the offset out to the whole file. */

import type { Span } from '../base/source.ts'
import { placeAt } from './place.ts'
import type { Snapshot } from './snapshot.ts'

/** The spans around an offset, each within the next. Invariant: no two are the same. */
export function selectionRanges(snapshot: Snapshot, path: string, offset: number): readonly Span[] {
  const place = placeAt(snapshot, path, offset)
  const spans: Span[] = []
  for (const { span } of place?.parts.toReversed() ?? []) {
    const last = spans.at(-1)
    const wider =
      last === undefined ||
      (span.start <= last.start && span.end >= last.end && length(span) > length(last))
    if (wider) spans.push(span)
  }
  return spans
}

function length({ start, end }: Span): number {
  return end - start
}

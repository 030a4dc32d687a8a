/** The places of a variable within its rule: an editor changes them together as one is typed. */

import type { Span } from '../base/source.ts'
import { mentionAt, mentionsOf } from './mentions.ts'
import { pathOf, type Snapshot } from './snapshot.ts'

/** Only of names that stand in one statement; undefined for all others, which `rename` changes. */
export function linkedRanges(
  snapshot: Snapshot,
  path: string,
  offset: number,
): readonly Span[] | undefined {
  const mention = mentionAt(snapshot, path, offset)
  if (mention === undefined || mention.target.declaration.source.builtIn) return undefined
  const spans = mentionsOf(snapshot, mention.target).map(({ span }) => span)
  const { declaration } = mention.target
  const block = snapshot
    .tree(path)
    ?.statements.find(({ span }) => span.start <= declaration.start && declaration.end <= span.end)
  const within = spans.every(
    ({ source, start, end }) =>
      block !== undefined &&
      pathOf(source) === path &&
      block.span.start <= start &&
      end <= block.span.end,
  )
  // A name in quotes would grow out of them.
  const plain = spans.every(({ source, start }) => source.text.charAt(start) !== '"')
  return within && plain && spans.length > 1
    ? spans.toSorted((a, b) => a.start - b.start)
    : undefined
}

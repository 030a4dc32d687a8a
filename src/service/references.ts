/** Every place that names what is named at an offset; and those of them that one file shows. */

import type { Span } from '../base/source.ts'
import { isDeclaration } from './mention.ts'
import { mentionAt, mentionsOf } from './mentions.ts'
import { pathOf, type Snapshot } from './snapshot.ts'

export interface Highlight {
  readonly span: Span
  /** The name is declared here. */
  readonly declared: boolean
}

export function references(
  snapshot: Snapshot,
  path: string,
  offset: number,
  { declaration }: { readonly declaration: boolean },
): readonly Span[] {
  const mention = mentionAt(snapshot, path, offset)
  if (mention === undefined) return []
  return mentionsOf(snapshot, mention.target)
    .filter((each) => declaration || !isDeclaration(each))
    .map(({ span }) => span)
}

/** The places in the file itself, in order. */
export function highlights(snapshot: Snapshot, path: string, offset: number): readonly Highlight[] {
  const mention = mentionAt(snapshot, path, offset)
  if (mention === undefined) return []
  return mentionsOf(snapshot, mention.target)
    .filter(({ span }) => pathOf(span.source) === path)
    .map((each) => ({ span: each.span, declared: isDeclaration(each) }))
    .toSorted((a, b) => a.span.start - b.span.start)
}

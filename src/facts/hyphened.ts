/** Names and words that have hyphens, and are written with blanks: `make to stock`, `Sales Director`. */

import type { Span } from '../base/source.ts'
import { spanOf } from '../base/source.ts'
import type { Name } from '../../grammar/tree.ts'
import type { FieldType } from '../vocabulary/spec.ts'
import type { Binding } from './binding.ts'
import { factNamed, kindsIn, words } from './resolve.ts'

/** No name has more parts than that. */
const MOST_PARTS = 6

export interface Phrase {
  readonly text: string
  readonly span: Span
}

/** The words from a name on that are one name, or one word of the language, where hyphens join them. */
export function phraseFrom(state: Binding, type: FieldType, name: Name): Phrase | undefined {
  const { source, start } = name.span
  if (name.quoted) return undefined
  const parts = /^[\p{L}\p{N}_-]+(?:[ \t]+[\p{L}\p{N}_-]+)+/u.exec(
    source.text.slice(start, start + 200),
  )?.[0]
  if (parts === undefined) return undefined
  const ends = [...parts.matchAll(/[^ \t]+/g)].map((found) => found.index + found[0].length)
  for (let count = Math.min(ends.length, MOST_PARTS); count > 1; count -= 1) {
    const text = parts.slice(0, ends[count - 1])
    if (!isKnown(state, type, text.replace(/[ \t]+/g, '-'))) continue
    return { text, span: spanOf(source, start, start + text.length) }
  }
  return undefined
}

function isKnown(state: Binding, type: FieldType, text: string): boolean {
  const kinds = kindsIn(type)
  if (factNamed(state, kinds, text) !== undefined) return true
  const lower = text.toLowerCase()
  for (const word of words(type)) if (word.toLowerCase() === lower) return true
  for (const kind of kinds) {
    for (const name of state.names.get(kind)?.keys() ?? []) {
      if (name.toLowerCase() === lower) return true
    }
  }
  return false
}

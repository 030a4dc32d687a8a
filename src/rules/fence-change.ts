/** What a fence lets pass without approval: of which series, and how much of each. */

import type { Exact } from '../base/exact.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn } from '../facts/fact.ts'

/** The series that it governs; undefined where they cannot be read. */
export function fenceSeries(fence: Fact): readonly string[] | undefined {
  const change = factIn(fence, 'change')
  if (change === undefined) return ['operations']
  const list = change.fields.get('series')?.value
  return list?.type === 'list'
    ? list.items.flatMap((item) => (item.value.type === 'word' ? [item.value.word] : []))
    : undefined
}

/** A fence that says nothing of changes lets none pass without approval. */
export function fenceWithin(fence: Fact): Exact | undefined {
  const change = factIn(fence, 'change')
  if (change === undefined) return 0
  const within = change.fields.get('within')?.value
  return within?.type === 'quantity' ? within.value : undefined
}

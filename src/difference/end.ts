/** One of the two states of the plan that a difference is between. */

import type { Fact } from '../facts/fact.ts'
import type { Review } from '../pipeline.ts'

export interface End {
  /** As the reader names it: `main`, `HEAD`, `the working tree`, `2026-10`. */
  readonly name: string
  readonly review: Review
}

export interface Ends {
  readonly base: End
  readonly other: End
  /** What a family of the base is called on the other side. */
  readonly renamed: ReadonlyMap<string, string>
}

/** A fact of the base on the other side; undefined where it is gone. */
function twinIn({ other, renamed }: Ends, { kind, name, index }: Fact): Fact | undefined {
  // The business is the only one of its kind.
  if (name === undefined) return other.review.facts.of(kind)[index]
  const called = kind === 'family' ? (renamed.get(name) ?? name) : name
  return other.review.facts.named(kind, called)
}

/** A subject with its fact on each side: those of the base in their order, then what is new. */
export interface Pair {
  readonly name: string
  readonly base: Fact | undefined
  readonly other: Fact | undefined
}

export function pairsOf(ends: Ends, kind: string): readonly Pair[] {
  const pairs = ends.base.review.facts.of(kind).map((base): Pair => {
    const other = twinIn(ends, base)
    return { name: other?.name ?? base.name ?? kind, base, other }
  })
  const met = new Set(pairs.flatMap(({ other }) => other ?? []))
  const added = ends.other.review.facts.of(kind).filter((fact) => !met.has(fact))
  return [
    ...pairs,
    ...added.map((other): Pair => ({ name: other.name ?? kind, base: undefined, other })),
  ]
}

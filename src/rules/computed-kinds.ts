/** Kinds of facts that nobody writes as statements: what the model finds. */

import type { Fact } from '../facts/fact.ts'
import { gather } from '../base/gather.ts'
import type { Model } from '../model/model.ts'
import type { ComputedKind } from './computed-fact.ts'
import { sealKinds } from './computed-seals.ts'
import { totalKinds } from './computed-totals.ts'

export type { ComputedKind } from './computed-fact.ts'

export const computedKinds: ReadonlyMap<string, ComputedKind> = new Map(
  [...totalKinds, ...sealKinds].map((kind) => [kind.spec.kind, noted(kind)]),
)

/** Which facts there are, and what they say, may depend on any number. */
function noted(kind: ComputedKind): ComputedKind {
  return {
    ...kind,
    facts: (model) => {
      model.reads?.all()
      return kind.facts(model)
    },
  }
}

const byParents = new WeakMap<readonly Fact[], ReadonlyMap<Fact, readonly Fact[]>>()

/** The facts of a computed kind that belong to one fact: an index, built at first use. */
export function computedWithin(kind: ComputedKind, model: Model, of: Fact): readonly Fact[] {
  const facts = kind.facts(model)
  let byParent = byParents.get(facts)
  if (byParent === undefined) {
    byParent = gather(facts, ({ parent }) => parent)
    byParents.set(facts, byParent)
  }
  return byParent.get(of) ?? []
}

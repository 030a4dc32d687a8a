/** The seals of commitments as facts, one a family. */

import type { Fact, Field } from '../facts/fact.ts'
import { factsIn } from '../facts/fact.ts'
import type { Model } from '../model/model.ts'
import type { KindSpec } from '../vocabulary/spec.ts'
import type { ComputedKind } from './computed-fact.ts'
import { computedFact, computedField } from './computed-fact.ts'

const sealSpec: KindSpec = {
  kind: 'seal',
  doc: 'The seal of a commitment, for one of its families.',
  example: 'as "sha256-9f3c…"',
  repetition: 'act',
  arguments: [],
  computed: [
    computedField(
      'family',
      { type: 'fact', kinds: ['family'] },
      'The family whose plan is sealed.',
    ),
    computedField('series', { type: 'series' }, 'Which plan of it.'),
    computedField('cycle', { type: 'fact', kinds: ['cycle'] }, 'The cycle whose plan it is.'),
    computedField('value', { type: 'text' }, 'The seal as the commitment says it.'),
    computedField(
      'changed',
      { type: 'months' },
      'The months that have changed, where history tells.',
    ),
  ],
}

export const sealKinds: readonly ComputedKind[] = [
  { spec: sealSpec, of: 'commit', facts: sealFacts },
]

const sealsByModel = new WeakMap<Model, readonly Fact[]>()

/** A commitment that names no family gives one seal that is never known to hold. */
function sealFacts(model: Model): readonly Fact[] {
  let facts = sealsByModel.get(model)
  if (facts === undefined) {
    const sealed = model.facts.of('commit').filter(({ fields }) => fields.has('as'))
    const found: Fact[] = []
    for (const commit of sealed) {
      const families = factsIn(commit, 'families')
      if (families.length === 0) found.push(sealFact(commit, undefined, found.length))
      families.forEach((family) => found.push(sealFact(commit, family, found.length)))
    }
    facts = found
    sealsByModel.set(model, facts)
  }
  return facts
}

function sealFact(commit: Fact, family: Fact | undefined, index: number): Fact {
  const as = commit.fields.get('as')
  const { span } = commit
  const fields = new Map<string, Field>()
  const series = commit.fields.get('series')
  const cycle = commit.fields.get('cycle')
  if (series !== undefined) fields.set('series', series)
  if (cycle !== undefined) fields.set('cycle', cycle)
  if (as !== undefined) fields.set('value', as)
  if (family !== undefined) fields.set('family', { value: { type: 'fact', fact: family }, span })
  return computedFact(sealSpec, index, commit, fields, as?.span ?? span)
}

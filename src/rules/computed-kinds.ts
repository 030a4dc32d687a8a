/** Kinds of facts that nobody writes as statements: what the model finds in tables. */

import type { Span } from '../base/source.ts'
import type { Field, Fact } from '../facts/fact.ts'
import { factsIn } from '../facts/fact.ts'
import { gather } from '../model/gather.ts'
import type { Model, Total } from '../model/model.ts'
import type { FieldSpec, KindSpec } from '../vocabulary/spec.ts'

export interface ComputedKind {
  readonly spec: KindSpec
  /** The kind whose facts it belongs to, for `seal l in k`. */
  readonly of?: string
  readonly facts: (model: Model) => readonly Fact[]
}

const field = (name: string, type: FieldSpec['type'], doc: string): FieldSpec => ({
  field: name,
  type,
  doc,
})

const totalSpec: KindSpec = {
  kind: 'total',
  doc: "A total row's one number: what it says, and what its column adds up to.",
  example: 'total 1200',
  repetition: 'act',
  arguments: [],
  computed: [
    field('family', { type: 'fact', kinds: ['family'] }, 'The family of its table.'),
    field('series', { type: 'series' }, 'Its column.'),
    field('months', { type: 'months' }, 'The months it adds up.'),
    field('value', { type: 'quantity', in: 'family' }, 'What the row says.'),
    field('sum', { type: 'quantity', in: 'family' }, 'What the column adds up to.'),
  ],
}

const sealSpec: KindSpec = {
  kind: 'seal',
  doc: 'The seal of a commitment, for one of its families.',
  example: 'as "sha256-9f3c…"',
  repetition: 'act',
  arguments: [],
  computed: [
    field('family', { type: 'fact', kinds: ['family'] }, 'The family whose plan is sealed.'),
    field('series', { type: 'series' }, 'Which plan of it.'),
    field('cycle', { type: 'fact', kinds: ['cycle'] }, 'The cycle whose plan it is.'),
    field('value', { type: 'text' }, 'The seal as the commitment says it.'),
    field('changed', { type: 'months' }, 'The months that have changed, where history tells.'),
  ],
}

const totalsByModel = new WeakMap<Model, readonly Fact[]>()

export const computedKinds: ReadonlyMap<string, ComputedKind> = new Map([
  ['total', { spec: totalSpec, facts: totalFacts }],
  ['seal', { spec: sealSpec, of: 'commit', facts: sealFacts }],
])

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

function totalFacts(model: Model): readonly Fact[] {
  let facts = totalsByModel.get(model)
  if (facts === undefined) {
    facts = model.totals().map((total, index) => totalFact(total, index))
    totalsByModel.set(model, facts)
  }
  return facts
}

function totalFact(total: Total, index: number): Fact {
  const { span } = total
  const fields = new Map<string, Field>()
  const put = (name: string, value: Field['value']) => fields.set(name, { value, span })
  if (total.family !== undefined) put('family', { type: 'fact', fact: total.family })
  put('series', { type: 'word', word: total.series })
  put('months', { type: 'months', from: total.months.from, to: total.months.to })
  const quantity = { type: 'quantity', percent: false, sign: '', unit: undefined } as const
  put('value', { ...quantity, value: total.value })
  if (total.sum !== undefined) put('sum', { ...quantity, value: total.sum })
  return computedFact(totalSpec, index, total.statement, fields, span)
}

const sealsByModel = new WeakMap<Model, readonly Fact[]>()

/** A commitment that names no family gives one seal that is never known to hold. */
function sealFacts(model: Model): readonly Fact[] {
  let facts = sealsByModel.get(model)
  if (facts === undefined) {
    const sealed = model.facts.of('commit').filter(({ fields }) => fields.has('as'))
    facts = sealed
      .flatMap((commit) => {
        const families = factsIn(commit, 'families')
        return (families.length === 0 ? [undefined] : families).map((family) => ({
          commit,
          family,
        }))
      })
      .map(({ commit, family }, index) => sealFact(commit, family, index))
    sealsByModel.set(model, facts)
  }
  return facts
}

function sealFact(commit: Fact, family: Fact | undefined, index: number): Fact {
  const as = commit.fields.get('as')
  const { span } = commit
  const fields = new Map<string, Field>()
  for (const [name, said] of [
    ['series', commit.fields.get('series')],
    ['cycle', commit.fields.get('cycle')],
    ['value', as],
  ] as const) {
    if (said !== undefined) fields.set(name, said)
  }
  if (family !== undefined) fields.set('family', { value: { type: 'fact', fact: family }, span })
  return computedFact(sealSpec, index, commit, fields, as?.span ?? span)
}

function computedFact(
  spec: KindSpec,
  index: number,
  parent: Fact,
  fields: ReadonlyMap<string, Field>,
  span: Span,
): Fact {
  return {
    kind: spec.kind,
    spec,
    index,
    name: undefined,
    nameSpan: undefined,
    parent,
    fields,
    lines: new Map(),
    tables: [],
    damaged: false,
    statement: undefined,
    span,
  }
}

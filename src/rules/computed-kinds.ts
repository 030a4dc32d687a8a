/** Kinds of facts that nobody writes as statements: what the model finds in tables. */

import type { Field, Fact } from '../facts/fact.ts'
import type { Model, Total } from '../model/model.ts'
import type { FieldSpec, KindSpec } from '../vocabulary/spec.ts'

interface ComputedKind {
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

const totalsByModel = new WeakMap<Model, readonly Fact[]>()

export const computedKinds: ReadonlyMap<string, ComputedKind> = new Map([
  ['total', { spec: totalSpec, facts: totalFacts }],
])

function totalFacts(model: Model): readonly Fact[] {
  let facts = totalsByModel.get(model)
  if (facts === undefined) {
    facts = model.totals().map((total, index) => totalFact(total, index))
    totalsByModel.set(model, facts)
  }
  return facts
}

function totalFact(total: Total, index: number): Fact {
  const fields = new Map<string, Field>()
  const put = (name: string, value: Field['value']) => fields.set(name, { value, span: total.span })
  if (total.family !== undefined) put('family', { type: 'fact', fact: total.family })
  put('series', { type: 'word', word: total.series })
  put('months', { type: 'months', from: total.months.from, to: total.months.to })
  const quantity = { type: 'quantity', percent: false, sign: '', unit: undefined } as const
  put('value', { ...quantity, value: total.value })
  if (total.sum !== undefined) put('sum', { ...quantity, value: total.sum })
  return {
    kind: 'total',
    spec: totalSpec,
    index,
    name: undefined,
    nameSpan: undefined,
    parent: total.statement,
    fields,
    lines: new Map(),
    tables: [],
    damaged: false,
    statement: undefined,
    span: total.span,
  }
}

/** Total rows as facts: what each says, and what its column adds up to. */

import type { Fact, Field } from '../facts/fact.ts'
import type { Model, Total } from '../model/model.ts'
import type { KindSpec } from '../vocabulary/spec.ts'
import type { ComputedKind } from './computed-fact.ts'
import { computedFact, computedField } from './computed-fact.ts'

/** Volumes and money are two kinds, since rules reckon with them in two units. */
function totalSpec(kind: string, example: string, doc: string): KindSpec {
  return {
    kind,
    doc,
    example,
    repetition: 'act',
    arguments: [],
    computed: [
      computedField('family', { type: 'fact', kinds: ['family'] }, 'The family of its table.'),
      computedField('series', { type: 'series' }, 'Its column.'),
      computedField('months', { type: 'months' }, 'The months it adds up.'),
      computedField('value', { type: 'quantity', in: 'family' }, 'What the row says.'),
      computedField('sum', { type: 'quantity', in: 'family' }, 'What the column adds up to.'),
    ],
  }
}

const VOLUME_TOTAL = totalSpec(
  'total',
  'total 1200',
  "A total row's one number of a volume: what it says, and what its column adds up to.",
)

const MONEY_TOTAL = totalSpec(
  'money-total',
  'total 354_000',
  "A total row's one number of money: what it says, and what its column adds up to.",
)

interface Totals {
  readonly volume: readonly Fact[]
  readonly money: readonly Fact[]
}

const totalsByModel = new WeakMap<Model, Totals>()

export const totalKinds: readonly ComputedKind[] = [
  { spec: VOLUME_TOTAL, facts: (model) => totalsOf(model).volume },
  { spec: MONEY_TOTAL, facts: (model) => totalsOf(model).money },
]

function totalsOf(model: Model): Totals {
  let totals = totalsByModel.get(model)
  if (totals === undefined) {
    const all = model.totals()
    totals = {
      volume: all.filter(({ money }) => !money).map(totalFact(VOLUME_TOTAL)),
      money: all.filter(({ money }) => money).map(totalFact(MONEY_TOTAL)),
    }
    totalsByModel.set(model, totals)
  }
  return totals
}

function totalFact(spec: KindSpec): (total: Total, index: number) => Fact {
  return (total, index) => {
    const fields = new Map<string, Field>()
    const put = (name: string, value: Field['value']) =>
      fields.set(name, { value, span: total.span })
    if (total.family !== undefined) put('family', { type: 'fact', fact: total.family })
    put('series', { type: 'word', word: total.series })
    put('months', { type: 'months', from: total.months.from, to: total.months.to })
    const quantity = { type: 'quantity', percent: false, sign: '', unit: undefined } as const
    put('value', { ...quantity, value: total.value })
    if (total.sum !== undefined) put('sum', { ...quantity, value: total.sum })
    return computedFact(spec, index, total.statement, fields, total.span)
  }
}

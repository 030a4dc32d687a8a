/** Where the price or the cost of a month comes from, what layers make of it included. */

import { printExact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import { nameOf } from '../facts/fact.ts'
import type { Fact } from '../facts/fact.ts'
import type { UnitLiteral } from '../../grammar/tree.ts'
import { quantityOf } from '../units/amount.ts'
import { unitOf } from '../units/owner.ts'
import type { ConversionStep } from '../units/units.ts'
import type { AllBooks } from './books.ts'
import type { Origin } from './model.ts'
import type { RateKind } from './rates.ts'

export function rateOriginOf(
  { plan, rates, ground }: AllBooks,
  kind: RateKind,
  family: Fact,
  month: Month,
): Origin {
  const applied = plan?.slot(kind, family, month)?.applied
  if (applied !== undefined) {
    const { change, below } = applied
    return { from: 'change', by: change.layer, span: change.span, below }
  }
  const rate = rates(kind, family, month)
  const amount = quantityOf(rate?.fact.fields.get('value'))
  if (rate === undefined || amount === undefined) {
    const what = `${kind} of ${nameOf(family)}`
    return { from: 'nothing', missing: { what, month, area: undefined } }
  }
  const { value: written, unit } = amount
  const { units } = ground
  const path = (from: string | undefined, to: string | undefined): readonly ConversionStep[] =>
    from === undefined || to === undefined || from === to
      ? []
      : (units.path(from, to, family, month) ?? [])
  const steps = [
    ...path(unit?.name.text, units.reporting),
    ...path(unit?.per?.name.text, unitOf(family)),
  ]
  return { from: 'stated', span: rate.span, written, unit: unit && wordsOf(unit), steps }
}

/** `EUR per each`, `USD per 12 each`. */
function wordsOf({ name, per }: UnitLiteral): string {
  if (per === undefined) return name.text
  const count = per.count === 1 ? '' : `${printExact(per.count)} `
  return `${name.text} per ${count}${per.name.text}`
}

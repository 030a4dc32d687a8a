/** What is paid for a family, what it costs, or what a currency is worth, and who says so. */

import { type Month, printMonth } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import { type Document, faint, lines, type Piece } from '../markup/document.ts'
import { placeOf } from '../markup/excerpt.ts'
import type { Model } from '../model/model.ts'
import type { ConversionStep } from '../units/units.ts'
import { amountText, reason, stepText } from './origin.ts'

/** The price or the cost that is in force in a month, in the reporting currency. */
export function pricePage(
  model: Model,
  rate: 'price' | 'cost',
  family: Fact,
  month: Month,
  unitOfFamily: string | undefined,
): Document {
  const unit = `${model.units.reporting ?? ''} per ${unitOfFamily ?? ''}`
  const value = model[rate](family, month)
  const origin = model.rateOrigin(rate, family, month)
  const lost = value === undefined && origin.from === 'stated'
  return [
    lines([
      [
        `${rate} of ${family.name ?? ''} ${printMonth(month)} = `,
        ...amountText(value, unit),
        '  ',
        ...reason(origin),
        ...(lost ? [faint(`, and nobody says what that is in ${unit}`)] : []),
      ],
    ]),
  ]
}

/** The planning rate of a currency, and the actual one where there is any. */
export function ratePage({ units }: Model, currency: Fact, month: Month): Document {
  const name = currency.name ?? ''
  const of = `rate of ${name} ${printMonth(month)} = `
  const path = units.path(name, units.reporting ?? '', undefined, month) ?? []
  const planned = units.rate(name, 'plan', month)
  const actual = units.rate(name, 'actual', month)
  return [
    lines([
      [of, ...amountText(planned, units.reporting), '  ', ...saidBy(path)],
      ...(actual === undefined ? [] : [[`actual ${of}`, ...amountText(actual, units.reporting)]]),
    ]),
  ]
}

/** Where a rate stands; of one that leads over another currency, each of its steps. */
function saidBy(path: readonly ConversionStep[]): readonly (string | Piece)[] {
  const [first] = path
  if (first === undefined) return [faint('nobody states it')]
  if (path.length === 1) return [faint('stated at '), placeOf(first.span)]
  return [faint('by way of '), path.map(stepText).join(', ')]
}

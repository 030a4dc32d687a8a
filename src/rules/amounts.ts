/** Amounts that statements say, in the unit in which rules reckon. */

import * as exact from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import { addMonths } from '../base/month.ts'
import type { Fact, Field } from '../facts/fact.ts'
import { factIn, rangeIn, wordIn } from '../facts/fact.ts'
import type { Model } from '../model/model.ts'
import { amountIn, amountOfTable, convert, moneyPerUnit, quantityOf } from '../units/amount.ts'
import { familiesOf, isMoney } from '../units/owner.ts'
import type { Unit } from '../units/unit.ts'
import { atomUnit, ratioUnit } from '../units/unit.ts'

/** An amount in the unit of the family that the fact is about; a percentage is none. */
export function familyAmount(
  model: Model,
  fact: Fact,
  field: Field | undefined,
  month: Month | undefined = monthOf(model, fact),
): Exact | undefined {
  const amount = quantityOf(field)
  if (amount === undefined || amount.percent || amount.unit?.per !== undefined) return undefined
  if (amount.unit === undefined) return amount.value
  const [family] = familiesOf(fact)
  if (month === undefined || family === undefined) return undefined
  const unit = isMoney(fact) ? model.units.reporting : wordIn(family, 'unit')
  return amountIn(model.units, amount, unit, family, month)
}

/** The same of a line or a row of a table, which is in the table's unit. */
function tableAmount(
  model: Model,
  fact: Fact,
  field: Field | undefined,
  month: Month | undefined,
): Exact | undefined {
  const amount = amountOfTable(field, fact.parent)
  return field && amount && familyAmount(model, fact, { ...field, value: amount }, month)
}

/** A number of a total row, in the family's unit. */
export function totalVolume(model: Model, total: Fact, name: string): Exact | undefined {
  return isMoney(total)
    ? undefined
    : tableAmount(model, total, total.fields.get(name), firstOf(total))
}

/** A number of a total row of money, in the reporting currency. */
export function totalMoney(model: Model, total: Fact, name: string): Exact | undefined {
  const amount = amountOfTable(total.fields.get(name), total.parent)
  const month = firstOf(total)
  if (amount === undefined || month === undefined) return undefined
  const currency = amount.unit?.name.text ?? model.units.reporting
  if (currency === undefined || !model.units.isCurrency(currency)) return amount.value
  return convert(model.units, amount.value, currency, model.units.reporting, undefined, month)
}

function firstOf(total: Fact): Month | undefined {
  return rangeIn(total, 'months')?.from
}

/** An opening stock, as of the end of the month before the horizon. */
export function openingAmount(model: Model, opening: Fact): Exact | undefined {
  const month = monthOf(model, opening)
  const before = month === undefined ? undefined : addMonths(month, -1)
  return tableAmount(model, opening, opening.fields.get('value'), before)
}

/** A price or a cost, in the reporting currency per unit of its family, from its first month on. */
export function rateAmount(model: Model, rate: Fact): Exact | undefined {
  const amount = quantityOf(rate.fields.get('value'))
  const [family] = familiesOf(rate)
  const month = rangeIn(rate, 'from')?.from ?? model.horizon?.from
  if (amount === undefined || family === undefined || month === undefined) return undefined
  return moneyPerUnit(model.units, amount, family, month)
}

/** An amount as it is written, per one of what stands behind `per`. */
export function writtenAmount(field: Field | undefined): Exact | undefined {
  const amount = quantityOf(field)
  const count = amount?.unit?.per?.count
  if (amount === undefined || count === undefined) return amount?.value
  return exact.divide(amount.value, count)
}

/** The unit that an amount is written in. */
export function writtenUnit(field: Field | undefined): Unit | undefined {
  const unit = quantityOf(field)?.unit
  if (unit === undefined) return undefined
  const { name, per } = unit
  return per === undefined ? atomUnit(name.text) : ratioUnit(name.text, per.name.text)
}

/** The first month that a fact is about, by itself or by the statement it stands in. */
function monthOf(model: Model, fact: Fact): Month | undefined {
  for (let at: Fact | undefined = fact; at !== undefined; at = at.parent) {
    const from = rangeIn(at, 'months')?.from
    if (from !== undefined) return from
    const cycle = factIn(at, 'cycle')
    if (cycle !== undefined) return model.horizonOf(cycle)?.from
  }
  return model.horizon?.from
}

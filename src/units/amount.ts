/** Brings an amount as written to the unit in which the model keeps it. */

import { divide, multiply } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import type { Fact, Field, QuantityValue } from '../facts/fact.ts'
import { unitName, unitOf } from './owner.ts'
import type { Units } from './units.ts'

export function quantityOf(field: Field | undefined): QuantityValue | undefined {
  return field?.value.type === 'quantity' ? field.value : undefined
}

/**
 * An amount of a line or a row of a table: where it has no unit of its own, it is in the one that
 * the table is in, as its columns are.
 */
export function amountOfTable(
  field: Field | undefined,
  statement: Fact | undefined,
): QuantityValue | undefined {
  const amount = quantityOf(field)
  const unit = statement?.fields.get('in')
  const text = unitName(unit)
  if (amount === undefined || amount.unit !== undefined || unit === undefined) return amount
  if (text === undefined) return amount
  const name = { sort: 'name', text, quoted: false, span: unit.span } as const
  const { type, value, percent, sign } = amount
  return { type, value, percent, sign, unit: { name, span: unit.span } }
}

/** A number in one unit as a number in another; undefined where nothing says how. */
export function convert(
  units: Units,
  value: Exact,
  from: string | undefined,
  to: string | undefined,
  family: Fact | undefined,
  month: Month,
): Exact | undefined {
  if (from === undefined || from === to) return value
  const factor = to === undefined ? undefined : units.factor(from, to, family, month)
  return factor === undefined ? undefined : multiply(value, factor)
}

/** An amount in a unit; without a unit of its own it is in that one already. */
export function amountIn(
  units: Units,
  amount: QuantityValue,
  unit: string | undefined,
  family: Fact | undefined,
  month: Month,
): Exact | undefined {
  return convert(units, amount.value, amount.unit?.name.text, unit, family, month)
}

/**
 * `24.50 USD per 12 each` as so much of one unit per one of another: as a price in the reporting
 * currency per unit of the family, or as hours per unit of the family.
 */
export function ratioIn(
  units: Units,
  amount: QuantityValue,
  over: string | undefined,
  under: string | undefined,
  family: Fact | undefined,
  month: Month,
): Exact | undefined {
  const per = amount.unit?.per
  if (amount.unit === undefined || per === undefined || under === undefined) return undefined
  const value = convert(units, amount.value, amount.unit.name.text, over, family, month)
  const base = convert(units, per.count, per.name.text, under, family, month)
  return value === undefined || base === undefined ? undefined : divide(value, base)
}

/** A price, cost or change of one, in the reporting currency per unit of the family. */
export function moneyPerUnit(
  units: Units,
  amount: QuantityValue,
  family: Fact,
  month: Month,
): Exact | undefined {
  return ratioIn(units, amount, units.reporting, unitOf(family), family, month)
}

/** Checks amounts per unit: prices and costs, and what a unit takes of a resource. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { reportUnits } from '../diagnostics/units.ts'
import type { Fact, Field } from '../facts/fact.ts'
import { factIn } from '../facts/fact.ts'
import type { UnitLiteral } from '../../grammar/tree.ts'
import { quantityOf } from './amount.ts'
import { familiesOf, unitOf } from './owner.ts'
import type { Units } from './units.ts'
import { notConnected } from './wanted.ts'

/** A price or cost must be money per a unit that the family is or converts to. */
export function checkMoneyPerUnit(
  line: Fact,
  kind: string,
  field: Field | undefined,
  family: Fact,
  units: Units,
): readonly Diagnostic[] {
  const amount = quantityOf(field)
  if (field === undefined || amount === undefined) return []
  const { span } = field
  const { unit } = amount
  const own = unitOf(family)
  const name = family.name ?? 'this family'
  const example = `24.50 ${units.reporting ?? 'USD'} per ${own ?? 'each'}`
  if (unit?.per === undefined || amount.percent) {
    if (mayLackUnit(line, unit) || isUnknown(unit, units)) return []
    const written = amount.percent ? 'a percentage' : writtenUnit(unit)
    return [reportUnits('price-not-money-per-unit', span, { kind, family: name, example, written })]
  }
  const money = unit.name.text
  const per = unit.per.name.text
  if (!units.has(money) || !units.has(per)) return []
  if (!units.isCurrency(money) || units.isCurrency(per)) {
    const written = writtenUnit(unit)
    return [reportUnits('price-not-money-per-unit', span, { kind, family: name, example, written })]
  }
  const what = `the ${kind} of ${name}`
  const ask = (from: string, to: string | undefined, written: string): readonly Diagnostic[] =>
    to === undefined ? [] : notConnected(units, { what, from, to, family, written, span })
  return [...ask(money, units.reporting, `in ${money}`), ...ask(per, own, `per ${per}`)]
}

/** What is used of a resource must be in its unit, per a unit of the family or group. */
export function checkUse(fact: Fact, units: Units): readonly Diagnostic[] {
  const field = fact.fields.get('value')
  const amount = quantityOf(field)
  const resource = factIn(fact, 'resource')
  if (field === undefined || amount === undefined || resource === undefined) return []
  const { span } = field
  const { unit } = amount
  const own = unitOf(resource)
  const families = familiesOf(fact)
  const owner = families[0] ?? fact.parent
  const counted = owner === undefined ? undefined : unitOf(owner)
  if (unit?.per === undefined || amount.percent) {
    if (mayLackUnit(fact, unit) || isUnknown(unit, units)) return []
    const example = `0.05 ${own ?? 'hour'} per ${counted ?? 'each'}`
    const written = amount.percent ? 'a percentage' : writtenUnit(unit)
    const name = resource.name ?? 'a resource'
    return [reportUnits('uses-not-resource-per-unit', span, { resource: name, example, written })]
  }
  const family = families[0]
  const over = unit.name.text
  const per = unit.per.name.text
  const what = `what is used of ${resource.name ?? 'this resource'}`
  const ask = (from: string, to: string | undefined, written: string): readonly Diagnostic[] =>
    to === undefined ? [] : notConnected(units, { what, from, to, family, written, span })
  return [...ask(over, own, `in ${over}`), ...ask(per, counted, `per ${per}`)]
}

/** Where some of the line could not be read, that may have been the unit: it has its message. */
function mayLackUnit({ damaged }: Fact, unit: UnitLiteral | undefined): boolean {
  return damaged && unit?.per === undefined
}

/** A unit that nobody declares has its message, too. */
function isUnknown(unit: UnitLiteral | undefined, units: Units): boolean {
  return unit?.per === undefined && unit !== undefined && !units.has(unit.name.text)
}

function writtenUnit(unit: UnitLiteral | undefined): string {
  if (unit === undefined) return 'a bare number'
  return unit.per === undefined
    ? `in ${unit.name.text}`
    : `in ${unit.name.text} per ${unit.per.name.text}`
}

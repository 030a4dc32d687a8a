/** Checks that each number is in a unit that what it is about can be counted in. */

import type { UnitLiteral } from '../../grammar/tree.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { reportUnits } from '../diagnostics/units.ts'
import type { Fact, Facts, Field } from '../facts/fact.ts'
import { factIn, factsIn, wordIn } from '../facts/fact.ts'
import { quantityOf } from './amount.ts'
import { checkIn } from './in-columns.ts'
import { familiesOf, familyOfLine, isMoney, unitOf } from './owner.ts'
import { checkMoneyPerUnit, checkUse } from './ratios.ts'
import type { Units } from './units.ts'
import { missingConversion } from './wanted.ts'

const NONE: readonly Diagnostic[] = []

type Check = (fact: Fact, units: Units) => readonly Diagnostic[]

/** What the numbers of a kind must be, by kind. */
const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['price', checkRate],
  ['cost', checkRate],
  ['uses', checkUse],
  ['opening', checkVolume],
  ['position', checkVolume],
  ['resolved', checkVolume],
  ['family-negligible', checkVolume],
  ['change', checkChange],
])

/** What a change of something else than a series is an amount of. */
const CHANGED: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['price', changeOfRate],
  ['cost', changeOfRate],
  ['available', changeOfResource],
  ['overtime', changeOfResource],
])

export function checkQuantities(facts: Facts, units: Units): readonly Diagnostic[] {
  const problems: Diagnostic[] = []
  for (const [kind, check] of CHECKS) checkAll(facts.of(kind), check, units, problems)
  for (const kind of facts.kinds) {
    const all = facts.of(kind)
    if (all[0]?.spec.clauses?.in !== undefined) checkAll(all, checkIn, units, problems)
  }
  return problems
}

function checkAll(
  facts: readonly Fact[],
  check: Check,
  units: Units,
  problems: Diagnostic[],
): void {
  for (let at = 0; at < facts.length; at += 1) {
    const fact = facts[at]
    const found = fact === undefined ? NONE : check(fact, units)
    if (found.length > 0) problems.push(...found)
  }
}

function checkRate(fact: Fact, units: Units): readonly Diagnostic[] {
  const family = familyOfLine(fact)
  const field = fact.fields.get('value')
  return family === undefined ? [] : checkMoneyPerUnit(fact, fact.kind, field, family, units)
}

function checkVolume(fact: Fact, units: Units): readonly Diagnostic[] {
  return checkAmount(fact, fact.fields.get('value'), units, false)
}

function checkChange(fact: Fact, units: Units): readonly Diagnostic[] {
  const word = wordIn(fact, 'series')
  const special = word === undefined ? undefined : CHANGED.get(word)
  if (special !== undefined) return special(fact, units)
  const group = factIn(fact, 'series') !== undefined
  return [
    ...checkAmount(fact, fact.fields.get('by'), units, true),
    ...checkAmount(fact, fact.fields.get('to'), units, group),
  ]
}

function changeOfRate(fact: Fact, units: Units): readonly Diagnostic[] {
  const kind = wordIn(fact, 'series') ?? ''
  return ['by', 'to'].flatMap((clause) => {
    const field = fact.fields.get(clause)
    if (clause === 'by' && quantityOf(field)?.percent === true) return []
    return familiesOf(fact).flatMap((family) => checkMoneyPerUnit(fact, kind, field, family, units))
  })
}

function changeOfResource(fact: Fact, units: Units): readonly Diagnostic[] {
  const resources = factsIn(fact, 'of').filter((each) => each.kind === 'resource')
  return ['by', 'to'].flatMap((clause) => {
    const field = fact.fields.get(clause)
    const amount = quantityOf(field)
    if (field === undefined || amount === undefined) return []
    if (amount.percent) return clause === 'by' ? [] : [percentage(fact, field)]
    return resources.flatMap((resource) =>
      missingConversion(units, {
        what: `a change of ${resource.name ?? 'this resource'}`,
        unit: amount.unit,
        wanted: unitOf(resource),
        family: undefined,
        span: field.span,
      }),
    )
  })
}

function checkAmount(
  fact: Fact,
  field: Field | undefined,
  units: Units,
  percentAllowed: boolean,
): readonly Diagnostic[] {
  const amount = quantityOf(field)
  if (field === undefined || amount === undefined) return NONE
  if (amount.percent) return percentAllowed ? NONE : [percentage(fact, field)]
  // In the unit of what it is about.
  if (amount.unit === undefined) return NONE
  return checkUnit(fact, field, units, amount.unit)
}

function checkUnit(
  fact: Fact,
  field: Field,
  units: Units,
  unit: UnitLiteral,
): readonly Diagnostic[] {
  const money = isMoney(fact)
  return familiesOf(fact)
    .flatMap((family) =>
      missingConversion(units, {
        what: `${nameOf(fact)} of ${family.name ?? 'this family'}`,
        unit,
        wanted: money ? units.reporting : unitOf(family),
        family,
        span: field.span,
      }),
    )
    .slice(0, 1)
}

function percentage(fact: Fact, field: Field): Diagnostic {
  return reportUnits('not-a-percentage', field.span, { what: nameOf(fact) })
}

function nameOf(fact: Fact): string {
  return `\`${fact.spec.keyword ?? fact.kind}\``
}

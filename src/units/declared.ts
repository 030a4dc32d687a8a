/** The units and currencies that are declared, and the reporting currency. */

import type { Fact, Facts } from '../facts/fact.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { reportUnits } from '../diagnostics/units.ts'
import { lineField, unitName } from './owner.ts'

export interface Declared {
  readonly units: ReadonlyMap<string, Fact>
  readonly currencies: ReadonlyMap<string, Fact>
  readonly reporting: string | undefined
  readonly problems: readonly Diagnostic[]
}

export function readDeclared(facts: Facts): Declared {
  const units = firstByName(facts.of('unit'))
  const currencies = firstByName(facts.of('currency'))
  const business = facts.of('business')[0]
  const reporting = business && unitName(lineField(business, 'business-currency', 'value'))
  if (business !== undefined && reporting !== undefined && !currencies.has(reporting)) {
    currencies.set(reporting, business)
  }
  const problems: Diagnostic[] = []
  for (const [name, unit] of units) {
    const currency = currencies.get(name)
    if (currency === undefined) continue
    problems.push(
      reportUnits(
        'unit-and-currency',
        unit.nameSpan ?? unit.span,
        { name },
        {
          labels: [{ span: currency.nameSpan ?? currency.span, text: 'a currency here' }],
        },
      ),
    )
  }
  return { units, currencies, reporting, problems }
}

export function isDeclared(declared: Declared, name: string): boolean {
  return declared.units.has(name) || declared.currencies.has(name)
}

function firstByName(facts: readonly Fact[]): Map<string, Fact> {
  const byName = new Map<string, Fact>()
  for (const fact of facts) {
    if (fact.name !== undefined && !byName.has(fact.name)) byName.set(fact.name, fact)
  }
  return byName
}

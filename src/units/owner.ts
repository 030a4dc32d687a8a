/** Units that facts own, and what else of a fact says which units its numbers are in. */

import type { Fact, Field } from '../facts/fact.ts'
import { factIn, factsIn, wordIn } from '../facts/fact.ts'
import { seriesSpec } from '../vocabulary/series.ts'

/** A field of a line that may stand once in a fact's block. */
export function lineField(fact: Fact, kind: string, field: string): Field | undefined {
  return fact.lines.get(kind)?.[0]?.fields.get(field)
}

/** The unit in which a family, group or resource is planned. */
export function unitOf(owner: Fact): string | undefined {
  return unitName(owner.fields.get('unit'))
}

/** The name in a field that holds a unit. */
export function unitName(field: Field | undefined): string | undefined {
  if (field?.value.type === 'word') return field.value.word
  return field?.value.type === 'text' ? field.value.text : undefined
}

/** Where a statement names the families that it is about. */
const FAMILY_FIELDS = ['family', 'families', 'of'] as const

/** The families a fact is about: its own, or those of the statement it stands in. */
export function familiesOf(fact: Fact): readonly Fact[] {
  if (fact.kind === 'family') return [fact]
  for (const field of FAMILY_FIELDS) {
    const families = factsIn(fact, field).filter((each) => each.kind === 'family')
    if (families.length > 0) return families
  }
  return fact.parent === undefined ? [] : familiesOf(fact.parent)
}

/** Whether the series a fact names is money. */
export function isMoney(fact: Fact): boolean {
  const series = wordIn(fact, 'series')
  return series !== undefined && seriesSpec(series)?.dimension === 'money'
}

/** The family of a line of a conversion. */
export function familyOfLine(line: Fact): Fact | undefined {
  return line.parent === undefined ? undefined : factIn(line.parent, 'family')
}

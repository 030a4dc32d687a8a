/** What a fact says, as text: a report runs no stage, and reads the facts of one by itself. */

import type { Fact } from '../facts/fact.ts'

export function textIn(fact: Fact | undefined, field: string): string | undefined {
  const value = fact?.fields.get(field)?.value
  return value?.type === 'text' ? value.text : undefined
}

/** The number of the principle that a rule says. */
export function principleIn(rule: Fact): number | undefined {
  const value = rule.fields.get('principle')?.value
  return value?.type === 'quantity' && typeof value.value === 'number' ? value.value : undefined
}

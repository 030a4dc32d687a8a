/** What a finding says of what: the same as long as it does, wherever lines go and numbers move. */

import type { Fact } from '../facts/fact.ts'
import { type Called, identityOf } from '../facts/telling.ts'
import type { Version } from '../model/model.ts'
import type { Finding, Place } from './finding.ts'

/**
 * The rule, the facts that the finding is about and which numbers it points at; no place, wording,
 * severity, value or month counts. Findings of the same things in other months share it, and so do
 * twins: see `report/finding-id.ts`. `called` is what families are called where keys are compared.
 */
export function findingKey(
  { rule, about, places }: Pick<Finding, 'rule' | 'about' | 'places'>,
  called: Called = (name) => name,
): string {
  const facts = about.map((fact) => factWords(fact, called)).toSorted()
  const numbers = [...new Set(places.flatMap(numberAt))].toSorted()
  return JSON.stringify([rule, facts, numbers])
}

/** What a fact is known by wherever keys are compared. */
export function factWords(fact: Fact, called: Called): string {
  const own = identityOf(fact, called)
  return fact.parent === undefined ? own : `${factWords(fact.parent, called)} ${own}`
}

function numberAt({ cell }: Place): readonly string[] {
  return cell === undefined ? [] : [`${versionWords(cell.version)} ${cell.series}`]
}

function versionWords(version: Version): string {
  return typeof version === 'string' ? version : `${version.kind} ${version.name ?? ''}`
}

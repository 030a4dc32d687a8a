/** Functions of roles: who may decide. */

import type { Fact, Facts } from '../../facts/fact.ts'
import { factIn } from '../../facts/fact.ts'
import { factOf, TRUTH } from '../type.ts'
import { simple } from './spec.ts'

const ROLE = factOf('role')

/** Whether one role is another, or stands above it; circles of roles end. */
function standsAbove(role: Fact, other: Fact): boolean {
  const seen = new Set<Fact>()
  for (let at: Fact | undefined = other; at !== undefined; at = factIn(at, 'under')) {
    if (at === role) return true
    if (seen.has(at)) return false
    seen.add(at)
  }
  return false
}

/** Whether a role may decide for another: it is that role, stands above it, or leads the business. */
export function hasAuthority(facts: Facts, role: Fact, other: Fact): boolean {
  const business = facts.of('business')[0]
  const leader = business === undefined ? undefined : factIn(business, 'leader')
  return role === leader || standsAbove(role, other)
}

export const peopleFunctions = [
  simple({
    name: 'authority',
    signature: 'authority(r, q)',
    doc: 'Whether role r is q, stands above q, or leads the business.',
    parameters: [ROLE, ROLE],
    type: TRUTH,
    apply: ({ model }, role, other) => hasAuthority(model.facts, role as Fact, other as Fact),
  }),
]

/** Functions of roles: who may decide. */

import type { Fact, Facts } from '../../facts/fact.ts'
import { factIn } from '../../facts/fact.ts'
import { factOf, TRUTH } from '../type.ts'
import { simple } from './spec.ts'

const ROLE = factOf('role')

/**
 * Whether one role is another, or stands above it; unknown where a role on the way could not be
 * read. The binder leaves no circles of roles.
 */
function standsAbove(role: Fact, other: Fact): boolean | undefined {
  let at = other
  for (;;) {
    if (at === role) return true
    const above = factIn(at, 'under')
    if (above === undefined) return at.damaged ? undefined : false
    at = above
  }
}

/**
 * Whether a role may decide for another: it is that role, stands above it, or leads the business.
 * Unknown where a role on the way could not be read.
 */
export function hasAuthority(facts: Facts, role: Fact, other: Fact): boolean | undefined {
  const business = facts.of('business')[0]
  const leader = business === undefined ? undefined : factIn(business, 'leader')
  if (role === leader) return true
  const above = standsAbove(role, other)
  // A leader who cannot be read may be this one.
  return above === false && leader === undefined && business?.damaged === true ? undefined : above
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

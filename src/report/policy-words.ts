/** What a policy is set to, and where. */

import type { Span } from '../base/source.ts'
import { placeOf } from '../markup/excerpt.ts'
import type { ListedPolicy } from '../rules/rule-list.ts'

/** `2%, built in`, `1%, set in policy.sop:12:1; 90% about widgets, set in policy.sop:4:1`. */
export function policyWords({ general, families }: ListedPolicy): string {
  return [
    setting(general.value, general.place),
    ...families.map(({ family, value, place }) => setting(`${value} about ${family}`, place)),
  ].join('; ')
}

function setting(value: string, place: Span): string {
  return `${value}, ${place.source.builtIn ? 'built in' : `set in ${placeOf(place)}`}`
}

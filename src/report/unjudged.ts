/** What could not be judged, by the fact that is missing: a list of what to add next. */

import { type Block, entry, faint, GAP, paragraph, strong } from '../markup/document.ts'
import type { Unjudged } from '../rules/finding.ts'
import { counted, monthsText } from './words.ts'

/** Missing facts that are listed. */
const MOST_MISSING = 10

export function unjudgedBlocks(unjudged: readonly Unjudged[]): readonly Block[] {
  if (unjudged.length === 0) return []
  const sorted = unjudged.toSorted(
    (a, b) => b.instances - a.instances || (a.what < b.what ? -1 : 1),
  )
  const more = sorted.length - MOST_MISSING
  return [
    paragraph([strong('Not judged'), ', because this is not known:']),
    ...sorted.slice(0, MOST_MISSING).map(missingEntry),
    ...(more > 0 ? [entry(' ', `and ${counted(more, 'more fact')}`, 2)] : []),
    GAP,
  ]
}

/** `actual sales of widgets 2026-01 .. 2026-09: 12 rules`. */
function missingEntry({ what, months, rules }: Unjudged): Block {
  const [only] = rules
  const asking = rules.length === 1 && only !== undefined ? only : counted(rules.length, 'rule')
  const when = months.length === 0 ? '' : ` ${monthsText(months)}`
  return entry('-', [`${what}${when}: `, faint(asking)], 2)
}

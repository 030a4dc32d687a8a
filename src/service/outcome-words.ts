/** How a rule fares here, in a few words. */

import type { Outcome } from '../rules/finding.ts'

/** `breaks 2 times, holds 10 times`. */
export function outcomeWords({
  severity,
  broken,
  todo,
  waived,
  held,
  unjudged,
  unusedAreas,
}: Outcome): string {
  if (severity === 'off') return 'switched off'
  if (unusedAreas.length > 0) return `silent: nothing here uses ${unusedAreas.join(', ')}`
  const parts = [
    broken > 0 ? `breaks ${counted(broken, 'time')}` : '',
    todo > 0 ? `${todo} to do` : '',
    waived > 0 ? `${waived} waived` : '',
    `holds ${counted(held, 'time')}`,
    unjudged > 0 ? `${unjudged} not judged` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** What a finding says, for who is shown nothing else of it. */

import { printRange } from '../base/month.ts'
import type { Finding } from './finding.ts'

/** It speaks of its first month: where there are several, all of them stand behind it. */
export function wholeMessage({ message, months }: Finding): string {
  const one = months.length === 0 || (months.length === 1 && months[0]?.from === months[0]?.to)
  return one ? message : `${message} (${months.map(printRange).join(', ')})`
}

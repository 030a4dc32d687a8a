/** What is said of a plan, for who is shown nothing else of it. */

import { type MonthRange, printRange } from '../base/month.ts'

interface Said {
  readonly message: string
  readonly months: readonly MonthRange[]
}

/** It speaks of its first month: where there are several, all of them stand behind it. */
export function wholeMessage({ message, months }: Said): string {
  const one = months.length === 0 || (months.length === 1 && months[0]?.from === months[0]?.to)
  return one ? message : `${message} (${months.map(printRange).join(', ')})`
}

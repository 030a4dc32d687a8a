/** What a finding said before, where its numbers are others now. */

import { type MonthRange, printRange } from './month.ts'

export interface Worded {
  readonly months: readonly MonthRange[]
  /** None where the words cannot be compared. */
  readonly message?: string | undefined
}

/** Of the same months, since a finding says the numbers of its first; undefined where it says the same. */
export function saidBefore(
  { months, message }: Worded,
  before: readonly Worded[],
): string | undefined {
  const same = before.filter((each) => printed(each.months) === printed(months))
  if (same.some((each) => each.message === message)) return undefined
  return same.flatMap((each) => each.message ?? [])[0]
}

function printed(months: readonly MonthRange[]): string {
  return months.map(printRange).join()
}

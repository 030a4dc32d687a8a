/** The company's calendar: when what is written, and how far the files are on a day. */

const FIRST = { year: 2025, month: 10 }

/** Days of a cycle's month, on which what they name has been written by the evening. */
export const DAYS = {
  opened: 1,
  actuals: 5,
  'demand-review': 10,
  'supply-review': 12,
  reconciliation: 17,
  executive: 19,
  revision: 24,
} as const
export type Step = keyof typeof DAYS

/** A day in a cycle. */
export interface Moment {
  readonly cycle: number
  readonly day: number
}

/** Months are counted from that of the first cycle, which begins the fiscal year. */
export function monthText(count: number): string {
  const month = FIRST.month - 1 + count
  const ofYear = String((((month % 12) + 12) % 12) + 1).padStart(2, '0')
  return `${FIRST.year + Math.floor(month / 12)}-${ofYear}`
}

export function dayText(cycle: number, day: number): string {
  return `${monthText(cycle)}-${String(day).padStart(2, '0')}`
}

export function onDay(cycle: number, step: Step): string {
  return dayText(cycle, DAYS[step])
}

/** Whether a cycle's step lies behind, so that what it gave is in the files. */
export function isWritten(now: Moment, cycle: number, step: Step): boolean {
  return cycle < now.cycle || (cycle === now.cycle && DAYS[step] <= now.day)
}

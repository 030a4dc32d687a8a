// Days of the Gregorian calendar as integers, and the durations that lead from one to another.

/** A day, counted from 1970-01-01, in the Gregorian calendar reckoned back to its first year. */
export type Day = number & { readonly brand: 'day' }

/** The day of the week: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** A length of time as a planner says it: 3 months, 6 weeks, 10 days. */
export interface Duration {
  readonly count: number
  readonly of: 'month' | 'week' | 'day'
}

/** Year, month and day of the month, each counted from 1. */
export interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The day of a date; undefined when there is no such day, as 2026-02-30. */
export function makeDay(year: number, month: number, day: number): Day | undefined {
  const real = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return real ? dayNumber(year, month, day) : undefined
}

/** The day written as `2026-12-04`; undefined when it is not so written, or is no day. */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const year = Number(text.slice(0, 4))
  if (year === 0) return undefined
  return makeDay(year, Number(text.slice(5, 7)), Number(text.slice(8, 10)))
}

/** The day as `2026-12-04`. */
export function printDay(day: Day): string {
  const date = calendarDay(day)
  return `${padded(date.year, 4)}-${padded(date.month, 2)}-${padded(date.day, 2)}`
}

/** Year, month and day of the month of a day. */
export function calendarDay(day: Day): CalendarDay {
  const sinceMarchOfYearZero = day + 719_468
  const era = Math.floor(sinceMarchOfYearZero / 146_097)
  const dayOfEra = sinceMarchOfYearZero - era * 146_097
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - daysBefore(yearOfEra)
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  }
}

/** The day so many days later, or earlier. */
export function addDays(day: Day, count: number): Day {
  return (day + count) as Day
}

/** The day a duration later. A month later than the 31st is at the latest the month's last day. */
export function addDuration(day: Day, duration: Duration): Day {
  if (duration.of === 'day') return addDays(day, duration.count)
  if (duration.of === 'week') return addDays(day, 7 * duration.count)
  const date = calendarDay(day)
  const months = date.year * 12 + date.month - 1 + duration.count
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  return dayNumber(year, month, Math.min(date.day, daysInMonth(year, month)))
}

/** The day of the week. */
export function weekday(day: Day): Weekday {
  return (sinceMonday(day) + 1) as Weekday
}

/** How many days from Monday to Friday there are between two days, both counted. */
export function workdays(from: Day, to: Day): number {
  return to < from ? 0 : workdaysBefore(addDays(to, 1)) - workdaysBefore(from)
}

/** How many days a month has; the month is counted from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Counts in eras of 400 years that begin in March, so that the leap day is a year's last. */
function dayNumber(year: number, month: number, day: number): Day {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const monthFromMarch = month <= 2 ? month + 9 : month - 3
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1
  return (era * 146_097 + daysBefore(marchYear - era * 400) + dayOfYear - 719_468) as Day
}

/** The days of an era before one of its years. */
function daysBefore(yearOfEra: number): number {
  return yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
}

/** Days since the Monday before, 0 on a Monday; 1970-01-01 was a Thursday. */
function sinceMonday(day: Day): number {
  return (((day + 3) % 7) + 7) % 7
}

/** Workdays before a day, counted from a Monday of 1969. */
function workdaysBefore(day: Day): number {
  return Math.floor((day + 3) / 7) * 5 + Math.min(sinceMonday(day), 5)
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

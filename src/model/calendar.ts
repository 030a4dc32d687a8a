/** Working days, first and last days of periods, and fiscal years. */

import { addDays, workdays } from '../base/date.ts'
import type { Day } from '../base/date.ts'
import { addMonths, firstDay, monthOfYear, printMonth } from '../base/month.ts'
import type { Month, MonthRange } from '../base/month.ts'
import { reportCells } from '../diagnostics/cells.ts'
import type { Fact } from '../facts/fact.ts'
import { lineField } from '../units/owner.ts'
import type { Ground } from './ground.ts'
import { plainAt } from './column.ts'
import { readStarts } from './periods.ts'
import { decode, spanStating } from './stated.ts'
import type { Piece, StatedColumn } from './stated.ts'
import { readRows } from './statements.ts'

export interface Calendar {
  readonly workdays: (month: Month) => number
  readonly firstDay: (month: Month) => Day
  readonly lastDay: (month: Month) => Day
  readonly year: (month: Month) => MonthRange
}

const MOST_DAYS = 31

export function readCalendar(ground: Ground): Calendar {
  const calendars = ground.facts.of('calendar')
  const column = readWorkdays(ground, calendars)
  const starts = readStarts(ground)
  const business = ground.facts.of('business')[0]
  const fiscal = business && lineField(business, 'business-fiscal-year', 'from')?.value
  const begins = fiscal?.type === 'month' ? monthOfYear(fiscal.month) : 1
  const first = (month: Month): Day => starts.get(month) ?? firstDay(month)
  const last = (month: Month): Day => addDays(first(addMonths(month, 1)), -1)
  return {
    firstDay: first,
    lastDay: last,
    workdays: (month) => {
      const said = plainAt(column, month - column.first)
      if (said >= 0 && said <= MOST_DAYS) return said
      return workdays(first(month), last(month))
    },
    year: (month) => {
      const from = addMonths(month, -((monthOfYear(month) - begins + 12) % 12))
      return { from, to: addMonths(from, 11) }
    },
  }
}

function readWorkdays(ground: Ground, calendars: readonly Fact[]): StatedColumn {
  const pieces: Piece[] = []
  for (const calendar of calendars) {
    for (const bound of calendar.tables) {
      const rows = readRows(ground, calendar, bound)
      bound.columns.forEach((column, at) => {
        if (column === undefined) return
        pieces.push({ statement: calendar, bound, at, rows, unit: undefined })
      })
    }
  }
  const kept = { unit: undefined, family: undefined, name: 'workdays', shares: false }
  const column = decode(ground, pieces, kept)
  const reported = new Set<string>()
  for (let index = 0; index < column.length; index += 1) {
    if (column.stated[index] !== 1) continue
    const days = plainAt(column, index)
    if (days >= 0 && days <= MOST_DAYS) continue
    const month = (column.first + index) as Month
    const span = spanStating(column, month) ?? calendars[0]?.span
    // A row of several months is one mistake.
    const place = span && `${span.source.path}\n${span.start}`
    if (span === undefined || place === undefined || reported.has(place)) continue
    reported.add(place)
    ground.problems.push(reportCells('workdays-not-whole', span, { month: printMonth(month) }))
  }
  return column
}

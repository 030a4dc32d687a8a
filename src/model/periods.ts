/** When periods start, where they are not calendar months: each after the one before it. */

import { printDay } from '../base/date.ts'
import type { Day } from '../base/date.ts'
import { addMonths, firstDay, printMonth } from '../base/month.ts'
import type { Month } from '../base/month.ts'
import { reportCells } from '../diagnostics/cells.ts'
import { dayIn, rangeIn } from '../facts/fact.ts'
import type { Fact } from '../facts/fact.ts'
import type { Ground } from './ground.ts'

interface Start {
  readonly month: Month
  readonly day: Day
  readonly line: Fact
}

/** The first days of the periods that say theirs; one that is out of order starts as its month does. */
export function readStarts(ground: Ground): ReadonlyMap<Month, Day> {
  const said = new Map<Month, Start>()
  for (const line of ground.facts.of('starts')) {
    const month = rangeIn(line, 'month')?.from
    const day = dayIn(line, 'on')
    if (month === undefined || day === undefined || said.has(month)) continue
    said.set(month, { month, day, line })
  }
  const starts = new Map<Month, Day>()
  for (const start of [...said.values()].toSorted((a, b) => a.month - b.month)) {
    const before = addMonths(start.month, -1)
    const after = addMonths(start.month, 1)
    const [early, late] = [starts.get(before) ?? firstDay(before), firstDay(after)]
    if (start.day <= early) report(ground, start, before, early, said.get(before)?.line)
    else if (!said.has(after) && start.day >= late) report(ground, start, after, late, undefined)
    else starts.set(start.month, start.day)
  }
  return starts
}

function report(
  ground: Ground,
  { month, day, line }: Start,
  beside: Month,
  besideDay: Day,
  besideLine: Fact | undefined,
): void {
  const values = {
    month: printMonth(month),
    day: printDay(day),
    beside: printMonth(beside),
    besideDay: printDay(besideDay),
    side: beside < month ? 'after' : 'before',
  }
  const labels = besideLine === undefined ? [] : [{ span: besideLine.span, text: 'said here' }]
  ground.problems.push(reportCells('period-out-of-order', line.span, values, { labels }))
}

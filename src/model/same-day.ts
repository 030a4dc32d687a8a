/** Revisions of one day that change the same number: which comes first, nobody could say. */

import { printDay } from '../base/date.ts'
import type { Day } from '../base/date.ts'
import { gather } from '../base/gather.ts'
import { printMonth } from '../base/month.ts'
import type { Month } from '../base/month.ts'
import { monthsIn, overlap } from '../base/month-set.ts'
import { reportCells } from '../diagnostics/cells.ts'
import { dayIn, nameOf } from '../facts/fact.ts'
import type { Fact } from '../facts/fact.ts'
import type { Change } from './change.ts'
import type { Ground } from './ground.ts'
import type { Stack } from './stack.ts'

/** `top` is the plan of a cycle with all of its revisions. */
export function checkSameDay(ground: Ground, top: Stack): void {
  const layers: Stack[] = []
  for (let at: Stack | undefined = top; at !== undefined; at = at.below) layers.push(at)
  const days = gather(layers.toReversed(), ({ fact }) => dayIn(fact, 'on'))
  for (const [day, ofDay] of days) if (ofDay.length > 1) checkDay(ground, day, ofDay)
}

function checkDay(ground: Ground, day: Day, layers: readonly Stack[]): void {
  const bySubject = new Map<Fact, Map<string, Map<Month, Change>>>()
  for (const { layer, horizon } of layers) {
    for (const [subject, slots] of layer) {
      const ofSubject = bySubject.get(subject) ?? new Map<string, Map<Month, Change>>()
      bySubject.set(subject, ofSubject)
      for (const [slot, changes] of slots) {
        const first = ofSubject.get(slot) ?? new Map<Month, Change>()
        ofSubject.set(slot, first)
        for (const change of changes) {
          const months = horizon && overlap(change.months, horizon)
          if (months === undefined || change.how === 'unread') continue
          const rival = meet(first, change, months)
          if (rival !== undefined) report(ground, day, rival, change)
        }
      }
    }
  }
}

interface Rival {
  readonly change: Change
  readonly month: Month
}

/** Notes the months of a change, and gives the first that another layer changes, too. */
function meet(
  first: Map<Month, Change>,
  change: Change,
  months: NonNullable<Stack['horizon']>,
): Rival | undefined {
  let rival: Rival | undefined
  for (const month of monthsIn(months)) {
    const before = first.get(month)
    if (before === undefined) first.set(month, change)
    else if (before.layer !== change.layer) rival ??= { change: before, month }
  }
  return rival
}

function report(ground: Ground, day: Day, { change: first, month }: Rival, second: Change): void {
  const values = {
    cell: `${second.slot} of ${nameOf(second.subject)} in ${printMonth(month)}`,
    first: nameOf(first.layer),
    second: nameOf(second.layer),
    day: printDay(day),
  }
  const labels = [{ span: first.span, text: `changed here by ${values.first}` }]
  ground.problems.push(reportCells('same-day-changes', second.span, values, { labels }))
}

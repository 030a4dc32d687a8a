/** Applies the changes of one layer to one column of numbers, and reports those that cannot be. */

import type { Exact } from '../base/exact.ts'
import type { Month, MonthRange } from '../base/month.ts'
import { monthsIn, overlap } from '../base/month-set.ts'
import { printMonth } from '../base/month.ts'
import { reportCells } from '../diagnostics/cells.ts'
import { nameOf } from '../facts/fact.ts'
import { NUMBER, REST, SHARE } from './change.ts'
import type { Applied, Below, Change } from './change.ts'
import type { Ground } from './ground.ts'
import { changed } from './layer.ts'

/**
 * Invariant: a month is changed by the first of the changes that name it. What a change that nobody
 * can read may have changed is unknown, but for what another changes.
 */
export function applyChanges(
  ground: Ground,
  changes: readonly Change[],
  horizon: MonthRange,
  name: string,
  below: (month: Month) => Below | undefined,
): ReadonlyMap<Month, Applied> {
  const applied = new Map<Month, Applied>()
  for (const change of changes) {
    if (change.how === 'unread') continue
    let reported = false
    for (const month of monthsIn(change.months)) {
      const before = applied.get(month)
      if (before !== undefined) {
        if (before.change !== change) reportTwice(ground, before.change, change, name, month)
        continue
      }
      // A rule of its own looks at changes of closed months.
      if (month < horizon.from) continue
      const old = month > horizon.to ? undefined : below(month)
      const objection = old === undefined ? 'nothing' : misfit(change, old)
      if (old === undefined || objection !== undefined) {
        if (!reported) reportMisfit(ground, change, `${name} in ${printMonth(month)}`, old)
        reported = true
        continue
      }
      const sort = change.how === 'to' ? change.sort : old.sort
      applied.set(month, {
        change,
        below: old.value,
        value: changed(change, old.value, month),
        sort,
      })
    }
  }
  for (const change of changes) if (change.how === 'unread') lose(applied, change, horizon, below)
  return applied
}

function lose(
  applied: Map<Month, Applied>,
  change: Change,
  horizon: MonthRange,
  below: (month: Month) => Below | undefined,
): void {
  for (const month of monthsIn(overlap(change.months, horizon) ?? NO_MONTHS)) {
    const old = applied.has(month) ? undefined : below(month)
    if (old === undefined) continue
    applied.set(month, { change, below: old.value, value: undefined, sort: old.sort })
  }
}

const NO_MONTHS: MonthRange = { from: 1 as Month, to: 0 as Month }

function misfit(change: Change, old: Below): string | undefined {
  if (change.how === 'to') return undefined
  if (old.sort === REST) return 'rest'
  return change.how === 'by' && old.sort === SHARE ? 'share' : undefined
}

function reportMisfit(ground: Ground, change: Change, cell: string, old: Below | undefined): void {
  const { span } = change
  if (old === undefined) {
    // It may be stated in a line that could not be read.
    if (!ground.facts.complete) return
    const layer = `${change.layer.kind} ${nameOf(change.layer)}`
    ground.problems.push(reportCells('change-of-nothing', span, { cell, layer }))
    return
  }
  const is = old.sort === REST ? 'the rest' : 'a share'
  const by = change.how === 'times' ? 'by per cent' : 'by an amount'
  ground.problems.push(reportCells('change-does-not-fit', span, { cell, is, by }))
}

function reportTwice(
  ground: Ground,
  first: Change,
  second: Change,
  name: string,
  month: Month,
): void {
  const key = `${first.span.source.path}\n${first.span.start}\n${second.span.source.path}\n${second.span.start}`
  if (ground.reported.has(key)) return
  ground.reported.add(key)
  const layer = `${second.layer.kind} ${nameOf(second.layer)}`
  const cell = `${name} in ${printMonth(month)}`
  const labels = [{ span: first.span, text: 'changed here first' }]
  ground.problems.push(reportCells('doubled-change', second.span, { cell, layer }, { labels }))
}

export function plainBelow(value: Exact | undefined): Below {
  return { value, sort: NUMBER }
}

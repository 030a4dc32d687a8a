/** Two rests in one month leave open what each is, wherever they are written. */

import type { Month } from '../base/month.ts'
import { reportCells } from '../diagnostics/cells.ts'
import { rowSpan } from '../../grammar/places.ts'
import { REST } from './change.ts'
import type { Ground } from './ground.ts'
import { rowMonths } from './rows.ts'
import { rowStating } from './stated.ts'
import type { StatedColumn } from './stated.ts'

/** `columns` are those among which one number is split; each pair of rows is reported once. */
export function checkRests(ground: Ground, columns: Iterable<StatedColumn>): void {
  const first = new Map<Month, StatedColumn>()
  for (const column of columns) {
    column.sorts?.forEach((sort, index) => {
      if (sort !== REST) return
      const month = (column.first + index) as Month
      const before = first.get(month)
      if (before === undefined) first.set(month, column)
      else report(ground, before, column, month)
    })
  }
}

function report(ground: Ground, first: StatedColumn, second: StatedColumn, month: Month): void {
  const [one, other] = [rowStating(first, month), rowStating(second, month)]
  if (one === undefined || other === undefined) return
  const { table } = other.piece.bound
  const [before, span] = [rowSpan(one.piece.bound.table, one.row), rowSpan(table, other.row)]
  const key = `rests\n${before.source.path}\n${before.start}\n${span.source.path}\n${span.start}`
  if (ground.reported.has(key)) return
  ground.reported.add(key)
  const isOneRow = before.source === span.source && before.start === span.start
  const labels = isOneRow ? [] : [{ span: before, text: 'the other' }]
  const months = rowMonths(table, other.row)
  ground.problems.push(reportCells('rest-twice', span, { months }, { labels }))
}

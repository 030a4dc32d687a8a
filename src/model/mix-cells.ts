/** Puts the cells of a file over the column that tables state of the same item. */

import type { Exact } from '../base/exact.ts'
import { printMonth } from '../base/month.ts'
import { spanning } from '../base/month-set.ts'
import type { Month } from '../base/month.ts'
import type { Span } from '../base/source.ts'
import { reportCells } from '../diagnostics/cells.ts'
import { convert } from '../units/amount.ts'
import { SHARE } from './change.ts'
import { copyInto, makeDraft, put, rangeOf, statedIn } from './column.ts'
import type { Ground } from './ground.ts'
import { spanStating } from './stated.ts'
import type { Kept, StatedColumn } from './stated.ts'

export interface FileCell {
  readonly month: Month
  readonly value: Exact
  readonly sort: number
  readonly span: Span
}

export function mergeCells(
  ground: Ground,
  cells: readonly FileCell[],
  column: StatedColumn,
  kept: Kept,
  unit: string | undefined,
): StatedColumn {
  if (cells.length === 0) return column
  let extent = rangeOf(column)
  for (const { month } of cells) extent = spanning(extent, { from: month, to: month })
  if (extent === undefined) return column
  const draft = makeDraft(extent)
  copyInto(draft, column, extent)
  const sorts = new Uint8Array(draft.length)
  column.sorts?.forEach((sort, index) => {
    sorts[index + column.first - draft.first] = sort
  })
  const places = new Map(column.places)
  for (const { month, value, sort, span } of cells) {
    const index = month - draft.first
    if (statedIn(draft, month)) {
      const cell = `${kept.name} in ${printMonth(month)}`
      const first = places.get(month) ?? spanStating(column, month)
      const labels = first === undefined ? [] : [{ span: first, text: 'stated here first' }]
      ground.problems.push(reportCells('doubled-cell', span, { cell }, { labels }))
      continue
    }
    const volume =
      sort === SHARE ? value : convert(ground.units, value, unit, kept.unit, kept.family, month)
    put(draft, index, volume)
    draft.stated[index] = 1
    sorts[index] = sort
    places.set(month, span)
  }
  return column.with(draft, { sorts, places })
}

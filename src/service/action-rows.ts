/** Stating a month that a table leaves out, with the numbers of the row before it. */

import { addMonths, type Month, printMonth } from '../base/month.ts'
import { positionOf, spanOf, textOf } from '../base/source.ts'
import { cellSpan, rowSpan } from '../../grammar/places.ts'
import { OPEN, type Table } from '../../grammar/tree.ts'
import type { Action, Stretch } from './action.ts'
import { seriesTable } from './cells.ts'
import { placeAt } from './place.ts'
import type { Snapshot } from './snapshot.ts'

export function rowActions(snapshot: Snapshot, { path, start }: Stretch): readonly Action[] {
  const place = placeAt(snapshot, path, start)
  const part = place?.parts.find((each) => each.is === 'table')
  if (place?.statement === undefined || part?.is !== 'table') return []
  const { horizon } = snapshot.review.model
  const version = seriesTable(snapshot, place.statement)?.version
  const ahead = version === 'plan' ? horizon?.to : undefined
  const gap = firstGap(part.of, ahead)
  if (gap === undefined) return []
  const month = printMonth(gap.month)
  return [
    {
      title: `State ${month}`,
      kind: 'write',
      edits: [rowAfter(part.of, gap.row, month)],
      snippet: undefined,
      problem: undefined,
      preferred: false,
    },
  ]
}

/** The first month that no row states, and the row it comes after. */
function firstGap(
  { from, to, rowCount }: Table,
  until: Month | undefined,
): { readonly month: Month; readonly row: number } | undefined {
  for (let row = 0; row < rowCount; row += 1) {
    const last = to[row] ?? OPEN
    if (last === OPEN) return undefined
    const month = addMonths(last as Month, 1)
    const next = from[row + 1]
    const missing = next === undefined ? until !== undefined && month <= until : next > month
    if (missing) return { month, row }
  }
  return undefined
}

/** Laid out as the row before it. */
function rowAfter(table: Table, row: number, month: string) {
  const { source } = table
  const whole = rowSpan(table, row)
  const first = cellSpan(table, row, 0)
  const text = textOf(whole)
  const cells = first.start > whole.start ? text.slice(first.start - whole.start) : ''
  const width = Math.max(first.start - whole.start, month.length + 2)
  const { column } = positionOf(source, whole.start)
  const end = source.text.indexOf('\n', whole.end)
  const at = end === -1 ? source.text.length : end + 1
  const newline = source.text.charAt(end - 1) === '\r' ? '\r\n' : '\n'
  const indent = source.text.slice(whole.start - column + 1, whole.start)
  const added = `${indent}${month.padEnd(width)}${cells}`.trimEnd()
  return { span: spanOf(source, at, at), text: end === -1 ? newline + added : added + newline }
}

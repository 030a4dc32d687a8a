// Rows with more or fewer cells than the table has columns, and whose mistake that is.

import type { Span } from '../src/base/source.ts'
import type { Extras } from '../src/diagnostics/define.ts'
import type { Problems } from './problems.ts'
import { report } from './problems.ts'

/** A row with another number of cells. */
export interface Misfit {
  /** The row, or the cells too many. */
  readonly span: Span
  /** How many cells it has. */
  readonly found: number
  readonly code: 'too-few-cells' | 'too-many-cells'
  /** The columns without a cell, or the cells without a column. */
  readonly what: string
  /** What to do, where the row itself tells. */
  readonly extras?: Extras | undefined
}

/** The header of the table, and whether something was wrong with it already. */
export interface Misfitted {
  readonly span: Span
  readonly names: readonly unknown[]
  readonly reported: boolean
}

/**
 * Reports the misfits of a table: each row by itself, but where no row fits and all have the same
 * number of cells, it is the header that does not fit, which is said once.
 * @param rows how many rows the table has, its total among them
 * @returns whether no row fits, so that the columns cannot be told
 */
export function reportMisfits(
  problems: Problems,
  header: Misfitted,
  misfits: readonly Misfit[],
  rows: number,
): boolean {
  const [first] = misfits
  if (first === undefined) return false
  const same = misfits.length === rows && misfits.every(({ found }) => found === first.found)
  const none = same && misfits.some(({ extras }) => extras === undefined)
  if (none && header.reported) return true
  if (none && rows > 1) {
    const values = {
      columns: counted(header.names.length, 'column'),
      cells: counted(first.found, 'cell'),
    }
    const labels = [{ span: first.span, text: 'the first of the rows' }]
    problems.add(report('header-does-not-fit', header.span, values, { labels }))
    return true
  }
  const labels = none ? [{ span: header.span, text: 'the columns are named here' }] : []
  for (const misfit of misfits) reportMisfit(problems, header.names.length, misfit, labels)
  return none
}

function reportMisfit(
  problems: Problems,
  wanted: number,
  { code, span, found, what, extras = {} }: Misfit,
  labels: readonly { readonly span: Span; readonly text: string }[],
): void {
  problems.add(
    code === 'too-few-cells'
      ? report(code, span, { columns: what, wanted, found }, { labels })
      : report(code, span, { cells: what, wanted, found }, { labels, ...extras }),
  )
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** The cells of a mix `as share`: each is in per cent, or the rest. */

import { isZero } from '../base/exact.ts'
import type { BoundTable, Fact } from '../facts/fact.ts'
import { missingMark } from '../facts/missing-mark.ts'
import type { Cell } from '../../grammar/tree.ts'
import { cellSpan } from '../../grammar/places.ts'
import type { Ground } from './ground.ts'
import { cellAt } from './rows.ts'

/** Whether the numbers of a statement are shares of a volume. */
export function statesShares(statement: Fact): boolean {
  return statement.fields.has('share')
}

/** Whether a number lacks its mark where only shares stand; nothing is nothing in any measure. */
export function lacksMark(cell: Cell | undefined): boolean {
  return cell?.sort === 'number' && !cell.percent && !isZero(cell.value)
}

/** One message a table: whoever leaves out a mark leaves out all. */
export function checkShares(ground: Ground, bound: BoundTable): void {
  const { table, columns } = bound
  const bare: { readonly row: number; readonly at: number }[] = []
  for (let row = 0; row < table.rowCount; row += 1) {
    columns.forEach((column, at) => {
      if (column !== undefined && lacksMark(cellAt(bound, row, at))) bare.push({ row, at })
    })
  }
  const [first, ...others] = bare
  const cell = first && cellAt(bound, first.row, first.at)
  if (first === undefined || cell?.sort !== 'number') return
  const more = others.length === 0 ? '' : ` (and ${others.length} more of its table)`
  ground.problems.push(missingMark(cellSpan(table, first.row, first.at), cell.value, more))
}

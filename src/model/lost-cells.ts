/**
 * Numbers of items or groups that a file or a table states and nobody can read: unknown, and so is
 * every sum of them, and what they leave.
 */

import type { Month } from '../base/month.ts'
import type { BoundTable, Fact } from '../facts/fact.ts'
import type { Rows } from './rows.ts'

/** By item and month; of one that cannot be told it may be any. */
export class LostCells {
  /** Some number of any month may be lost. */
  everywhere = false
  private readonly months = new Set<Month>()
  private readonly ofItem = new Map<Fact, Set<Month>>()
  private readonly ofAll = new Set<Month>()

  add(item: Fact | undefined, month: Month | undefined): void {
    if (month === undefined) {
      this.everywhere = true
      return
    }
    this.months.add(month)
    if (item === undefined) this.ofAll.add(month)
    else if (!this.ofItem.get(item)?.add(month)) this.ofItem.set(item, new Set([month]))
  }

  /** A column without a name that is known is of none of those that have one. */
  addColumns({ table, columns }: BoundTable, { from, to }: Rows): void {
    if (!columns.includes(undefined)) return
    for (let row = 0; row < table.rowCount; row += 1) {
      const end = to[row] ?? 0
      for (let month = from[row] ?? 0; month <= end; month += 1) this.months.add(month as Month)
    }
  }

  /** Takes over what another lost. */
  join(other: LostCells): void {
    this.everywhere ||= other.everywhere
    for (const month of other.ofAll) this.add(undefined, month)
    for (const [item, months] of other.ofItem) for (const month of months) this.add(item, month)
    for (const month of other.months) this.months.add(month)
  }

  /** Whether an item's number of a month may be lost. */
  has(item: Fact, month: Month): boolean {
    return this.everywhere || this.ofAll.has(month) || this.ofItem.get(item)?.has(month) === true
  }

  /** Whether any number of a month may be lost. */
  hasAny(month: Month): boolean {
    return this.everywhere || this.months.has(month)
  }

  /** The months in which something is lost for certain. */
  get all(): Iterable<Month> {
    return this.months
  }
}

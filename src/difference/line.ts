/** One number by month on both sides: the sheet that S&OP knows, where the two differ. */

import type { Exact } from '../base/exact.ts'
import { minus, plus, sameNumber, sumOver } from '../base/maybe-exact.ts'
import type { Month } from '../base/month.ts'

export interface Line {
  /** `sales`, `inventory`. */
  readonly what: string
  readonly unit: string | undefined
  /** Whether somebody wrote one of the numbers that differ; else they follow from others. */
  readonly stated: boolean
  /** The months that differ, in order; never none. */
  readonly rows: readonly Row[]
  /** Over the rows: of flows and money alone, since stocks do not add up. */
  readonly total:
    | { readonly difference: Exact | undefined; readonly money: Exact | undefined }
    | undefined
}

export interface Row {
  readonly month: Month
  /** Unknown is undefined, and never 0. */
  readonly old: Exact | undefined
  readonly new: Exact | undefined
  readonly difference: Exact | undefined
  /** All differences so far; undefined for stocks, and from an unknown one on. */
  readonly cumulative: Exact | undefined
  /** The difference in money: each number at the price of its side. */
  readonly money: Exact | undefined
  readonly fence: FenceState | undefined
}

/** The fence that a month lies in, and whether the change may stand. */
export interface FenceState {
  readonly fence: string
  /** Whether the plan differs from the cycle before by more than the fence lets pass. */
  readonly needsApproval: boolean
  /** The role that must approve; undefined where the fence names none. */
  readonly approver: string | undefined
  /** Roles that approved and may. */
  readonly approvedBy: readonly string[]
  /** Roles that approved and have not the authority. */
  readonly approvedWithoutRight: readonly string[]
}

/** What there is to be known of one month. */
export interface Cell {
  readonly old: Exact | undefined
  readonly new: Exact | undefined
  readonly oldMoney?: Exact | undefined
  readonly newMoney?: Exact | undefined
  readonly stated?: boolean
}

export interface Asked {
  readonly what: string
  readonly unit: string | undefined
  readonly adds: boolean
}

/** Undefined where nothing differs. The fence is asked about changed months alone. */
export function lineOf(
  { what, unit, adds }: Asked,
  months: Iterable<Month>,
  cellIn: (month: Month) => Cell,
  fenceIn: (month: Month) => FenceState | undefined = () => undefined,
): Line | undefined {
  const rows: Row[] = []
  let stated = false
  let cumulative: Exact | undefined = 0
  for (const month of months) {
    const cell = cellIn(month)
    if (sameNumber(cell.old, cell.new)) continue
    stated ||= cell.stated === true
    const difference = minus(cell.new, cell.old)
    cumulative = plus(cumulative, difference)
    rows.push({
      month,
      old: cell.old,
      new: cell.new,
      difference,
      cumulative: adds ? cumulative : undefined,
      money: minus(cell.newMoney, cell.oldMoney),
      fence: fenceIn(month),
    })
  }
  if (rows.length === 0) return undefined
  const total = adds
    ? { difference: sumOver(rows, (r) => r.difference), money: sumOver(rows, (r) => r.money) }
    : undefined
  return { what, unit, stated, rows, total }
}

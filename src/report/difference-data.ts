/**
 * What `concord diff --format json` prints, as types: the data of `diff` in the library. Absent is null,
 * and fields are only ever added. Numbers are texts in decimals, so that no reader rounds them, with `≈`
 * where their decimals do not end; null is unknown, and never 0.
 */

import type { FindingData, MonthsData, PlaceData } from './check-data.ts'

export interface DifferenceData {
  /** Raised when a field changes its meaning. */
  readonly shape: 1
  /** The day both sides were judged on, `2026-11-20`. */
  readonly asOf: string
  readonly base: EndData
  readonly other: EndData
  /** The months of the plan that are compared. */
  readonly months: MonthsData | null
  readonly currency: string | null
  /** Whether nothing at all changed in the plan. */
  readonly empty: boolean
  readonly renamed: readonly { readonly from: string; readonly to: string }[]
  /** Each family's numbers that differ, by version. */
  readonly sheets: readonly SheetData[]
  /** What the change is worth over all families, in the currency. */
  readonly revenue: string | null
  /** All families together. */
  readonly business: readonly StretchedData[]
  readonly resources: readonly {
    readonly name: string | null
    readonly lines: readonly StretchedData[]
  }[]
  /** Revenue of a fiscal year less its budget. */
  readonly budgetGaps: readonly (Pair & {
    readonly subject: SubjectData
    readonly year: MonthsData
    readonly unit: string | null
  })[]
  readonly commitments: readonly CommitmentData[]
  /** Everything else that the files say. */
  readonly statements: readonly StatementData[]
  readonly findings: {
    readonly new: readonly FoundData[]
    readonly mended: readonly FoundData[]
    /** Not found on the other side, because their rules have stopped judging there. */
    readonly noLongerJudged: readonly FoundData[]
    readonly still: readonly FoundData[]
    /** Waived on the other side, and not before. */
    readonly waived: readonly FoundData[]
  }
  readonly notes: readonly string[]
}

interface Pair {
  readonly old: string | null
  readonly new: string | null
  readonly difference: string | null
}

export interface EndData {
  readonly name: string
  /** `2026-11`. */
  readonly cycle: string | null
}

export interface SubjectData {
  readonly kind: string
  readonly name: string
}

export interface SheetData {
  /** `plan` for the cycle that the run is about, `2026-10` for another, `actual`, `budget`. */
  readonly version: string
  readonly subject: SubjectData
  /** Whether one of the sides does not know the family at all. */
  readonly is: 'kept' | 'new' | 'gone'
  readonly lines: readonly LineData[]
}

/** One number, in the months where it differs. */
export interface LineData {
  /** `sales`, `inventory`. */
  readonly what: string
  readonly unit: string | null
  /** Whether somebody wrote it; else it follows from others. */
  readonly stated: boolean
  readonly rows: readonly RowData[]
  /** Of flows and money alone: stocks do not add up. */
  readonly total: { readonly difference: string | null; readonly atPrice: string | null } | null
}

export interface RowData extends Pair {
  readonly month: string
  readonly cumulative: string | null
  /** The difference in money. */
  readonly atPrice: string | null
  readonly fence: FenceData | null
}

/** The fence that a month lies in, and whether the change may stand. */
export interface FenceData {
  readonly fence: string
  readonly needsApproval: boolean
  /** The role that must approve. */
  readonly approver: string | null
  readonly approvedBy: readonly string[]
  /** Roles that approved and have not the authority. */
  readonly approvedWithoutRight: readonly string[]
}

/** One number, in neighbouring months with the same values. */
export interface StretchedData {
  readonly what: string
  readonly unit: string | null
  readonly stretches: readonly (Pair & { readonly months: MonthsData })[]
}

export interface CommitmentData {
  readonly series: string
  readonly family: string
  readonly cycle: string
  /** The role that committed. */
  readonly by: string
  readonly old: Standing | null
  readonly new: Standing | null
  /** Whether a number that it is about changed. */
  readonly touched: boolean
  readonly resealed: boolean
}

export type Standing = 'sealed, holds' | 'sealed, broken' | 'sealed, not judged' | 'not sealed'

export interface StatementData {
  /** Its keyword and names: `family pumps`. */
  readonly statement: string
  readonly is: 'new' | 'gone' | 'changed'
  readonly said: readonly {
    readonly what: string
    readonly months: MonthsData | null
    readonly old: string | null
    readonly new: string | null
  }[]
  readonly place: PlaceData
}

export interface FoundData extends FindingData {
  /** The months of the finding that the list is about. */
  readonly monthsConcerned: readonly MonthsData[]
  /** Of one that is still there, what it said where its numbers are others now. */
  readonly messageBefore: string | null
}

/** The model's seam: the cube of cells and what stands around it, as rules and reports read it. */

import type { Day } from '../base/date.ts'
import type { Exact } from '../base/exact.ts'
import type { Month, MonthRange, MonthSet } from '../base/month.ts'
import type { Span } from '../base/source.ts'
import type { Fact, Facts } from '../facts/fact.ts'
import type { Expression } from '../../grammar/tree.ts'
import type { ConversionStep, Units } from '../units/units.ts'
import type { KeptFacts, ReadLog } from './kept.ts'
import type { Sha256 } from '../base/sha256.ts'

/** A named version (`plan`, `actual`, …; see `versions.ts`), or a cycle, scenario, view or function. */
export type Version = string | Fact

/** The family, or the business as a whole in a budget. */
export type Subject = Fact

/**
 * One version's numbers of one series of one family, by month: in the family's unit or the
 * reporting currency. Reads of months it does not have are unknown.
 */
export interface Column {
  /** The month of index 0. */
  readonly first: Month
  /** How many months it has. */
  readonly length: number
  /**
   * The plain integers; NaN where `others` tells, or where nothing is known. Read this first:
   * nearly every number of a plan is a plain integer. That of an index stands at
   * `start + index * step`, since a column may be one of a table as it was read.
   */
  readonly values: Float64Array
  readonly start: number
  readonly step: number
  /** By index: numbers that are no plain integers. */
  readonly others: ReadonlyMap<number, Exact>
  /** By index: 1 where somebody wrote the number; 2 where what they wrote cannot be read. */
  readonly stated: Uint8Array
}

export interface Model {
  readonly facts: Facts
  readonly units: Units
  readonly today: Day
  /** The cycle the run is about; undefined where the workspace has none. */
  readonly cycle: Fact | undefined
  /** The scenario that is taken as the plan; undefined for the plan itself. */
  readonly scenario: Fact | undefined
  /** Months of the checked cycle's horizon; undefined where there is no cycle. */
  readonly horizon: MonthRange | undefined
  /** All months that the outlook has numbers for. */
  readonly months: MonthRange | undefined
  /** The closed months, from the first cycle's horizon to the month before the checked one's. */
  readonly past: MonthRange | undefined
  readonly families: readonly Fact[]

  /** Never undefined: a column without months where nothing is known. The same object each time. */
  column(version: Version, series: string, subject: Subject): Column
  value(version: Version, series: string, subject: Subject, month: Month): Exact | undefined
  stated(version: Version, series: string, subject: Subject, month: Month): boolean
  /** Where a cell's number comes from. */
  origin(version: Version, series: string, subject: Subject, month: Month): Origin
  /** The first month of the row that states a cell: a range states many months at once. */
  since(version: Version, series: string, subject: Subject, month: Month): Month | undefined
  /** Where a finding about a cell points: its text, else the statement that should hold it. */
  place(version: Version, series: string, subject: Subject, month: Month): Span

  /** The months of a cycle's horizon. */
  horizonOf(cycle: Fact): MonthRange | undefined
  /** The cycle before a cycle. */
  previous(cycle: Fact): Fact | undefined
  closed(month: Month): boolean
  /** The last n cycles whose executive meeting has passed, the checked one included. */
  cycles(n: number): readonly Fact[]
  /** The fiscal year of a month. */
  year(month: Month): MonthRange
  workdays(month: Month): number
  /** First and last day of a period: of the calendar month, unless the calendar says otherwise. */
  firstDay(month: Month): Day
  lastDay(month: Month): Day
  life(family: Fact): MonthRange | undefined
  /** Months of the horizon inside the fence of this name that governs the family. */
  fence(name: string, family: Fact, cycle?: Fact): MonthRange | undefined
  /** The first day outside the fence. */
  fenceEnd(name: string, family: Fact, cycle?: Fact): Day | undefined
  /** The shortest fence that reaches a month. */
  zone(family: Fact, month: Month, cycle?: Fact): Fact | undefined

  price(family: Fact, month: Month): Exact | undefined
  cost(family: Fact, month: Month): Exact | undefined
  /** Where a price or cost comes from, changes by revisions and scenarios included. */
  rateOrigin(rate: 'price' | 'cost', family: Fact, month: Month): Origin
  /** Whether a price or cost of a month is stated, and cannot be read. */
  unread(rate: 'price' | 'cost', family: Fact, month: Month): boolean
  /** What of a family's operations plan goes to a group. */
  supplied(family: Fact, group: Fact, month: Month): Exact | undefined
  /** Whether what goes to some group is stated, and cannot be read. */
  unreadSupply(family: Fact, month: Month): boolean
  load(resource: Fact, month: Month): Exact | undefined
  /** What one family loads of a resource. */
  loadOf(family: Fact, resource: Fact, month: Month): Exact | undefined
  available(resource: Fact, month: Month): Exact | undefined
  overtime(resource: Fact, month: Month): Exact | undefined
  /** The families that use a resource. */
  usersOf(resource: Fact): readonly Fact[]
  /** Working days that the stock lasts: see the formulas of the rulebook. */
  cover(family: Fact, month: Month, which: 'forward' | 'current'): Exact | undefined
  /** An item's own number in a mix. */
  item(series: string, item: Fact, month: Month): Exact | undefined
  /** The months that the file of an item plan states; unknown where it cannot be read. */
  fileMonths(mix: Fact): MonthSet | undefined
  /** Total rows of all tables: what each says, and what its column adds up to. */
  totals(): readonly Total[]

  /** The cells of a cycle's plan as written, before revisions: see `written.ts`. */
  written(cycle: Fact, series: string, family: Fact): readonly WrittenCell[] | undefined
  /** Earlier states of the workspace in which a text may have stood, the likeliest first. */
  earlier(text: string): Iterable<Model>
  /** What seals are made with. */
  readonly sha256: Sha256
  /** Where it is noted whose numbers are read, if anybody wants to know. */
  readonly reads: ReadLog | undefined

  /** Areas that this workspace uses: see `areas.ts`. */
  uses(area: string): boolean
}

/** A number in the unit it is written in, which need not be the one its cell is kept in. */
export interface WrittenCell {
  readonly month: Month
  readonly value: Exact
  readonly unit: string
}

/** A `total` row's one cell. */
export interface Total {
  readonly statement: Fact
  readonly series: string
  /** Its numbers are money; else they are of the family. As written, in the unit of the table. */
  readonly money: boolean
  readonly family: Fact | undefined
  readonly months: MonthRange
  readonly value: Exact
  readonly sum: Exact | undefined
  readonly span: Span
}

/** Where a number comes from: one level of the tree that `explain` prints. */
export type Origin =
  | { readonly from: 'nothing'; readonly missing: Missing }
  /** Somebody wrote it; with the conversions to the family's unit where it was in another. */
  | {
      readonly from: 'stated'
      readonly span: Span
      readonly written: Exact
      readonly unit: string | undefined
      readonly steps: readonly ConversionStep[]
    }
  /** What the language takes where nobody says: adjustment 0, a stock that opens at 0. */
  | { readonly from: 'default'; readonly why: string }
  /** The same number of another cell: `outlook` of a closed month is its actual. */
  | { readonly from: 'cell'; readonly cell: CellAddress }
  /** A sum of cells with signs: the identity of a stock, the items of a mix. */
  | {
      readonly from: 'sum'
      readonly terms: readonly { readonly sign: 1 | -1; readonly cell: CellAddress }[]
    }
  /** A product of a cell and a price or a share. */
  | {
      readonly from: 'product'
      readonly cell: CellAddress
      readonly factor: Exact
      readonly what: string
      readonly span: Span | undefined
    }
  /** A revision's or scenario's change of the number below it. */
  | {
      readonly from: 'change'
      readonly by: Fact
      readonly span: Span
      readonly below: Exact | undefined
    }
  /** The items of a mix, in the order in which they are first named. */
  | { readonly from: 'items'; readonly items: readonly ItemPart[] }
  /** An expression of a minimum, target or maximum. */
  | { readonly from: 'expression'; readonly expression: Expression; readonly span: Span }

/** What a mix says of one item in a month. */
export interface ItemPart {
  readonly item: Fact
  readonly value: Exact | undefined
  /** Set where it is a share of the volume. */
  readonly share: Exact | undefined
  /** It is what the others leave of the volume. */
  readonly isRest: boolean
  readonly span: Span | undefined
}

export interface CellAddress {
  readonly version: Version
  readonly series: string
  readonly subject: Subject
  readonly month: Month
}

/** A fact that is not there: what "not judged" is grouped by. */
export interface Missing {
  /** In words, without months: `actual sales of medium-widgets`. */
  readonly what: string
  readonly month: Month | undefined
  /** The area that would hold it, where the workspace does not use that area at all. */
  readonly area: string | undefined
}

/** What the host lends the model. */
export interface ModelOptions {
  readonly today: Day
  /** The cycle's month; undefined for the latest. */
  readonly cycle: Month | undefined
  /** A scenario to take as the plan. */
  readonly scenario: string | undefined
  /** Earlier states of the workspace in which a text may have stood; unsaid, there are none. */
  readonly earlier?: ((text: string) => Iterable<Model>) | undefined
  /** A quick SHA-256; unsaid, the portable one. */
  readonly sha256?: Sha256 | undefined
  /** What the tables of the same facts said before, but for those that have changed. */
  readonly kept?: KeptFacts | undefined
  /** Notes whose numbers are read. */
  readonly reads?: ReadLog | undefined
}

/** Bounds such as `target inventory = …` are evaluated by the rule language, which comes later. */
export type EvaluateBound = (bound: Fact, family: Fact, month: Month) => Exact | undefined

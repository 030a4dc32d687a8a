/**
 * What `concord check --format json` prints, as types: the data of `check` in the library. Absent is
 * null, and fields are only ever added; `schemas/check.json` says the same for other programs.
 */

import type { Severity } from '../diagnostics/diagnostic.ts'
import type { Score } from './scorecard.ts'

export interface CheckData {
  /** Raised when a field changes its meaning. */
  readonly shape: 1
  /** The day it was judged on, `2026-11-20`. */
  readonly asOf: string
  /** The checked cycle, `2026-11`. */
  readonly cycle: string | null
  /** The scenario that was taken as the plan. */
  readonly scenario: string | null
  readonly horizon: MonthsData | null
  /** What the files say wrong, by place. */
  readonly diagnostics: readonly DiagnosticData[]
  /** Where a rule does not hold, by place. */
  readonly findings: readonly FindingData[]
  /** What will be findings after a meeting that is still to come. */
  readonly todos: readonly FindingData[]
  /** What a waiver of the plan accepts. */
  readonly waived: readonly FindingData[]
  readonly problemsInOtherFiles: number
  readonly problemsKnown: number
  /** How each of the ten principles fared. */
  readonly scorecard: readonly ScoreData[]
  readonly outcomes: readonly OutcomeData[]
  /** Instances of rules that lacked a number, by what is missing. */
  readonly unjudged: readonly UnjudgedData[]
  readonly objectives: readonly ObjectiveData[]
  /** Areas that the plan makes no use of: rules about them are silent. */
  readonly unusedAreas: readonly string[]
  readonly notes: readonly string[]
  readonly unguarded: UnguardedData | null
}

/** From the first month to the last, `2026-11`. */
export interface MonthsData {
  readonly from: string
  readonly to: string
}

/** A place in a file; the end is behind the last character. */
export interface PlaceData {
  readonly path: string
  /** Whether the file is one of Concord's own. */
  readonly builtIn: boolean
  readonly start: PositionData
  readonly end: PositionData
}

/** Line and column from 1, offset from 0; columns and offsets count UTF-16 units. */
export interface PositionData {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** What a file says wrong. */
export interface DiagnosticData {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly help: string | null
  readonly place: PlaceData
  readonly labels: readonly { readonly text: string; readonly place: PlaceData }[]
  readonly mends: readonly MendData[]
}

/** An offered mend: what to do, and the edits that do it. */
export interface MendData {
  readonly title: string
  readonly edits: readonly { readonly place: PlaceData; readonly text: string }[]
}

/** Where a rule does not hold: its counterexample. */
export interface FindingData {
  /** 16 hexadecimal digits that last while lines move; of twins the second ends in `-2`. */
  readonly id: string
  readonly rule: string
  readonly title: string
  /** 1 to 10. */
  readonly principle: number | null
  readonly severity: Severity
  readonly message: string
  readonly why: string | null
  readonly help: string | null
  readonly place: PlaceData
  readonly about: readonly FactData[]
  readonly months: readonly MonthsData[]
  /** The step of the process after whose meeting it counts; null where it counts already. */
  readonly due: string | null
  /** Where it is accepted. */
  readonly waiver: PlaceData | null
  readonly evidence: readonly EvidenceData[]
  readonly mends: readonly MendData[]
}

/** A value that a rule read. */
export interface EvidenceData {
  readonly expression: string
  /** With its names filled in: `inventory of widgets 2026-10`; of a sum, the name of its `let`. */
  readonly reading: string
  /** With its unit; `unknown` where it is. */
  readonly value: string
  readonly place: PlaceData | null
  readonly cell: CellData | null
}

export interface CellData {
  readonly version: string
  readonly series: string
  readonly subject: FactData
  readonly month: string
}

/** A statement; `index` is its place among those of its kind. */
export interface FactData {
  readonly kind: string
  readonly name: string | null
  readonly index: number
}

/** Instances of a principle's rules, each counted once. */
export interface ScoreData extends Omit<Score, 'number' | 'why'> {
  readonly principle: number | null
  /** Why nothing was judged. */
  readonly why: string | null
}

/** How one rule fared, in instances. */
export interface OutcomeData {
  readonly rule: string
  readonly title: string
  readonly principle: number | null
  readonly severity: Severity | 'off' | 'by instance'
  readonly held: number
  readonly broken: number
  readonly todo: number
  readonly waived: number
  readonly unjudged: number
  readonly findings: number
  readonly unusedAreas: readonly string[]
}

export interface UnjudgedData {
  /** `actual sales of widgets`. */
  readonly what: string
  readonly months: readonly MonthsData[]
  readonly rules: readonly string[]
  readonly instances: number
}

export interface ObjectiveData {
  readonly name: string | null
  readonly held: boolean | null
  readonly place: PlaceData
  readonly figures: readonly {
    readonly name: string
    readonly low: string
    readonly high: string
  }[]
}

/** Planned numbers that no rule guards, where these were asked for. */
export interface UnguardedData {
  readonly cells: number
  readonly tried: number
  readonly unnoticed: number
  readonly groups: readonly {
    readonly family: string | null
    readonly series: string
    readonly months: readonly MonthsData[]
  }[]
}

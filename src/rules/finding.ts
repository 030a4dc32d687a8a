/** What the rules say of a plan: findings with their evidence, and what could not be judged. */

import type { MonthRange } from '../base/month.ts'
import type { Span } from '../base/source.ts'
import type { Mend, Severity } from '../diagnostics/diagnostic.ts'
import type { Fact } from '../facts/fact.ts'
import type { CellAddress } from '../model/model.ts'

/** A rule's counterexample. */
export interface Finding {
  /** What it says of what, whatever its months: see `finding-key.ts`. */
  readonly key: string
  /** The rule's or objective's name, as a waiver names it. */
  readonly rule: string
  readonly title: string
  readonly principle: number | undefined
  readonly severity: Severity
  readonly message: string
  readonly why: string | undefined
  readonly help: string | undefined
  /** Where it points. */
  readonly span: Span
  /** What it points at, one for each instance of the rule that it stands for. */
  readonly places: readonly Place[]
  /** The values that the condition read, in the order it read them. */
  readonly evidence: readonly Evidence[]
  readonly mend: Mend | undefined
  /** The families, resources and other facts that it is about. */
  readonly about: readonly Fact[]
  /** The months it holds for, first to last, where it is about months. */
  readonly months: readonly MonthRange[]
  /** The step of the process after whose meeting it counts; undefined when it counts already. */
  readonly due: string | undefined
  /** The statement that accepts it. */
  readonly waiver: Fact | undefined
}

/** What `at` names. */
export interface Place {
  /** With its names filled in: `inventory of widgets 2026-10`; the name of a fact. */
  readonly reading: string
  /** Undefined where it is no cell. */
  readonly cell: CellAddress | undefined
  /** Undefined where it is no fact. */
  readonly fact: Fact | undefined
}

/** One value that a condition read. */
export interface Evidence {
  /** As the rule writes it: `outlook.inventory(f, t)`. */
  readonly expression: string
  /** With its names filled in: `inventory of widgets 2026-10`; of a sum, the name of its `let`. */
  readonly reading: string
  /** With its unit; `unknown` where it is. */
  readonly value: string
  readonly span: Span | undefined
  readonly cell: CellAddress | undefined
}

/**
 * How one rule fared, in instances: what it judges once for each family and month, say. Every
 * instance is counted once.
 */
export interface Outcome {
  readonly rule: string
  readonly title: string
  readonly principle: number | undefined
  readonly held: number
  readonly broken: number
  readonly todo: number
  readonly waived: number
  readonly unjudged: number
  /** Findings made of what is broken, to do or waived: one may stand for many instances. */
  readonly findings: number
  /** Areas that the workspace does not use, without which the rule has nothing to say. */
  readonly unusedAreas: readonly string[]
  /** `off` where the configuration switched it off. */
  readonly severity: Severity | 'off' | 'by instance'
  readonly milliseconds: number
}

/** Instances that were not judged, grouped by the fact that is missing. */
export interface Unjudged {
  /** `actual sales of widgets`. */
  readonly what: string
  readonly months: readonly MonthRange[]
  readonly rules: readonly string[]
  readonly instances: number
}

export interface ObjectiveResult {
  readonly objective: Fact
  readonly held: boolean | undefined
  readonly figures: readonly Figure[]
}

/** One `let` of an objective: the same low and high where it has one instance. */
export interface Figure {
  readonly name: string
  readonly low: string
  readonly high: string
}

/** What the whole rulebook says. */
export interface Judgement {
  /** What counts, by place. */
  readonly findings: readonly Finding[]
  readonly todos: readonly Finding[]
  readonly waived: readonly Finding[]
  readonly outcomes: readonly Outcome[]
  readonly unjudged: readonly Unjudged[]
  readonly objectives: readonly ObjectiveResult[]
  /** Areas that a rule asked for and the workspace does not use. */
  readonly unusedAreas: readonly string[]
}

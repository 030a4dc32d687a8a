/** What changed in the plan between two states of it: never in its text. */

import type { Exact } from '../base/exact.ts'
import type { MonthRange } from '../base/month.ts'
import type { Line as Stretched } from '../comparison/line.ts'
import type { Difference as OfOne } from '../comparison/numbers.ts'
import { businessDifferences, resourceDifferences } from '../comparison/numbers.ts'
import type { Side } from '../comparison/side.ts'
import type { BudgetGap } from './budget-gaps.ts'
import { budgetGaps } from './budget-gaps.ts'
import type { CommitmentChange } from './commitments.ts'
import { commitmentChanges } from './commitments.ts'
import type { End, Ends } from './end.ts'
import type { FindingChanges } from './findings.ts'
import { findingChanges } from './findings.ts'
import { renamedFamilies } from './renames.ts'
import { revenueChange } from './revenue.ts'
import type { Sheet } from './sheets.ts'
import { plannedMonths, sheetsOf } from './sheets.ts'
import type { StatementChange } from './statements.ts'
import { statementChanges } from './statements.ts'
import { sameCurrency } from './told-in.ts'
import type { Unchanged } from './unchanged.ts'
import { unchangedBetween } from './unchanged.ts'

export interface Difference {
  readonly base: End
  readonly other: End
  /** The months of the plan that are compared; undefined where neither side plans. */
  readonly months: MonthRange | undefined
  readonly renamed: readonly { readonly from: string; readonly to: string }[]
  readonly sheets: readonly Sheet[]
  /** What the change is worth over all families, in the reporting currency; unknown is undefined. */
  readonly revenue: Exact | undefined
  /** All families together, in the reporting currency. */
  readonly business: readonly Stretched[]
  /** What there is of each resource, and what the plan takes of it. */
  readonly resources: readonly OfOne[]
  readonly budgetGaps: readonly BudgetGap[]
  readonly commitments: readonly CommitmentChange[]
  /** Everything else that the files say: families, people, policies, acts. */
  readonly statements: readonly StatementChange[]
  readonly findings: FindingChanges
  /** Whether nothing at all changed in the plan. */
  readonly empty: boolean
}

/** Both must have been judged on the same day, so that no change is the clock's. */
export function differenceBetween(
  base: End,
  other: End,
  same: Unchanged = unchangedBetween(base, other),
): Difference {
  const renamed = renamedFamilies(base.review.model, other.review.model)
  const ends: Ends = { base, other, renamed }
  const months = plannedMonths(ends)
  const sheets = sheetsOf(ends, same)
  const sides = months && { base: sideOf(base), other: sideOf(other), months }
  // Sums of the business in two currencies say nothing of each other.
  const money = sides !== undefined && sameCurrency(ends)
  const statements = statementChanges(ends, same)
  const findings = findingChanges(ends)
  const names = [...renamed].map(([from, to]) => ({ from, to }))
  return {
    base,
    other,
    months,
    renamed: names,
    sheets,
    revenue: revenueChange(sheets),
    business: money ? businessDifferences(sides) : [],
    resources: sides === undefined ? [] : resourceDifferences(sides),
    budgetGaps: money ? budgetGaps(ends, sides.months, same) : [],
    commitments: commitmentChanges(ends, sheets, same),
    statements,
    findings,
    empty:
      names.length + sheets.length + statements.length === 0 &&
      [findings.new, findings.mended, findings.unjudged, findings.waived].every(
        (found) => found.length === 0,
      ),
  }
}

function sideOf({ name, review }: End): Side {
  return { name, model: review.model, version: 'plan', judgement: review.judgement }
}

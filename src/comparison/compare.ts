/** Compares two versions of the plan: numbers, objectives, findings. */

import type { MonthRange } from '../base/month.ts'
import { overlap } from '../base/month-set.ts'
import type { Fact } from '../facts/fact.ts'
import type { Judgement, ObjectiveResult } from '../rules/finding.ts'
import type { FindingOfOne } from './findings.ts'
import { onlyIn } from './findings.ts'
import type { Line } from './line.ts'
import type { Difference } from './numbers.ts'
import { businessDifferences, familyDifferences, resourceDifferences } from './numbers.ts'
import type { Side } from './side.ts'
import { monthsOf } from './side.ts'

export interface Comparison {
  readonly base: Side
  readonly other: Side
  /** The months that both can have numbers for; undefined where there is none. */
  readonly months: MonthRange | undefined
  /** The business as a whole, in the reporting currency. */
  readonly business: readonly Line[]
  readonly families: readonly Difference[]
  readonly resources: readonly Difference[]
  /** Side by side; none where one of the two is no plan. */
  readonly objectives: readonly ObjectivePair[]
  /** Undefined where one of the two is no plan: the rules have judged plans alone. */
  readonly findings: Findings | undefined
}

export interface ObjectivePair {
  readonly objective: Fact
  readonly base: ObjectiveResult | undefined
  readonly other: ObjectiveResult | undefined
}

export interface Findings {
  readonly appear: readonly FindingOfOne[]
  readonly vanish: readonly FindingOfOne[]
}

export function compareVersions(base: Side, other: Side): Comparison {
  const [a, b] = [monthsOf(base), monthsOf(other)]
  const months = a && b && overlap(a, b)
  const sides = months && { base, other, months }
  return {
    base,
    other,
    months,
    business: sides === undefined ? [] : businessDifferences(sides),
    families: sides === undefined ? [] : familyDifferences(sides),
    resources: sides === undefined ? [] : resourceDifferences(sides),
    ...judged(base.judgement, other.judgement),
  }
}

function judged(
  base: Judgement | undefined,
  other: Judgement | undefined,
): Pick<Comparison, 'objectives' | 'findings'> {
  if (base === undefined || other === undefined) return { objectives: [], findings: undefined }
  return {
    objectives: pairsOf(base.objectives, other.objectives),
    findings: { appear: onlyIn(other, base), vanish: onlyIn(base, other) },
  }
}

function pairsOf(
  base: readonly ObjectiveResult[],
  other: readonly ObjectiveResult[],
): readonly ObjectivePair[] {
  const byName = new Map(other.map((result) => [result.objective.name, result]))
  return base.map((result) => ({
    objective: result.objective,
    base: result,
    other: byName.get(result.objective.name),
  }))
}

/** One of two versions that are compared, with the run that judged it as the plan. */

import type { Exact } from '../base/exact.ts'
import type { Month, MonthRange } from '../base/month.ts'
import { spanning } from '../base/month-set.ts'
import type { Fact } from '../facts/fact.ts'
import type { Model, Version } from '../model/model.ts'
import type { Judgement } from '../rules/finding.ts'

export interface Side {
  /** As the planner names it: `plan`, `previous`, `2026-10`, `strong`, `budget`. */
  readonly name: string
  /** A plan's own run: prices, capacities and loads are those under it. */
  readonly model: Model
  /** What of the model is compared: `plan` where the run is about it. */
  readonly version: Version
  /** What the rules say of it; undefined for a version that is no plan, such as a budget. */
  readonly judgement: Judgement | undefined
}

/** The months a version can have numbers for; the past, too, where it is no plan. */
export function monthsOf({ model, judgement }: Side): MonthRange | undefined {
  const { horizon, months, past } = model
  if (judgement !== undefined) return horizon
  return [months, past].reduce(spanning, horizon)
}

/** A family, resource or group of the other side's run, by its name. */
export function twinOf({ model }: Side, { kind, name }: Fact): Fact | undefined {
  return name === undefined ? undefined : model.facts.named(kind, name)
}

/** A number of one side; undefined where the side does not know the subject. */
export type Read = (side: Side, subject: Fact, month: Month) => Exact | undefined

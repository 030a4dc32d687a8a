/** What each waiver accepts in a run: kept for the rules about waivers, which are judged last. */

import type { MonthSet } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import { monthNamedKinds } from '../facts/month-named.ts'
import type { Model } from '../model/model.ts'
import { kindSpec } from '../vocabulary/vocabulary.ts'

export interface WaiverUse {
  /** Its rule was judged, and nothing that it would have to judge was missing. */
  readonly judged: boolean
  /** How many findings it accepts, or would if it had not ended. */
  readonly findings: number
  /** Of the facts it covers, those that the findings are about. */
  readonly needs: readonly Fact[]
  /** How many facts it covers: those it names, else all of the kind that the findings are about. */
  readonly covers: number
  /** The months of the findings; none where one of them is about no month. */
  readonly months: MonthSet
  /** Where it accepts nothing: months that it lacks of findings whose other months it covers. */
  readonly lacking: MonthSet
}

const usesByModel = new WeakMap<Model, ReadonlyMap<Fact, WaiverUse>>()

export function keepUses(model: Model, uses: ReadonlyMap<Fact, WaiverUse>): void {
  usesByModel.set(model, uses)
}

/** Undefined until they are kept, and for a waiver that could not be read. */
export function waiverUse(model: Model, waive: Fact): WaiverUse | undefined {
  return usesByModel.get(model)?.get(waive)
}

/** The kinds that a waiver may name; cycles pass by themselves. */
export function waivableKinds(): readonly string[] {
  const about = kindSpec('waive')?.clauses?.about?.fields[0]?.type
  if (about?.type !== 'fact') return []
  return about.kinds.filter((kind) => !monthNamedKinds.has(kind))
}

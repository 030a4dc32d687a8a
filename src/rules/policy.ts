/** A policy: a threshold that is declared with its meaning, and set for all or for one family. */

import type { Exact } from '../base/exact.ts'
import type { Fact } from '../facts/fact.ts'

export interface Policy {
  readonly name: string
  readonly doc: string
  readonly declared: Fact
  readonly percent: boolean
  readonly general: Exact
  /** The statement that says the general value: the declaration, or what sets it. */
  readonly generalFrom: Fact
  readonly byFamily: ReadonlyMap<Fact, { readonly value: Exact; readonly from: Fact }>
}

export type Policies = ReadonlyMap<string, Policy>

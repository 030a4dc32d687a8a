/** A policy: a threshold that is declared with its meaning, and set for all or for one family. */

import type { Fact } from '../facts/fact.ts'
import type { Known } from './value.ts'

/** What sort of value it is; the per cent mark keeps 2 and 2% apart. */
export type PolicyMark = 'percent' | 'number' | 'length'

export interface Policy {
  readonly name: string
  /** What it means, in a sentence. */
  readonly doc: string
  /** Undefined where its declaration cannot be read. */
  readonly mark: PolicyMark | undefined
  /** What holds for every family that has no value of its own. */
  readonly general: Known
  readonly byFamily: ReadonlyMap<Fact, Known>
}

/** By name. */
export type Policies = ReadonlyMap<string, Policy>

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
  /** The statement that gives the value for all families: the company's, else the declaration. */
  readonly by: Fact
  /** The statement that gives a family its own value. */
  readonly byFor: ReadonlyMap<Fact, Fact>
}

/** By name. */
export type Policies = ReadonlyMap<string, Policy>

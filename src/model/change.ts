/** A change of monthly numbers, as a layer says it and as it was applied. */

import type { Exact } from '../base/exact.ts'
import type { Month, MonthRange } from '../base/month.ts'
import type { Span } from '../base/source.ts'
import type { Fact } from '../facts/fact.ts'

/** What a number in a table of shares or volumes is. */
export const NUMBER = 1
export const SHARE = 2
export const REST = 3

/** A change of one monthly number of one subject, over some months. */
export interface Change {
  readonly layer: Fact
  readonly line: Fact
  readonly subject: Fact
  /** A series, `price`, `available`, …, or a group's column: see `slotOfGroup`. */
  readonly slot: string
  readonly months: MonthRange
  /** `times`: by so many per cent. `unread`: nobody can read to what, or in which of these months. */
  readonly how: 'by' | 'times' | 'to' | 'unread'
  readonly sort: number
  readonly amount: (month: Month) => Exact | undefined
  readonly span: Span
}

export type Layer = ReadonlyMap<Fact, ReadonlyMap<string, readonly Change[]>>

/** A number as the layers below leave it. */
export interface Below {
  readonly value: Exact | undefined
  readonly sort: number
  /** It is stated, and cannot be read. */
  readonly unread?: boolean
}

export interface Applied {
  readonly change: Change
  readonly below: Exact | undefined
  readonly value: Exact | undefined
  readonly sort: number
}

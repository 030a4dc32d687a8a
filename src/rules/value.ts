/** What expressions evaluate to. Unknown is not zero: it is `undefined`, and it spreads. */

import type { Duration } from '../base/date.ts'
import type { Exact } from '../base/exact.ts'
import type { MonthSet } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'

/**
 * By type: truth is a boolean; a text, word, series or named version a string; a date or a month
 * its number; a quantity an exact number; a fact itself; months a set of ranges; any other set a list.
 */
export type Value =
  | boolean
  | string
  | Exact
  | Duration
  | Fact
  | MonthSet
  | readonly Known[]
  | undefined

export type Known = Exclude<Value, undefined>

/** The values of variables while a rule runs: one slot each. */
export type Slots = Value[]

/** Evaluates an expression over the slots of the program it was compiled into. */
export type Run = () => Value

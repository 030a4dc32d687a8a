/** What the workspace says about units: names, factors, rates. Made by `build.ts`. */

import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import type { Span } from '../base/source.ts'
import type { Fact } from '../facts/fact.ts'

export interface Units {
  /** Declared units and currencies, by name. */
  has(name: string): boolean
  isCurrency(name: string): boolean
  readonly names: readonly string[]
  /** The reporting currency; undefined until a business names it. */
  readonly reporting: string | undefined
  /**
   * How many `to` one `from` is, for a family (or for all) in a month; undefined where no path of
   * conversions leads there in that month.
   */
  factor(from: string, to: string, family: Fact | undefined, month: Month): Exact | undefined
  /** The conversions that lead from one to the other, in order: for explanations. */
  path(
    from: string,
    to: string,
    family: Fact | undefined,
    month: Month,
  ): readonly ConversionStep[] | undefined
  /** Whether a path exists in any month: what can be told before numbers are read. */
  connected(from: string, to: string, family: Fact | undefined): boolean
  /** The actual or planning rate of one currency in the reporting currency. */
  rate(currency: string, which: 'plan' | 'actual', month: Month): Exact | undefined
}

export interface ConversionStep {
  readonly from: string
  readonly to: string
  readonly factor: Exact
  readonly span: Span
}

/** What people said about a number: decisions, disagreements, approvals, revisions, and why. */

import type { Day } from '../base/date.ts'
import type { Month } from '../base/month.ts'
import type { Span } from '../base/source.ts'
import type { Fact, Facts } from '../facts/fact.ts'
import { dayIn, factIn, factsIn, nameOf, rangeIn, textIn, wordIn } from '../facts/fact.ts'
import { identityOf } from '../facts/telling.ts'
import { familiesOf } from '../units/owner.ts'

export interface Reason {
  /** `decision third-shift`, `approve operations pumps 2027-01 2026-11 plant-manager`. */
  readonly statement: string
  /** Title and reasons, as they are written. */
  readonly words: readonly string[]
  /** The roles it names. */
  readonly by: readonly string[]
  readonly on: Day | undefined
  readonly span: Span
}

/**
 * Statements about the family and the month in which a role gives its words: no kind is named, so that
 * a new kind of statement is shown, too. The earliest first; what has no day last.
 */
export function reasonsFor(
  facts: Facts,
  series: string,
  family: Fact,
  month: Month,
): readonly Reason[] {
  const tops = facts.kinds
    .flatMap((kind) => facts.of(kind))
    .filter(({ parent, span }) => parent === undefined && !span.source.builtIn)
  const reasons = [...new Set(tops)].flatMap((fact): readonly Reason[] => {
    const lines = [...fact.lines.values()].flat()
    if (fact === family || !isAbout(fact, lines, series, family, month)) return []
    const all = [fact, ...lines]
    const words = all.flatMap((each) => [textIn(each, 'title'), textIn(each, 'because')])
    const by = all.flatMap((each) => [factIn(each, 'by'), ...factsIn(each, 'role')])
    const said = words.filter((word) => word !== undefined)
    const roles = by.filter((role) => role?.kind === 'role').map((role) => role && nameOf(role))
    if (said.length === 0 || roles.length === 0) return []
    return [
      {
        statement: identityOf(fact, (name) => name),
        words: said,
        by: [...new Set(roles.filter((role) => role !== undefined))],
        on: all.map((each) => dayIn(each, 'on')).find((day) => day !== undefined),
        span: fact.span,
      },
    ]
  })
  return reasons.toSorted((a, b) => (a.on ?? Infinity) - (b.on ?? Infinity))
}

function isAbout(
  fact: Fact,
  lines: readonly Fact[],
  series: string,
  family: Fact,
  month: Month,
): boolean {
  // Who disagrees about sales says nothing of operations.
  const named = [fact, ...lines].flatMap((each) => wordIn(each, 'series') ?? [])
  if (named.length > 0 && !named.includes(series)) return false
  const own = [fact, ...lines].filter((each) => familiesOf(each).includes(family))
  return own.some((each) => {
    const of = wordIn(each, 'series')
    const { from, to } = rangeIn(each, 'months') ?? {}
    const inTime = (from ?? month) <= month && month <= (to ?? month)
    return inTime && (of === undefined || of === series)
  })
}

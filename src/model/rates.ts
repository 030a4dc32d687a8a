/** Prices and costs by month, in the reporting currency per unit of the family. */

import { isZero } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import type { Span } from '../base/source.ts'
import { reportCells } from '../diagnostics/cells.ts'
import type { Fact, QuantityValue } from '../facts/fact.ts'
import { nameOf, rangeIn } from '../facts/fact.ts'
import { moneyPerUnit, quantityOf } from '../units/amount.ts'
import { ALWAYS } from '../units/edges.ts'
import { familyOfLine, unitOf } from '../units/owner.ts'
import { checkMoneyPerUnit } from '../units/ratios.ts'
import { NUMBER } from './change.ts'
import type { Below } from './change.ts'
import type { Ground } from './ground.ts'

export interface Rate extends Below {
  readonly span: Span
  readonly fact: Fact
}

export type RateKind = 'price' | 'cost'
export const RATE_KINDS: readonly RateKind[] = ['price', 'cost']

/** What a family's price or cost is in a month, before any layer. */
export type Rates = (kind: RateKind, family: Fact, month: Month) => Rate | undefined

interface Entry {
  readonly since: number
  /** Undefined where it cannot be read. */
  readonly amount: QuantityValue | undefined
  /** Set where it is the same in every month. */
  readonly constant: Rate | undefined
  readonly fact: Fact
  readonly span: Span
}

const NONE: readonly Entry[] = []

export function readRates(ground: Ground): Rates {
  const byKind = new Map(RATE_KINDS.map((kind) => [kind, readKind(ground, kind)]))
  return (kind, family, month) => {
    const entries = byKind.get(kind)?.get(family) ?? NONE
    let at = entries.length - 1
    while (at >= 0 && (entries[at]?.since ?? 0) > month) at -= 1
    const entry = entries[at]
    if (entry?.constant !== undefined) return entry.constant
    if (entry === undefined) return undefined
    const { amount, span, fact } = entry
    const value = amount && moneyPerUnit(ground.units, amount, family, month)
    return { value, sort: NUMBER, span, fact, unread: amount === undefined }
  }
}

function readKind(ground: Ground, kind: RateKind): ReadonlyMap<Fact, readonly Entry[]> {
  const byFamily = new Map<Fact, Entry[]>()
  const lost = new Map<Fact, Fact>()
  for (const fact of ground.facts.of(kind)) {
    const family = familyOfLine(fact)
    if (family === undefined) continue
    const field = fact.fields.get('value')
    const since = rangeIn(fact, 'from')?.from ?? (fact.damaged ? undefined : ALWAYS)
    const entries = byFamily.get(family) ?? []
    byFamily.set(family, entries)
    if (since === undefined) {
      lost.set(family, fact)
      continue
    }
    const amount = quantityOf(field)
    const before = entries.find((entry) => entry.since === since)
    if (before !== undefined) {
      const values = { kind, family: nameOf(family) }
      const labels = [{ span: before.fact.span, text: 'stated here first' }]
      ground.problems.push(reportCells('doubled-rate', fact.span, values, { labels }))
      continue
    }
    const value = amount && constantOf(ground, amount, family)
    const { span } = field ?? fact
    const constant = value === undefined ? undefined : { value, sort: NUMBER, span, fact }
    if (
      constant === undefined &&
      checkMoneyPerUnit(fact, kind, field, family, ground.units).length > 0
    ) {
      // What is no money per unit has its message, and is unknown.
      entries.push({ since, amount: undefined, constant, fact, span })
      continue
    }
    entries.push({ since, amount, constant, fact, span })
  }
  for (const entries of byFamily.values()) entries.sort((a, b) => a.since - b.since)
  // One of no month that can be read may hold in any.
  for (const [family, fact] of lost) {
    const { span } = fact
    byFamily.set(family, [{ since: ALWAYS, amount: undefined, constant: undefined, fact, span }])
  }
  return byFamily
}

/** A price in the reporting currency per unit of the family needs no factor of any month. */
function constantOf(ground: Ground, amount: QuantityValue, family: Fact): Exact | undefined {
  const { unit } = amount
  const same =
    unit?.per !== undefined &&
    unit.name.text === ground.units.reporting &&
    unit.per.name.text === unitOf(family) &&
    !isZero(unit.per.count)
  return same ? moneyPerUnit(ground.units, amount, family, ground.reach.from) : undefined
}

/** Seals of commitments: what they would be now, and which cells have changed since. */

import { equal } from '../base/exact.ts'
import type { Month, MonthRange, MonthSet } from '../base/month.ts'
import { makeMonthSet } from '../base/month-set.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn, nameOf, textIn, wordIn } from '../facts/fact.ts'
import type { Model, WrittenCell } from '../model/model.ts'
import { sealOf } from '../model/seal.ts'

const seals = new WeakMap<Model, Map<string, string | undefined>>()

/** The seal of what a cycle's plan says now; undefined where it cannot be read. */
export function sealNow(
  model: Model,
  series: string,
  family: Fact,
  cycle: Fact,
): string | undefined {
  let own = seals.get(model)
  if (own === undefined) {
    own = new Map()
    seals.set(model, own)
  }
  const key = `${cycle.index} ${family.index} ${series}`
  if (!own.has(key)) own.set(key, workOut(model, series, family, cycle))
  return own.get(key)
}

function workOut(model: Model, series: string, family: Fact, cycle: Fact): string | undefined {
  const cells = model.written(cycle, series, family)
  return cells && sealOf(model.sha256, nameOf(family), cells)
}

/** What was committed to and what stands there now, where an earlier state of the plan shows it. */
export interface SealChanges {
  readonly months: MonthSet
  readonly was: ReadonlyMap<Month, WrittenCell>
  readonly now: ReadonlyMap<Month, WrittenCell>
}

const known = new WeakMap<Fact, { readonly changes: SealChanges | undefined }>()

/** Looks into earlier states of the plan once, and only where the seal is broken. */
export function changesSince(model: Model, seal: Fact): SealChanges | undefined {
  let found = known.get(seal)
  if (found === undefined) {
    found = { changes: findChanges(model, seal) }
    known.set(seal, found)
  }
  return found.changes
}

function findChanges(model: Model, seal: Fact): SealChanges | undefined {
  const value = textIn(seal, 'value')
  const family = factIn(seal, 'family')
  const cycle = factIn(seal, 'cycle')
  const series = wordIn(seal, 'series')
  if (value === undefined || family === undefined) return undefined
  if (cycle === undefined || series === undefined) return undefined
  const now = model.written(cycle, series, family)
  if (now === undefined) return undefined
  if (sealOf(model.sha256, nameOf(family), now) === value) return compared(now, now)
  for (const earlier of model.earlier(value)) {
    const then = cellsThen(earlier, nameOf(cycle), series, nameOf(family))
    if (then !== undefined && sealOf(model.sha256, nameOf(family), then) === value) {
      return compared(then, now)
    }
  }
  return undefined
}

function cellsThen(
  model: Model,
  cycle: string,
  series: string,
  family: string,
): readonly WrittenCell[] | undefined {
  const then = model.facts.named('cycle', cycle)
  const whose = model.facts.named('family', family)
  return then && whose && model.written(then, series, whose)
}

function compared(before: readonly WrittenCell[], after: readonly WrittenCell[]): SealChanges {
  const was = new Map(before.map((cell) => [cell.month, cell]))
  const now = new Map(after.map((cell) => [cell.month, cell]))
  const months: MonthRange[] = []
  for (const month of new Set([...was.keys(), ...now.keys()])) {
    if (!same(was.get(month), now.get(month))) months.push({ from: month, to: month })
  }
  return { months: makeMonthSet(months), was, now }
}

function same(a: WrittenCell | undefined, b: WrittenCell | undefined): boolean {
  return a !== undefined && b !== undefined && a.unit === b.unit && equal(a.value, b.value)
}

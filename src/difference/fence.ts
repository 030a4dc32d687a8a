/** The fence that a changed number lies in: whether it needs an approval, and whose. */

import { abs, compare, max, multiply, subtract } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn, factsIn, nameOf, rangeIn, wordIn } from '../facts/fact.ts'
import type { Model } from '../model/model.ts'
import { rowsOf } from '../model/rows.ts'
import { familyAmount } from '../rules/amounts.ts'
import { fenceSeries, fenceWithin } from '../rules/fence-change.ts'
import { hasAuthority } from '../rules/functions/people.ts'
import type { Table } from '../../grammar/tree.ts'
import { lineField } from '../units/owner.ts'
import type { FenceState } from './line.ts'

/**
 * As the rule about changes inside fences sees it: what counts is how far the plan is from that of the
 * cycle before, which a change may also bring nearer.
 */
export function fenceOf(
  model: Model,
  family: Fact,
  series: string,
  month: Month,
): FenceState | undefined {
  const fence = model.zone(family, month)
  if (fence === undefined) return undefined
  const role = lineField(fence, 'fence-approval', 'by')?.value
  const needed = role?.type === 'fact' ? role.fact : undefined
  const needsApproval = !letsPass(model, fence, family, series, month)
  const roles = needsApproval ? approvers(model, family, series, month) : []
  const may = (each: Fact): boolean =>
    needed === undefined || hasAuthority(model.facts, each, needed) === true
  return {
    fence: nameOf(fence),
    needsApproval,
    approver: needed && nameOf(needed),
    approvedBy: names(roles.filter(may)),
    approvedWithoutRight: names(roles.filter((each) => !may(each))),
  }
}

function letsPass(model: Model, fence: Fact, family: Fact, series: string, month: Month): boolean {
  const within = fenceWithin(fence)
  if (within === undefined || fenceSeries(fence)?.includes(series) !== true) return true
  // What the cycle before did not plan has not changed.
  const before = model.value('previous', series, family, month)
  const now = model.value('plan', series, family, month)
  if (before === undefined || now === undefined) return true
  const most = multiply(within, abs(before))
  const gap = subtract(now, before)
  if (most === undefined || gap === undefined) return false
  return compare(abs(gap), max(most, negligible(model, family))) <= 0
}

function negligible(model: Model, family: Fact): Exact {
  return familyAmount(model, family, family.fields.get('negligible')) ?? 0
}

/** Who approved a change of this number in the checked cycle, by word or with a revision. */
function approvers(model: Model, family: Fact, series: string, month: Month): readonly Fact[] {
  const { cycle, facts } = model
  if (cycle === undefined) return []
  const approvals = facts
    .whose('approve', 'cycle', cycle)
    .filter(
      (each) =>
        wordIn(each, 'series') === series &&
        factsIn(each, 'families').includes(family) &&
        holds(each, month),
    )
    .map((each) => factIn(each, 'by'))
  const revisions = facts.whose('revision', 'cycle', cycle).flatMap((revision) => {
    const by = lineField(revision, 'approved', 'by')?.value
    return by?.type === 'fact' && changes(model, revision, family, series, month) ? [by.fact] : []
  })
  return [...approvals.filter((role) => role !== undefined), ...revisions]
}

function changes(
  model: Model,
  revision: Fact,
  family: Fact,
  series: string,
  month: Month,
): boolean {
  const lines = revision.lines.get('change') ?? []
  const tables = revision.lines.get('plan-change') ?? []
  return (
    lines.some(
      (each) =>
        wordIn(each, 'series') === series &&
        factsIn(each, 'of').includes(family) &&
        holds(each, month),
    ) ||
    tables.some(
      (each) =>
        factIn(each, 'family') === family &&
        each.tables.some(
          ({ table, columns }) =>
            columns.some((column) => column?.name === series) && statesMonth(model, table, month),
        ),
    )
  )
}

function statesMonth({ horizon }: Model, table: Table, month: Month): boolean {
  if (horizon === undefined) return false
  const { from, to } = rowsOf(table, horizon.to, horizon)
  return [...from].some((start, row) => start <= month && month <= (to[row] ?? start))
}

/** Months unsaid are the whole horizon; those that could not be read approve nothing. */
function holds(fact: Fact, month: Month): boolean {
  const range = rangeIn(fact, 'months')
  if (range === undefined) return !fact.damaged
  return (range.from ?? month) <= month && month <= (range.to ?? month)
}

function names(facts: readonly Fact[]): readonly string[] {
  return [...new Set(facts.map(nameOf))]
}

/** A layer over a plan: the changes that a revision or a scenario says, by whom and what. */

import { add, multiply } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Month, MonthRange } from '../base/month.ts'
import { compareSpans } from '../base/source.ts'
import type { BoundTable, Fact, QuantityValue } from '../facts/fact.ts'
import { factIn, factsIn, nameOf, rangeIn, wordIn } from '../facts/fact.ts'
import { amountIn, convert, moneyPerUnit, quantityOf } from '../units/amount.ts'
import { unitName, unitOf } from '../units/owner.ts'
import { seriesSpec } from '../vocabulary/series.ts'
import { NUMBER, REST, SHARE } from './change.ts'
import type { Change, Layer } from './change.ts'
import type { Ground } from './ground.ts'
import { RATE_KINDS } from './rates.ts'
import { cellSpan, rowSpan } from '../../grammar/places.ts'
import { cellAt, rowMonths, rowsOf } from './rows.ts'
import { reportReach } from './statements.ts'

export function slotOfGroup(group: Fact): string {
  return `column ${nameOf(group)}`
}

/** The number after a change of the number below. */
export function changed(change: Change, below: Exact | undefined, month: Month): Exact | undefined {
  const amount = change.amount(month)
  if (amount === undefined || change.how === 'to') return amount
  if (below === undefined) return undefined
  if (change.how === 'by') return add(below, amount)
  const factor = add(1, amount)
  return factor === undefined ? undefined : multiply(below, factor)
}

export function readLayer(ground: Ground, layer: Fact, horizon: MonthRange): Layer {
  const changes: Change[] = []
  for (const lines of layer.lines.values()) {
    for (const line of lines) {
      const read = line.spec.table === undefined ? changesOfLine : changesOfTables
      for (const change of read(ground, layer, line, horizon)) changes.push(change)
    }
  }
  changes.sort((a, b) => compareSpans(a.span, b.span))
  const bySubject = new Map<Fact, Map<string, Change[]>>()
  for (const change of changes) {
    const slots = bySubject.get(change.subject) ?? new Map<string, Change[]>()
    bySubject.set(change.subject, slots)
    const known = slots.get(change.slot)
    if (known === undefined) slots.set(change.slot, [change])
    else known.push(change)
  }
  return bySubject
}

function changesOfLine(
  ground: Ground,
  layer: Fact,
  line: Fact,
  horizon: MonthRange,
): readonly Change[] {
  const group = factIn(line, 'series')
  const slot = group === undefined ? wordIn(line, 'series') : slotOfGroup(group)
  const by = quantityOf(line.fields.get('by'))
  const amount = by ?? quantityOf(line.fields.get('to'))
  const said = rangeIn(line, 'months')
  if (slot === undefined) return []
  const from = said?.from ?? horizon.from
  const to = said === undefined ? horizon.to : (said.to ?? horizon.to)
  const months = {
    from: from < ground.reach.from ? ground.reach.from : from,
    to: to > ground.reach.to ? ground.reach.to : to,
  }
  return factsIn(line, 'of').map((subject) => {
    const change = { layer, line, subject, slot, months, span: line.span }
    // Months that nobody can read are not months that nobody says.
    if (amount === undefined || (said === undefined && line.damaged)) return unread(change)
    return {
      ...change,
      how: by === undefined ? 'to' : amount.percent ? 'times' : 'by',
      sort: amount.percent ? SHARE : NUMBER,
      amount: (month) =>
        amount.percent ? amount.value : inSlot(ground, amount, slot, subject, month),
    }
  })
}

function unread(change: Omit<Change, 'how' | 'sort' | 'amount'>): Change {
  return { ...change, how: 'unread', sort: NUMBER, amount: () => undefined }
}

/** An amount in the unit in which the changed number is kept. */
function inSlot(
  ground: Ground,
  amount: QuantityValue,
  slot: string,
  subject: Fact,
  month: Month,
): Exact | undefined {
  if (RATE_KINDS.some((kind) => kind === slot)) {
    return moneyPerUnit(ground.units, amount, subject, month)
  }
  const money = seriesSpec(slot)?.dimension === 'money'
  const unit = money ? ground.units.reporting : unitOf(subject)
  return amountIn(ground.units, amount, unit, familyOf(subject), month)
}

function changesOfTables(
  ground: Ground,
  layer: Fact,
  line: Fact,
  horizon: MonthRange,
): readonly Change[] {
  const subject = factIn(line, 'family') ?? factIn(line, 'resource')
  if (subject === undefined) return []
  return line.tables.flatMap((bound) =>
    changesOfTable(ground, layer, line, subject, bound, horizon),
  )
}

function changesOfTable(
  ground: Ground,
  layer: Fact,
  line: Fact,
  subject: Fact,
  bound: BoundTable,
  horizon: MonthRange,
): readonly Change[] {
  const { table } = bound
  const rows = rowsOf(table, horizon.to, ground.reach)
  const beyond = rows.beyond[0]
  if (beyond !== undefined) reportReach(ground, rowSpan(table, beyond), rowMonths(table, beyond))
  const said = unitName(line.fields.get('in'))
  const changes: Change[] = []
  bound.columns.forEach((column, at) => {
    if (column === undefined) return
    const slot = column.fact === undefined ? column.name : slotOfGroup(column.fact)
    const money = seriesSpec(slot)?.dimension === 'money'
    const kept = money ? ground.units.reporting : unitOf(subject)
    const fits = said !== undefined && ground.units.isCurrency(said) === money
    const unit = fits ? said : undefined
    for (let row = 0; row < table.rowCount; row += 1) {
      const cell = cellAt(bound, row, at)
      if (cell?.sort === 'blank') continue
      const months = { from: (rows.from[row] ?? 0) as Month, to: (rows.to[row] ?? 0) as Month }
      const change = { layer, line, subject, slot, months, span: cellSpan(table, row, at) }
      // Shares and the rest are of groups alone; elsewhere the binder has said so.
      const plain = cell?.sort === 'number' && !cell.percent
      if (cell === undefined || (!plain && column.fact === undefined)) {
        changes.push(unread(change))
        continue
      }
      changes.push({
        ...change,
        how: 'to',
        sort: cell.sort === 'rest' ? REST : cell.percent ? SHARE : NUMBER,
        amount: (month) =>
          cell.sort === 'rest' || cell.percent
            ? cell.sort === 'rest'
              ? undefined
              : cell.value
            : convert(ground.units, cell.value, unit, kept, familyOf(subject), month),
      })
    }
  })
  return changes
}

function familyOf(subject: Fact): Fact | undefined {
  return subject.kind === 'family' ? subject : undefined
}

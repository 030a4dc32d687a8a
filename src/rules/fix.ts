/** A rule's `fix` as an edit of the text that states the cell. */

import * as exact from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import type { Mend } from '../diagnostics/diagnostic.ts'
import type { Fact } from '../facts/fact.ts'
import type { CellAddress } from '../model/model.ts'
import { quantityOf } from '../units/amount.ts'
import { addressOf } from './cell-node.ts'
import { displayWritten } from './display.ts'
import type { Node } from './node.ts'
import type { CompiledRule } from './rule.ts'

/** The edit; undefined where nobody stated the cell, or where one row states several months. */
export function fixOf(rule: CompiledRule): Mend | undefined {
  const { compiler } = rule
  const { fix } = rule.saying()
  const cell = fix?.target.cell
  const value = fix?.value.run() as Exact | undefined
  if (fix === undefined || value === undefined) return undefined
  const title = `Write ${displayWritten(compiler, fix.value)}`
  if (cell === undefined) return fieldFix(fix.target, title, value)
  const at = addressOf(cell)
  if (at === undefined) return undefined
  const { model } = compiler
  const { version, series, subject, month } = at
  const found = statedOrigin(rule, at)
  if (found === undefined) return undefined
  const next = (month + 1) as Month
  const alone =
    model.since(version, series, subject, month) === month &&
    model.since(version, series, subject, next) !== month
  const text = alone ? writtenAs(value, found.steps) : undefined
  if (text === undefined) return undefined
  return {
    title,
    edits: [{ span: found.span, text }],
  }
}

/** A number that a statement says, as `opening inventory 600` does: written in the unit it has. */
function fieldFix(target: Node, title: string, value: Exact): Mend | undefined {
  const { expression, parts } = target
  if (expression.sort !== 'field') return undefined
  const fact = parts[0]?.run() as Fact | undefined
  const field = fact?.fields.get(expression.field.text)
  const amount = quantityOf(field)
  if (field === undefined || amount === undefined) return undefined
  if (amount.percent || amount.unit?.per !== undefined) return undefined
  const now = target.run() as Exact | undefined
  const number = now === undefined ? undefined : scaled(value, amount.value, now)
  if (number === undefined) return undefined
  const text = amount.unit === undefined ? number : `${number} ${amount.unit.name.text}`
  return { title, edits: [{ span: field.span, text }] }
}

/** A value in the unit in which another is written, of which it is known what it is now. */
function scaled(value: Exact, written: Exact, now: Exact): string | undefined {
  const all = exact.multiply(value, written)
  const number = exact.isZero(now) || all === undefined ? value : exact.divide(all, now)
  return number === undefined ? undefined : exact.plainDecimal(number)
}

/** Follows a cell to the text that states it: the outlook's cell is an actual's or a plan's. */
function statedOrigin(rule: CompiledRule, address: CellAddress) {
  let at = address
  for (let step = 0; step < 5; step++) {
    const origin = rule.compiler.model.origin(at.version, at.series, at.subject, at.month)
    if (origin.from === 'stated') return origin
    if (origin.from !== 'cell') return undefined
    at = origin.cell
  }
  return undefined
}

/** The number in the unit that the table is written in. */
function writtenAs(value: Exact, steps: readonly { readonly factor: Exact }[]): string | undefined {
  let written: Exact | undefined = value
  for (const step of steps) {
    written = written === undefined ? undefined : exact.divide(written, step.factor)
  }
  return written === undefined ? undefined : exact.plainDecimal(written)
}

/** A rule's `fix` as an edit of the text that states the cell. */

import { plainDecimal, sign } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import type { Mend } from '../diagnostics/diagnostic.ts'
import { seriesSpec } from '../vocabulary/series.ts'
import { addressOf } from './cell-node.ts'
import { displayStatedWritten } from './display.ts'
import type { CellNodes } from './node.ts'
import type { CompiledRule } from './rule.ts'
import { statedAt } from './stated-at.ts'

/** The edit; undefined where nobody stated the cell, or where one row states several months. */
export function fixOf(rule: CompiledRule): Mend | undefined {
  const { compiler } = rule
  const { fix } = rule.saying()
  const value = fix?.value.run() as Exact | undefined
  if (fix === undefined || value === undefined) return undefined
  const { target } = fix
  const stated = statedAt(compiler, target)
  const alone = target.cell === undefined || isAlone(rule, target.cell)
  if (target.cell !== undefined && isStock(target.cell) && sign(value) < 0) return undefined
  const number = stated && alone ? stated.inItsUnit(value) : undefined
  const digits = number === undefined ? undefined : plainDecimal(number)
  if (stated === undefined || digits === undefined) return undefined
  const text = stated.ownUnit === undefined ? digits : `${digits} ${stated.ownUnit}`
  return {
    title: `Write ${displayStatedWritten(compiler, fix.value, stated)}`,
    edits: [{ span: stated.span, text }],
  }
}

/** A stock below zero would be the next mistake. */
function isStock(cell: CellNodes): boolean {
  const series = addressOf(cell)?.series
  return series !== undefined && seriesSpec(series)?.nature === 'stock'
}

/** Whether the text that states a cell states no other month. */
function isAlone({ compiler }: CompiledRule, cell: CellNodes): boolean {
  const at = addressOf(cell)
  if (at === undefined) return false
  const { model } = compiler
  const { version, series, subject, month } = at
  const next = (month + 1) as Month
  return (
    model.since(version, series, subject, month) === month &&
    model.since(version, series, subject, next) !== month
  )
}

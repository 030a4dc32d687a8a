/** Where somebody stated a number, and in which unit: what takes its place is typed in that one. */

import * as exact from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Span } from '../base/source.ts'
import type { Fact } from '../facts/fact.ts'
import type { CellAddress, Model } from '../model/model.ts'
import { amountOfTable, quantityOf } from '../units/amount.ts'
import { printUnit } from '../units/unit.ts'
import { addressOf } from './cell-node.ts'
import type { Compiler } from './compiler.ts'
import type { CellNodes, Node } from './node.ts'
import { resolveUnit } from './unit-of.ts'

export interface Stated {
  readonly span: Span
  /** The unit of the statement, or of the table around it; undefined where neither has one. */
  readonly unit: string | undefined
  /** The unit that stands behind the number itself. */
  readonly ownUnit: string | undefined
  /** A number as rules reckon it, in the unit of the statement; undefined where that is not told. */
  readonly inItsUnit: (value: Exact) => Exact | undefined
}

/** Undefined where nobody stated the cell or the field. */
export function statedAt(compiler: Compiler, place: Node): Stated | undefined {
  if (place.cell !== undefined) return statedCell(compiler.model, place.cell)
  return place.expression.sort === 'field'
    ? statedField(compiler, place, place.expression.field.text)
    : undefined
}

/** Follows a cell to the text that states it: the outlook's cell is an actual's or a plan's. */
function statedCell(model: Model, cell: CellNodes): Stated | undefined {
  let at: CellAddress | undefined = addressOf(cell)
  for (let step = 0; step < 5 && at !== undefined; step++) {
    const origin = model.origin(at.version, at.series, at.subject, at.month)
    if (origin.from === 'stated') {
      const { span, unit, steps } = origin
      const inItsUnit = (value: Exact): Exact | undefined =>
        steps.reduce<Exact | undefined>(
          (number, { factor }) => (number === undefined ? number : exact.divide(number, factor)),
          value,
        )
      return { span, unit, ownUnit: undefined, inItsUnit }
    }
    at = origin.from === 'cell' ? origin.cell : undefined
  }
  return undefined
}

/** A number that a statement says, as `opening inventory 600` does. */
function statedField(compiler: Compiler, place: Node, name: string): Stated | undefined {
  const fact = place.parts[0]?.run() as Fact | undefined
  const field = fact?.fields.get(name)
  const amount = quantityOf(field)
  if (field === undefined || amount === undefined) return undefined
  if (amount.percent || amount.unit?.per !== undefined) return undefined
  const unit = amountOfTable(field, fact?.parent)?.unit?.name.text
  const now = place.run() as Exact | undefined
  const reckoned = unit === undefined || unit === reckonedIn(compiler, place)
  const inItsUnit = (value: Exact): Exact | undefined => {
    if (reckoned) return value
    // Nothing is nothing in each unit, and tells no factor.
    if (now === undefined || exact.isZero(now)) return undefined
    const all = exact.multiply(value, amount.value)
    return all === undefined ? undefined : exact.divide(all, now)
  }
  return { span: field.span, unit, ownUnit: amount.unit?.name.text, inItsUnit }
}

function reckonedIn(compiler: Compiler, { type }: Node): string | undefined {
  const unit = type.is === 'quantity' ? type.unit : undefined
  const resolved = unit === undefined ? undefined : resolveUnit(compiler, unit)
  return resolved === undefined ? undefined : printUnit(resolved)
}

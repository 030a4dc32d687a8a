/** How values read in messages: numbers with their unit, months and dates as they are written. */

import type { Day, Duration } from '../base/date.ts'
import { printDay } from '../base/date.ts'
import { printExact, printPercent } from '../base/exact.ts'
import type { Exact, PrintOptions } from '../base/exact.ts'
import type { MonthSet, Month } from '../base/month.ts'
import { printMonth, printRange } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import { nameOf } from '../facts/fact.ts'
import { printUnit, type Unit } from '../units/unit.ts'
import type { Compiler } from './compiler.ts'
import type { Node } from './node.ts'
import type { Stated } from './stated-at.ts'
import type { Type } from './type.ts'
import { resolveUnit } from './unit-of.ts'
import type { Known, Value } from './value.ts'

export const UNKNOWN_WORD = 'unknown'

const ROUNDED: PrintOptions = { places: 2, exactTo: 6 }
const GROUPED: PrintOptions = { ...ROUNDED, group: true }
/** Who types a number that was cut finds it wrong again. */
const TYPED: PrintOptions = { ...ROUNDED, exactTo: 12 }

/** Whether the number has a per cent mark where it is written; a `let` stands for its own value. */
function isPercent({ percent, variable }: Node): boolean {
  return (percent ?? variable?.value?.percent)?.() === true
}

/** The value that a node has now, in words. */
export function displayValue(compiler: Compiler, node: Node): string {
  const value = node.run()
  if (value !== undefined && isPercent(node)) return printPercent(value as Exact, ROUNDED)
  return display(compiler, node.type, value)
}

/** The same, as a plan would write it: what help says is typed, and a comma ends a number. */
export function displayWritten(
  compiler: Compiler,
  node: Node,
  options: PrintOptions = ROUNDED,
): string {
  const value = node.run()
  const { type } = node
  const typed = node.typed ?? node.variable?.value?.typed
  if (typed !== undefined && value !== undefined) return typed()
  if (type.is !== 'quantity' || value === undefined) return displayValue(compiler, node)
  if (isPercent(node)) return printPercent(value as Exact, options)
  return printQuantity(compiler, type.unit, value as Exact, options)
}

/** In the unit in which the number was stated that it is compared with. */
export function displayStated(compiler: Compiler, node: Node, stated: Stated | undefined): string {
  return inUnitOf(node, stated, GROUPED) ?? displayValue(compiler, node)
}

/** The same, as a plan would write it. */
export function displayStatedWritten(
  compiler: Compiler,
  node: Node,
  stated: Stated | undefined,
): string {
  return inUnitOf(node, stated, TYPED) ?? displayWritten(compiler, node, TYPED)
}

function inUnitOf(
  node: Node,
  stated: Stated | undefined,
  options: PrintOptions,
): string | undefined {
  const value = node.run() as Exact | undefined
  const number = value === undefined ? undefined : stated?.inItsUnit(value)
  if (number === undefined || stated?.unit === undefined) return undefined
  return `${printExact(number, options)} ${stated.unit}`
}

export function display(compiler: Compiler, type: Type, value: Value): string {
  if (value === undefined) return UNKNOWN_WORD
  switch (type.is) {
    case 'truth':
      return value === true ? 'yes' : 'no'
    case 'month':
      return printMonth(value as Month)
    case 'date':
      return printDay(value as Day)
    case 'duration':
      return printDuration(value as Duration)
    case 'fact':
      return nameOf(value as Fact)
    case 'quantity':
      return printQuantity(compiler, type.unit, value as Exact, GROUPED)
    case 'set':
      return displaySet(compiler, type.of, value)
    case 'version':
      return typeof value === 'string' ? value : nameOf(value as Fact)
    case 'text':
    case 'word':
    case 'series':
    case 'unit':
      return value as string
    case 'wrong':
      return UNKNOWN_WORD
  }
}

function displaySet(compiler: Compiler, of: Type, value: Known): string {
  if (of.is === 'month') return (value as MonthSet).map(printRange).join(', ')
  return (value as readonly Known[]).map((each) => display(compiler, of, each)).join(', ')
}

export function printDuration(duration: Duration): string {
  return `${duration.count} ${duration.of}${Math.abs(duration.count) === 1 ? '' : 's'}`
}

function printQuantity(
  compiler: Compiler,
  unit: Unit | undefined,
  value: Exact,
  options: PrintOptions,
): string {
  const number = printExact(value, options)
  const resolved = unit === undefined ? undefined : resolveUnit(compiler, unit)
  if (resolved === undefined || resolved.atoms.length === 0) return number
  return `${number} ${printUnit(resolved)}`
}

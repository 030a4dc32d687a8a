/** How values read in messages: numbers with their unit, months and dates as they are written. */

import type { Day, Duration } from '../base/date.ts'
import { printDay } from '../base/date.ts'
import { printExact } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
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

/** The value that a node has now, in words. */
export function displayValue(compiler: Compiler, node: Node): string {
  return display(compiler, node.type, node.run())
}

/** The same in the unit in which the number was stated that it is compared with. */
export function displayStated(compiler: Compiler, node: Node, stated: Stated | undefined): string {
  const value = node.run() as Exact | undefined
  const number = value === undefined ? undefined : stated?.inItsUnit(value)
  if (number === undefined || stated?.unit === undefined) return displayValue(compiler, node)
  return `${printNumber(number)} ${stated.unit}`
}

/** The value as a line to be typed has it: the language takes no separators of thousands. */
export function displayTyped(compiler: Compiler, node: Node): string {
  const { type } = node
  const value = node.run()
  if (type.is !== 'quantity' || value === undefined) return display(compiler, type, value)
  return printQuantity(compiler, type.unit, value as Exact, false)
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
      return printQuantity(compiler, type.unit, value as Exact)
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
  group = true,
): string {
  const number = printNumber(value, group)
  const resolved = unit === undefined ? undefined : resolveUnit(compiler, unit)
  if (resolved === undefined || resolved.atoms.length === 0) return number
  return `${number} ${printUnit(resolved)}`
}

function printNumber(value: Exact, group = true): string {
  return printExact(value, { group, places: 2, exactTo: 6 })
}

/** The forms that a value has as written, a bit each, and those that each type takes. */

import type { Quantity, Value } from '../../grammar/tree.ts'
import type { FieldType } from '../vocabulary/spec.ts'
import { monthNamedKinds } from './month-named.ts'

const PLAIN = 1
const QUOTED = 2
const NAME = PLAIN | QUOTED
const ONE_MONTH = 4
const MORE_MONTHS = 8
const DATE = 16
const DURATION = 32
const BARE = 64
const PERCENT = 128
const WITH_UNIT = 256
/** What no type takes. */
const NONE = 0

const FORMS: Readonly<Record<Exclude<FieldType['type'], 'fact' | 'either'>, number>> = {
  text: QUOTED,
  path: QUOTED,
  word: NAME,
  'free-word': NAME,
  series: NAME,
  rule: NAME,
  unit: NAME,
  flag: NAME,
  month: ONE_MONTH,
  months: ONE_MONTH | MORE_MONTHS,
  date: DATE | ONE_MONTH,
  duration: DURATION,
  number: BARE | PERCENT,
  percent: PERCENT,
  quantity: BARE | PERCENT | WITH_UNIT,
  expression: NONE,
  truth: NONE,
}

/** The forms of the values that a type takes. */
export function formsOf(type: FieldType): number {
  if (type.type === 'either') return type.of.reduce((forms, one) => forms | formsOf(one), NONE)
  if (type.type !== 'fact') return FORMS[type.type]
  return type.kinds.some((kind) => monthNamedKinds.has(kind)) ? NAME | ONE_MONTH : NAME
}

/** The form of a value. */
export function formOf(value: Value): number {
  switch (value.sort) {
    case 'name':
      return value.quoted ? QUOTED : PLAIN
    case 'quantity':
      return formOfQuantity(value)
    case 'months':
      return value.from === value.to ? ONE_MONTH : MORE_MONTHS
    case 'date':
      return DATE
  }
}

function formOfQuantity(value: Quantity): number {
  if (value.duration !== undefined) return isCount(value) ? DURATION : NONE
  if (value.unit !== undefined) return WITH_UNIT
  return value.percent ? PERCENT : BARE
}

/** Whether a value has the form that a type wants, whatever it names. */
export function fits(type: FieldType, value: Value): boolean {
  return (formsOf(type) & formOf(value)) !== 0
}

/** Whether a month may stand there, and whether a day may. */
export function takesMonth(type: FieldType): boolean {
  return (formsOf(type) & ONE_MONTH) !== 0
}

export function takesDay(type: FieldType): boolean {
  return (formsOf(type) & DATE) !== 0
}

/** A whole number without a sign: how often, or how long. */
export function isCount(value: Quantity): boolean {
  return typeof value.value === 'number' && value.sign === '' && !value.percent
}

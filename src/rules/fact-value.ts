/** Bound fields as values of the rule language. */

import type { Field, FieldValue } from '../facts/fact.ts'
import type { Known, Value } from './value.ts'

/** A bound field as a value of the rule language. */
export function valueOf(field: Field | undefined): Value {
  return field === undefined ? undefined : plainValue(field.value)
}

function plainValue(value: FieldValue): Value {
  switch (value.type) {
    case 'text':
      return value.text
    case 'word':
      return value.word
    case 'fact':
      return value.fact
    case 'month':
      return value.month
    case 'months':
      return value.to === undefined ? undefined : [{ from: value.from, to: value.to }]
    case 'date':
      return value.day
    case 'duration':
      return value.duration
    case 'quantity':
      return value.value
    case 'flag':
      return true
    case 'list': {
      const items: Known[] = []
      for (const item of value.items) {
        const known = plainValue(item.value)
        if (known !== undefined) items.push(known)
      }
      return items
    }
    case 'expression':
      return undefined
  }
}

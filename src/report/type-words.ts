/** Types of fields in a planner's words. */

import { or, withArticle } from '../base/phrases.ts'
import type { FieldSpec, FieldType } from '../vocabulary/spec.ts'

/** Without an article's capital: `a role`, `make-to-stock or make-to-order`. */
export function typeWords(type: FieldType): string {
  switch (type.type) {
    case 'text':
      return 'a text in quotes'
    case 'fact':
      return `the name of ${withArticle(or(type.kinds))}`
    case 'word':
      return or(type.words)
    case 'free-word':
      return 'a word'
    case 'series':
      return or([`a ${type.nature ?? 'series'}`, ...(type.also ?? [])])
    case 'either':
      return or(type.of.map(typeWords))
    case 'rule':
      return 'the name of a rule'
    case 'month':
      return 'a month such as 2027-03'
    case 'months':
      return 'a month, or a range such as 2027-03 .. 2027-05'
    case 'date':
      return `a date such as 2027-03-15; a month stands for its ${type.month} day`
    case 'duration':
      return 'a length of time such as 3 months, 6 weeks or 10 days'
    case 'number':
      return 'a number'
    case 'percent':
      return 'a percentage such as 2%'
    case 'quantity':
      return QUANTITIES[type.in]
    case 'unit':
      return UNITS[type.currency]
    case 'expression':
      return 'an expression'
    case 'path':
      return 'the path of a file in the workspace, in quotes'
    case 'flag':
      return `the word ${type.word}`
    case 'truth':
      return 'yes or no'
  }
}

const QUANTITIES = {
  family: "a number, in the family's unit unless it says another",
  resource: "a number, in the resource's unit unless it says another",
  stated: 'a number with its unit',
} as const

const UNITS = {
  yes: 'a currency',
  no: 'a unit',
  either: 'a unit or a currency',
} as const

/** What stands for a value in the form of a statement: `by ROLE`, `from MONTH`. */
export function placeholder({ field, type }: FieldSpec): string {
  switch (type.type) {
    case 'fact':
      return (type.kinds.length === 1 ? (type.kinds[0] ?? field) : field).toUpperCase()
    case 'text':
      return `"${field.toUpperCase()}"`
    case 'flag':
      return type.word
    case 'word':
      return type.words.join('|')
    case 'path':
      return '"FILE"'
    case 'duration':
      return 'LENGTH'
    case 'quantity':
    case 'number':
      return 'NUMBER'
    case 'percent':
      return 'PERCENT'
    case 'series':
      return (type.nature ?? type.type).toUpperCase()
    case 'rule':
    case 'month':
    case 'months':
    case 'date':
    case 'unit':
    case 'expression':
      return type.type.toUpperCase()
    case 'free-word':
    case 'either':
    case 'truth':
      return field.toUpperCase()
  }
}

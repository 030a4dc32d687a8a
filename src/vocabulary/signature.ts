/** A kind of statement on one line, as a pattern: `owner ROLE for SERIES`. */

import type { ClauseSpec, FieldSpec, FieldType, KindSpec } from './spec.ts'
import { keywordOf } from './vocabulary.ts'

/** The whole line; what may be left out stands in brackets. */
export function signatureOf(spec: KindSpec): string {
  const parts = [keywordOf(spec), ...spec.arguments.map(fieldPattern)]
  if (spec.value !== undefined) parts.push(valuePattern(spec.value))
  if (spec.at !== undefined) parts.push(valuePattern(spec.at, 'at'))
  for (const [preposition, clause] of clausesOf(spec)) {
    parts.push(clauseInLine(spec, preposition, clause))
  }
  return parts.join(' ')
}

/** A clause where it stands in the line: `[on DATE]`; of two of which one stands `(by N` and `| to N)`. */
export function clauseInLine(spec: KindSpec, preposition: string, clause: ClauseSpec): string {
  const pattern = clausePattern(preposition, clause)
  const { oneOf } = spec
  const at = oneOf?.findIndex((one) => one === preposition) ?? -1
  if (oneOf === undefined || at < 0) return clause.required === true ? pattern : `[${pattern}]`
  return `${at === 0 ? '(' : '| '}${pattern}${at === oneOf.length - 1 ? ')' : ''}`
}

/** `= EXPRESSION`, or `at EXPRESSION`. */
export function valuePattern(value: FieldSpec, mark: '=' | 'at' = '='): string {
  const pattern = `${mark} ${placeholder(value)}`
  return value.required === true ? pattern : `[${pattern}]`
}

/** `about FAMILY, … [MONTHS]`. */
export function clausePattern(preposition: string, clause: ClauseSpec): string {
  return [preposition, ...clause.fields.map(fieldPattern)].join(' ')
}

/** The clauses of a kind, in the order in which it lists them. */
export function clausesOf(spec: KindSpec): readonly (readonly [string, ClauseSpec])[] {
  return Object.entries(spec.clauses ?? {})
}

/** What stands for a field in a pattern, in brackets where it may be left out. */
export function fieldPattern(field: FieldSpec): string {
  return field.required === true ? placeholder(field) : `[${placeholder(field)}]`
}

function placeholder(field: FieldSpec): string {
  const word = wordFor(field.type, field.field)
  return field.list === true ? `${word}, …` : word
}

const words: { readonly [Type in FieldType['type']]?: string } = {
  rule: 'RULE',
  month: 'MONTH',
  months: 'MONTHS',
  date: 'DATE',
  duration: 'LENGTH',
  number: 'NUMBER',
  percent: 'PERCENT',
  expression: 'EXPRESSION',
  path: '"FILE"',
}

function wordFor(type: FieldType, field: string): string {
  switch (type.type) {
    case 'text':
      return field === 'title' ? '"TITLE"' : '"TEXT"'
    case 'fact':
      return type.kinds.length > 2 ? 'NAME' : type.kinds.join('|').toUpperCase()
    case 'word':
      return type.words.join('|')
    case 'free-word':
      return field === 'value' ? 'WORD' : field.toUpperCase()
    case 'flag':
      return type.word
    case 'series':
      return (type.nature ?? type.type).toUpperCase()
    case 'either':
      return type.of.map((one) => wordFor(one, field)).join('|')
    case 'quantity':
      return type.in === 'stated' ? 'NUMBER UNIT' : 'NUMBER'
    case 'unit':
      return { yes: 'CURRENCY', no: 'UNIT', either: 'UNIT' }[type.currency]
    default:
      return words[type.type] ?? field.toUpperCase()
  }
}

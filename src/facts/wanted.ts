/** What a place wants, in the planner's words. */

import { and, or, withArticle } from '../base/phrases.ts'
import { isLetter, wordEnd } from '../../grammar/chars.ts'
import { keywords } from '../../grammar/kinds.ts'
import type { Value } from '../../grammar/tree.ts'
import { textOf } from '../base/source.ts'
import type { Span } from '../base/source.ts'
import type { ClauseSpec, FieldSpec, FieldType, KindSpec } from '../vocabulary/spec.ts'

/** The longest text that a message repeats. */
const MOST_SHOWN = 40

/** `a family`, `a month`, `one of …`: what stands before "is wanted here". */
export function wanted(type: FieldType): string {
  switch (type.type) {
    case 'fact':
      return or(type.kinds.map(withArticle))
    case 'word':
      return or(type.words.map(marked))
    case 'series':
      return or([withArticle(type.nature ?? 'series'), ...(type.also ?? []).map(marked)])
    case 'either':
      return or(type.of.map(wanted))
    case 'flag':
      return `the word ${marked(type.word)}`
    case 'unit':
      return type.currency === 'yes' ? 'a currency' : 'a unit'
    case 'number':
      return type.most === undefined ? simple.number : `a whole number from 1 to ${type.most}`
    case 'quantity':
      return type.in === 'stated' ? 'a number with its unit' : 'a number'
    default:
      return simple[type.type]
  }
}

const simple = {
  text: 'a text in quotes',
  'free-word': 'a name',
  rule: 'the name of a rule',
  month: 'a month',
  months: 'a month or a range of months',
  date: 'a date',
  duration: 'a length of time',
  number: 'a number without a unit',
  percent: 'a percentage',
  expression: 'a number or an expression',
  path: 'the name of a file in quotes',
  truth: 'yes or no',
} as const

/** How a value of a type is written, where an example helps. */
export function howWritten(type: FieldType): string | undefined {
  switch (type.type) {
    case 'month':
      return 'a month is written `2026-11`'
    case 'months':
      return 'months are written `2026-11`, `2026-11 .. 2027-01` or `2026-11 ..`'
    case 'date':
      return 'a date is written `2026-11-19`'
    case 'duration':
      return 'a length of time is written `3 months`, `6 weeks` or `10 days`'
    case 'percent':
      return 'a percentage is written `10%`'
    case 'path':
      return 'a file is written `"data/items.csv"`'
    default:
      return undefined
  }
}

/** What a word takes behind it: `its name, its title`; a value that has no other name than the word. */
export function takes(fields: readonly FieldSpec[], word = ''): string {
  if (fields.length === 0) return 'nothing here'
  return and(fields.map(({ field, type }) => (field === word ? wanted(type) : `its ${field}`)))
}

/** The clauses that a statement takes. */
export function takesClauses(clauses: Readonly<Partial<Record<string, ClauseSpec>>>): string {
  const words = Object.keys(clauses)
  return words.length === 0 ? 'it takes no clauses' : `it takes ${and(words.map(marked))}`
}

/** What a value looks like in a message. */
export function shown(value: Value): string {
  if (value.sort !== 'name' || value.quoted) return marked(brief(value.span))
  return marked(shorten(value.text))
}

/** The text of a span, cut where it is long. */
export function brief(span: Span): string {
  return shorten(textOf(span))
}

/** The first sentence of a documentation, as it stands behind a colon. */
export function inSentence(doc: string): string {
  const end = doc.search(/[.;](?: |$)/)
  return doc.charAt(0).toLowerCase() + doc.slice(1, end < 0 ? doc.length : end)
}

/** The first line of a kind's example. */
export function headExample(spec: KindSpec): string {
  const end = spec.example.indexOf('\n')
  const line = end < 0 ? spec.example : spec.example.slice(0, end)
  return line.endsWith(' {') ? line.slice(0, -2) : line
}

/** A name as the planner writes it: in quotes where it is no plain word. */
export function written(name: string): string {
  const plain =
    name.length > 0 &&
    isLetter(name.charCodeAt(0)) &&
    wordEnd(name, 0, name.length) === name.length &&
    !keywords.has(name)
  return plain || isMonth(name) ? name : `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** A name in a message. */
export function named(name: string): string {
  return marked(written(shorten(name)))
}

/** As a sentence begins. */
export function capital(text: string): string {
  return text.charAt(0) === '`' ? text : text.charAt(0).toUpperCase() + text.slice(1)
}

export function marked(text: string): string {
  return `\`${text}\``
}

function shorten(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}…` : text
}

function isMonth(name: string): boolean {
  return name.length === 7 && name.charAt(4) === '-' && /^\d{4}-\d{2}$/.test(name)
}

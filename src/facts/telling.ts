/** The words that tell a fact from others, the same wherever it stands and whatever it says. */

import { printMonth } from '../base/month.ts'
import type { LineSpec } from '../vocabulary/spec.ts'
import { keywordOf } from '../vocabulary/vocabulary.ts'
import type { Fact, FieldValue } from './fact.ts'

/** What a family is called where the words are read: a family may have another name by then. */
export type Called = (family: string) => string

/** A value that tells acts apart: a name, a word or months. */
export type TellingValue = Extract<FieldValue, { type: 'fact' | 'word' | 'month' | 'months' }>

/** A statement's or line's keyword with what tells it from others: names, series, months. */
export function identityOf(fact: Fact, called: Called): string {
  const keyword = keywordOf(fact.spec)
  if (fact.name !== undefined) {
    const own = fact.kind === 'family' ? called(fact.name) : fact.name
    const more = (fact.spec.identity ?? []).flatMap((field) => tellingWords(fact, field, called))
    return [keyword, own, ...more].join(' ')
  }
  if (lineSpec(fact)?.once === true) return keyword
  const lines = onceWords(fact)
  const fields = [...fact.fields.keys()].filter((field) => !lines.has(field))
  return [keyword, ...fields.flatMap((field) => tellingWords(fact, field, called))].join(' ')
}

/** What the vocabulary says of a line of a block; undefined for a statement. */
export function lineSpec({ parent, spec }: Fact): LineSpec | undefined {
  return parent === undefined ? undefined : spec
}

/** Lines that stand once are fields of their statement, too: they are told as lines. */
export function onceWords(fact: Fact): ReadonlySet<string> {
  const lines = [...fact.lines.values()].flat()
  return new Set(lines.filter((l) => lineSpec(l)?.once === true).map((l) => keywordOf(l.spec)))
}

/** Names and months tell acts apart; what they say of them in numbers, days and reasons does not. */
export function isTelling(value: FieldValue): boolean {
  if (value.type === 'list') return value.items.every((item) => isTelling(item.value))
  return isTellingValue(value)
}

function isTellingValue(value: FieldValue): value is TellingValue {
  const { type } = value
  return type === 'fact' || type === 'word' || type === 'month' || type === 'months'
}

/** As the plan writes it. */
export function tellingText(value: TellingValue, called: Called): string {
  switch (value.type) {
    case 'word':
      return value.word
    case 'fact': {
      const { kind, name } = value.fact
      if (name === undefined) return kind
      return kind === 'family' ? called(name) : name
    }
    case 'months':
      if (value.to === value.from) return printMonth(value.from)
      return `${printMonth(value.from)} .. ${value.to === undefined ? '' : printMonth(value.to)}`.trim()
    case 'month':
      return printMonth(value.month)
  }
}

function tellingWords(fact: Fact, field: string, called: Called): readonly string[] {
  const value = fact.fields.get(field)?.value
  if (value === undefined || !isTelling(value)) return []
  const items = value.type === 'list' ? value.items.map((item) => item.value) : [value]
  const words = items.filter(isTellingValue).map((item) => tellingText(item, called))
  return [words.toSorted().join(', ')]
}

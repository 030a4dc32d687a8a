/** What makes a statement one and the same in two versions: its keyword, names, series and months. */

import type { Argument, Clause, Statement, Value } from '../../grammar/tree.ts'
import { textOf } from '../base/source.ts'
import { printValue } from '../syntax/print.ts'
import type { FieldSpec, FieldType, KindSpec, LineSpec } from '../vocabulary/spec.ts'
import { lineKind, topKind } from '../vocabulary/vocabulary.ts'

/** The kind of a statement in the block of another, or at the top. */
export function kindOf(
  { line }: Statement,
  parent: KindSpec | undefined,
): KindSpec | LineSpec | undefined {
  const word = line.keyword.text
  if (parent === undefined) return topKind(word)
  return lineKind(parent, word) ?? (parent.encloses === true ? topKind(word) : undefined)
}

/**
 * What is said of the same thing has the same identity in all versions. A clause tells no less in the
 * block than in the head.
 */
export function identityOf(statement: Statement, spec: KindSpec | LineSpec | undefined): string {
  const { line, define, entries } = statement
  const word = line.keyword.text
  if (define !== undefined) return `${word} ${define.name.text}`
  if (spec === undefined) return textOf(line.span).split(/\s+/).join(' ')
  if ('once' in spec && spec.once) return word
  const args = line.arguments.flatMap((argument, at) => {
    const field = spec.arguments[at]
    return isAsked(spec, field) ? telling(argument, spec, spec.arguments, at === 0) : []
  })
  const inBlock = entries.flatMap((entry) => (entry.sort === 'clauses' ? entry.clauses : []))
  const clauses = [...line.clauses, ...inBlock].map((clause) => clauseWords(clause, spec))
  const at = line.at === undefined ? [] : [`at ${textOf(line.at.span)}`]
  return [word, ...args, ...at, ...clauses.filter((words) => words !== '').toSorted()].join(' ')
}

function clauseWords({ preposition, arguments: said }: Clause, spec: KindSpec): string {
  const clause = spec.clauses?.[preposition.text as keyof NonNullable<KindSpec['clauses']>]
  const fields = clause?.fields ?? []
  if (spec.repetition === 'named' && !fields.some((field) => isAsked(spec, field))) return ''
  const words = said.flatMap((argument) => telling(argument, spec, fields, false))
  return words.length === 0 ? '' : [preposition.text, ...words].join(' ')
}

/** Of what has a name, the name counts, and what with it makes it one and the same. */
function isAsked(spec: KindSpec, field: FieldSpec | undefined): boolean {
  if (spec.repetition !== 'named') return true
  if (field === undefined) return false
  return ('declares' in field && field.declares === true) || isIdentity(spec, field)
}

function isIdentity({ identity = [] }: KindSpec, { field }: FieldSpec): boolean {
  return identity.includes(field)
}

function telling(
  { values }: Argument,
  spec: KindSpec,
  fields: readonly FieldSpec[],
  first: boolean,
): readonly string[] {
  const words = values.filter((value) => tells(value, spec, fields, first)).map(printValue)
  return words.length === 0 ? [] : [words.toSorted().join(', ')]
}

/** Names and months tell statements apart; numbers, days and sentences are what they say. */
function tells(
  value: Value,
  { repetition }: KindSpec,
  fields: readonly FieldSpec[],
  first: boolean,
): boolean {
  const has = (...types: readonly FieldType['type'][]): boolean =>
    fields.some(({ type }) => types.includes(type.type))
  switch (value.sort) {
    case 'name':
      return first || !value.quoted || !has('text')
    case 'months':
      return repetition === 'cells' || !has('date') || has('month', 'months')
    case 'date':
      return repetition === 'cells'
    case 'quantity':
      return false
  }
}

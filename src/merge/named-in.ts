/** The family and the unit that a statement names, in its head or in its block. */

import type { Clause, Name, Statement } from '../../grammar/tree.ts'
import type { FieldSpec, KindSpec } from '../vocabulary/spec.ts'

export function familyOf(statement: Statement, spec: KindSpec): Name | undefined {
  return (
    valueOf(isFamily, statement.line.arguments, spec.arguments) ??
    inClauses(isFamily, statement, spec)
  )
}

export function unitOf(statement: Statement, spec: KindSpec): Name | undefined {
  return inClauses(({ type }) => type.type === 'unit', statement, spec)
}

function isFamily({ type }: FieldSpec): boolean {
  return type.type === 'fact' && type.kinds.includes('family')
}

function inClauses(
  is: (field: FieldSpec) => boolean,
  { line, entries }: Statement,
  { clauses: specs }: KindSpec,
): Name | undefined {
  const inBlock = entries.flatMap((entry) => (entry.sort === 'clauses' ? entry.clauses : []))
  for (const { preposition, arguments: said } of [...line.clauses, ...inBlock]) {
    const fields = specs?.[preposition.text as keyof typeof specs]?.fields
    const found = fields && valueOf(is, said, fields)
    if (found !== undefined) return found
  }
  return undefined
}

function valueOf(
  is: (field: FieldSpec) => boolean,
  said: Clause['arguments'],
  fields: readonly FieldSpec[],
): Name | undefined {
  const value = said[fields.findIndex(is)]?.values[0]
  return value?.sort === 'name' ? value : undefined
}

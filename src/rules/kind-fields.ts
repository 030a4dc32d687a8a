/** The fields that rules may read of each kind, looked up in the vocabulary. */

import type { FieldSpec, KindSpec, LineSpec } from '../vocabulary/spec.ts'
import { keywordOf, kindSpec, VOCABULARY } from '../vocabulary/vocabulary.ts'
import { computedFields } from './computed.ts'

const fieldLists = new Map<KindSpec, readonly FieldSpec[]>()

/** What the statement of a kind says itself: its arguments, its value, its clauses. */
export function fieldsOf(spec: KindSpec): readonly FieldSpec[] {
  let fields = fieldLists.get(spec)
  if (fields === undefined) {
    const clauses = Object.values(spec.clauses ?? {}).flatMap((clause) => clause.fields)
    const value = spec.value === undefined ? [] : [spec.value]
    fields = [...spec.arguments, ...value, ...clauses]
    fieldLists.set(spec, fields)
  }
  return fields
}

/** A field that rules may read, by its name. */
export function fieldSpec(kind: string, field: string): FieldSpec | undefined {
  const spec = kindSpec(kind)
  return spec && fieldsOf(spec).find((entry) => entry.field === field && isRead(entry))
}

/** An expression is no value: what a target or a policy says is read by its own name. */
export function isRead({ type }: FieldSpec): boolean {
  return type.type !== 'expression'
}

/** Whether a statement may leave a field out: by itself, or with the clause that it stands in. */
export function isOptional(kind: string, field: FieldSpec): boolean {
  if (field.required !== true) return true
  const clauses = Object.values(kindSpec(kind)?.clauses ?? {})
  const clause = clauses.find(({ fields }) => fields.includes(field))
  return clause !== undefined && clause.required !== true
}

/** The kinds that stand in the blocks of these kinds. */
export function linesOf(kinds: readonly string[]): readonly LineSpec[] {
  return kinds.flatMap((kind) => kindSpec(kind)?.lines ?? [])
}

/** The line that stands once in a kind's block under this name. */
export function lineOnce(kind: string, field: string): LineSpec | undefined {
  return kindSpec(kind)?.lines?.find((line) => keywordOf(line) === field && line.once === true)
}

/** The kind in whose block a kind stands, where that is one. */
export function parentKind(kind: string): string | undefined {
  return PARENTS.get(kind)
}

const PARENTS = parents()

function parents(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const walk = (spec: KindSpec) => {
    for (const line of spec.lines ?? []) {
      found.set(line.kind, spec.kind)
      walk(line)
    }
  }
  for (const spec of VOCABULARY) walk(spec)
  return found
}

/** The names of all fields of these kinds, in the order of the vocabulary. */
export function fieldNames(kinds: readonly string[]): readonly string[] {
  const names = new Set<string>()
  for (const kind of kinds) {
    const spec = kindSpec(kind)
    for (const field of spec === undefined ? [] : fieldsOf(spec).filter(isRead)) {
      names.add(field.field)
    }
    for (const line of linesOf([kind])) {
      if (line.once === true || line.key !== undefined) names.add(keywordOf(line))
    }
    for (const key of computedFields.keys()) {
      if (key.startsWith(`${kind}.`)) names.add(key.slice(kind.length + 1))
    }
  }
  names.add('name')
  return [...names]
}

/** Makes a fact that no statement says, and describes its fields. */

import type { Span } from '../base/source.ts'
import type { Fact, Field } from '../facts/fact.ts'
import type { Model } from '../model/model.ts'
import type { FieldSpec, KindSpec } from '../vocabulary/spec.ts'

export interface ComputedKind {
  readonly spec: KindSpec
  /** The kind whose facts it belongs to, for `seal l in k`. */
  readonly of?: string
  readonly facts: (model: Model) => readonly Fact[]
}

export function computedField(name: string, type: FieldSpec['type'], doc: string): FieldSpec {
  return { field: name, type, doc }
}

export function computedFact(
  spec: KindSpec,
  index: number,
  parent: Fact,
  fields: ReadonlyMap<string, Field>,
  span: Span,
): Fact {
  return {
    kind: spec.kind,
    spec,
    index,
    name: undefined,
    nameSpan: undefined,
    parent,
    fields,
    lines: new Map(),
    tables: [],
    damaged: false,
    statement: undefined,
    span,
  }
}

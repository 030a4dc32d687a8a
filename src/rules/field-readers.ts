/** What is known of fields: rules read the same ones again and again. */

import type { Fact } from '../facts/fact.ts'
import type { Type } from './type.ts'
import type { Value } from './value.ts'

/** A field by name, with its type and how to read it off a fact. */
export interface FieldReader {
  readonly type: Type
  readonly read: (fact: Fact) => Value
  /** It may be left out: a rule that reads it has then nothing to say. */
  readonly optional: boolean
  /** Nobody wrote it: the model gives it. */
  readonly computed: boolean
  /** It tells of what other rules found. */
  readonly late: boolean
  /** The kinds that it rests on besides its own statement; undefined where that may be any. */
  readonly rests: readonly string[] | undefined
  /** It is the same for every fact of its kind: its type has no unit of a fact's own. */
  readonly steady: boolean
}

/** The steady readers of a workspace, by kind and field. */
export class FieldReaders {
  private readonly kinds = new Map<string, Map<string, FieldReader>>()

  find(kind: string, field: string): FieldReader | undefined {
    return this.kinds.get(kind)?.get(field)
  }

  keep(kind: string, field: string, reader: FieldReader): void {
    const fields = this.kinds.get(kind)
    if (fields === undefined) this.kinds.set(kind, new Map([[field, reader]]))
    else fields.set(field, reader)
  }
}

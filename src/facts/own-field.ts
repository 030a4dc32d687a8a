/** The fields of a fact: most have one or two, and there are very many facts. */

import { Chain } from '../base/few.ts'
import type { Span } from '../base/source.ts'
import type { Field, FieldValue } from './fact.ts'

/** A field, and the map of itself and those behind it. */
export class OwnField extends Chain<string, Field> implements Field {
  value: FieldValue
  span: Span

  constructor(name: string, value: FieldValue, span: Span) {
    super(name)
    this.value = value
    this.span = span
  }

  get held(): Field {
    return this
  }
}

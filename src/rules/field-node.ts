/** Reading a field of a fact: `f.strategy`, `m.cycle`, `o.value`. */

import type { Span } from '../base/source.ts'
import { closest } from '../base/suggest.ts'
import type { Expression, Word } from '../../grammar/tree.ts'
import type { Fact, Field } from '../facts/fact.ts'
import { printExpression } from '../syntax/print.ts'
import type { Compiler } from './compiler.ts'
import { inWords, meant, report, wrongBecause } from './compiler.ts'
import { mayLackField } from './doubt.ts'
import { wordsOfFact } from './fact-words.ts'
import { pathsOf } from './field-path.ts'
import { readerFor } from './field-reader.ts'
import type { FieldReader } from './field-readers.ts'
import { keyedNames } from './keyed-line.ts'
import { fieldNames, fieldSpec } from './kind-fields.ts'
import { callable } from './names.ts'
import type { Leaf, Missing, Node } from './node.ts'
import { because } from './node.ts'
import { plainFieldNode } from './plain-field.ts'
import type { Type } from './type.ts'
import { countWords } from './type-words.ts'
import type { Value } from './value.ts'

export function fieldNode(compiler: Compiler, expression: Expression, of: Node, field: Word): Node {
  if (of.type.is === 'wrong') return { ...of, expression }
  if (of.type.is !== 'fact') return plainFieldNode(compiler, expression, of, field)
  const reader = readerFor(compiler, of, field.text)
  if (reader === undefined) {
    return wrongBecause(compiler, expression, unknownField(compiler, of, field))
  }
  const run = of.run as () => Fact | undefined
  const { type, read } = reader
  const { path, parentPath } = pathsOf(of, field.text)
  const written = !reader.computed
  return {
    type,
    run: () => {
      const fact = run()
      return fact === undefined ? undefined : read(fact)
    },
    expression,
    parts: [of],
    path,
    parentPath,
    indexed: isIndexed(type) ? { key: field.text, read, written } : undefined,
    percent: type.is === 'quantity' ? () => isPercent(run()?.fields.get(field.text)) : undefined,
    unusable: of.unusable,
    written: () => {
      const fact = run()
      if (fact === undefined) return undefined
      // The model gives `months` to who names none, too: what it gives is not what somebody wrote.
      const given = !written && fieldSpec(fact.kind, field.text) !== undefined
      const left = given && !fact.fields.has(field.text)
      return isWritten(left ? undefined : read(fact), fact)
    },
    unread: unreadOf(compiler, of, reader),
    leaf: new FieldLeaf(run, field.text, reader.optional),
  }
}

class FieldLeaf implements Leaf {
  private readonly of: () => Fact | undefined
  private readonly field: string
  private readonly optional: boolean

  constructor(of: () => Fact | undefined, field: string, optional: boolean) {
    this.of = of
    this.field = field
    this.optional = optional
  }

  reading(): string {
    return `${this.field} of ${wordsOfFact(this.of())}`
  }

  span(): Span | undefined {
    return this.of()?.fields.get(this.field)?.span
  }

  missing(): Missing {
    const missing = because(this.reading())
    return this.optional ? { ...missing, silent: true } : missing
  }
}

/** A field that is not there may be one that could not be read; so may be whose it is. */
function unreadOf(compiler: Compiler, of: Node, { rests }: FieldReader): Node['unread'] {
  if (rests === undefined) return undefined
  return () => {
    const { facts } = compiler.model
    const fact = of.run() as Fact | undefined
    if (fact === undefined) return of.unread?.() ?? !facts.complete
    return mayLackField(facts, fact, rests)
  }
}

function isPercent(field: Field | undefined): boolean {
  return field?.value.type === 'quantity' && field.value.percent
}

/** A field that is absent from a statement with a mistake may be what the mistake is about. */
export function isWritten(value: Value, fact: Fact): boolean | undefined {
  if (value !== undefined) return true
  return fact.damaged ? undefined : false
}

/** Whether equal values of the type are one and the same value. */
function isIndexed(type: Type): boolean {
  if (type.is === 'set') return type.of.is !== 'month' && isIndexed(type.of)
  return ['fact', 'series', 'word', 'month', 'text'].includes(type.is)
}

function unknownField(compiler: Compiler, of: Node, field: Word) {
  const kinds = of.type.is === 'fact' ? of.type.kinds : []
  if (keyedNames(of).includes(field.text)) {
    const wanted = `\`${printExpression(of.expression)}.${field.text}(…)\``
    return report('wrong-arguments', field.span, { name: field.text, wanted, found: countWords(0) })
  }
  const fields = fieldNames(kinds)
  const words = inWords(compiler, of.type)
  const values = {
    of: words.charAt(0).toUpperCase() + words.slice(1),
    field: field.text,
    fields: fields.join(', '),
  }
  const help = callable(compiler, field.text)
  const extras = help === undefined ? meant(field.span, closest(field.text, fields)) : { help }
  return report('unknown-field', field.span, values, extras)
}

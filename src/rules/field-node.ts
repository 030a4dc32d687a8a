/** Reading a field of a fact: `f.strategy`, `m.cycle`, `o.value`. */

import { closest } from '../base/suggest.ts'
import type { Span } from '../base/source.ts'
import type { Expression, Word } from '../../grammar/tree.ts'
import type { Fact, Field } from '../facts/fact.ts'
import { nameOf } from '../facts/fact.ts'
import { divideUnits } from '../units/unit.ts'
import type { Unit } from '../units/unit.ts'
import { familiesOf } from '../units/owner.ts'
import { printExpression } from '../syntax/print.ts'
import type { FieldSpec, LineSpec } from '../vocabulary/spec.ts'
import { familyAmount, writtenAmount, writtenUnit } from './amounts.ts'
import { type ComputedField, computedFields } from './computed.ts'
import type { Compiler } from './compiler.ts'
import { inWords, meant, report, wrongBecause } from './compiler.ts'
import { valueOf } from './fact-value.ts'
import { mayLackField } from './doubt.ts'
import { wordsOfFact } from './fact-words.ts'
import { keyedNames } from './keyed-line.ts'
import { fieldNames, fieldsOf, fieldSpec, isOptional, lineOnce, parentKind } from './kind-fields.ts'
import { callable } from './names.ts'
import type { Leaf, Missing, Node } from './node.ts'
import { because } from './node.ts'
import { plainFieldNode } from './plain-field.ts'
import { compatible, factOf, quantityIn, setOf, TEXT, type Type, typeOfField } from './type.ts'
import { countWords } from './type-words.ts'
import { moneyUnit, ownedUnit, unitOfFact } from './unit-of.ts'
import type { Value } from './value.ts'

/** A field by name, with its type and how to read it off a fact. */
interface FieldReader {
  readonly type: Type
  readonly read: (fact: Fact) => Value
  /** It may be left out: a rule that reads it has then nothing to say. */
  readonly optional: boolean
  /** Nobody wrote it: the model gives it. */
  readonly computed?: true
  /** The kinds that it rests on besides its own statement; undefined where that may be any. */
  readonly rests: readonly string[] | undefined
}

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
  const written = reader.computed !== true
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

/** The reader of a field, by the kinds that a fact may be of. */
function readerFor(compiler: Compiler, of: Node, field: string): FieldReader | undefined {
  if (field === 'name') return { type: TEXT, read: nameOf, optional: false, rests: [] }
  const kinds = of.type.is === 'fact' ? of.type.kinds : []
  const [only] = kinds
  if (only !== undefined && kinds.length === 1) return readerOfKind(compiler, of, only, field)
  const readers = new Map<string, FieldReader>()
  for (const kind of kinds) {
    const reader = readerOfKind(compiler, of, kind, field)
    if (reader !== undefined) readers.set(kind, reader)
  }
  const [first] = readers.values()
  if (first === undefined || readers.size < 2) return first
  if ([...readers.values()].some((each) => !compatible(each.type, first.type))) return undefined
  const all = { ...first, read: (fact: Fact) => readers.get(fact.kind)?.read(fact) }
  const computed = [...readers.values()].some((each) => each.computed === true)
  return computed ? { ...all, computed } : all
}

function readerOfKind(
  compiler: Compiler,
  of: Node,
  kind: string,
  field: string,
): FieldReader | undefined {
  const { model } = compiler
  const computed = computedFields.get(`${kind}.${field}`)
  if (computed !== undefined) {
    const type = computedType(compiler, of, computed)
    if (computed.late === true) compiler.program.late = true
    const { rests } = computed
    const read = (fact: Fact) => computed.read(model, fact)
    return { type, read, optional: false, computed: true, rests }
  }
  const spec = fieldSpec(kind, field)
  if (spec !== undefined) {
    const optional = isOptional(kind, spec)
    return { ...specReader(compiler, of, field, spec), optional, rests: [] }
  }
  const once = lineOnce(kind, field)
  if (once !== undefined) return onceReader(compiler, of, field, once)
  // A line of a block has its statement's fields, too: `meeting.cycle`, `position.family`.
  return fromStatement(compiler, of, kind, field)
}

function computedType(compiler: Compiler, of: Node, { type }: ComputedField): Type {
  if (type === 'family quantity') return quantityIn(familyUnit(compiler, of))
  if (type === 'money') return quantityIn(moneyUnit(compiler))
  if (type !== 'family rate') return type
  return quantityIn(divideUnits(moneyUnit(compiler), familyUnit(compiler, of)))
}

/** A field that a statement or a line says itself. */
function specReader(
  compiler: Compiler,
  of: Node,
  field: string,
  spec: FieldSpec,
): Omit<FieldReader, 'optional' | 'rests'> {
  const { model } = compiler
  if (spec.type.type !== 'quantity') {
    const type = typeOfField(spec.type)
    const read = (fact: Fact) => valueOf(fact.fields.get(field)) ?? flagOf(spec, fact)
    return { type: spec.list === true ? setOf(type) : type, read }
  }
  if (spec.type.in === 'family') {
    const read = (fact: Fact) => familyAmount(model, fact, fact.fields.get(field))
    return { type: quantityIn(familyUnit(compiler, of)), read }
  }
  const read = (fact: Fact) => writtenAmount(fact.fields.get(field))
  return { type: quantityIn(unitAsWritten(compiler, of, field)), read }
}

/** A line that stands once is a field of its statement: one value of it, or the line itself. */
function onceReader(compiler: Compiler, of: Node, field: string, line: LineSpec): FieldReader {
  const optional = line.required !== true
  const inner = fieldsOf(line).find((entry) => entry.field === line.gives)
  if (inner !== undefined) return { ...specReader(compiler, of, field, inner), optional, rests: [] }
  const read = (fact: Fact) => valueOf(fact.fields.get(field))
  return { type: factOf(line.kind), read, optional, rests: [] }
}

function fromStatement(
  compiler: Compiler,
  of: Node,
  kind: string,
  field: string,
): FieldReader | undefined {
  const parent = parentKind(kind)
  if (parent === undefined) return undefined
  if (parent === field) {
    return { type: factOf(parent), read: (fact) => fact.parent, optional: false, rests: [] }
  }
  const above = readerOfKind(compiler, of, parent, field)
  if (above === undefined) return undefined
  return {
    ...above,
    read: (fact) => (fact.parent === undefined ? undefined : above.read(fact.parent)),
  }
}

/** A flag that is not written is false; anything else that is not written is unknown. */
function flagOf(spec: FieldSpec, fact: Fact): Value {
  return spec.type.type === 'flag' && !fact.damaged ? false : undefined
}

/** The unit of the family that a fact is about: by its own field, or by its statement's. */
function familyUnit(compiler: Compiler, of: Node): Unit {
  const run = () => {
    const fact = of.run() as Fact | undefined
    return fact === undefined ? undefined : familiesOf(fact)[0]
  }
  const { expression, constant } = of
  const named = constant === undefined ? {} : { constant: familiesOf(constant as Fact)[0] }
  const path = familyPath(of)
  const type = factOf('family')
  return unitOfFact(compiler, { type, run, expression, parts: [of], ...named, ...path })
}

/** A unit that each statement says for itself: it goes with nothing but itself. */
function unitAsWritten(compiler: Compiler, of: Node, field: string): Unit {
  const { path } = pathsOf(of, field)
  const node = { ...of, ...(path === undefined ? {} : { path }) }
  return ownedUnit(compiler, node, () => {
    const fact = of.run() as Fact | undefined
    return writtenUnit(fact?.fields.get(field))
  })
}

/** Facts of one path are one fact. `p.family` has a path; a line has the family of its statement. */
function familyPath(of: Node): { path?: string } {
  const { path, parentPath, type } = of
  const kind = type.is === 'fact' ? type.kinds[0] : undefined
  if (kind === undefined || kind === 'family') return path === undefined ? {} : { path }
  const own = fieldSpec(kind, 'family') !== undefined || computedFields.has(`${kind}.family`)
  const owner = own || parentPath === undefined ? path : parentPath
  return owner === undefined ? {} : { path: `${owner}.family` }
}

/** `d.resolved` stands in d's block; `p.family` is a path of its own. */
function pathsOf(of: Node, field: string): { path?: string; parentPath?: string } {
  const { path, type } = of
  if (path === undefined || type.is !== 'fact') return {}
  const line = lineOnce(type.kinds[0] ?? '', field)
  if (line !== undefined && line.gives === undefined) {
    return { path: `${path}.${field}`, parentPath: path }
  }
  return field === 'family' ? familyPath(of) : { path: `${path}.${field}` }
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

/** How a field is read off a fact: its type, and what gives its value. */

import type { Fact } from '../facts/fact.ts'
import { nameOf } from '../facts/fact.ts'
import { familiesOf } from '../units/owner.ts'
import type { Unit } from '../units/unit.ts'
import { divideUnits } from '../units/unit.ts'
import type { FieldSpec, LineSpec } from '../vocabulary/spec.ts'
import { familyAmount, writtenAmount, writtenUnit } from './amounts.ts'
import type { Compiler } from './compiler.ts'
import { type ComputedField, computedFields } from './computed.ts'
import { valueOf } from './fact-value.ts'
import { familyPath, pathsOf } from './field-path.ts'
import type { FieldReader } from './field-readers.ts'
import { fieldsOf, fieldSpec, isOptional, lineOnce, parentKind } from './kind-fields.ts'
import type { Node } from './node.ts'
import { compatible, factOf, quantityIn, setOf, TEXT, type Type, typeOfField } from './type.ts'
import { moneyUnit, ownedUnit, unitOfFact } from './unit-of.ts'
import type { Value } from './value.ts'

const NOTHING_ELSE: readonly string[] = []
const STATED = { optional: false, computed: false, late: false, rests: NOTHING_ELSE, steady: true }
const NAME: FieldReader = { ...STATED, type: TEXT, read: nameOf }

/** The reader of a field, by the kinds that a fact may be of. */
export function readerFor(compiler: Compiler, of: Node, field: string): FieldReader | undefined {
  const reader = field === 'name' ? NAME : readerOfKinds(compiler, of, field)
  if (reader?.late === true) compiler.program.late = true
  return reader
}

function readerOfKinds(compiler: Compiler, of: Node, field: string): FieldReader | undefined {
  const kinds = of.type.is === 'fact' ? of.type.kinds : []
  const [only] = kinds
  if (only !== undefined && kinds.length === 1) return readerOfKind(compiler, of, only, field)
  const readers = new Map<string, FieldReader>()
  for (const kind of kinds) {
    const reader = readerOfKind(compiler, of, kind, field)
    if (reader !== undefined) readers.set(kind, reader)
  }
  const all = [...readers.values()]
  const [first] = all
  if (first === undefined || all.length < 2) return first
  if (all.some((each) => !compatible(each.type, first.type))) return undefined
  return {
    ...first,
    read: (fact) => readers.get(fact.kind)?.read(fact),
    computed: all.some(({ computed }) => computed),
    late: all.some(({ late }) => late),
  }
}

function readerOfKind(
  compiler: Compiler,
  of: Node,
  kind: string,
  field: string,
): FieldReader | undefined {
  const { readers } = compiler
  const known = readers.find(kind, field)
  if (known !== undefined) return known
  const made = makeReader(compiler, of, kind, field)
  if (made?.steady === true) readers.keep(kind, field, made)
  return made
}

function makeReader(
  compiler: Compiler,
  of: Node,
  kind: string,
  field: string,
): FieldReader | undefined {
  const computed = computedFields.get(`${kind}.${field}`)
  if (computed !== undefined) return computedReader(compiler, of, computed)
  const spec = fieldSpec(kind, field)
  if (spec !== undefined) return specReader(compiler, of, field, spec, isOptional(kind, spec))
  const once = lineOnce(kind, field)
  if (once !== undefined) return onceReader(compiler, of, field, once)
  // A line of a block has its statement's fields, too: `meeting.cycle`, `position.family`.
  return fromStatement(compiler, of, kind, field)
}

function computedReader(compiler: Compiler, of: Node, computed: ComputedField): FieldReader {
  const { model } = compiler
  const { type, rests, late = false } = computed
  const own = type === 'family quantity' || type === 'family rate'
  return {
    type: computedType(compiler, of, type),
    read: (fact) => computed.read(model, fact),
    optional: false,
    computed: true,
    late,
    rests,
    steady: !own,
  }
}

function computedType(compiler: Compiler, of: Node, type: ComputedField['type']): Type {
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
  optional: boolean,
): FieldReader {
  const { model } = compiler
  if (spec.type.type !== 'quantity') {
    const type = typeOfField(spec.type)
    const read = (fact: Fact) => valueOf(fact.fields.get(field)) ?? flagOf(spec, fact)
    return { ...STATED, type: spec.list === true ? setOf(type) : type, read, optional }
  }
  if (spec.type.in === 'family') {
    const read = (fact: Fact) => familyAmount(model, fact, fact.fields.get(field))
    const type = quantityIn(familyUnit(compiler, of))
    return { ...STATED, type, read, optional, steady: false }
  }
  const read = (fact: Fact) => writtenAmount(fact.fields.get(field))
  const type = quantityIn(unitAsWritten(compiler, of, field))
  return { ...STATED, type, read, optional, steady: false }
}

/** A line that stands once is a field of its statement: one value of it, or the line itself. */
function onceReader(compiler: Compiler, of: Node, field: string, line: LineSpec): FieldReader {
  const optional = line.required !== true
  const inner = fieldsOf(line).find((entry) => entry.field === line.gives)
  if (inner !== undefined) return specReader(compiler, of, field, inner, optional)
  const read = (fact: Fact) => valueOf(fact.fields.get(field))
  return { ...STATED, type: factOf(line.kind), read, optional }
}

function fromStatement(
  compiler: Compiler,
  of: Node,
  kind: string,
  field: string,
): FieldReader | undefined {
  const parent = parentKind(kind)
  if (parent === undefined) return undefined
  if (parent === field) return { ...STATED, type: factOf(parent), read: (fact) => fact.parent }
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

/** The vocabulary, arranged for the binder: what each kind takes, ready to be looked up. */

import type { ClauseSpec, FieldSpec, FieldType, KindSpec, LineSpec } from '../vocabulary/spec.ts'
import { keywordOf, topKind } from '../vocabulary/vocabulary.ts'
import { formsOf } from './forms.ts'

/** Specs have many forms, and all of these have one, which makes them quick to read. */
export interface Shape {
  readonly spec: KindSpec
  readonly kind: string
  readonly keyword: string
  /** What stands behind the keyword. */
  readonly slots: readonly Slot[]
  readonly clauses: ReadonlyMap<string, ClauseShape>
  readonly requiredClauses: readonly string[]
  /** Of these clauses exactly one stands. */
  readonly oneOf: readonly string[] | undefined
  /** The lines of its block, by their first word. */
  readonly lines: ReadonlyMap<string, ShapeOfLine>
  readonly requiredLines: readonly LineSpec[]
  readonly takesBlock: boolean
  /** A value may stand behind `=`. */
  readonly takesValue: boolean
  /** Which of the arguments declares the name; -1 for none. */
  readonly declares: number
  /** Some of its lines, or of theirs, declare names. */
  readonly namesLines: boolean
  /** It, or a line of it, needs more than its name to be told apart. */
  readonly identified: boolean
}

/** A place for an argument. */
export interface Slot {
  readonly spec: FieldSpec
  readonly field: string
  readonly type: FieldType
  readonly isList: boolean
  readonly required: boolean
  /** Of the values that it takes, and that any place behind it takes. */
  readonly forms: number
  readonly formsBehind: number
  /** How many places behind it must be filled. */
  readonly requiredBehind: number
  /** The only word that it takes, where that may be left out. */
  readonly word: string | undefined
}

export interface ClauseShape {
  readonly spec: ClauseSpec
  readonly slots: readonly Slot[]
}

export interface ShapeOfLine {
  readonly shape: Shape
  /** For sets of lines of the block. Where there are very many kinds of lines, some share one. */
  readonly bit: number
}

const shapes = new Map<KindSpec, Shape>()
const topShapes = new Map<string, Shape>()

export function shapeOf(spec: KindSpec): Shape {
  let shape = shapes.get(spec)
  if (shape === undefined) {
    shape = makeShape(spec)
    shapes.set(spec, shape)
  }
  return shape
}

/** What a keyword at the top of a file begins. */
export function topShape(keyword: string): Shape | undefined {
  let shape = topShapes.get(keyword)
  if (shape !== undefined) return shape
  const spec = topKind(keyword)
  if (spec === undefined) return undefined
  shape = shapeOf(spec)
  topShapes.set(keyword, shape)
  return shape
}

function makeShape(spec: KindSpec): Shape {
  const clauses = Object.entries(spec.clauses ?? {})
  const lines = (spec.lines ?? []).map(
    (line, at) => [keywordOf(line), { shape: shapeOf(line), bit: 1 << at }] as const,
  )
  return {
    spec,
    kind: spec.kind,
    keyword: keywordOf(spec),
    slots: slotsOf(spec.arguments),
    clauses: new Map(
      clauses.map(([word, clause]) => [word, { spec: clause, slots: slotsOf(clause.fields) }]),
    ),
    requiredClauses: clauses.filter(([, clause]) => clause.required).map(([word]) => word),
    oneOf: spec.oneOf,
    lines: new Map(lines),
    requiredLines: (spec.lines ?? []).filter((line) => line.required),
    takesBlock:
      clauses.length > 0 ||
      spec.lines !== undefined ||
      spec.table !== undefined ||
      spec.ruleLines !== undefined ||
      spec.encloses === true,
    takesValue: spec.value !== undefined,
    declares: spec.arguments.findIndex((argument) => argument.declares),
    namesLines: lines.some(([, { shape }]) => shape.declares >= 0 || shape.namesLines),
    identified: spec.identity !== undefined || lines.some(([, line]) => line.shape.identified),
  }
}

function slotsOf(specs: readonly FieldSpec[]): readonly Slot[] {
  return specs.map((spec, at) => {
    const { field, type, required } = spec
    const behind = specs.slice(at + 1)
    return {
      spec,
      field,
      type,
      isList: spec.list === true,
      required: required === true,
      forms: formsOf(type),
      formsBehind: behind.reduce((forms, each) => forms | formsOf(each.type), 0),
      requiredBehind: behind.filter((each) => each.required === true).length,
      word: type.type === 'flag' && required !== true ? type.word : undefined,
    }
  })
}

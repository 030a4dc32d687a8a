/** The vocabulary, arranged for the binder: what each kind takes, ready to be looked up. */

import type { ClauseSpec, KindSpec, LineSpec } from '../vocabulary/spec.ts'
import { allKinds, keywordOf } from '../vocabulary/vocabulary.ts'

export interface Shape {
  readonly spec: KindSpec
  readonly keyword: string
  readonly clauses: ReadonlyMap<string, ClauseSpec>
  readonly requiredClauses: readonly string[]
  /** The lines of its block, by their first word. */
  readonly lines: ReadonlyMap<string, Shape>
  readonly requiredLines: readonly LineSpec[]
  readonly takesBlock: boolean
  /** Which of the arguments declares the name; -1 for none. */
  readonly declares: number
  /** It, or a line of it, needs more than its name to be told apart. */
  readonly identified: boolean
}

const shapes = new Map<KindSpec, Shape>()

export function shapeOf(spec: KindSpec): Shape {
  let shape = shapes.get(spec)
  if (shape === undefined) {
    shape = makeShape(spec)
    shapes.set(spec, shape)
  }
  return shape
}

/** Kinds whose name is a month, such as cycles. */
export const monthNamedKinds: ReadonlySet<string> = new Set(
  [...allKinds()]
    .filter((spec) => spec.arguments.some((one) => one.declares && one.type.type === 'month'))
    .map((spec) => spec.kind),
)

function makeShape(spec: KindSpec): Shape {
  const clauses = new Map<string, ClauseSpec>(Object.entries(spec.clauses ?? {}))
  const lines = (spec.lines ?? []).map((line) => [keywordOf(line), shapeOf(line)] as const)
  return {
    spec,
    keyword: keywordOf(spec),
    clauses,
    requiredClauses: [...clauses].filter(([, clause]) => clause.required).map(([word]) => word),
    lines: new Map(lines),
    requiredLines: (spec.lines ?? []).filter((line) => line.required),
    takesBlock:
      clauses.size > 0 ||
      spec.lines !== undefined ||
      spec.table !== undefined ||
      spec.ruleLines !== undefined ||
      spec.encloses === true,
    declares: spec.arguments.findIndex((argument) => argument.declares),
    identified: spec.identity !== undefined || lines.some(([, line]) => line.identified),
  }
}

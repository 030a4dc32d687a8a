/** The kinds that a binder or a parameter may be of. */

import type { Model } from '../model/model.ts'
import { allKinds, kindSpec } from '../vocabulary/vocabulary.ts'
import { computedKinds } from './computed-kinds.ts'
import { factOf, MONTH, SERIES_TYPE, type Type, VERSION } from './type.ts'

/** Kinds of values that are no facts: a binder of them needs `in`. */
const PLAIN: ReadonlyMap<string, Type> = new Map<string, Type>([
  ['month', MONTH],
  ['series', SERIES_TYPE],
  ['version', VERSION],
])

export function isPlainKind(kind: string): boolean {
  return PLAIN.has(kind)
}

/** The area of a kind whose facts the workspace has none of, since it does not use that area. */
export function unusedAreaOf(model: Model, kind: string): string | undefined {
  const area = kindSpec(kind)?.area
  return area === undefined || model.uses(area) ? undefined : area
}

const kindTypes = new Map<string, Type>(PLAIN)

/** The type of a kind's values; undefined where there is no such kind. */
export function kindType(kind: string): Type | undefined {
  let type = kindTypes.get(kind)
  if (type !== undefined) return type
  if (kindSpec(kind) === undefined && !computedKinds.has(kind)) return undefined
  type = factOf(kind)
  kindTypes.set(kind, type)
  return type
}

/** The kinds that a rule may name; a line such as `market` is a field and no kind. */
export function kindNames(): readonly string[] {
  const stated = [...allKinds()].filter((spec) => spec.keyword === undefined)
  return [...stated.map((spec) => spec.kind), ...computedKinds.keys(), ...PLAIN.keys()]
}

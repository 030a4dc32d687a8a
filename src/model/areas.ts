/** Areas of planning, and whether a workspace uses them: read from the vocabulary. */

import type { Facts } from '../facts/fact.ts'
import { allKinds } from '../vocabulary/vocabulary.ts'

/** Each area with the kinds of facts that switch it on. */
const AREAS: ReadonlyMap<string, readonly string[]> = readAreas()

/**
 * Whether the workspace has a fact of the area, be it one that nobody can read; an area that nobody
 * declares is always used.
 */
export function usesArea(facts: Facts, area: string): boolean {
  const kinds = AREAS.get(area)
  return kinds?.some((kind) => facts.of(kind).length > 0 || facts.mayLack(kind)) ?? true
}

function readAreas(): Map<string, string[]> {
  const areas = new Map<string, string[]>()
  for (const spec of allKinds()) {
    if (spec.area === undefined) continue
    const kinds = areas.get(spec.area)
    if (kinds === undefined) areas.set(spec.area, [spec.kind])
    else kinds.push(spec.kind)
  }
  return areas
}

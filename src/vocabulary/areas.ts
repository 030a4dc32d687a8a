/** The areas of planning that a workspace may use or not: read off the vocabulary. */

import { allKinds } from './vocabulary.ts'

/** The kinds whose facts put each area to use. */
export const AREAS: ReadonlyMap<string, readonly string[]> = readAreas()

function readAreas(): ReadonlyMap<string, readonly string[]> {
  const areas = new Map<string, string[]>()
  for (const spec of allKinds()) {
    if (spec.area === undefined) continue
    const kinds = areas.get(spec.area)
    if (kinds === undefined) areas.set(spec.area, [spec.kind])
    else kinds.push(spec.kind)
  }
  return areas
}

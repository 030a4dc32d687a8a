/** Finds the same item in three versions. */

import type { Item } from './outline.ts'
import { each, type Three } from './three-way.ts'

export type Keyed = ReadonlyMap<string, Item>

/**
 * Items by what they are the same by. Where two of one version have the same identity, all versions
 * tell them apart by more: by their columns, at last by all that they say.
 */
export function matched(items: Three<readonly Item[]>): Three<Keyed> {
  const repeated = ([0, 1] as const).map((level) => {
    const counts = each(items, (list) => repeatedIn(list, level))
    return new Set([...counts.base, ...counts.ours, ...counts.theirs])
  })
  return each(items, (list) => {
    const keyed = new Map<string, Item>()
    for (const item of list) {
      const [first, second, last] = item.identities
      const key = !repeated[0]?.has(first) ? first : !repeated[1]?.has(second) ? second : last
      let count = 1
      while (keyed.has(numbered(key, count))) count += 1
      keyed.set(numbered(key, count), item)
    }
    return keyed
  })
}

function numbered(key: string, count: number): string {
  return count === 1 ? key : `${key} (${count})`
}

function repeatedIn(items: readonly Item[], level: 0 | 1): ReadonlySet<string> {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { identities } of items) {
    const key = identities[level]
    if (seen.has(key)) twice.add(key)
    seen.add(key)
  }
  return twice
}

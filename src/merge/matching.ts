/** Finds the same item in three versions. */

import { gather } from '../base/gather.ts'
import type { Item } from './item.ts'
import { each, type Three } from './three-way.ts'

export type Keyed = ReadonlyMap<string, Item>

/**
 * Items by what they are the same by. Where two of one version have the same identity, all versions
 * tell them apart by their columns; where these are the same too, by what they say, or blocks of which
 * each version has as many by their order.
 */
export function matched(items: Three<readonly Item[]>): Three<Keyed> {
  const plain = repeated(items, ({ identities }) => identities[0])
  const columned = repeated(items, ({ identities }) => identities[1])
  return each(items, (list) => {
    const keyed = new Map<string, Item>()
    for (const item of list) {
      const [identity, withColumns, said] = item.identities
      const isCounted = columned.get(withColumns) !== 'in its own words'
      const key = !plain.has(identity) ? identity : isCounted ? withColumns : said
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

type ToldApart = 'by order' | 'in its own words'

/** The keys that some version has more than once, and how those that share one are told apart. */
function repeated(
  items: Three<readonly Item[]>,
  keyOf: (item: Item) => string,
): ReadonlyMap<string, ToldApart> {
  const { base, ours, theirs } = each(items, (list) => gather(list, keyOf))
  const keys = [base, ours, theirs].flatMap((lists) =>
    [...lists].flatMap(([key, list]) => (list.length > 1 ? [key] : [])),
  )
  return new Map(
    [...new Set(keys)].map((key) => {
      const lists = [base, ours, theirs].map((each) => each.get(key) ?? [])
      const counted = lists.every((list) => list.length === lists[0]?.length)
      const blocks = lists.flat().every(({ sort }) => sort !== 'line')
      return [key, counted && blocks ? 'by order' : 'in its own words']
    }),
  )
}

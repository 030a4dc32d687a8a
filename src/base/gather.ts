/** Gathers things under their keys, in order. */

export function gather<Key, Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key | undefined,
): Map<Key, Item[]> {
  const byKey = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === undefined) continue
    const list = byKey.get(key)
    if (list === undefined) byKey.set(key, [item])
    else list.push(item)
  }
  return byKey
}

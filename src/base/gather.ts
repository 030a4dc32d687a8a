/** Gathers things under their keys, in order. */

export function gather<Key, Item>(
  items: readonly Item[],
  keyOf: (item: Item) => Key | undefined,
): Map<Key, Item[]> {
  const byKey = new Map<Key, Item[]>()
  items.forEach((item) => {
    const key = keyOf(item)
    if (key === undefined) return
    const list = byKey.get(key)
    if (list === undefined) byKey.set(key, [item])
    else list.push(item)
  })
  return byKey
}

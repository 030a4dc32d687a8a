/**
 * A map of a few keys, one at least: most facts have one or two fields, for which a hash table is
 * too much. To go over them, `forEach` is the quickest.
 */
export class Few<Key, Value> implements ReadonlyMap<Key, Value> {
  private readonly key: Key
  private value: Value
  private next: Few<Key, Value> | undefined

  constructor(key: Key, value: Value) {
    this.key = key
    this.value = value
    this.next = undefined
  }

  get size(): number {
    let size = 0
    this.forEach(() => (size += 1))
    return size
  }

  get(key: Key): Value | undefined {
    return this.entryOf(key)?.value
  }

  has(key: Key): boolean {
    return this.entryOf(key) !== undefined
  }

  set(key: Key, value: Value): this {
    let last: Few<Key, Value> = this
    while (last.key !== key && last.next !== undefined) last = last.next
    if (last.key === key) last.value = value
    else last.next = new Few(key, value)
    return this
  }

  forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    let at: Few<Key, Value> | undefined = this
    for (; at !== undefined; at = at.next) visit(at.value, at.key, this)
  }

  entries(): MapIterator<[Key, Value]> {
    return this.asMap().entries()
  }

  keys(): MapIterator<Key> {
    return this.asMap().keys()
  }

  values(): MapIterator<Value> {
    return this.asMap().values()
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries()
  }

  private entryOf(key: Key): Few<Key, Value> | undefined {
    let at: Few<Key, Value> | undefined = this
    while (at !== undefined && at.key !== key) at = at.next
    return at
  }

  private asMap(): Map<Key, Value> {
    const map = new Map<Key, Value>()
    this.forEach((value, key) => map.set(key, value))
    return map
  }
}

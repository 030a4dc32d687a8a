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
    return this.key === key ? this.value : this.next?.get(key)
  }

  has(key: Key): boolean {
    return this.key === key || this.next?.has(key) === true
  }

  set(key: Key, value: Value): this {
    if (this.key === key) this.value = value
    else if (this.next === undefined) this.next = new Few(key, value)
    else this.next.set(key, value)
    return this
  }

  forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    visit(this.value, this.key, this)
    this.next?.forEach(visit)
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

  private asMap(): Map<Key, Value> {
    const map = new Map<Key, Value>()
    this.forEach((value, key) => map.set(key, value))
    return map
  }
}

/** A map of a few keys: most facts have one or two fields, for which a hash table is too much. */
export class Few<Key, Value> implements ReadonlyMap<Key, Value> {
  private readonly known: Key[]
  private readonly held: Value[]

  constructor(key: Key, value: Value) {
    this.known = [key]
    this.held = [value]
  }

  get size(): number {
    return this.known.length
  }

  get(key: Key): Value | undefined {
    const { known } = this
    for (let at = 0; at < known.length; at += 1) if (known[at] === key) return this.held[at]
    return undefined
  }

  has(key: Key): boolean {
    return this.known.includes(key)
  }

  set(key: Key, value: Value): this {
    const at = this.known.indexOf(key)
    if (at === -1) {
      this.known.push(key)
      this.held.push(value)
    } else this.held[at] = value
    return this
  }

  delete(key: Key): boolean {
    const at = this.known.indexOf(key)
    if (at === -1) return false
    this.known.splice(at, 1)
    this.held.splice(at, 1)
    return true
  }

  forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) visit(value, key, this)
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
    return new Map(this.known.map((key, at) => [key, this.held[at] as Value]))
  }
}

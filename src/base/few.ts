/** Small maps, of which there are very many: to go over them, `forEach` is the quickest. */

/** What a map made of its `forEach` has besides. */
export abstract class VisitedMap<Key, Value> implements ReadonlyMap<Key, Value> {
  abstract get(key: Key): Value | undefined
  abstract has(key: Key): boolean
  abstract forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void

  get size(): number {
    let size = 0
    this.forEach(() => (size += 1))
    return size
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

/** A map of one key and those of the links behind it. */
export abstract class Chain<Key, Value> extends VisitedMap<Key, Value> {
  key: Key
  next: this | undefined
  abstract readonly held: Value

  constructor(key: Key) {
    super()
    this.key = key
    this.next = undefined
  }

  /** The link of a key. */
  find(key: Key): this | undefined {
    if (this.key === key) return this
    let link = this.next
    while (link !== undefined && link.key !== key) link = link.next
    return link
  }

  get last(): this {
    if (this.next === undefined) return this
    let link = this.next
    while (link.next !== undefined) link = link.next
    return link
  }

  get(key: Key): Value | undefined {
    return this.find(key)?.held
  }

  has(key: Key): boolean {
    return this.find(key) !== undefined
  }

  forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    visit(this.held, this.key, this)
    for (let link = this.next; link !== undefined; link = link.next) {
      visit(link.held, link.key, this)
    }
  }
}

/** A map of a few keys, one at least, for which a hash table is too much. */
export class Few<Key, Value> extends Chain<Key, Value> {
  held: Value

  constructor(key: Key, value: Value) {
    super(key)
    this.held = value
  }

  set(key: Key, value: Value): this {
    const link = this.find(key)
    if (link === undefined) this.last.next = new Few(key, value) as this
    else link.held = value
    return this
  }
}

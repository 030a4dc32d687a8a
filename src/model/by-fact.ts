/** What is kept of facts: by kind and place among them, since a hash table of thousands is slow. */

import type { Fact } from '../facts/fact.ts'

/** What is kept of the facts of one kind. */
class Shelf<Value> {
  readonly kind: string
  readonly facts: (Fact | undefined)[] = []
  readonly values: (Value | undefined)[] = []
  readonly next: Shelf<Value> | undefined

  constructor(kind: string, next: Shelf<Value> | undefined) {
    this.kind = kind
    this.next = next
  }
}

/** A map by facts. Most are of facts of one kind. */
export class ByFact<Value> {
  private shelves: Shelf<Value> | undefined
  /** Facts of another state of the workspace, whose places are taken. */
  private strangers: Map<Fact, Value> | undefined

  get(fact: Fact): Value | undefined {
    const { kind, index } = fact
    let shelf = this.shelves
    while (shelf !== undefined && shelf.kind !== kind) shelf = shelf.next
    if (shelf === undefined) return undefined
    return shelf.facts[index] === fact ? shelf.values[index] : this.strangers?.get(fact)
  }

  set(fact: Fact, value: Value): void {
    const { kind, index } = fact
    let shelf = this.shelves
    while (shelf !== undefined && shelf.kind !== kind) shelf = shelf.next
    if (shelf === undefined) this.shelves = shelf = new Shelf(kind, this.shelves)
    const { facts, values } = shelf
    // Filled up to its place, since an array with large holes is a hash table.
    while (facts.length <= index) {
      facts.push(undefined)
      values.push(undefined)
    }
    if (facts[index] === undefined || facts[index] === fact) {
      facts[index] = fact
      values[index] = value
    } else (this.strangers ??= new Map()).set(fact, value)
  }

  /** Kind by kind, in order of place. */
  forEach(visit: (value: Value, fact: Fact) => void): void {
    for (let shelf = this.shelves; shelf !== undefined; shelf = shelf.next) {
      const { facts, values } = shelf
      for (let at = 0; at < facts.length; at += 1) {
        const fact = facts[at]
        if (fact !== undefined) visit(values[at] as Value, fact)
      }
    }
    this.strangers?.forEach(visit)
  }
}

/** Gathers things under the facts they are about, in order. */
export function gatherByFact<Item>(
  items: readonly Item[],
  factOf: (item: Item) => Fact | undefined,
): ByFact<Item[]> {
  const byFact = new ByFact<Item[]>()
  items.forEach((item) => {
    const fact = factOf(item)
    if (fact === undefined) return
    const list = byFact.get(fact)
    if (list === undefined) byFact.set(fact, [item])
    else list.push(item)
  })
  return byFact
}

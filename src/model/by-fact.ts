/** What is kept of facts: by kind and place among them, since a hash table of thousands is slow. */

import type { Fact } from '../facts/fact.ts'

interface Shelf<Value> {
  readonly facts: (Fact | undefined)[]
  readonly values: (Value | undefined)[]
}

/** A map by facts. */
export class ByFact<Value> {
  private readonly shelves = new Map<string, Shelf<Value>>()
  /** Facts of another state of the workspace, whose places are taken. */
  private readonly strangers = new Map<Fact, Value>()

  get(fact: Fact): Value | undefined {
    const shelf = this.shelves.get(fact.kind)
    if (shelf === undefined) return undefined
    return shelf.facts[fact.index] === fact ? shelf.values[fact.index] : this.strangers.get(fact)
  }

  set(fact: Fact, value: Value): void {
    let shelf = this.shelves.get(fact.kind)
    if (shelf === undefined) this.shelves.set(fact.kind, (shelf = { facts: [], values: [] }))
    const { facts, values } = shelf
    const { index } = fact
    // Filled up to its place, since an array with large holes is a hash table.
    while (facts.length <= index) {
      facts.push(undefined)
      values.push(undefined)
    }
    if (facts[index] !== undefined && facts[index] !== fact) {
      this.strangers.set(fact, value)
      return
    }
    facts[index] = fact
    values[index] = value
  }

  /** Kind by kind, in order of place. */
  forEach(visit: (value: Value, fact: Fact) => void): void {
    this.shelves.forEach(({ facts, values }) => {
      for (let at = 0; at < facts.length; at += 1) {
        const fact = facts[at]
        if (fact !== undefined) visit(values[at] as Value, fact)
      }
    })
    this.strangers.forEach(visit)
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

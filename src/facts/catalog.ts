/** The finished facts: by kind, by name, and by what they name. */

import { compareSpans } from '../base/source.ts'
import type { Binding } from './binding.ts'
import type { Draft } from './draft.ts'
import { mayDeclare } from './resolve.ts'
import type { Fact, Facts, Reference } from './fact.ts'

const NONE: readonly Fact[] = []

/** Numbers the facts by kind, second declarations left out, and makes them findable. */
export function makeFacts(state: Binding, tops: readonly (readonly Draft[])[]): Facts {
  const byKind = new Map<string, Draft[]>()
  for (const each of tops) {
    for (let at = 0; at < each.length; at += 1) collect(state, byKind, each[at])
  }
  return new Catalog(byKind, state)
}

/** Facts of a file are made after those of statements, and stand where their file's path does. */
export function sortByPlace(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.toSorted((a, b) => compareSpans(a.span, b.span))
}

function collect(state: Binding, byKind: Map<string, Draft[]>, draft: Draft | undefined): void {
  if (draft === undefined || (state.dropped.size > 0 && state.dropped.has(draft))) return
  const { kind } = draft.shape
  const facts = byKind.get(kind)
  if (facts === undefined) byKind.set(kind, [draft])
  else {
    draft.index = facts.length
    facts.push(draft)
  }
  for (let line = draft.firstLine; line !== undefined; line = line.nextLine) {
    collect(state, byKind, line)
  }
}

/** Keeps the indexes that are built at first use. */
class Catalog implements Facts {
  readonly kinds: readonly string[]
  readonly complete: boolean
  readonly strays: boolean
  private readonly state: Binding
  private readonly byKind: ReadonlyMap<string, readonly Fact[]>
  private readonly names: ReadonlyMap<string, ReadonlyMap<string, Fact>>
  private found: readonly Reference[] | undefined
  private readonly indexes = new Map<string, Map<string, ReadonlyMap<Fact, readonly Fact[]>>>()

  constructor(byKind: ReadonlyMap<string, readonly Fact[]>, state: Binding) {
    this.byKind = byKind
    this.state = state
    this.names = state.names
    this.strays = state.lacking.strays
    this.complete = !state.unread.any && state.problems.length === 0
    this.kinds = [...byKind.keys()]
  }

  get references(): readonly Reference[] {
    const { places, placed } = this.state
    this.found ??= places.map((span, at) => ({ span, fact: placed[at] as Fact }))
    return this.found
  }

  of(kind: string): readonly Fact[] {
    return this.byKind.get(kind) ?? NONE
  }

  named(kind: string, name: string): Fact | undefined {
    return this.names.get(kind)?.get(name)
  }

  mayDeclare(name: string, kind?: string): boolean {
    return (kind !== undefined && this.state.lostKinds.has(kind)) || mayDeclare(this.state, name)
  }

  mayLack(kind: string): boolean {
    return this.state.lacking.has(kind) || this.state.lostKinds.has(kind)
  }

  whose(kind: string, field: string, fact: Fact): readonly Fact[] {
    let fields = this.indexes.get(kind)
    if (fields === undefined) {
      fields = new Map()
      this.indexes.set(kind, fields)
    }
    let index = fields.get(field)
    if (index === undefined) {
      index = indexBy(this.of(kind), field)
      fields.set(field, index)
    }
    return index.get(fact) ?? NONE
  }
}

function indexBy(facts: readonly Fact[], field: string): ReadonlyMap<Fact, readonly Fact[]> {
  const index = new Map<Fact, Fact[]>()
  for (const fact of facts) {
    const value = fact.fields.get(field)?.value
    if (value?.type === 'fact') add(index, value.fact, fact)
    if (value?.type !== 'list') continue
    for (const item of value.items) {
      if (item.value.type === 'fact') add(index, item.value.fact, fact)
    }
  }
  return index
}

/** A list may name the same fact twice: it is one statement about it all the same. */
function add(index: Map<Fact, Fact[]>, named: Fact, fact: Fact): void {
  const facts = index.get(named)
  if (facts === undefined) index.set(named, [fact])
  else if (facts.at(-1) !== fact) facts.push(fact)
}

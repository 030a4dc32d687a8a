/** The facts of texts that differ from others in the rows of some tables, without binding them. */

import type { Statement, Table } from '../../grammar/tree.ts'
import type { Changed } from '../syntax/tree-beside.ts'
import type { Fact, Facts } from './fact.ts'

export interface BesideFacts {
  readonly facts: Facts
  /** The statements in whose place others stand. */
  readonly replaced: ReadonlySet<Fact>
}

/**
 * The same facts, but for those of the changed statements and their lines. Undefined where a changed
 * statement is no table of series by itself: others may know it, or be made of its numbers.
 */
export function factsBeside(
  facts: Facts,
  changed: ReadonlyMap<Statement, Changed>,
): BesideFacts | undefined {
  const replaced = new Set<Fact>()
  const twins = new Map<Fact, Fact>()
  const left = new Set(changed.keys())
  for (const kind of facts.kinds) {
    for (const fact of facts.of(kind)) {
      const { statement, parent, spec } = fact
      const now = parent === undefined && statement ? changed.get(statement) : undefined
      if (statement === undefined || now === undefined) continue
      const isOwn = now.tables.every(({ owner }) => owner === statement)
      if (spec.table?.columns !== 'series' || !isOwn || hasName(fact)) return undefined
      const tables = new Map(now.tables.map((pair) => [pair.table, pair.now]))
      addTwins(fact, undefined, { statement: now.now, tables }, twins)
      left.delete(statement)
      replaced.add(fact)
    }
  }
  return left.size > 0 ? undefined : { facts: new FactsBeside(facts, twins), replaced }
}

function hasName({ name, lines }: Fact): boolean {
  return name !== undefined || [...lines.values()].flat().some(hasName)
}

interface Rows {
  readonly statement: Statement
  readonly tables: ReadonlyMap<Table, Table>
}

function addTwins(
  fact: Fact,
  parent: Fact | undefined,
  { statement, tables }: Rows,
  twins: Map<Fact, Fact>,
): Fact {
  const lines = new Map<string, readonly Fact[]>()
  const twin: Fact = {
    kind: fact.kind,
    spec: fact.spec,
    index: fact.index,
    name: fact.name,
    nameSpan: fact.nameSpan,
    parent,
    fields: fact.fields,
    lines,
    damaged: fact.damaged,
    span: fact.span,
    tables: fact.tables.map((each) => ({ ...each, table: tables.get(each.table) ?? each.table })),
    statement: parent === undefined ? statement : fact.statement,
  }
  twins.set(fact, twin)
  for (const [of, own] of fact.lines) {
    lines.set(
      of,
      own.map((line) => addTwins(line, twin, { statement, tables }, twins)),
    )
  }
  return twin
}

/** Facts of which a few are others. Nothing names any of these, so that no name leads to them. */
class FactsBeside implements Facts {
  readonly references: Facts['references']
  readonly kinds: readonly string[]
  readonly complete: boolean
  readonly strays: boolean
  private readonly facts: Facts
  private readonly twins: ReadonlyMap<Fact, Fact>
  /** Of the kinds that have twins. */
  private readonly byKind: ReadonlyMap<string, readonly Fact[]>
  private readonly found = new Map<readonly Fact[], readonly Fact[]>()

  constructor(facts: Facts, twins: ReadonlyMap<Fact, Fact>) {
    const { references, kinds, complete, strays } = facts
    this.facts = facts
    this.twins = twins
    this.references = references
    this.kinds = kinds
    this.complete = complete
    this.strays = strays
    const touched = new Set([...twins.keys()].map(({ kind }) => kind))
    this.byKind = new Map([...touched].map((kind) => [kind, this.replaced(facts.of(kind))]))
  }

  of(kind: string): readonly Fact[] {
    return this.byKind.get(kind) ?? this.facts.of(kind)
  }

  named(kind: string, name: string): Fact | undefined {
    return this.facts.named(kind, name)
  }

  mayLack(kind: string): boolean {
    return this.facts.mayLack(kind)
  }

  mayDeclare(name: string, kind?: string): boolean {
    return this.facts.mayDeclare(name, kind)
  }

  whose(kind: string, field: string, fact: Fact): readonly Fact[] {
    const all = this.facts.whose(kind, field, fact)
    if (!this.byKind.has(kind)) return all
    let own = this.found.get(all)
    if (own === undefined) this.found.set(all, (own = this.replaced(all)))
    return own
  }

  private replaced(all: readonly Fact[]): readonly Fact[] {
    return all.map((fact) => this.twins.get(fact) ?? fact)
  }
}

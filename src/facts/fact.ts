/** A fact: a statement or a line of one, typed by the vocabulary, with its names resolved. */

import type { Day, Duration } from '../base/date.ts'
import type { Exact } from '../base/exact.ts'
import type { Month, MonthRange } from '../base/month.ts'
import type { Span } from '../base/source.ts'
import type { Expression, Statement, Table, UnitLiteral } from '../../grammar/tree.ts'
import type { KindSpec } from '../vocabulary/spec.ts'

export interface Fact {
  readonly kind: string
  readonly spec: KindSpec
  /** Its place among the facts of its kind, in order of path and place. */
  readonly index: number
  /** The name or month it declares. */
  readonly name: string | undefined
  readonly nameSpan: Span | undefined
  /** The statement whose block it stands in. */
  readonly parent: Fact | undefined
  readonly fields: ReadonlyMap<string, Field>
  /** The lines of its block, by kind. */
  readonly lines: ReadonlyMap<string, readonly Fact[]>
  readonly tables: readonly BoundTable[]
  /** What it says could not be read in full: fields that are absent are unknown, and it still exists. */
  readonly damaged: boolean
  readonly statement: Statement | undefined
  /** The head line: what a finding about the fact points at. */
  readonly span: Span
}

export interface Field {
  readonly value: FieldValue
  readonly span: Span
}

/** A field's value, by its type. A list field holds `list`. */
export type FieldValue =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'word'; readonly word: string }
  | FactValue
  /** A month is a range of one; `to` undefined is open. */
  | { readonly type: 'months'; readonly from: Month; readonly to: Month | undefined }
  | { readonly type: 'month'; readonly month: Month }
  | { readonly type: 'date'; readonly day: Day }
  | { readonly type: 'duration'; readonly duration: Duration }
  | QuantityValue
  | { readonly type: 'expression'; readonly expression: Expression }
  | { readonly type: 'flag' }
  | { readonly type: 'list'; readonly items: readonly Field[] }

export interface QuantityValue {
  readonly type: 'quantity'
  readonly value: Exact
  readonly percent: boolean
  readonly sign: '' | '+' | '-'
  readonly unit: UnitLiteral | undefined
}

export interface FactValue {
  readonly type: 'fact'
  readonly fact: Fact
}

/** A table with its columns resolved. */
export interface BoundTable {
  readonly table: Table
  /** One for each column of the table, undefined where the header names nothing. */
  readonly columns: readonly (BoundColumn | undefined)[]
}

export interface BoundColumn {
  /** The word as written. */
  readonly name: string
  /** The item or group, where columns are facts. */
  readonly fact: Fact | undefined
}

/** A place where a fact is named: for go-to-definition, references and rename. */
export interface Reference {
  readonly span: Span
  readonly fact: Fact
}

/** All facts of a workspace and its prelude. */
export interface Facts {
  /** Facts of a kind, in order of path and place; lines of blocks are kinds too. */
  of(kind: string): readonly Fact[]
  named(kind: string, name: string): Fact | undefined
  /** Statements of a kind that name this fact in this field: an index, built at first use. */
  whose(kind: string, field: string, fact: Fact): readonly Fact[]
  readonly references: readonly Reference[]
  readonly kinds: readonly string[]
  /** False where a line could not be read: what is missing may stand in it. */
  readonly complete: boolean
  /** Whether a line could not be read of which nobody can tell what it is. */
  readonly strays: boolean
  /** Whether a fact of this kind may stand in a line that could not be read. */
  mayLack(kind: string): boolean
  /** Whether a line, or a file of a kind's facts, that could not be read may declare this name. */
  mayDeclare(name: string, kind?: string): boolean
}

/** The fact that a field names, if it names one. */
export function factIn(fact: Fact, field: string): Fact | undefined {
  const value = fact.fields.get(field)?.value
  return value?.type === 'fact' ? value.fact : undefined
}

/** The facts of a list field, or the one of a single field. */
export function factsIn(fact: Fact, field: string): readonly Fact[] {
  const value = fact.fields.get(field)?.value
  if (value?.type === 'fact') return [value.fact]
  if (value?.type !== 'list') return []
  return value.items.flatMap((item) => (item.value.type === 'fact' ? [item.value.fact] : []))
}

export function wordIn(fact: Fact, field: string): string | undefined {
  const value = fact.fields.get(field)?.value
  return value?.type === 'word' ? value.word : undefined
}

export function textIn(fact: Fact, field: string): string | undefined {
  const value = fact.fields.get(field)?.value
  return value?.type === 'text' ? value.text : undefined
}

export function dayIn(fact: Fact, field: string): Day | undefined {
  const value = fact.fields.get(field)?.value
  return value?.type === 'date' ? value.day : undefined
}

export function rangeIn(fact: Fact, field: string): Partial<MonthRange> | undefined {
  const value = fact.fields.get(field)?.value
  if (value?.type === 'month') return { from: value.month, to: value.month }
  if (value?.type !== 'months') return undefined
  return value.to === undefined ? { from: value.from } : { from: value.from, to: value.to }
}

/** What a message calls a fact: its name, its title, or what it is. */
export function nameOf(fact: Fact): string {
  if (fact.name !== undefined) return fact.name
  const named = fact.fields.get('step') ?? fact.fields.get('role')
  if (named?.value.type === 'fact') return nameOf(named.value.fact)
  return textIn(fact, 'title') ?? fact.kind
}

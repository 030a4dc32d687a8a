/** A fact while it is bound, and the state of one run of the binder. */

import { Few } from '../base/few.ts'
import { printMonth } from '../base/month.ts'
import type { Span } from '../base/source.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Argument, Statement, Table } from '../../grammar/tree.ts'
import type { FieldType } from '../vocabulary/spec.ts'
import type { BoundTable, Fact, Field, Reference } from './fact.ts'
import type { Shape } from './shape.ts'
import type { Unread } from './unread.ts'

/** A fact that may still change. Nothing changes it once the binder has returned. */
export interface Draft extends Fact {
  index: number
  fields: ReadonlyMap<string, Field>
  lines: ReadonlyMap<string, Draft[]>
  tables: BoundTable[]
  damaged: boolean
  readonly parent: Draft | undefined
  readonly shape: Shape
}

/** A place whose name or word led nowhere: those of one name are reported together. */
export interface Unresolved {
  readonly type: FieldType
  readonly text: string
  readonly place: Span
}

/** A table whose columns are resolved when every field is known. */
export interface PendingTable {
  readonly draft: Draft
  readonly table: Table
}

/** What is declared again. */
export interface Doubled {
  /** What else is the same, behind the message. */
  readonly more: string
  readonly others: Draft[]
}

export interface Binding {
  readonly unread: Unread
  /** What each name declares, by kind; the first where several do. */
  readonly names: Map<string, Map<string, Draft>>
  readonly problems: Diagnostic[]
  readonly references: Reference[]
  readonly unresolved: Unresolved[]
  readonly tables: PendingTable[]
  /** Where the statement that is being bound says each of its clauses. */
  readonly clauses: Map<string, Span>
  /** Second declarations: reported, and no facts. */
  readonly dropped: Set<Draft>
  /** First declarations of those, with what is said of them: what they lack may stand there. */
  readonly doubled: Map<Draft, Doubled>
  /** Names that are words of the language, and what they are there. */
  readonly reserved: Map<Draft, string>
  /** Words that lines with an unknown first word use: they may be the names that are missing. */
  readonly lostNames: Set<string>
  /** Kinds of which some are not known, such as items of a file that could not be read. */
  readonly lostKinds: Set<string>
  /** Lines that an unreadable line of a block was probably meant to be; `any` where unknown. */
  readonly lostLines: Map<Draft, Set<string> | 'any'>
}

export function makeBinding(unread: Unread): Binding {
  return {
    unread,
    names: new Map(),
    problems: [],
    references: [],
    unresolved: [],
    tables: [],
    clauses: new Map(),
    dropped: new Set(),
    doubled: new Map(),
    reserved: new Map(),
    lostNames: new Set(),
    lostKinds: new Set(),
    lostLines: new Map(),
  }
}

/** Shared by all facts that have none. Invariant: nothing is ever put into these. */
const NO_FIELDS: ReadonlyMap<string, Field> = new Map()
const NO_LINES: ReadonlyMap<string, Draft[]> = new Map()
const NO_TABLES: BoundTable[] = []

export function makeDraft(
  shape: Shape,
  statement: Statement | undefined,
  parent: Draft | undefined,
  span: Span,
  name: { readonly text: string; readonly span: Span } | undefined,
): Draft {
  return {
    kind: shape.spec.kind,
    spec: shape.spec,
    index: 0,
    name: name?.text,
    nameSpan: name?.span,
    parent,
    fields: NO_FIELDS,
    lines: NO_LINES,
    tables: NO_TABLES,
    damaged: statement?.line.damaged ?? false,
    statement,
    span,
    shape,
  }
}

export function setField(draft: Draft, name: string, field: Field): void {
  if (draft.fields instanceof Few) draft.fields.set(name, field)
  else draft.fields = new Few(name, field)
}

export function dropField(draft: Draft, name: string): void {
  const kept = [...draft.fields].filter(([field]) => field !== name)
  draft.fields = NO_FIELDS
  for (const [field, value] of kept) setField(draft, field, value)
}

export function addLine(draft: Draft, line: Draft): void {
  const lines = draft.lines.get(line.kind)
  if (lines !== undefined) lines.push(line)
  else if (draft.lines instanceof Few) draft.lines.set(line.kind, [line])
  else draft.lines = new Few(line.kind, [line])
}

export function hasLines({ lines }: Draft): boolean {
  return lines !== NO_LINES
}

export function addTable(draft: Draft, table: BoundTable): void {
  if (draft.tables === NO_TABLES) draft.tables = [table]
  else draft.tables.push(table)
}

/** Notes that a line of a block could not be told, so that no line is missed for it. */
export function loseLine(state: Binding, draft: Draft, guess: string | undefined): void {
  draft.damaged = true
  const lost = state.lostLines.get(draft)
  if (guess === undefined) state.lostLines.set(draft, 'any')
  else if (lost === undefined) state.lostLines.set(draft, new Set([guess]))
  else if (lost !== 'any') lost.add(guess)
}

/** Notes the words of a line that may hold a name where none is expected. */
export function loseNames(state: Binding, draft: Draft): void {
  const { statement, shape } = draft
  if (shape.declares < 0 || statement === undefined) return
  loseValues(state, statement.line.arguments)
}

export function loseValues(state: Binding, given: readonly Argument[]): void {
  for (const argument of given) {
    for (const value of argument.values) {
      if (value.sort === 'name') state.lostNames.add(value.text)
      if (value.sort === 'months') state.lostNames.add(printMonth(value.from))
    }
  }
}

/** Whether an unreadable line of the block may have been this one. */
export function isLost(state: Binding, draft: Draft, word: string): boolean {
  const lost = state.lostLines.get(draft)
  return lost === 'any' || lost?.has(word) === true
}

/** A fact while it is bound, and the state of one run of the binder. */

import { printMonth } from '../base/month.ts'
import type { Span } from '../base/source.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Argument, Statement, Table } from '../../grammar/tree.ts'
import type { FieldType, KindSpec } from '../vocabulary/spec.ts'
import { BlockLines } from './block-lines.ts'
import type { BoundTable, Fact, FactValue, Field, FieldValue } from './fact.ts'
import { nameIn } from './name-in.ts'
import { OwnField } from './own-field.ts'
import type { Shape } from './shape.ts'
import type { Unread } from './unread.ts'

/**
 * A fact that may still change. Nothing changes it once the binder has returned. There are very many,
 * so that it keeps only what does not follow from the rest, and is the value of each field that
 * names it.
 */
export abstract class Draft implements Fact, FactValue {
  readonly shape: Shape
  readonly parent: Draft | undefined
  readonly name: string | undefined
  index: number
  damaged: boolean
  firstField: OwnField | undefined
  /** Its lines are a chain, in which those of one kind stand side by side. */
  firstLine: Draft | undefined
  nextLine: Draft | undefined
  tables: DraftTable[]

  constructor(shape: Shape, parent: Draft | undefined, name: string | undefined, damaged: boolean) {
    this.shape = shape
    this.parent = parent
    this.name = name
    this.index = 0
    this.damaged = damaged
    this.firstField = undefined
    this.firstLine = undefined
    this.nextLine = undefined
    this.tables = NO_TABLES
  }

  abstract readonly statement: Statement | undefined
  abstract get span(): Span
  abstract get nameSpan(): Span | undefined

  get kind(): string {
    return this.shape.spec.kind
  }

  get spec(): KindSpec {
    return this.shape.spec
  }

  get fields(): ReadonlyMap<string, Field> {
    return this.firstField ?? NO_FIELDS
  }

  get lines(): ReadonlyMap<string, readonly Draft[]> {
    return this.firstLine === undefined ? NO_LINES : new BlockLines(this.firstLine)
  }

  get type(): 'fact' {
    return 'fact'
  }

  get fact(): Fact {
    return this
  }
}

/** A fact that a statement says. */
export class StatedDraft extends Draft {
  readonly statement: Statement

  constructor(
    shape: Shape,
    statement: Statement,
    parent: Draft | undefined,
    name: string | undefined,
  ) {
    super(shape, parent, name, statement.line.damaged)
    this.statement = statement
  }

  get span(): Span {
    return this.statement.line.span
  }

  get nameSpan(): Span | undefined {
    return nameIn(this.shape, this.statement)?.span
  }
}

/** A fact that a row of a file says. */
export class RowDraft extends Draft {
  readonly nameSpan: Span

  constructor(shape: Shape, name: string, nameSpan: Span) {
    super(shape, undefined, name, false)
    this.nameSpan = nameSpan
  }

  get statement(): undefined {
    return undefined
  }

  get span(): Span {
    return this.nameSpan
  }
}

/** A table whose columns are resolved when every field is known. */
export interface DraftTable extends BoundTable {
  columns: BoundTable['columns']
}

/** A place whose name or word led nowhere: those of one name are reported together. */
export interface Unresolved {
  readonly type: FieldType
  readonly text: string
  readonly place: Span
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
  /** The places where facts are named, and behind the same numbers the facts. */
  readonly places: Span[]
  readonly placed: Draft[]
  readonly unresolved: Unresolved[]
  /** Those with tables. */
  readonly tabled: Draft[]
  /** Where the statement that is being bound says each of its clauses. */
  readonly clauses: Map<string, Span>
  /** A value for each word: most are said very often. */
  readonly words: Map<string, FieldValue>
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
    places: [],
    placed: [],
    unresolved: [],
    tabled: [],
    clauses: new Map(),
    words: new Map(),
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
const NO_LINES: ReadonlyMap<string, readonly Draft[]> = new Map()
const NO_TABLES: DraftTable[] = []
const NO_COLUMNS: BoundTable['columns'] = []

export function setField(draft: Draft, name: string, value: FieldValue, span: Span): void {
  const { firstField } = draft
  if (firstField === undefined) {
    draft.firstField = new OwnField(name, value, span)
    return
  }
  const field = firstField.find(name)
  if (field === undefined) firstField.last.next = new OwnField(name, value, span)
  else {
    field.value = value
    field.span = span
  }
}

export function dropField(draft: Draft, name: string): void {
  const kept = [...draft.fields].filter(([field]) => field !== name)
  draft.firstField = undefined
  for (const [field, { value, span }] of kept) setField(draft, field, value, span)
}

/** Adds a table whose columns are not known yet. */
export function addTable(state: Binding, draft: Draft, table: Table): void {
  const added = { table, columns: NO_COLUMNS }
  if (draft.tables !== NO_TABLES) {
    draft.tables.push(added)
    return
  }
  draft.tables = [added]
  state.tabled.push(draft)
}

/** Notes a place where a fact is named, and gives the value of the field. */
export function refer(state: Binding, place: Span, fact: Draft): FactValue {
  state.places.push(place)
  state.placed.push(fact)
  return fact
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

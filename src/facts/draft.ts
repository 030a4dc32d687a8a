/** A fact while it is bound, and the state of one run of the binder. */

import { Few } from '../base/few.ts'
import type { Month } from '../base/month.ts'
import { printMonth } from '../base/month.ts'
import type { Span } from '../base/source.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Argument, Clause, Statement } from '../../grammar/tree.ts'
import type { FieldType, KindSpec, LineSpec, TableSpec } from '../vocabulary/spec.ts'
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
  index: number
  damaged: boolean
  firstField: OwnField | undefined
  nextLine: Draft | undefined

  constructor(shape: Shape, parent: Draft | undefined, damaged: boolean) {
    this.shape = shape
    this.parent = parent
    this.index = 0
    this.damaged = damaged
    this.firstField = undefined
    this.nextLine = undefined
  }

  abstract readonly statement: Statement | undefined
  abstract readonly span: Span
  abstract readonly name: string | undefined
  abstract readonly nameSpan: Span | undefined
  /** Its lines are a chain, in which those of one kind stand side by side. */
  abstract firstLine: Draft | undefined
  abstract tables: DraftTable[]

  get kind(): string {
    return this.shape.kind
  }

  get spec(): KindSpec {
    return this.shape.spec
  }

  get fields(): ReadonlyMap<string, Field> {
    return this.firstField ?? this.given() ?? NO_FIELDS
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

  /** What a line has given to its statement and does not keep: see `giveField`. */
  private given(): ReadonlyMap<string, Field> | undefined {
    const { once, gives }: LineSpec = this.shape.spec
    if (once !== true || gives === undefined) return undefined
    const field = this.parent?.firstField?.find(this.shape.keyword)
    return field && new Few(gives, field)
  }
}

/** A fact that a statement says which has a name or may have a block. */
export class StatedDraft extends Draft {
  readonly statement: Statement
  readonly name: string | undefined
  firstLine: Draft | undefined
  tables: DraftTable[]

  constructor(
    shape: Shape,
    statement: Statement,
    parent: Draft | undefined,
    name: string | undefined,
  ) {
    super(shape, parent, statement.line.damaged)
    this.statement = statement
    this.name = name
    this.firstLine = undefined
    this.tables = NO_TABLES
  }

  get span(): Span {
    return this.statement.line.span
  }

  get nameSpan(): Span | undefined {
    return nameIn(this.shape, this.statement)?.span
  }
}

/** A fact that a line says which has neither: most facts are such. */
export class LineDraft extends Draft {
  readonly statement: Statement

  constructor(shape: Shape, statement: Statement, parent: Draft | undefined) {
    super(shape, parent, statement.line.damaged)
    this.statement = statement
  }

  get span(): Span {
    return this.statement.line.span
  }

  get name(): undefined {
    return undefined
  }

  get nameSpan(): undefined {
    return undefined
  }

  get firstLine(): undefined {
    return undefined
  }

  get tables(): DraftTable[] {
    return NO_TABLES
  }
}

/** A fact that a row of a file says. */
export class RowDraft extends Draft {
  readonly name: string
  readonly nameSpan: Span

  constructor(shape: Shape, name: string, nameSpan: Span) {
    super(shape, undefined, false)
    this.name = name
    this.nameSpan = nameSpan
  }

  get statement(): undefined {
    return undefined
  }

  get span(): Span {
    return this.nameSpan
  }

  get firstLine(): undefined {
    return undefined
  }

  get tables(): DraftTable[] {
    return NO_TABLES
  }
}

export interface DraftTable extends BoundTable {
  columns: BoundTable['columns']
}

/** A table whose columns are facts. */
export interface WaitingTable {
  readonly draft: Draft
  readonly bound: DraftTable
  readonly columns: 'items' | 'groups'
}

/** A word that is no column, with every header that has it. */
export interface StrayColumn {
  readonly word: string
  readonly known: readonly string[]
  readonly places: Span[]
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
  /** The columns of the last header that had these words, or some of them. */
  readonly headers: Map<TableSpec['columns'], BoundTable['columns']>
  readonly strays: Map<string, StrayColumn>
  readonly waiting: WaitingTable[]
  /** The clauses of the statement that is being bound. */
  readonly clauses: Map<string, Clause>
  /** A value for each word: most are said very often. */
  readonly words: Map<string, FieldValue>
  /** Months as names. */
  readonly months: Map<Month, string>
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
    headers: new Map(),
    strays: new Map(),
    waiting: [],
    clauses: new Map(),
    words: new Map(),
    months: new Map(),
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

export function setField(draft: Draft, name: string, value: FieldValue, span: Span): void {
  const field = draft.firstField?.find(name)
  if (field === undefined) addField(draft, new OwnField(name, value, span))
  else {
    field.value = value
    field.span = span
  }
}

function addField(draft: Draft, field: OwnField): void {
  if (draft.firstField === undefined) draft.firstField = field
  else draft.firstField.last.next = field
}

/** Makes a field of a line one of its statement, where it has the line's first word as its name. */
export function giveField(line: Draft, name: string, statement: Draft): void {
  const field = line.firstField?.find(name)
  if (field === undefined) return
  const { keyword } = line.shape
  const isOnly = field === line.firstField && field.next === undefined
  if (!isOnly || statement.firstField?.find(keyword) !== undefined) {
    setField(statement, keyword, field.value, field.span)
    return
  }
  line.firstField = undefined
  field.key = keyword
  addField(statement, field)
}

export function dropField(draft: Draft, name: string): void {
  const kept = [...draft.fields].filter(([field]) => field !== name)
  draft.firstField = undefined
  for (const [field, { value, span }] of kept) setField(draft, field, value, span)
}

export function addTable(draft: Draft, table: DraftTable): void {
  if (draft.tables === NO_TABLES) draft.tables = [table]
  else draft.tables.push(table)
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

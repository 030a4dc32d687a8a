/** A fact while it is bound. */

import { Few } from '../base/few.ts'
import type { Span } from '../base/source.ts'
import type { Statement } from '../../grammar/tree.ts'
import type { KindSpec, LineSpec } from '../vocabulary/spec.ts'
import { BlockLines } from './block-lines.ts'
import type { BoundTable, Fact, FactValue, Field, FieldValue } from './fact.ts'
import { nameIn } from './name-in.ts'
import { OwnField } from './own-field.ts'
import type { Shape } from './shape.ts'

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
  abstract readonly tables: readonly DraftTable[]

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
  /** The only one; or all of them. */
  private held: DraftTable | DraftTable[] | undefined

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
    this.held = undefined
  }

  get tables(): readonly DraftTable[] {
    const { held } = this
    if (held === undefined) return NO_TABLES
    return Array.isArray(held) ? held : [held]
  }

  set tables(tables: readonly DraftTable[]) {
    this.held = [...tables]
  }

  add(table: DraftTable): void {
    const { held } = this
    if (held === undefined) this.held = table
    else if (Array.isArray(held)) held.push(table)
    else this.held = [held, table]
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

  get tables(): readonly DraftTable[] {
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

  get tables(): readonly DraftTable[] {
    return NO_TABLES
  }
}

/** Tables stand in blocks alone. */
export function addTable(draft: Draft, table: DraftTable): void {
  if (draft instanceof StatedDraft) draft.add(table)
}

export interface DraftTable extends BoundTable {
  columns: BoundTable['columns']
}

/** Shared by all facts that have none. Invariant: nothing is ever put into these. */
const NO_FIELDS: ReadonlyMap<string, Field> = new Map()
const NO_LINES: ReadonlyMap<string, readonly Draft[]> = new Map()
const NO_TABLES: readonly DraftTable[] = []

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

// Nodes of the shortest way through a line. Of these there are very many, so that each is its own
// span, a value is its own argument, and what there is one of is not kept in a list.

import type { Month } from '../src/base/month.ts'
import type { Source, Span } from '../src/base/source.ts'
import type {
  Argument,
  Clause,
  Entry,
  MonthsLiteral,
  Name,
  PlanLine,
  Quantity,
  Statement,
  UnitLiteral,
  Value,
  Word,
} from './tree.ts'

const NO_ARGUMENTS: readonly Argument[] = []
const NO_CLAUSES: readonly Clause[] = []
const NO_ENTRIES: readonly Entry[] = []

/** The arguments of a line or clause: none, one, or a list. */
export type Given = Argument | readonly Argument[] | undefined

function listOf<Item>(
  items: Item | readonly Item[] | undefined,
  none: readonly Item[],
): readonly Item[] {
  if (items === undefined) return none
  return Array.isArray(items) ? items : [items as Item]
}

/** A plan line without a value or a place, read whole. */
export class LeanLine implements PlanLine {
  readonly word: string
  readonly given: Given
  readonly clause: Clause | readonly Clause[] | undefined
  readonly source: Source
  readonly start: number
  readonly end: number

  constructor(
    word: string,
    given: Given,
    clause: Clause | readonly Clause[] | undefined,
    source: Source,
    start: number,
    end: number,
  ) {
    this.word = word
    this.given = given
    this.clause = clause
    this.source = source
    this.start = start
    this.end = end
  }

  get keyword(): Word {
    return new LeanWord(this.word, this.source, this.start)
  }

  get arguments(): readonly Argument[] {
    return listOf(this.given, NO_ARGUMENTS)
  }

  get clauses(): readonly Clause[] {
    return listOf(this.clause, NO_CLAUSES)
  }

  get damaged(): boolean {
    return false
  }

  get span(): Span {
    return this
  }
}

export class LeanClause implements Clause {
  readonly word: string
  readonly given: Given
  readonly source: Source
  readonly start: number
  readonly end: number

  constructor(word: string, given: Given, source: Source, start: number, end: number) {
    this.word = word
    this.given = given
    this.source = source
    this.start = start
    this.end = end
  }

  get preposition(): Word {
    return new LeanWord(this.word, this.source, this.start)
  }

  get arguments(): readonly Argument[] {
    return listOf(this.given, NO_ARGUMENTS)
  }

  get span(): Span {
    return this
  }
}

/** A statement without a block: a lean line is one by itself. */
export class LeanStatement extends LeanLine implements Statement {
  get sort(): 'statement' {
    return 'statement'
  }

  get line(): PlanLine {
    return this
  }

  get entries(): readonly Entry[] {
    return NO_ENTRIES
  }

  get hasBlock(): boolean {
    return false
  }
}

/** A statement without a block, of any line. */
export class LineStatement implements Statement {
  readonly line: PlanLine

  constructor(line: PlanLine) {
    this.line = line
  }

  get sort(): 'statement' {
    return 'statement'
  }

  get entries(): readonly Entry[] {
    return NO_ENTRIES
  }

  get hasBlock(): boolean {
    return false
  }

  get span(): Span {
    return this.line.span
  }
}

/** The statement that a line without a block is. */
export function statementOf(line: PlanLine): Statement {
  if (line instanceof LeanStatement) return line
  if (!(line instanceof LeanLine)) return new LineStatement(line)
  const { word, given, clause, source, start, end } = line
  return new LeanStatement(word, given, clause, source, start, end)
}

/** A statement with a block that is closed. */
export class LeanBlock implements Statement {
  readonly line: PlanLine
  /** All of its entries; or the first, where there are no more than two. */
  readonly inside: Entry | readonly Entry[] | undefined
  readonly second: Entry | undefined
  readonly source: Source
  readonly start: number
  readonly end: number

  constructor(
    line: PlanLine,
    inside: Entry | readonly Entry[] | undefined,
    second: Entry | undefined,
    source: Source,
    start: number,
    end: number,
  ) {
    this.line = line
    this.inside = inside
    this.second = second
    this.source = source
    this.start = start
    this.end = end
  }

  get sort(): 'statement' {
    return 'statement'
  }

  get entries(): readonly Entry[] {
    const { inside, second } = this
    if (second === undefined) return listOf(inside, NO_ENTRIES)
    return [inside as Entry, second]
  }

  get hasBlock(): boolean {
    return true
  }

  get span(): Span {
    return this
  }
}

export class LeanWord implements Word {
  readonly text: string
  readonly source: Source
  readonly start: number
  readonly end: number

  constructor(text: string, source: Source, start: number) {
    this.text = text
    this.source = source
    this.start = start
    this.end = start + text.length
  }

  get span(): Span {
    return this
  }
}

/** A value that is its own argument and its own span. */
abstract class LeanValue implements Argument {
  abstract readonly source: Source
  abstract readonly start: number
  abstract readonly end: number

  get values(): readonly Value[] {
    return [this as unknown as Value]
  }

  get span(): Span {
    return this
  }
}

/** Such a value with both of its ends. */
abstract class LeanSpan extends LeanValue {
  readonly source: Source
  readonly start: number
  readonly end: number

  constructor(source: Source, start: number, end: number) {
    super()
    this.source = source
    this.start = start
    this.end = end
  }
}

/** A name without quotes: it is as long as its text. */
export class LeanName extends LeanValue implements Name {
  readonly text: string
  readonly source: Source
  readonly start: number

  constructor(text: string, source: Source, start: number) {
    super()
    this.text = text
    this.source = source
    this.start = start
  }

  get sort(): 'name' {
    return 'name'
  }

  get quoted(): false {
    return false
  }

  get end(): number {
    return this.start + this.text.length
  }

  /** Whoever moves a span moves both of its ends: this one follows the other. */
  set end(_: number) {
    // Nothing is kept of it.
  }
}

/** A name in quotes. */
export class QuotedName extends LeanSpan implements Name {
  readonly text: string

  constructor(text: string, source: Source, start: number, end: number) {
    super(source, start, end)
    this.text = text
  }

  get sort(): 'name' {
    return 'name'
  }

  get quoted(): true {
    return true
  }
}

/** One month. */
export class LeanMonth extends LeanSpan implements MonthsLiteral {
  readonly from: Month

  constructor(month: Month, source: Source, start: number, end: number) {
    super(source, start, end)
    this.from = month
  }

  get sort(): 'months' {
    return 'months'
  }

  get to(): Month {
    return this.from
  }
}

/** A whole number, with its unit if it has one. */
export class LeanQuantity extends LeanSpan implements Quantity {
  readonly value: number
  readonly unit: UnitLiteral | undefined

  constructor(
    value: number,
    unit: UnitLiteral | undefined,
    source: Source,
    start: number,
    end: number,
  ) {
    super(source, start, end)
    this.value = value
    this.unit = unit
  }

  get sort(): 'quantity' {
    return 'quantity'
  }

  get percent(): boolean {
    return false
  }

  get sign(): '' {
    return ''
  }
}

/** A value that is not lean by itself. */
export class LeanArgument implements Argument {
  readonly value: Value

  constructor(value: Value) {
    this.value = value
  }

  get values(): readonly Value[] {
    return [this.value]
  }

  get span(): Span {
    return this.value.span
  }
}

/** One of an argument's values, without a list made for it. */
export function valueOf(argument: Argument, at: number): Value | undefined {
  if (argument instanceof LeanValue) return at === 0 ? (argument as unknown as Value) : undefined
  return argument.values[at]
}

/** One of a line's or clause's arguments, without a list made for it. */
export function argumentOf(line: PlanLine | Clause, at: number): Argument | undefined {
  if (!(line instanceof LeanLine || line instanceof LeanClause)) return line.arguments[at]
  const { given } = line
  if (Array.isArray(given)) return (given as readonly Argument[])[at]
  return at === 0 ? (given as Argument | undefined) : undefined
}

/** One of the entries of a statement's block, without a list made for it. */
export function entryOf(statement: Statement, at: number): Entry | undefined {
  if (!(statement instanceof LeanBlock)) return statement.entries[at]
  const { inside, second } = statement
  if (at === 1 && second !== undefined) return second
  if (Array.isArray(inside)) return (inside as readonly Entry[])[at]
  return at === 0 ? (inside as Entry | undefined) : undefined
}

/** The first word of a line, without a node made for it. */
export function wordOf(line: PlanLine): string {
  return line instanceof LeanLine ? line.word : line.keyword.text
}

/** The preposition of a clause, without a node made for it. */
export function prepositionOf(clause: Clause): string {
  return clause instanceof LeanClause ? clause.word : clause.preposition.text
}

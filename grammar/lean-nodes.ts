// Nodes of the shortest way through a line. Of these there are very many, so that each is its own
// span, and a single value is not kept in a list.

import type { Month } from '../src/base/month.ts'
import { copyOfSpan, type Source, type Span } from '../src/base/source.ts'
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

const NO_CLAUSES: readonly Clause[] = []
const NO_ENTRIES: readonly Entry[] = []

/** A plan line without a value or a place, read whole. */
export class LeanLine implements PlanLine {
  readonly word: string
  readonly arguments: readonly Argument[]
  readonly clauses: readonly Clause[]
  readonly source: Source
  readonly start: number
  readonly end: number

  constructor(
    word: string,
    given: readonly Argument[],
    clauses: readonly Clause[] | undefined,
    { source, start, end }: Span,
  ) {
    this.word = word
    this.arguments = given
    this.clauses = clauses ?? NO_CLAUSES
    this.source = source
    this.start = start
    this.end = end
  }

  get keyword(): Word {
    return new LeanWord(this.word, this.source, this.start)
  }

  get damaged(): boolean {
    return false
  }

  get span(): Span {
    return this
  }
}

/** A statement without a block. */
export class LeanStatement implements Statement {
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

export class LeanName implements Name {
  readonly sort = 'name'
  readonly text: string
  readonly quoted: boolean
  readonly source: Source
  readonly start: number
  readonly end: number

  constructor(text: string, quoted: boolean, source: Source, start: number, end: number) {
    this.text = text
    this.quoted = quoted
    this.source = source
    this.start = start
    this.end = end
  }

  get span(): Span {
    return this
  }
}

/** One month. */
export class LeanMonth implements MonthsLiteral {
  readonly sort = 'months'
  readonly from: Month
  readonly source: Source
  readonly start: number
  readonly end: number

  constructor(month: Month, source: Source, start: number, end: number) {
    this.from = month
    this.source = source
    this.start = start
    this.end = end
  }

  get to(): Month {
    return this.from
  }

  get span(): Span {
    return this
  }
}

/** A whole number, with its unit if it has one. */
export class LeanQuantity implements Quantity {
  readonly sort = 'quantity'
  readonly value: number
  readonly unit?: UnitLiteral
  readonly source: Source
  readonly start: number
  readonly end: number

  constructor(
    value: number,
    unit: UnitLiteral | undefined,
    source: Source,
    start: number,
    end: number,
  ) {
    this.value = value
    this.source = source
    this.start = start
    this.end = end
    if (unit !== undefined) this.unit = unit
  }

  get percent(): boolean {
    return false
  }

  get sign(): '' {
    return ''
  }

  get span(): Span {
    return this
  }
}

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
  if (!(argument instanceof LeanArgument)) return argument.values[at]
  return at === 0 ? argument.value : undefined
}

/** The first word of a line, without a node made for it. */
export function wordOf(line: PlanLine): string {
  return line instanceof LeanLine ? line.word : line.keyword.text
}

/**
 * The node with all its parts as properties of its own, for whoever walks over them. Spans are copied:
 * in a node that is its own span, the walk would meet the node again.
 */
export function spelledOut(node: object): object {
  if (node instanceof LeanStatement) {
    const { sort, line, entries, hasBlock, span } = node
    return { sort, line, entries, hasBlock, span: copyOfSpan(span) }
  }
  if (node instanceof LeanLine) {
    const { keyword, arguments: given, clauses, damaged } = node
    return { keyword, arguments: given, clauses, damaged, span: copyOfSpan(node) }
  }
  if (node instanceof LeanArgument) return { values: node.values, span: copyOfSpan(node.span) }
  if (node instanceof LeanMonth) {
    const { sort, from, to } = node
    return { sort, from, to, span: copyOfSpan(node) }
  }
  if (node instanceof LeanQuantity) {
    const { sort, value, percent, sign, unit } = node
    return { sort, value, percent, sign, unit, span: copyOfSpan(node) }
  }
  if (node instanceof LeanWord) return { text: node.text, span: copyOfSpan(node) }
  if (!(node instanceof LeanName)) return node
  const { sort, text, quoted } = node
  return { sort, text, quoted, span: copyOfSpan(node) }
}

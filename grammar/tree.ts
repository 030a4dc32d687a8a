/** The syntax tree: what the parser gives for any text. Every node knows its span. */

import type { Exact } from '../src/base/exact.ts'
import type { Day } from '../src/base/date.ts'
import type { Month } from '../src/base/month.ts'
import type { Source, Span } from '../src/base/source.ts'
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts'

/** A whole file. */
export interface Tree {
  readonly source: Source
  readonly statements: readonly Statement[]
  readonly problems: readonly Diagnostic[]
}

/** What may stand in a file or a block. */
export type Entry = Statement | ClauseLine | RuleLine | Table

/** A plan line or a `define`, with its block if it has one. Statements stand in blocks, too. */
export interface Statement {
  readonly sort: 'statement'
  readonly line: PlanLine
  /** Set on a `define`, whose line has no arguments or clauses. */
  readonly define?: Define
  readonly entries: readonly Entry[]
  readonly hasBlock: boolean
  /** Set where no brace closes its block: what else it has to say is unknown. */
  readonly unclosed?: true
  /** From the first word to the end of the head line, or to the closing brace. */
  readonly span: Span
}

/** `WORD argument* ["=" expression] ["at" expression] clause*`. */
export interface PlanLine {
  readonly keyword: Word
  readonly arguments: readonly Argument[]
  readonly value?: Expression
  /** Behind `at`: a cell or a name. */
  readonly at?: Expression
  readonly clauses: readonly Clause[]
  /** Some of the line could not be read: what is missing from it is unknown, not absent. */
  readonly damaged: boolean
  /** The line without its brace and comment. */
  readonly span: Span
}

export interface ClauseLine {
  readonly sort: 'clauses'
  readonly clauses: readonly Clause[]
  readonly damaged: boolean
  readonly span: Span
}

export interface Clause {
  readonly preposition: Word
  readonly arguments: readonly Argument[]
  readonly span: Span
}

/** `value { "," value }`: one value, or a list. */
export interface Argument {
  readonly values: readonly Value[]
  readonly span: Span
}

export interface Word {
  readonly text: string
  readonly span: Span
}

/** What an argument may be. */
export type Value = Name | DateLiteral | MonthsLiteral | Quantity

/** A word, or a text in quotes: which of the two matters only where a title is expected. */
export interface Name {
  readonly sort: 'name'
  /** Without quotes, escapes undone. */
  readonly text: string
  readonly quoted: boolean
  readonly span: Span
}

export interface DateLiteral {
  readonly sort: 'date'
  readonly value: Day
  readonly span: Span
}

/** `2026-12`, `2026-12 .. 2027-02`, `2026-12 ..`. */
export interface MonthsLiteral {
  readonly sort: 'months'
  readonly from: Month
  /** The last month; the same as `from` for one month; undefined for an open range. */
  readonly to: Month | undefined
  readonly span: Span
}

/** A number with what stands behind it. */
export interface Quantity {
  readonly sort: 'quantity'
  /** The number as written, its sign applied; for `15%` it is 0.15. */
  readonly value: Exact
  readonly percent: boolean
  /** The sign as written, since `by +20%` and `to 20%` read differently. */
  readonly sign: '' | '+' | '-'
  readonly unit?: UnitLiteral | undefined
  readonly duration?: 'month' | 'week' | 'day'
  readonly span: Span
}

/** `each`, `USD per each`, `hour per 12 each`. */
export interface UnitLiteral {
  readonly name: Name
  readonly per?: { readonly count: Exact; readonly name: Name }
  readonly span: Span
}

/** A table, decoded: a row is its months and one cell a column, without a node a cell. */
export interface Table {
  readonly sort: 'table'
  readonly source: Source
  /** A column whose name stood there before has an empty name. */
  readonly columns: readonly Name[]
  /** Rows without the total row. The arrays below have one entry a row. */
  readonly rowCount: number
  readonly from: Int32Array
  /** Last month of the row, or `OPEN`. */
  readonly to: Int32Array
  /** Offset of the row's first character in the source. */
  readonly rowStart: Int32Array
  /** Row by row, `rowCount * columns.length`: an integer, or NaN where `others` tells. */
  readonly cells: Float64Array
  /** What is not a plain integer; nothing here under a NaN means damaged, so unknown. */
  readonly others: ReadonlyMap<number, Cell>
  readonly total: TotalRow | undefined
  /** Rows or columns could not be read and are missing here: no sum over the table is known. */
  readonly damaged: boolean
  /** No row has as many cells as there are columns: which column is which is unknown. */
  readonly misfit: boolean
  readonly span: Span
}

/** The `to` of a row that holds until the table's next row, or the end of the horizon. */
export const OPEN = -1

export type Cell =
  | { readonly sort: 'blank' }
  | { readonly sort: 'rest' }
  | { readonly sort: 'number'; readonly value: Exact; readonly percent: boolean }

export interface TotalRow {
  readonly rowStart: number
  readonly cells: readonly (Cell | undefined)[]
  readonly span: Span
}

/** A line of the rule language: `given`, `let`, `where`, `require`, … */
export type RuleLine =
  | { readonly sort: 'given'; readonly binders: readonly Binder[]; readonly span: Span }
  | {
      readonly sort: 'let'
      readonly name: Word
      readonly value: Expression
      readonly span: Span
    }
  | {
      readonly sort: 'where' | 'require' | 'severity' | 'at'
      readonly value: Expression
      readonly span: Span
    }
  | {
      readonly sort: 'fix'
      readonly target: Expression
      readonly value: Expression
      readonly span: Span
    }
  | { readonly sort: 'after' | 'collect'; readonly name: Word; readonly span: Span }
  | { readonly sort: 'damaged-rule-line'; readonly word: string; readonly span: Span }

/** `define NAME(params) = body`. */
export interface Define {
  readonly name: Word
  readonly parameters: readonly Binder[]
  /** Undefined when it could not be read. */
  readonly body: Expression | undefined
  readonly span: Span
}

/** `family f in … where …`. */
export interface Binder {
  readonly kind: Word
  readonly name: Word
  readonly domain?: Expression
  readonly condition?: Expression
  readonly span: Span
}

export type BinaryOperator =
  | 'or'
  | 'and'
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'in'
  | '..'
  | '+'
  | '-'
  | '*'
  | '/'

export type AggregateOperator =
  | 'count'
  | 'exists'
  | 'sum'
  | 'average'
  | 'min'
  | 'max'
  | 'every'
  | 'list'

export type Expression =
  | Quantity
  | DateLiteral
  | { readonly sort: 'month'; readonly value: Month; readonly span: Span }
  /** A text in an expression: a name where a name is expected. */
  | { readonly sort: 'text'; readonly text: string; readonly span: Span }
  | { readonly sort: 'word'; readonly text: string; readonly span: Span }
  | {
      readonly sort: 'unary'
      readonly operator: '-' | 'not'
      readonly operand: Expression
      readonly span: Span
    }
  | {
      readonly sort: 'binary'
      readonly operator: BinaryOperator
      readonly left: Expression
      readonly right: Expression
      readonly span: Span
    }
  | {
      readonly sort: 'between'
      readonly value: Expression
      readonly low: Expression
      readonly high: Expression
      readonly span: Span
    }
  | {
      readonly sort: 'if'
      readonly condition: Expression
      readonly then: Expression
      readonly otherwise: Expression
      readonly span: Span
    }
  | {
      readonly sort: 'field'
      readonly of: Expression
      readonly field: Word
      readonly span: Span
    }
  | {
      readonly sort: 'call'
      readonly callee: Expression
      readonly arguments: readonly Expression[]
      readonly span: Span
    }
  | {
      readonly sort: 'aggregate'
      readonly operator: AggregateOperator
      /** Undefined for `count` and `exists`. */
      readonly body: Expression | undefined
      readonly binders: readonly Binder[]
      readonly span: Span
    }
  | { readonly sort: 'list'; readonly items: readonly Expression[]; readonly span: Span }

/** A text with holes, as `message` and `help` have them. */
export interface Template {
  readonly parts: readonly (string | Expression)[]
  readonly problems: readonly Diagnostic[]
  readonly span: Span
}

/** What stands at some place of a text, whatever node of the tree it is. */

import type { Span } from '../base/source.ts'
import type {
  Argument,
  Binder,
  Clause,
  Entry,
  Expression,
  Name,
  PlanLine,
  Statement,
  Table,
  Tree,
  Value,
  Word,
} from '../../grammar/tree.ts'

/** What a part is: `of` is the node of the tree. */
export type Part = { readonly span: Span } & (
  | { readonly is: 'file'; readonly of: Tree }
  | { readonly is: 'statement'; readonly of: Statement }
  /** The first word of a statement or of a rule line. */
  | { readonly is: 'keyword'; readonly of: Word }
  | { readonly is: 'head'; readonly of: PlanLine }
  | { readonly is: 'clauses' | 'rule-line'; readonly of: Entry }
  | { readonly is: 'clause'; readonly of: Clause }
  | { readonly is: 'preposition'; readonly of: Word }
  | { readonly is: 'argument'; readonly of: Argument }
  | { readonly is: 'value'; readonly of: Value }
  | { readonly is: 'unit'; readonly of: Name }
  | { readonly is: 'table'; readonly of: Table }
  | { readonly is: 'column'; readonly of: Name; readonly table: Table; readonly column: number }
  | { readonly is: 'row'; readonly of: Table; readonly row: number }
  | { readonly is: 'cell'; readonly of: Table; readonly row: number; readonly column: number }
  | { readonly is: 'total'; readonly of: Table; readonly column: number }
  | { readonly is: 'expression'; readonly of: Expression }
  | { readonly is: 'binder'; readonly of: Binder }
  | { readonly is: 'kind' | 'field' | 'step'; readonly of: Word }
  /** A name that is bound here: by `given`, `let`, an aggregate or a `define`. */
  | { readonly is: 'bound'; readonly of: Word }
)

// What the line parser is asked for, and what it gives.

import type { Argument, Binder, Clause, Expression, Word } from './tree.ts'

/** What of a line was read, whole or not. */
export interface LineParts {
  word: Word | undefined
  arguments: Argument[]
  value: Expression | undefined
  at: Expression | undefined
  target: Expression | undefined
  clauses: Clause[]
  binders: readonly Binder[]
}

/** The rules that a line may be read by. */
export type LineRule =
  | 'planLine'
  | 'clauses'
  | 'definition'
  | 'wholeExpression'
  | 'assignment'
  | 'fixing'
  | 'given'
  | 'named'

export function emptyParts(): LineParts {
  return {
    word: undefined,
    arguments: [],
    value: undefined,
    at: undefined,
    target: undefined,
    clauses: [],
    binders: [],
  }
}

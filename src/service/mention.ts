/** Names in the text, and what each of them means: what navigation and renaming are made of. */

import type { Span } from '../base/source.ts'
import type { Fact } from '../facts/fact.ts'

/** Something with a name that a text declares: a fact, or a variable of a rule. */
export interface Target {
  readonly name: string
  /** The name where it is declared. */
  readonly declaration: Span
  /** Undefined for the variables of rules. */
  readonly fact: Fact | undefined
}

/** A place where a target is named, its declaration included. */
export interface Mention {
  readonly span: Span
  readonly target: Target
  /** A bare word of a rule that may mean this or something else of the same name. */
  readonly unsure?: true
}

export function isDeclaration({ span, target }: Mention): boolean {
  return sameSpan(span, target.declaration)
}

export function sameSpan(a: Span, b: Span): boolean {
  return (
    a.source.path === b.source.path &&
    a.source.builtIn === b.source.builtIn &&
    a.start === b.start &&
    a.end === b.end
  )
}

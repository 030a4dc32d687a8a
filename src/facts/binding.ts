/** The state of one run of the binder. */

import type { Month } from '../base/month.ts'
import { printMonth } from '../base/month.ts'
import type { Span } from '../base/source.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Argument } from '../../grammar/tree.ts'
import type { FieldType, TableSpec } from '../vocabulary/spec.ts'
import { lineKind } from '../vocabulary/vocabulary.ts'
import type { Draft, DraftTable } from './draft.ts'
import type { BoundTable, FactValue, FieldValue } from './fact.ts'
import { Lacking } from './lacking.ts'
import { SaidClauses } from './said-clauses.ts'
import type { Unread } from './unread.ts'

/** A table whose columns are facts. */
export interface WaitingTable {
  readonly draft: Draft
  readonly bound: DraftTable
  readonly columns: 'items' | 'groups'
}

/** The words of a header, and what they name. */
export interface BoundHeader {
  readonly header: readonly string[]
  readonly columns: BoundTable['columns']
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
  /** The last header that had these words, or some of them. */
  readonly headers: Map<TableSpec, BoundHeader>
  readonly strays: Map<string, StrayColumn>
  readonly waiting: WaitingTable[]
  /** The clauses of the statement that is being bound. */
  readonly clauses: SaidClauses
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
  /** Kinds of which a fact may stand in a line that could not be read. */
  readonly lacking: Lacking
  /** Lines that an unreadable line of a block was probably meant to be; `any` where unknown. */
  readonly lostLines: Map<Draft, Set<string> | 'any'>
  /** The last name that was written with blanks: clauses that begin in it are none. */
  astray: Span | undefined
  /** The last value that stood at another place of its line than where it belongs. */
  displaced: Span | undefined
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
    clauses: new SaidClauses(),
    words: new Map(),
    months: new Map(),
    dropped: new Set(),
    doubled: new Map(),
    reserved: new Map(),
    lostNames: new Set(),
    lostKinds: new Set(),
    lacking: lackingIn(unread),
    lostLines: new Map(),
    astray: undefined,
    displaced: undefined,
  }
}

function lackingIn({ outside }: Unread): Lacking {
  const lacking = new Lacking()
  for (const text of outside) lacking.addText(text)
  return lacking
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
  const kind = guess === undefined ? undefined : lineKind(draft.spec, guess)
  if (kind !== undefined) state.lacking.add(kind)
  else if (guess === undefined) state.lacking.addLines(draft.spec)
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

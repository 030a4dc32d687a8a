/** Reports what is missing from a line, or too much on it, and what was probably meant. */

import type { Source, Span } from '../base/source.ts'
import { closest } from '../base/suggest.ts'
import type { Extras } from '../diagnostics/define.ts'
import type { Mend } from '../diagnostics/diagnostic.ts'
import { reportName } from '../diagnostics/names.ts'
import { QUOTE } from '../../grammar/chars.ts'
import type { Argument, Clause, Value, Word } from '../../grammar/tree.ts'
import type { FieldSpec } from '../vocabulary/spec.ts'
import type { Binding } from './binding.ts'
import type { Draft } from './draft.ts'
import { loseLine, loseNames } from './binding.ts'
import { dropField } from './draft.ts'
import { fits } from './forms.ts'
import { clauseFor, instead, reportMisplaced } from './misplaced.ts'
import { nameOfWords } from './name-of-words.ts'
import { factNamed, kindsIn } from './resolve.ts'
import {
  headExample,
  howWritten,
  inSentence,
  marked,
  shown,
  takes,
  takesClauses,
} from './wanted.ts'

/** Where arguments stand: behind the first word, or behind a preposition. */
export interface Place {
  readonly keyword: Word
  readonly span: Span
  /** Some of the line was unreadable: nothing is missed, and nothing is too many. */
  readonly damaged: boolean
  /** Behind a preposition. */
  readonly clause: boolean
}

/** What an argument that has no place probably lacks: a word before it, or the right letters. */
interface Guess {
  readonly word: string
  readonly misspelt: boolean
}

/** A part that must be there and is not. */
export function missArgument(state: Binding, draft: Draft, spec: FieldSpec, place: Place): void {
  draft.damaged = true
  if (place.damaged) return
  const declares = draft.spec.arguments.some((one) => one === spec && one.declares === true)
  if (declares) state.lostKinds.add(draft.kind)
  if (!place.clause && reportMisplaced(state, draft, spec)) return
  const values = {
    keyword: place.keyword.text,
    what: spec.field === place.keyword.text ? 'what belongs behind it' : `its ${spec.field}`,
    doc: declares ? 'the name by which other lines call it' : inSentence(spec.doc),
    example: headExample(draft.spec),
  }
  state.problems.push(reportName('missing-argument', place.span, values))
}

/** Two members of a list side by side: reported, and the list is unknown. */
export function lacksComma(
  state: Binding,
  draft: Draft,
  list: FieldSpec | undefined,
  given: readonly Argument[],
  at: number,
  damaged: boolean,
): boolean {
  const before = given[at - 1]?.values.at(-1)
  const value = given[at]?.values[0]
  if (list?.list !== true || before === undefined || value === undefined) return false
  if (!fits(list.type, value) || guessFor(state, draft, value)?.misspelt === true) return false
  draft.damaged = true
  dropField(draft, list.field)
  if (damaged) return true
  const { source, end } = before.span
  const mends: readonly Mend[] = [
    { title: 'write a comma', edits: [{ span: { source, start: end, end }, text: ',' }] },
  ]
  const values = { first: shown(before), second: shown(value) }
  state.problems.push(reportName('missing-comma', value.span, values, { mends }))
  return true
}

/** Whether an argument without a place looks like a clause or a value that lacks its word. */
export function isGuessed(state: Binding, draft: Draft, value: Value): boolean {
  return guessFor(state, draft, value) !== undefined
}

/** An argument for which there is no place left. Clauses that it may have meant are not missed. */
export function reportExtra(
  state: Binding,
  draft: Draft,
  specs: readonly FieldSpec[],
  extra: Argument,
  place: Place,
): void {
  const value = extra.values[0]
  draft.damaged = true
  if (value === undefined || place.damaged) return
  for (const word of draft.shape.requiredClauses) loseLine(state, draft, word)
  loseLine(state, draft, '=')
  loseNames(state, draft)
  const { source, start } = extra.span
  if (endsText(source, start)) {
    const quote = { source, start: start - 1, end: start }
    state.problems.push(reportName('quote-in-text', quote, { found: shown(value) }))
    return
  }
  const guess = guessFor(state, draft, value)
  const values = {
    found: shown(value).slice(1, -1),
    keyword: marked(place.keyword.text),
    takes: takes(specs, place.keyword.text),
  }
  const words = guess === undefined && !place.clause ? nameOfWords(draft, extra) : undefined
  if (words !== undefined) state.lostKinds.add(draft.kind)
  const extras = guess === undefined ? (words ?? helpFor(specs)) : offer(guess, value)
  state.problems.push(reportName('unexpected-argument', extra.span, values, extras))
}

/** Whether a text ends right before a place: a quote within it, since a space stands behind others. */
function endsText({ text }: Source, at: number): boolean {
  return text.charCodeAt(at - 1) === QUOTE
}

/** A clause that the statement does not take, or has said already. */
export function reportStrayClause(
  state: Binding,
  draft: Draft,
  { preposition, span, arguments: behind }: Clause,
  before: Span | undefined,
): void {
  const { keyword } = draft.shape
  const given = behind[0]?.values[0]
  if (before !== undefined) {
    const labels = [{ span: before, text: 'said here first' }]
    const values = { kind: keyword, preposition: preposition.text }
    state.problems.push(reportName('doubled-clause', preposition.span, values, { labels }))
    return
  }
  const clauses = takesClauses(draft.spec.clauses ?? {})
  const values = { keyword, preposition: preposition.text, takes: clauses }
  const word = given === undefined ? undefined : clauseFor(state, draft, given)
  if (word !== undefined) loseLine(state, draft, word)
  const extras =
    word === undefined
      ? { help: `write it as in ${marked(headExample(draft.spec))}` }
      : instead(word, preposition)
  state.problems.push(reportName('unexpected-clause', span, values, extras))
}

function guessFor(state: Binding, draft: Draft, value: Value): Guess | undefined {
  const line = draft.statement?.line
  if (line === undefined) return undefined
  const { clauses } = draft.shape
  const isFree = (word: string): boolean =>
    line.clauses.every((clause) => clause.preposition.text !== word)
  if (value.sort === 'name' && !value.quoted && !isDeclared(state, draft, value.text)) {
    const word = closest(value.text, [...clauses.keys()].filter(isFree))
    if (word !== undefined) return { word, misspelt: true }
  }
  const missing = clauseFor(state, draft, value)
  if (missing !== undefined) return { word: missing, misspelt: false }
  const lacksValue = draft.spec.value !== undefined && line.value === undefined
  return lacksValue && value.sort === 'quantity' ? { word: '=', misspelt: false } : undefined
}

/** Whether a word is the name of something that the line could speak of. */
function isDeclared(state: Binding, draft: Draft, name: string): boolean {
  const clauses = [...draft.shape.clauses.values()].flatMap((clause) => clause.spec.fields)
  const kinds = [...draft.spec.arguments, ...clauses].flatMap((spec) => kindsIn(spec.type))
  return factNamed(state, kinds, name) !== undefined
}

function offer({ word, misspelt }: Guess, { span }: Value): Extras {
  if (misspelt) {
    const mends: readonly Mend[] = [{ title: `write \`${word}\``, edits: [{ span, text: word }] }]
    return { help: `did you mean \`${word}\`?`, mends }
  }
  const { source, start } = span
  const edits = [{ span: { source, start, end: start }, text: `${word} ` }]
  return { help: `write \`${word}\` before it`, mends: [{ title: `write \`${word}\``, edits }] }
}

function helpFor(specs: readonly FieldSpec[]): Extras {
  const last = specs.at(-1)
  const help = last === undefined ? undefined : howWritten(last.type)
  return help === undefined ? {} : { help }
}

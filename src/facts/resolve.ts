/** Names: what they declare, and those that lead nowhere, each reported once. */

import { or, withArticle } from '../base/phrases.ts'
import type { Span } from '../base/source.ts'
import { compareSpans } from '../base/source.ts'
import { closest } from '../base/suggest.ts'
import type { Extras } from '../diagnostics/define.ts'
import type { Label, Mend } from '../diagnostics/diagnostic.ts'
import { reportName } from '../diagnostics/names.ts'
import { seriesNamed } from '../vocabulary/series.ts'
import type { FieldType } from '../vocabulary/spec.ts'
import { kindSpec } from '../vocabulary/vocabulary.ts'
import type { Binding, Unresolved } from './binding.ts'
import type { Draft } from './draft.ts'
import { monthNamedKinds } from './month-named.ts'
import { headExample, marked, named, wanted, written } from './wanted.ts'

/** How many more places a message shows besides its first. */
const MOST_LABELS = 2

/** The fact of one of these kinds that has this name. */
export function factNamed(
  state: Binding,
  kinds: readonly string[],
  name: string,
): Draft | undefined {
  for (let at = 0; at < kinds.length; at += 1) {
    const found = state.names.get(kinds[at] ?? '')?.get(name)
    if (found !== undefined) return found
  }
  return undefined
}

/** Notes a name or word that means nothing at its place. */
export function noteUnresolved(state: Binding, type: FieldType, text: string, place: Span): void {
  state.unresolved.push({ type, text, place })
}

/** One diagnostic for each name that led nowhere, at the first of its places. */
export function reportUnresolved(state: Binding): void {
  const groups = new Map<string, Unresolved[]>()
  for (const unresolved of state.unresolved) {
    const { type, text, place } = unresolved
    if (state.unread.touches(place)) continue
    // A name is missing once, whatever its places could name besides.
    const key = kindsIn(type).length > 0 ? `name ${text}` : `${wanted(type)} ${text}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [unresolved])
    else group.push(unresolved)
  }
  for (const group of groups.values()) reportGroup(state, group)
}

/** ` (and in 3 more places)`, where there are any. */
export function morePlaces(count: number): string {
  if (count <= 0) return ''
  return ` (and in ${count} more ${count === 1 ? 'place' : 'places'})`
}

export function didYouMean(suggestion: string): string {
  return `did you mean ${named(suggestion)}?`
}

/** Writes the suggestion in all of these places. */
export function mendAll(places: readonly Span[], suggestion: string): Mend {
  const text = written(suggestion)
  return { title: `write ${named(suggestion)}`, edits: places.map((span) => ({ span, text })) }
}

function reportGroup(state: Binding, group: readonly Unresolved[]): void {
  const [narrowest] = group.toSorted((a, b) => nouns(a.type).length - nouns(b.type).length)
  const places = group.map(({ place }) => place).toSorted(compareSpans)
  const [first, ...others] = places
  if (narrowest === undefined || first === undefined || isExcused(state, narrowest)) return
  const { type, text } = narrowest
  const kinds = kindsIn(type)
  const suggestion = kinds.some((kind) => monthNamedKinds.has(kind))
    ? undefined
    : closest(text, candidates(state, type))
  const extras: Extras = {
    labels: [...elsewhere(state, text, kinds), ...others.slice(0, MOST_LABELS).map(again)],
    mends: suggestion === undefined ? [] : [mendAll(places, suggestion)],
    help: helpFor(type, kinds, suggestion),
  }
  const more = morePlaces(others.length)
  state.problems.push(
    kinds.length > 0
      ? reportName(
          'unknown-name',
          first,
          { kind: or(nouns(type)), name: named(text), more },
          extras,
        )
      : reportName('unknown-word', first, { word: text, wanted: notA(type), more }, extras),
  )
}

function helpFor(
  type: FieldType,
  kinds: readonly string[],
  suggestion: string | undefined,
): string {
  if (suggestion !== undefined) return didYouMean(suggestion)
  const spec = kinds[0] === undefined ? undefined : kindSpec(kinds[0])
  if (spec === undefined) return `write ${or([...words(type)].map(marked))}`
  return `${withArticle(spec.kind)} is declared as in ${marked(headExample(spec))}`
}

/** Where a fact of another kind has the name: often what the planner thought of. */
function elsewhere(state: Binding, text: string, kinds: readonly string[]): readonly Label[] {
  if (kinds.length === 0) return []
  for (const [kind, names] of state.names) {
    const span = names.get(text)?.nameSpan
    if (span === undefined || span.source.builtIn) continue
    return [{ span, text: `${named(text)} is ${withArticle(kind)}` }]
  }
  return []
}

/** What a word is not, behind `is not`. */
function notA(type: FieldType): string {
  return type.type === 'flag' ? marked(type.word) : wanted(type)
}

function again(span: Span): Label {
  return { span, text: 'named here too' }
}

/** A name may be missing because the line that declares it could not be read. */
function isExcused(state: Binding, { type, text }: Unresolved): boolean {
  const kinds = kindsIn(type)
  if (kinds.length === 0) return false
  return kinds.some((kind) => state.lostKinds.has(kind)) || mayDeclare(state, text)
}

/** Whether a line that could not be read holds a name, so that it may be declared there. */
export function mayDeclare(state: Binding, name: string): boolean {
  return state.lostNames.has(name) || state.unread.mentions(name)
}

/** The kinds of the facts that a place may name. */
export function kindsIn(type: FieldType): readonly string[] {
  if (type.type === 'fact') return type.kinds
  return type.type === 'either' ? type.of.flatMap(kindsIn) : []
}

function nouns(type: FieldType): readonly string[] {
  if (type.type === 'fact') return type.kinds
  if (type.type === 'series') return [type.nature ?? 'series', ...(type.also ?? []).map(marked)]
  return type.type === 'either' ? type.of.flatMap(nouns) : []
}

function* candidates(state: Binding, type: FieldType): Generator<string> {
  yield* words(type)
  for (const kind of kindsIn(type)) yield* state.names.get(kind)?.keys() ?? []
}

/** The words that a place may hold besides names. */
export function* words(type: FieldType): Generator<string> {
  if (type.type === 'word') yield* type.words
  if (type.type === 'flag') yield type.word
  if (type.type === 'series') {
    yield* seriesNamed(type.nature)
    yield* type.also ?? []
  }
  if (type.type === 'either') for (const one of type.of) yield* words(one)
}

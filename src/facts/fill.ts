/** Fills the fields of one line: its arguments in order, what stands behind `=`, its clauses. */

import { or } from '../base/phrases.ts'
import type { Span } from '../base/source.ts'
import { spanOf } from '../base/source.ts'
import type { Extras } from '../diagnostics/define.ts'
import { reportName } from '../diagnostics/names.ts'
import { argumentOf, prepositionOf, valueOf } from '../../grammar/lean-nodes.ts'
import type { Argument, Clause, Expression, PlanLine, Value } from '../../grammar/tree.ts'
import type { FieldSpec } from '../vocabulary/spec.ts'
import { convert, convertFitting } from './convert.ts'
import type { Binding } from './binding.ts'
import type { Draft } from './draft.ts'
import { isLost, loseLine, loseNames } from './binding.ts'
import { dropField, setField } from './draft.ts'
import { formOf } from './forms.ts'
import type { Place } from './misfill.ts'
import { asValue, clauseFor, instead, isDisplaced } from './misplaced.ts'
import { isGuessed, lacksComma, missArgument, reportExtra, reportStrayClause } from './misfill.ts'
import { nameOfWords } from './name-of-words.ts'
import type { Field } from './fact.ts'
import type { SaidClauses } from './said-clauses.ts'
import type { Slot } from './shape.ts'
import { brief, capital, headExample, inSentence, marked, wanted } from './wanted.ts'

/**
 * Gives each argument to the next field that it fits. A field that may be absent is passed over
 * when the argument has another form; a field that must be there is missed only when the argument
 * fits a later one, else the argument is what is wrong.
 */
export function fillArguments(
  state: Binding,
  draft: Draft,
  slots: readonly Slot[],
  said: PlanLine | Clause,
  damaged: boolean,
): void {
  const before = complaints(state)
  let next = 0
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at]
    const argument = argumentOf(said, next)
    if (slot === undefined) continue
    const first = argument && valueOf(argument, 0)
    if (argument === undefined || first === undefined) {
      if (slot.required) missArgument(state, draft, slot.spec, placeOf(said, damaged))
      continue
    }
    if (slot.word !== undefined && isOtherWord(slot.word, first)) {
      if (said.arguments.length - next <= slot.requiredBehind) continue
    }
    const form = formOf(first)
    if ((slot.forms & form) !== 0) {
      next += 1
      fillField(state, draft, slot, argument, first, true)
      continue
    }
    if ((slot.formsBehind & form) !== 0) {
      if (slot.required) missArgument(state, draft, slot.spec, placeOf(said, damaged))
      continue
    }
    if (lacksComma(state, draft, slots[at - 1]?.spec, said.arguments, next, damaged)) return
    if (!slot.required && isGuessed(state, draft, first)) continue
    loseNames(state, draft)
    const isHead = slots === draft.shape.slots
    if (isHead && at === draft.shape.declares) state.lostKinds.add(draft.kind)
    next += 1
    if (!damaged && isHead && slot.type.type === 'text') {
      const words = nameOfWords(draft, argument)
      if (words !== undefined) {
        reportWords(state, draft, slot, argument, words)
        continue
      }
    }
    if (!damaged) fillField(state, draft, slot, argument, first, false)
  }
  const extra = argumentOf(said, next)
  if (extra === undefined) return
  if (lacksComma(state, draft, slots.at(-1)?.spec, said.arguments, next, damaged)) return
  draft.damaged = true
  // What is wrong before it has its message already.
  if (complaints(state) !== before) return
  const specs = slots.map(({ spec }) => spec)
  reportExtra(state, draft, specs, extra, placeOf(said, damaged))
}

/** A name of several words, where a title could stand: of which name others speak is not known. */
function reportWords(
  state: Binding,
  draft: Draft,
  slot: Slot,
  { span }: Argument,
  extras: Extras,
): void {
  draft.damaged = true
  state.lostKinds.add(draft.kind)
  const values = { wanted: capital(wanted(slot.type)), found: marked(brief(span)) }
  state.problems.push(reportName('wrong-value', span, values, extras))
}

function placeOf(said: PlanLine | Clause, damaged: boolean): Place {
  const clause = 'preposition' in said
  const keyword = clause ? said.preposition : said.keyword
  return { keyword, span: said.span, damaged, clause }
}

/** `=` and what stands behind it. */
export function fillValue(state: Binding, draft: Draft): void {
  const { spec, statement } = draft
  const expression = statement?.line.value
  if (statement === undefined) return
  const { keyword } = draft.shape
  if (expression === undefined) {
    if (spec.value?.required !== true || statement.line.damaged) return
    if (isLost(state, draft, '=')) return
    draft.damaged = true
    const doc = inSentence(spec.value.doc)
    const values = { keyword, doc, example: headExample(spec) }
    state.problems.push(reportName('missing-value', draft.span, values))
  } else if (spec.value === undefined) {
    draft.damaged = true
    if (isDisplaced(state, expression.span)) return
    const values = { keyword, example: headExample(spec) }
    state.problems.push(reportName('unexpected-value', expression.span, values))
  } else {
    fillExpression(state, draft, spec.value, expression)
  }
}

/** `at` and what stands behind it. */
export function fillAt(state: Binding, draft: Draft): void {
  const { spec, statement } = draft
  const expression = statement?.line.at
  if (expression === undefined) return
  if (spec.at !== undefined) return fillExpression(state, draft, spec.at, expression)
  draft.damaged = true
  const values = { keyword: draft.shape.keyword, example: headExample(spec) }
  const extras = clauseForPlace(state, draft, expression)
  state.problems.push(reportName('unexpected-place', expression.span, values, extras))
}

/** The clause that was meant by `at 2026-11-10`. */
function clauseForPlace(state: Binding, draft: Draft, expression: Expression): Extras {
  const value = asValue(expression)
  const word = value && clauseFor(state, draft, value)
  if (word === undefined) return {}
  loseLine(state, draft, word)
  const { source, start } = expression.span
  const at = source.text.lastIndexOf('at', start - 1)
  return instead(word, { text: 'at', span: spanOf(source, at, at + 2) })
}

/** The clauses of the head line, then those of the block: both mean the same. */
export function fillClauses(
  state: Binding,
  draft: Draft,
  clauses: readonly Clause[],
  damaged: boolean,
  seen: SaidClauses,
): void {
  // One message a line: the first clause without a place is where the line goes astray.
  let astray = false
  for (let at = 0; at < clauses.length; at += 1) {
    const clause = clauses[at]
    if (clause === undefined) continue
    const word = prepositionOf(clause)
    if (isWithin(clause, state.astray) || isDisplaced(state, clause.span)) {
      draft.damaged = true
      loseLine(state, draft, word)
      continue
    }
    const of = draft.shape.clauses.get(word)
    const before = seen.get(word)
    if (of !== undefined && before === undefined) {
      const rival = rivalOf(draft, word, seen)
      if (rival !== undefined) {
        reportRivals(state, draft, rival, clause)
        continue
      }
      seen.add(word, clause)
      fillArguments(state, draft, of.slots, clause, damaged)
      continue
    }
    draft.damaged = true
    if (!astray) reportStrayClause(state, draft, clause, before?.preposition.span)
    astray = true
  }
}

function isWithin({ span }: Clause, phrase: Span | undefined): boolean {
  if (phrase === undefined || span.source !== phrase.source) return false
  return span.start >= phrase.start && span.start < phrase.end
}

/** The clause that stands already, of those of which one does. */
function rivalOf({ shape: { oneOf } }: Draft, word: string, seen: SaidClauses): Clause | undefined {
  if (oneOf?.includes(word) !== true) return undefined
  const rival = oneOf.find((other) => seen.get(other) !== undefined)
  return rival === undefined ? undefined : seen.get(rival)
}

/** Neither of the two holds. */
function reportRivals(state: Binding, draft: Draft, first: Clause, second: Clause): void {
  draft.damaged = true
  const word = prepositionOf(first)
  for (const { field } of draft.shape.clauses.get(word)?.slots ?? []) dropField(draft, field)
  const values = { keyword: draft.shape.keyword, first: word, second: prepositionOf(second) }
  const labels = [{ span: first.span, text: 'said here' }]
  state.problems.push(reportName('rival-clauses', second.span, values, { labels }))
}

/** The clauses that must be there and are not. */
export function missClauses(state: Binding, draft: Draft, seen: SaidClauses): void {
  const { shape, statement } = draft
  const { requiredClauses } = shape
  for (let at = 0; at < requiredClauses.length; at += 1) {
    const preposition = requiredClauses[at] ?? ''
    if (seen.get(preposition) !== undefined || isLost(state, draft, preposition)) continue
    draft.damaged = true
    if (statement !== undefined && state.unread.within(statement.span)) return
    missClause(state, draft, [preposition])
  }
  if (shape.oneOf !== undefined) missOne(state, draft, seen, shape.oneOf)
}

function missOne(state: Binding, draft: Draft, seen: SaidClauses, words: readonly string[]): void {
  if (words.some((word) => seen.get(word) !== undefined || isLost(state, draft, word))) return
  draft.damaged = true
  missClause(state, draft, words)
}

/** None of these clauses stands, and one should. */
function missClause(state: Binding, draft: Draft, words: readonly string[]): void {
  const { shape } = draft
  const values = {
    keyword: shape.keyword,
    clause: or(words.map((word) => marked(`${word} …`))),
    doc: inSentence(shape.clauses.get(words[0] ?? '')?.slots[0]?.spec.doc ?? ''),
    example: headExample(draft.spec),
  }
  state.problems.push(reportName('missing-clause', draft.span, values))
}

function fillField(
  state: Binding,
  draft: Draft,
  slot: Slot,
  argument: Argument,
  first: Value,
  fitting: boolean,
): void {
  if (slot.isList) {
    fillList(state, draft, slot, argument)
    return
  }
  const second = valueOf(argument, 1)
  if (second !== undefined) {
    draft.damaged = true
    const said = { wanted: wanted(slot.type) }
    state.problems.push(reportName('single-value', second.span, said))
    return
  }
  const { type } = slot
  const value = fitting ? convertFitting(state, type, first) : convert(state, type, first)
  if (value === undefined) draft.damaged = true
  else setField(draft, slot.field, value, first.span)
}

function fillList(state: Binding, draft: Draft, slot: Slot, { values, span }: Argument): void {
  const items: Field[] = []
  for (const value of values) {
    const item = convert(state, slot.type, value)
    if (item !== undefined) items.push({ value: item, span: value.span })
  }
  // A list with a member missing would claim that the member is not in it.
  if (items.length < values.length) draft.damaged = true
  else setField(draft, slot.field, { type: 'list', items }, span)
}

/** What stands behind `=`: any expression, or a number with its unit and nothing else. */
function fillExpression(
  state: Binding,
  draft: Draft,
  spec: FieldSpec,
  expression: Expression,
): void {
  if (spec.type.type === 'expression') {
    setField(draft, spec.field, { type: 'expression', expression }, expression.span)
    return
  }
  if (expression.sort === 'quantity') {
    const value = convert(state, spec.type, expression)
    if (value === undefined) draft.damaged = true
    else setField(draft, spec.field, value, expression.span)
    return
  }
  draft.damaged = true
  const values = {
    wanted: capital(wanted(spec.type)),
    found: marked(brief(expression.span)),
  }
  const help = `write it as in ${marked(headExample(draft.spec))}`
  state.problems.push(reportName('wrong-value', expression.span, values, { help }))
}

function complaints(state: Binding): number {
  return state.problems.length + state.unresolved.length
}

/** A word that may be left out was left out: what stands there is another. */
function isOtherWord(word: string, value: Value): boolean {
  return value.sort === 'name' && value.text !== word
}

/** One value as written, made into a field's value by its type; names are resolved. */

import type { Duration } from '../base/date.ts'
import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import { firstDay, lastDay, printMonth } from '../base/month.ts'
import { or } from '../base/phrases.ts'
import type { Span } from '../base/source.ts'
import { spanOf, textOf } from '../base/source.ts'
import type { Mend } from '../diagnostics/diagnostic.ts'
import { reportName } from '../diagnostics/names.ts'
import type { MonthsLiteral, Name, Quantity, Value } from '../../grammar/tree.ts'
import { seriesSpec } from '../vocabulary/series.ts'
import type { SeriesSpec } from '../vocabulary/series.ts'
import type { FieldType } from '../vocabulary/spec.ts'
import type { Binding } from './binding.ts'
import { refer } from './binding.ts'
import type { FieldValue, QuantityValue } from './fact.ts'
import { fits, isCount } from './forms.ts'
import { phraseFrom } from './hyphened.ts'
import { missingMark } from './missing-mark.ts'
import { monthNamedKinds } from './month-named.ts'
import { factNamed, kindsIn, noteUnresolved } from './resolve.ts'
import type { TimeMeant } from './time-meant.ts'
import { timeMeant } from './time-meant.ts'
import { brief, capital, howWritten, marked, shown, wanted } from './wanted.ts'

/** A century in each measure: a plan looks no further. */
const MOST: Readonly<Record<Duration['of'], number>> = { month: 1200, week: 5200, day: 36_500 }

/** No text that lacks its quotes is longer, or it is cut. */
const MOST_SENTENCE = 500

const WRITTEN: FieldValue = { type: 'flag' }

/** The value, or undefined when it is reported that there is none. */
export function convert(state: Binding, type: FieldType, value: Value): FieldValue | undefined {
  if (fits(type, value)) return convertFitting(state, type, value)
  reportMisfit(state, type, value)
  return undefined
}

/** The value of one that has a form which the type wants. */
export function convertFitting(
  state: Binding,
  type: FieldType,
  value: Value,
): FieldValue | undefined {
  if (type.type === 'either') return convertEither(state, type, value)
  switch (value.sort) {
    case 'name':
      return convertName(state, type, value)
    case 'months':
      return convertMonths(state, type, value)
    case 'date':
      return { type: 'date', day: value.value }
    case 'quantity':
      if (type.type === 'duration') return convertDuration(state, type, value)
      if (type.type === 'number' && type.most !== undefined && !isOneOf(type.most, value)) {
        reportMisfit(state, type, value)
        return undefined
      }
      return convertQuantity(value)
  }
}

/** Whether it counts one of so many. */
function isOneOf(most: number, quantity: Quantity): boolean {
  const count = quantity.value
  if (typeof count !== 'number' || !isCount(quantity)) return false
  return Number.isInteger(count) && count >= 1 && count <= most
}

function convertName(state: Binding, type: FieldType, name: Name): FieldValue | undefined {
  const { text } = name
  switch (type.type) {
    case 'text':
      return { type: 'text', text }
    case 'path':
      return convertPath(state, name)
    case 'fact':
      return reference(state, type, text, name)
    case 'free-word':
      return wordValue(state, text)
    default:
      break
  }
  if (isKnownWord(type, text)) return type.type === 'flag' ? WRITTEN : wordValue(state, text)
  noteName(state, type, text, name)
  return undefined
}

/** Notes a word that is none, or the words from it on that hyphens would make one. */
function noteName(state: Binding, type: FieldType, text: string, value: Value): void {
  const meant = kindsIn(type).some((kind) => monthNamedKinds.has(kind))
    ? timeMeant(type, value)
    : undefined
  if (meant !== undefined) return reportTime(state, type, meant)
  const phrase = value.sort === 'name' ? phraseFrom(state, type, value) : undefined
  if (phrase === undefined) return noteUnresolved(state, type, text, value.span)
  state.astray = phrase.span
  noteUnresolved(state, type, phrase.text, phrase.span)
}

/** Words stand again and again: those that a type knows, and most of those that a plan makes up. */
function wordValue({ words }: Binding, word: string): FieldValue {
  let value = words.get(word)
  if (value === undefined) words.set(word, (value = { type: 'word', word }))
  return value
}

function reference(
  state: Binding,
  type: Extract<FieldType, { readonly type: 'fact' }>,
  text: string,
  value: Value,
): FieldValue | undefined {
  const fact = factNamed(state, type.kinds, text)
  if (fact === undefined) {
    noteName(state, type, text, value)
    return undefined
  }
  return refer(state, value.span, fact)
}

/** Words that stand for themselves; for types that take any word, every word is known. */
function isKnownWord(type: FieldType, word: string): boolean {
  switch (type.type) {
    case 'series':
      return isSeries(word, type.nature) || type.also?.includes(word) === true
    case 'word':
      return type.words.includes(word)
    case 'flag':
      return type.word === word
    default:
      return true
  }
}

function isSeries(word: string, nature: SeriesSpec['nature'] | undefined): boolean {
  const spec = seriesSpec(word)
  return spec !== undefined && (nature === undefined || spec.nature === nature)
}

/** The first that fits in form and names something; else one message for all of them. */
function convertEither(
  state: Binding,
  type: Extract<FieldType, { readonly type: 'either' }>,
  value: Value,
): FieldValue | undefined {
  for (const one of type.of) {
    if (!fits(one, value)) continue
    if (value.sort !== 'name') return convertFitting(state, one, value)
    const known =
      one.type === 'fact'
        ? factNamed(state, one.kinds, value.text) !== undefined
        : isKnownWord(one, value.text)
    if (known) return convertFitting(state, one, value)
  }
  noteName(state, type, textOf(value.span), value)
  return undefined
}

function convertMonths(
  state: Binding,
  type: FieldType,
  value: MonthsLiteral,
): FieldValue | undefined {
  if (type.type === 'fact') return reference(state, type, monthName(state, value.from), value)
  if (type.type === 'month') return { type: 'month', month: value.from }
  if (type.type === 'date') {
    return {
      type: 'date',
      day: type.month === 'first' ? firstDay(value.from) : lastDay(value.from),
    }
  }
  // The parser has said that they run backwards.
  if (value.to !== undefined && value.to < value.from) return undefined
  return { type: 'months', from: value.from, to: value.to }
}

/** The name of what is called by a month, such as the cycle that many plans are for. */
function monthName({ months }: Binding, month: Month): string {
  let name = months.get(month)
  if (name === undefined) months.set(month, (name = printMonth(month)))
  return name
}

function convertDuration(
  state: Binding,
  { least = 0 }: Extract<FieldType, { readonly type: 'duration' }>,
  value: Quantity,
): FieldValue | undefined {
  const of = value.duration ?? 'month'
  const count = typeof value.value === 'number' ? value.value : 0
  if (count > MOST[of]) {
    const most = `${MOST[of]} ${of}s`
    state.problems.push(
      reportName('duration-too-long', value.span, { found: brief(value.span), most }),
    )
    return undefined
  }
  if (count < least) {
    const values = { found: brief(value.span), least: `${least} ${of}${least === 1 ? '' : 's'}` }
    state.problems.push(reportName('duration-too-short', value.span, values))
    return undefined
  }
  return { type: 'duration', duration: { count, of } }
}

/** A number with nothing before or behind it, of which there are very many. */
class PlainNumber implements QuantityValue {
  readonly value: Exact

  constructor(value: Exact) {
    this.value = value
  }

  get type(): 'quantity' {
    return 'quantity'
  }

  get percent(): boolean {
    return false
  }

  get sign(): '' {
    return ''
  }

  get unit(): undefined {
    return undefined
  }
}

function convertQuantity({ value, percent, sign, unit }: Quantity): FieldValue {
  if (unit === undefined && !percent && sign === '') return new PlainNumber(value)
  return { type: 'quantity', value, percent, sign, unit }
}

/** A path leads down from the workspace: never up, never from a root or a drive. */
function convertPath(state: Binding, name: Name): FieldValue | undefined {
  const path = name.text
  const outside =
    path.startsWith('/') ||
    path.includes('\\') ||
    path.includes(':') ||
    path.split('/').includes('..')
  if (!outside) return { type: 'text', text: path }
  state.problems.push(reportName('path-outside', name.span, { path }))
  return undefined
}

function reportMisfit(state: Binding, type: FieldType, value: Value): void {
  const meant = timeMeant(type, value)
  if (meant !== undefined) return reportTime(state, type, meant)
  const sentence = type.type === 'text' ? sentenceFrom(value) : undefined
  if (sentence !== undefined) return reportSentence(state, type, sentence)
  if (type.type === 'percent' && isNumber(value) && value.unit === undefined) {
    state.problems.push(missingMark(value.span, value.value))
    return
  }
  const mends = mendsFor(state, type, value)
  const texts = mended(state, type, value).map(marked)
  const help = texts.length > 0 ? `write ${or(texts)}` : howWritten(type)
  state.problems.push(
    reportName(
      'wrong-value',
      value.span,
      { wanted: capital(wanted(type)), found: shown(value) },
      { mends, ...(help === undefined ? {} : { help }) },
    ),
  )
}

/** A month or a day that is written as elsewhere. */
function reportTime(state: Binding, type: FieldType, { span, text }: TimeMeant): void {
  reportAstray(state, type, span, text, `write ${text}`)
}

/** The words to the end of the line: a sentence without its quotes. */
function sentenceFrom({ sort, span: { source, start } }: Value): Span | undefined {
  if (sort !== 'name') return undefined
  const words = /^[^"#{}\\\r\n]*[^"#{}\\\s]/.exec(
    source.text.slice(start, start + MOST_SENTENCE),
  )?.[0]
  return words?.includes(' ') === true ? spanOf(source, start, start + words.length) : undefined
}

function reportSentence(state: Binding, type: FieldType, span: Span): void {
  const title = `write ${marked(brief(span))} in quotes`
  reportAstray(state, type, span, `"${textOf(span)}"`, 'write it in quotes', title)
}

/** Words that are one value: whatever each says, it is no part of the line by itself. */
function reportAstray(
  state: Binding,
  type: FieldType,
  span: Span,
  text: string,
  help: string,
  title = help,
): void {
  state.astray = span
  const values = { wanted: capital(wanted(type)), found: marked(brief(span)) }
  const extras = { help, mends: [{ title, edits: [{ span, text }] }] }
  state.problems.push(reportName('wrong-value', span, values, extras))
}

/** Quotes around a text, or around a name of digits; a word behind a number. */
function mendsFor(state: Binding, type: FieldType, value: Value): readonly Mend[] {
  return mended(state, type, value).map((text) => ({
    title: `write \`${text}\``,
    edits: [{ span: value.span, text }],
  }))
}

/** Of a number without a measure nobody can tell whether it is days, weeks or months. */
function mended(state: Binding, type: FieldType, value: Value): readonly string[] {
  if (type.type === 'either') {
    return type.of.map((one) => mended(state, one, value)).find((texts) => texts.length > 0) ?? []
  }
  if (type.type === 'text' && value.sort === 'name') return [`"${value.text}"`]
  if (isNameOfDigits(state, type, value)) return [`"${textOf(value.span)}"`]
  if (type.type === 'unit' && value.sort === 'quantity' && value.value === 1 && value.unit) {
    return [textOf(value.unit.name.span)]
  }
  if (type.type !== 'duration' || !isNumber(value) || value.unit !== undefined) return []
  if (!isCount(value)) return []
  const plural = value.value === 1 ? '' : 's'
  return ['day', 'week', 'month'].map((measure) => `${textOf(value.span)} ${measure}${plural}`)
}

/** Such as that of an item: as it is declared, or as it was. */
function isNameOfDigits(state: Binding, type: FieldType, value: Value): boolean {
  if (!isNumber(value) || value.unit !== undefined || value.sign !== '') return false
  if (type.type === 'free-word' || type.type === 'text') return true
  return factNamed(state, kindsIn(type), textOf(value.span)) !== undefined
}

function isNumber(value: Value): value is Quantity {
  return value.sort === 'quantity' && value.duration === undefined
}

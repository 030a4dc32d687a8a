/** What the text at an offset means. */

import type { Span } from '../base/source.ts'
import { printMonth } from '../base/month.ts'
import type { Document } from '../markup/document.ts'
import { code, list, paragraph } from '../markup/document.ts'
import { textOf } from '../base/source.ts'
import type { Fact } from '../facts/fact.ts'
import { textIn } from '../facts/fact.ts'
import { versionSpec } from '../vocabulary/versions.ts'
import { functionSpec } from '../rules/functions/table.ts'
import { ruleLine } from '../vocabulary/rule-lines.ts'
import { seriesSpec } from '../vocabulary/series.ts'
import type { KindSpec } from '../vocabulary/spec.ts'
import { kindSpec, lineKind, topKind } from '../vocabulary/vocabulary.ts'
import { cellIn, monthsOf, seriesTable, stocksOf } from './cells.ts'
import {
  clauseDoc,
  factDoc,
  fieldDoc,
  functionDoc,
  kindDoc,
  policyDoc,
  ruleLineDoc,
  seriesDoc,
} from './docs.ts'
import { cellDoc } from './hover-cell.ts'
import { numbersOf } from './hover-numbers.ts'
import { mentionAt } from './mentions.ts'
import type { Part } from './part.ts'
import { fieldAt, type Place, placeAt } from './place.ts'
import { settingHover } from './settings.ts'
import { pathOf, type Snapshot } from './snapshot.ts'

export interface Hover {
  readonly span: Span
  readonly doc: Document
}

export function hover(snapshot: Snapshot, path: string, offset: number): Hover | undefined {
  const place = placeAt(snapshot, path, offset)
  if (place === undefined) return settingHover(snapshot, path, offset)
  const { span } = place.innermost
  const mention = mentionAt(snapshot, path, offset)
  const doc =
    numberDoc(snapshot, place) ??
    (mention === undefined ? undefined : nameDoc(snapshot, mention.target.fact)) ??
    wordDoc(snapshot, place)
  if (doc !== undefined) return { span: mention?.span ?? span, doc }
  // A place that says nothing of itself: the variable or the field that it is.
  const field = place.fact && fieldAt(place.fact, span)
  return field === undefined ? undefined : { span, doc: fieldDoc(field.spec) }
}

/** A cell of a table of series; over the month of a row, all of its stocks. */
function numberDoc(snapshot: Snapshot, place: Place): Document | undefined {
  if (place.innermost.is === 'cell') {
    const cell = cellIn(snapshot, place)
    return cell && cellDoc(snapshot, cell)
  }
  const { innermost, statement } = place
  if (innermost.is !== 'row') return undefined
  const table = statement && seriesTable(snapshot, statement)
  if (table === undefined) return undefined
  const { model } = snapshot.review
  const { of, row } = innermost
  const months = monthsOf(model, of, row)
  if (months === undefined) return undefined
  const stocks = stocksOf(table.subject).flatMap(({ series }) => {
    const cell = { ...table, series, month: months.to }
    const known = model.value(cell.version, series, cell.subject, months.to) !== undefined
    return known ? cellDoc(snapshot, cell).slice(0, 2) : []
  })
  return stocks.length === 0 ? [paragraph(printMonth(months.from))] : stocks
}

/** A name: what it is, the line that declares it, and its value where it has one. */
function nameDoc(snapshot: Snapshot, fact: Fact | undefined): Document | undefined {
  if (fact === undefined) return undefined
  const { rulebook } = snapshot.review
  const policy = fact.name === undefined ? policyOf(snapshot, fact) : undefined
  if (policy !== undefined) {
    const found = rulebook.policies.get(policy)
    if (found === undefined) return undefined
    return policyDoc(found)
  }
  const reason = textIn(fact, 'why')
  return [
    ...factDoc(fact),
    ...(reason === undefined ? [] : [paragraph(reason)]),
    ...numbersOf(snapshot, fact),
    ...(fact.statement === undefined ? [] : [declared(fact)]),
  ]
}

function policyOf(snapshot: Snapshot, fact: Fact): string | undefined {
  const value = fact.fields.get(fact.kind)?.value
  return value?.type === 'word' && snapshot.review.rulebook.policies.has(value.word)
    ? value.word
    : undefined
}

/** How many lines of a declaration are shown. */
const MOST_LINES = 12

function declared({ statement }: Fact): Document[number] {
  const lines = statement === undefined ? [] : textOf(statement.span).split(/\r?\n/)
  const cut = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines
  return { kind: 'code', language: 'sop', code: cut.join('\n') }
}

/** Words of the language: keywords, prepositions, series, versions, functions. */
function wordDoc(snapshot: Snapshot, { parts, innermost }: Place): Document | undefined {
  switch (innermost.is) {
    case 'keyword':
      return keywordDoc(parts)
    case 'preposition': {
      const clause = Object.entries(specIn(parts)?.clauses ?? {}).find(
        ([word]) => word === innermost.of.text,
      )
      return clause && clauseDoc(...clause)
    }
    case 'kind':
      return specDoc(kindSpec(innermost.of.text))
    case 'column':
    case 'field':
      return termDoc(innermost.of.text)
    case 'value':
      return innermost.of.sort === 'name' ? termDoc(innermost.of.text) : undefined
    case 'expression':
      return innermost.of.sort === 'word' ? termDoc(innermost.of.text) : undefined
    case 'bound':
      return boundDoc(snapshot, innermost)
    default:
      return undefined
  }
}

function termDoc(word: string): Document | undefined {
  const series = seriesSpec(word)
  if (series !== undefined) return seriesDoc(series)
  const called = functionSpec(word)
  if (called !== undefined) return functionDoc(called)
  const version = versionSpec(word)
  return version && [paragraph([code(word), ': ', version.doc])]
}

/** A variable: the text that binds it. */
function boundDoc(snapshot: Snapshot, { of, span }: Extract<Part, { is: 'bound' }>): Document {
  const place = placeAt(snapshot, pathOf(span.source), span.start)
  const binder = place?.parts.findLast((part) => part.is === 'binder' || part.is === 'rule-line')
  return [list([[code(binder === undefined ? of.text : textOf(binder.span))]])]
}

function keywordDoc(parts: readonly Part[]): Document | undefined {
  const statement = parts.findLast((part) => part.is === 'statement')
  const line = parts.at(-2)
  if (line?.is === 'rule-line') {
    const word = textOf(parts.at(-1)?.span ?? line.span)
    const spec = ruleLine(word)
    return spec === undefined ? specDoc(topKind(word)) : ruleLineDoc(spec)
  }
  return statement === undefined ? undefined : specDoc(specIn(parts))
}

/** The kind of the innermost statement, found from the outermost on. */
function specIn(parts: readonly Part[]): KindSpec | undefined {
  let spec: KindSpec | undefined
  let first = true
  for (const part of parts) {
    if (part.is !== 'statement') continue
    const word = part.of.line.keyword.text
    spec = first ? topKind(word) : spec && lineKind(spec, word)
    first = false
  }
  return spec
}

function specDoc(spec: KindSpec | undefined): Document | undefined {
  return spec && kindDoc(spec)
}

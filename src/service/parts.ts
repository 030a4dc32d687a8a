/** A syntax tree seen as one kind of thing: parts with their places, each within the one around it. */

import { type Source, type Span, spanOf } from '../base/source.ts'
import { wordEnd } from '../../grammar/chars.ts'
import type {
  Argument,
  Entry,
  Expression,
  PlanLine,
  Statement,
  Tree,
  Value,
  Word,
} from '../../grammar/tree.ts'
import { binderPart, expressionParts } from './expression-parts.ts'
import type { Part } from './part.ts'

/** The parts directly within a part, in order of place. Rows of tables are found one by one. */
export function partsOf(part: Part): readonly Part[] {
  switch (part.is) {
    case 'file':
      return part.of.statements.map(statementPart)
    case 'statement':
      return statementParts(part.of)
    case 'head':
      return headParts(part.of)
    case 'clauses':
    case 'rule-line':
      return entryParts(part.of)
    case 'clause':
      return [
        { is: 'preposition', of: part.of.preposition, span: part.of.preposition.span },
        ...part.of.arguments.map(argumentPart),
      ]
    case 'argument':
      return part.of.values.map((of): Part => ({ is: 'value', of, span: of.span }))
    case 'value':
      return valueParts(part.of)
    case 'table':
      return part.of.columns.map((of, column): Part => {
        return { is: 'column', of, table: part.of, column, span: of.span }
      })
    case 'expression':
    case 'binder':
      return expressionParts(part)
    default:
      return []
  }
}

export function filePart(tree: Tree): Part {
  const { source } = tree
  return { is: 'file', of: tree, span: spanOf(source, 0, source.text.length) }
}

/** Every part of a tree but rows and cells, outer ones before those in them. */
export function* allParts(part: Part): Generator<Part> {
  yield part
  for (const inner of partsOf(part)) yield* allParts(inner)
}

function statementPart(of: Statement): Part {
  return { is: 'statement', of, span: of.span }
}

function argumentPart(of: Argument): Part {
  return { is: 'argument', of, span: of.span }
}

function statementParts(statement: Statement): readonly Part[] {
  const { line } = statement
  const head: Part =
    statement.define === undefined
      ? { is: 'head', of: line, span: line.span }
      : { is: 'rule-line', of: statement, span: line.span }
  return [head, ...statement.entries.map(entryPart)]
}

function entryPart(entry: Entry): Part {
  switch (entry.sort) {
    case 'statement':
      return statementPart(entry)
    case 'table':
      return { is: 'table', of: entry, span: entry.span }
    case 'clauses':
      return { is: 'clauses', of: entry, span: entry.span }
    default:
      return { is: 'rule-line', of: entry, span: entry.span }
  }
}

function headParts({ keyword, arguments: given, value, clauses }: PlanLine): readonly Part[] {
  return [
    { is: 'keyword', of: keyword, span: keyword.span },
    ...given.map(argumentPart),
    ...(value === undefined ? [] : [expressionPart(value)]),
    ...clauses.map((of): Part => ({ is: 'clause', of, span: of.span })),
  ]
}

function entryParts(entry: Entry): readonly Part[] {
  switch (entry.sort) {
    case 'clauses':
      return entry.clauses.map((of): Part => ({ is: 'clause', of, span: of.span }))
    case 'statement':
      return defineParts(entry)
    case 'table':
      return []
    case 'given':
      return [firstWord(entry.span), ...entry.binders.map(binderPart)]
    case 'let':
      return [firstWord(entry.span), boundPart(entry.name), expressionPart(entry.value)]
    case 'fix':
      return [firstWord(entry.span), expressionPart(entry.target), expressionPart(entry.value)]
    case 'after':
      return [firstWord(entry.span), { is: 'step', of: entry.name, span: entry.name.span }]
    case 'collect': {
      const { name } = entry
      const of: Expression = { sort: 'word', text: name.text, span: name.span }
      return [firstWord(entry.span), expressionPart(of)]
    }
    case 'damaged-rule-line':
      return [firstWord(entry.span)]
    default:
      return [firstWord(entry.span), expressionPart(entry.value)]
  }
}

function defineParts({ line, define }: Statement): readonly Part[] {
  if (define === undefined) return []
  return [
    { is: 'keyword', of: line.keyword, span: line.keyword.span },
    ...define.parameters.map(binderPart),
    ...(define.body === undefined ? [] : [expressionPart(define.body)]),
  ]
}

function valueParts(value: Value): readonly Part[] {
  if (value.sort !== 'quantity' || value.unit === undefined) return []
  const { name, per } = value.unit
  return [name, ...(per === undefined ? [] : [per.name])].map((of): Part => ({
    is: 'unit',
    of,
    span: of.span,
  }))
}

function expressionPart(of: Expression): Part {
  return { is: 'expression', of, span: of.span }
}

function boundPart(of: Word): Part {
  return { is: 'bound', of, span: of.span }
}

/** The word that begins a line of the rule language. */
function firstWord(line: Span): Part {
  const span = wordAt(line.source, line.start, line.end)
  return { is: 'keyword', of: { text: span.source.text.slice(span.start, span.end), span }, span }
}

function wordAt(source: Source, start: number, end: number): Span {
  return spanOf(source, start, Math.min(wordEnd(source.text, start, end), end))
}

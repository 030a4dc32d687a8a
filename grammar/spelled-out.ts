// Lean nodes and tables with all their parts as properties of their own, for whoever walks over
// nodes. Spans are copied: in a node that is its own span, the walk would meet the node again.

import { copyOfSpan } from '../src/base/source.ts'
import { LateDefine, LateLine } from './late-line.ts'
import {
  BinaryExpression,
  CallExpression,
  FieldExpression,
  WordExpression,
} from './lean-expressions.ts'
import {
  LeanArgument,
  LeanBlock,
  LeanClause,
  LeanLine,
  LeanMonth,
  LeanName,
  LeanQuantity,
  LeanStatement,
  LineStatement,
  LeanWord,
  QuotedName,
} from './lean-nodes.ts'
import { RowTable } from './row-table.ts'
import type { Argument, Expression } from './tree.ts'

type Parts<Node> = readonly (keyof Node)[]
type NodeClass<Node> = abstract new (...given: never[]) => Node

const LINE: Parts<LeanLine> = ['keyword', 'arguments', 'clauses', 'damaged', 'span']

/** How each class is spelled out. */
const SPELLINGS: readonly ((node: object) => object | undefined)[] = [
  spelling(LeanStatement, ['sort', 'line', 'entries', 'hasBlock', 'span']),
  spelling(LineStatement, ['sort', 'line', 'entries', 'hasBlock', 'span']),
  spelling(LeanBlock, ['sort', 'line', 'entries', 'hasBlock', 'span']),
  spelling(LeanLine, LINE),
  spelling(LeanClause, ['preposition', 'arguments', 'span']),
  spelling(LeanArgument, ['values', 'span']),
  spelling(LeanMonth, ['sort', 'from', 'to', 'span']),
  spelling(LeanQuantity, ['sort', 'value', 'percent', 'sign', 'unit', 'span']),
  spelling(LeanName, ['sort', 'text', 'quoted', 'span']),
  spelling(QuotedName, ['sort', 'text', 'quoted', 'span']),
  spelling(LeanWord, ['text', 'span']),
  spelling(LateLine, ['sort', 'binders', 'name', 'target', 'value', 'span']),
  spelling(LateDefine, ['name', 'parameters', 'body', 'span']),
  spelling(WordExpression, ['sort', 'text', 'span']),
  spelling(CallExpression, ['sort', 'callee', 'arguments', 'span']),
  spelling(FieldExpression, ['sort', 'of', 'field', 'span']),
  spelling(BinaryExpression, ['sort', 'operator', 'left', 'right', 'span']),
  spelling(RowTable, [
    'sort',
    'source',
    'columns',
    'rowCount',
    'from',
    'to',
    'rowStart',
    'cells',
    'others',
    'total',
    'damaged',
    'misfit',
    'span',
  ]),
]

export function spelledOut(node: object): object {
  for (const spell of SPELLINGS) {
    const spelled = spell(node)
    if (spelled !== undefined) return spelled
  }
  return node
}

function spelling<Node extends object>(
  made: NodeClass<Node>,
  parts: Parts<Node>,
): (node: object) => object | undefined {
  return (node) => (node instanceof made ? spelledAs(parts, node) : undefined)
}

function spelledAs<Node extends object>(parts: Parts<Node>, node: Node): object {
  return Object.fromEntries(parts.map((part) => [part, spelledPart(part, node[part])]))
}

/** A value that is its own argument, and a line its own statement, are what they are where they stand. */
function spelledPart(part: PropertyKey, value: unknown): unknown {
  if (part === 'line' && value instanceof LeanStatement) return spelledAs(LINE, value)
  if (part === 'span') return copyOfSpan(value as Parameters<typeof copyOfSpan>[0])
  if (part !== 'arguments') return value
  return (value as readonly (Argument | Expression)[]).map((given) =>
    'values' in given ? { values: given.values, span: copyOfSpan(given.span) } : given,
  )
}

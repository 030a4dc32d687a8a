/** What stands at an offset: the parts that hold it, and the statement and fact they belong to. */

import type { Span } from '../base/source.ts'
import { cellSpan, rowSpan, totalSpan } from '../../grammar/places.ts'
import type { Statement, Table } from '../../grammar/tree.ts'
import type { Fact, Field } from '../facts/fact.ts'
import type { FieldSpec } from '../vocabulary/spec.ts'
import { fieldsOf } from '../rules/kind-fields.ts'
import type { Part } from './part.ts'
import { filePart, partsOf } from './parts.ts'
import { perFacts, type Snapshot } from './snapshot.ts'

/** A place in a plan file. */
export interface Place {
  /** From the file to the smallest part that holds the offset. */
  readonly parts: readonly Part[]
  readonly innermost: Part
  /** The innermost statement; undefined between statements. */
  readonly statement: Statement | undefined
  /** Its fact; undefined where the statement could not be bound. */
  readonly fact: Fact | undefined
}

/** Undefined where there is no such file. The end of a part counts as in it. */
export function placeAt(snapshot: Snapshot, path: string, offset: number): Place | undefined {
  const tree = snapshot.tree(path)
  if (tree === undefined) return undefined
  const parts: Part[] = [filePart(tree)]
  for (let inner: Part | undefined = parts[0]; inner !== undefined;) {
    if (inner.is === 'table') inner = inTable(inner.of, offset)
    else inner = inner.is === 'row' ? inRow(inner.of, inner.row, offset) : innerAt(inner, offset)
    if (inner !== undefined) parts.push(inner)
  }
  const statement = statementIn(parts)
  return {
    parts,
    innermost: parts.at(-1) ?? filePart(tree),
    statement,
    fact: statement && factOf(snapshot, statement),
  }
}

/** The fact that a statement makes, or that it makes a field of. */
export function factOf(snapshot: Snapshot, statement: Statement): Fact | undefined {
  return factsByStatement(snapshot).get(statement)
}

/** The field of a fact whose text holds a span: of a list, the one item. */
export function fieldAt(
  fact: Fact,
  span: Span,
): { readonly spec: FieldSpec; readonly field: Field } | undefined {
  for (const spec of fieldsOf(fact.spec)) {
    const field = fact.fields.get(spec.field)
    if (field === undefined) continue
    const items = field.value.type === 'list' ? field.value.items : [field]
    const found = items.find((item) => holds(item.span, span))
    if (found !== undefined) return { spec, field: found }
  }
  return undefined
}

const factsByStatement = perFacts((snapshot): ReadonlyMap<Statement, Fact> => {
  const found = new Map<Statement, Fact>()
  const { facts } = snapshot.review
  for (const kind of facts.kinds) {
    for (const fact of facts.of(kind)) {
      if (fact.statement !== undefined) found.set(fact.statement, fact)
    }
  }
  return found
})

function statementIn(parts: readonly Part[]): Statement | undefined {
  const found = parts.findLast((part) => part.is === 'statement')
  return found?.is === 'statement' ? found.of : undefined
}

/** Of two that meet at the offset, the one that begins there. */
function innerAt(part: Part, offset: number): Part | undefined {
  const parts = partsOf(part)
  const at = lastStarting(parts, offset)
  for (let index = at; index >= 0 && index > at - 2; index -= 1) {
    const found = parts[index]
    if (found !== undefined && found.span.end >= offset) return found
  }
  return undefined
}

/** The last part that begins at the offset or before it; -1 where none does. */
function lastStarting(parts: readonly Part[], offset: number): number {
  let low = 0
  let high = parts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((parts[middle]?.span.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** A table is not walked row by row: it may have very many. */
function inTable(table: Table, offset: number): Part | undefined {
  const { columns, total } = table
  const named = columns.findIndex(({ span }) => span.start <= offset && offset <= span.end)
  const name = columns[named]
  if (name !== undefined) {
    return { is: 'column', of: name, table, column: named, span: name.span }
  }
  const fits = (span: Span) => span.start <= offset && offset <= span.end
  if (total !== undefined && total.rowStart <= offset) {
    const column = columns.findIndex((_, at) => fits(totalSpan(table, at)))
    const span = column < 0 ? total.span : totalSpan(table, column)
    return fits(span) ? { is: 'total', of: table, column, span } : undefined
  }
  const row = rowAt(table, offset)
  const span = rowSpan(table, row)
  return row >= 0 && fits(span) ? { is: 'row', of: table, row, span } : undefined
}

function inRow(table: Table, row: number, offset: number): Part | undefined {
  const whole = rowSpan(table, row)
  for (const column of table.columns.keys()) {
    const span = cellSpan(table, row, column)
    if (span.start === whole.start || span.start > offset) return undefined
    if (offset <= span.end) return { is: 'cell', of: table, row, column, span }
  }
  return undefined
}

/** The last row that begins at the offset or before it. */
export function rowAt({ rowStart, rowCount }: Table, offset: number): number {
  let low = 0
  let high = rowCount
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rowStart[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

function holds(outer: Span, inner: Span): boolean {
  return outer.source === inner.source && outer.start <= inner.start && outer.end >= inner.end
}

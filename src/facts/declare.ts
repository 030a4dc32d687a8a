/** Finds the kind of every statement and line, and registers the names that they declare. */

import { printMonth } from '../base/month.ts'
import type { Span } from '../base/source.ts'
import { reportName } from '../diagnostics/names.ts'
import type { Statement } from '../../grammar/tree.ts'
import { topKind } from '../vocabulary/vocabulary.ts'
import type { Binding, Draft } from './draft.ts'
import { addLine, makeDraft } from './draft.ts'
import { reservedAs } from './reserved.ts'
import type { Shape } from './shape.ts'
import { shapeOf } from './shape.ts'
import { reportUnknownLine, reportUnknownStatement } from './unknown.ts'
import { named } from './wanted.ts'

interface DeclaredName {
  readonly text: string
  readonly span: Span
}

/** The facts of one file's statements; undefined members of the workspace are reported. */
export function declareStatements(state: Binding, statements: readonly Statement[]): Draft[] {
  const tops: Draft[] = []
  for (const statement of statements) {
    const spec = topKind(statement.line.keyword.text)
    if (spec === undefined) reportUnknownStatement(state, statement)
    else tops.push(declare(state, shapeOf(spec), statement, undefined))
  }
  return tops
}

/** Built-in statements, but for those that the workspace says otherwise. */
export function declareBuiltIn(
  state: Binding,
  statements: readonly Statement[],
  workspace: readonly Draft[],
): Draft[] {
  const kinds = new Set(workspace.map((draft) => draft.kind))
  const kept = statements.filter((statement) => {
    const spec = topKind(statement.line.keyword.text)
    if (spec === undefined || spec.repetition !== 'named' || !kinds.has(spec.kind)) return true
    if (spec.identity?.length === 0) return false
    const name = nameOf(shapeOf(spec), statement)
    const own = name === undefined ? undefined : state.names.get(spec.kind)?.get(name.text)
    if (own !== undefined) state.reserved.delete(own)
    return own === undefined
  })
  return declareStatements(state, kept)
}

/** Reports the names that are words of the language, but for those that built-in facts have too. */
export function reportReserved(state: Binding): void {
  for (const [{ name, nameSpan, kind, span }, reason] of state.reserved) {
    if (name === undefined) continue
    const values = { kind, name, reason, suggestion: `${name}-${kind}` }
    state.problems.push(reportName('reserved-name', nameSpan ?? span, values))
  }
}

/** Registers a name; the second of its kind is reported and dropped. */
export function register(state: Binding, draft: Draft): void {
  const { name, kind, spec } = draft
  if (name === undefined) return
  const names = state.names.get(kind)
  const known = names?.get(name)
  if (known === undefined) {
    if (names === undefined) state.names.set(kind, new Map([[name, draft]]))
    else names.set(name, draft)
    const reason = draft.span.source.builtIn ? undefined : reservedAs(name)
    if (reason !== undefined) state.reserved.set(draft, reason)
    return
  }
  const doubled =
    spec.repetition === 'named' && spec.identity === undefined && known.parent === draft.parent
  if (doubled) drop(state, known, draft, '')
}

/** Reports that two statements declare the same thing, and keeps the first. */
export function drop(state: Binding, first: Draft, second: Draft, more: string): void {
  first.damaged = true
  second.damaged = true
  state.dropped.add(second)
  state.doubled.add(first)
  const labels = [{ span: first.nameSpan ?? first.span, text: 'declared here first' }]
  const span = second.nameSpan ?? second.span
  state.problems.push(
    second.name === undefined
      ? reportName('doubled-statement', span, { kind: second.shape.keyword }, { labels })
      : reportName(
          'doubled-name',
          span,
          { kind: second.kind, name: named(second.name), more },
          { labels },
        ),
  )
}

function declare(
  state: Binding,
  shape: Shape,
  statement: Statement,
  parent: Draft | undefined,
): Draft {
  const name = nameOf(shape, statement)
  const draft = makeDraft(shape, statement, parent, statement.line.span, name)
  if (name !== undefined) register(state, draft)
  for (const entry of statement.entries) {
    if (entry.sort !== 'statement') continue
    const line = shape.lines.get(entry.line.keyword.text)
    if (line !== undefined) addLine(draft, declare(state, line, entry, draft))
    else if (shape.spec.encloses !== true && shape.takesBlock)
      reportUnknownLine(state, draft, entry)
  }
  return draft
}

function nameOf({ spec, declares }: Shape, statement: Statement): DeclaredName | undefined {
  if (statement.define !== undefined) return statement.define.name
  const argument = declares < 0 ? undefined : statement.line.arguments[declares]
  const value = argument?.values[0]
  if (value === undefined) return undefined
  const type = spec.arguments[declares]?.type.type
  if (value.sort === 'name' && type !== 'month') return value
  if (value.sort !== 'months' || type !== 'month' || value.from !== value.to) return undefined
  return { text: printMonth(value.from), span: value.span }
}

/** Finds the kind of every statement and line, and registers the names that they declare. */

import { printMonth } from '../base/month.ts'
import type { Span } from '../base/source.ts'
import { reportName } from '../diagnostics/names.ts'
import { valueOf, wordOf } from '../../grammar/lean-nodes.ts'
import type { Statement } from '../../grammar/tree.ts'
import { topKind } from '../vocabulary/vocabulary.ts'
import type { Binding, Draft } from './draft.ts'
import { addLine, makeDraft } from './draft.ts'
import { reservedAs } from './reserved.ts'
import type { Shape } from './shape.ts'
import { shapeOf } from './shape.ts'
import { reportUnknownLine, reportUnknownStatement } from './unknown.ts'
import { named } from './wanted.ts'

/** How many more declarations a message shows besides the first two. */
const MOST_LABELS = 2

interface DeclaredName {
  readonly text: string
  readonly span: Span
}

/** The facts of one file's statements; undefined members of the workspace are reported. */
export function declareStatements(state: Binding, statements: readonly Statement[]): Draft[] {
  const tops: Draft[] = []
  statements.forEach((statement) => {
    const spec = topKind(wordOf(statement.line))
    if (spec === undefined) reportUnknownStatement(state, statement)
    else tops.push(declare(state, shapeOf(spec), statement, undefined))
  })
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
    if (own === undefined) return true
    state.reserved.delete(own)
    if (takesSame(own.statement, statement)) return false
    dropMisfit(state, own, statement)
    return true
  })
  return declareStatements(state, kept)
}

/** Whether a function can stand in the place of another: rules call it by what it takes. */
function takesSame(own: Statement | undefined, builtIn: Statement): boolean {
  const kindsOf = (statement: Statement | undefined) =>
    statement?.define?.parameters.map(({ kind }) => kind.text).join()
  return builtIn.define === undefined || kindsOf(own) === kindsOf(builtIn)
}

function dropMisfit(state: Binding, own: Draft, builtIn: Statement): void {
  const name = own.name ?? ''
  state.names.get(own.kind)?.delete(name)
  state.dropped.add(own)
  const parameters = builtIn.define?.parameters.map(
    ({ kind, name: as }) => `${kind.text} ${as.text}`,
  )
  const values = { name, parameters: parameters?.join(', ') ?? '' }
  state.problems.push(reportName('function-misfit', own.nameSpan ?? own.span, values))
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

/** Keeps the first of two statements that declare the same thing; `more` says what else is so. */
export function drop(state: Binding, first: Draft, second: Draft, more: string): void {
  first.damaged = true
  second.damaged = true
  state.dropped.add(second)
  const known = state.doubled.get(first)
  if (known === undefined) state.doubled.set(first, { more, others: [second] })
  else known.others.push(second)
}

/** One diagnostic for each thing that is declared again, however often it is. */
export function reportDoubled(state: Binding): void {
  for (const [first, { more, others }] of state.doubled) {
    const [second, ...rest] = others
    if (second === undefined) continue
    const labels = [
      { span: placeOf(first), text: 'declared here first' },
      ...rest.slice(0, MOST_LABELS).map((draft) => ({ span: placeOf(draft), text: 'and again' })),
    ]
    const { name, kind, shape } = second
    const values =
      name === undefined
        ? undefined
        : {
            kind,
            name: named(name),
            times: rest.length === 0 ? 'twice' : `${others.length + 1} times`,
            more,
          }
    state.problems.push(
      values === undefined
        ? reportName('doubled-statement', placeOf(second), { kind: shape.keyword }, { labels })
        : reportName('doubled-name', placeOf(second), values, { labels }),
    )
  }
}

function placeOf({ nameSpan, span }: Draft): Span {
  return nameSpan ?? span
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
  const { entries } = statement
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at]
    if (entry?.sort !== 'statement') continue
    const line = shape.lines.get(wordOf(entry.line))
    if (line !== undefined) addLine(draft, declare(state, line, entry, draft))
    else if (shape.spec.encloses !== true && shape.takesBlock)
      reportUnknownLine(state, draft, entry)
  }
  return draft
}

function nameOf({ spec, declares }: Shape, statement: Statement): DeclaredName | undefined {
  if (statement.define !== undefined) return statement.define.name
  const argument = declares < 0 ? undefined : statement.line.arguments[declares]
  const value = argument && valueOf(argument, 0)
  if (value === undefined) return undefined
  const type = spec.arguments[declares]?.type.type
  if (value.sort === 'name' && type !== 'month') return value
  if (value.sort !== 'months' || type !== 'month' || value.from !== value.to) return undefined
  return { text: printMonth(value.from), span: value.span }
}

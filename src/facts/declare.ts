/** Finds the kind of every statement and line, and registers the names that they declare. */

import { withArticle } from '../base/phrases.ts'
import type { Span } from '../base/source.ts'
import { reportName } from '../diagnostics/names.ts'
import { entryOf, wordOf } from '../../grammar/lean-nodes.ts'
import type { Statement } from '../../grammar/tree.ts'
import { bringTogether } from './block-lines.ts'
import { VERSION_KINDS } from '../vocabulary/versions.ts'
import type { Binding } from './binding.ts'
import type { Draft } from './draft.ts'
import { LineDraft, StatedDraft } from './draft.ts'
import { nameIn } from './name-in.ts'
import { reservedAs } from './reserved.ts'
import type { Shape } from './shape.ts'
import { topShape } from './shape.ts'
import type { Tops } from './tops.ts'
import { reportUnknownLine, reportUnknownStatement } from './unknown.ts'
import { named } from './wanted.ts'

/** How many more declarations a message shows besides the first two. */
const MOST_LABELS = 2

/** Declares the statements of one file; what begins with no known word is reported. */
export function declareStatements(
  state: Binding,
  statements: readonly Statement[],
  tops: Tops,
): void {
  for (let at = 0; at < statements.length; at += 1) {
    const statement = statements[at]
    if (statement === undefined) continue
    const shape = topShape(wordOf(statement.line))
    if (shape === undefined) reportUnknownStatement(state, statement)
    else tops.add(declare(state, shape, statement, undefined))
  }
}

/** Built-in statements, but for those that the workspace says otherwise. */
export function declareBuiltIn(
  state: Binding,
  statements: readonly Statement[],
  workspace: Tops,
  tops: Tops,
): void {
  const kept = statements.filter((statement) => {
    const shape = topShape(wordOf(statement.line))
    if (shape === undefined || !workspace.byShape.has(shape)) return true
    const { spec } = shape
    if (spec.repetition !== 'named') return true
    if (spec.identity?.length === 0) return false
    const name = nameIn(shape, statement)
    const own = name === undefined ? undefined : state.names.get(spec.kind)?.get(name.text)
    if (own === undefined) return true
    state.reserved.delete(own)
    if (takesSame(own.statement, statement)) return false
    dropMisfit(state, own, statement)
    return true
  })
  declareStatements(state, kept, tops)
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
  reserveVersions(state)
  for (const [{ name, nameSpan, kind, span }, reason] of state.reserved) {
    if (name === undefined) continue
    const values = { kind: withArticle(kind), name, reason, suggestion: `${name}-${kind}` }
    state.problems.push(reportName('reserved-name', nameSpan ?? span, values))
  }
}

/** Of facts that are versions, the kind that comes first in their table keeps the name. */
function reserveVersions(state: Binding): void {
  VERSION_KINDS.forEach((kind, at) => {
    for (const [name, draft] of state.names.get(kind) ?? []) {
      const before = VERSION_KINDS.slice(0, at).find((other) => state.names.get(other)?.has(name))
      if (before === undefined || state.reserved.has(draft)) continue
      state.reserved.set(draft, `${withArticle(before)}, and its numbers are a version, too`)
    }
  })
}

/** Registers a name; the second of its kind is reported and dropped. */
export function register(state: Binding, draft: Draft): void {
  const { name } = draft
  const { kind, spec } = draft.shape
  if (name === undefined) return
  const names = state.names.get(kind)
  const known = names?.get(name)
  if (known === undefined) {
    if (names === undefined) state.names.set(kind, new Map([[name, draft]]))
    else names.set(name, draft)
    const reason = draft.span.source.builtIn ? undefined : reservedAs(name, kind)
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
  state.lacking.addLines(second.spec)
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
  const name = nameIn(shape, statement)
  if (name === undefined && !shape.takesBlock) return new LineDraft(shape, statement, parent)
  const draft = new StatedDraft(shape, statement, parent, name?.text)
  if (name !== undefined) register(state, draft)
  if (statement.hasBlock && shape.namesLines) declareLines(state, draft, statement)
  return draft
}

/** Lines that declare no names are declared when their statement is bound. */
export function declareLines(state: Binding, draft: Draft, statement: Statement): void {
  if (!draft.shape.takesBlock) return
  const { shape } = draft
  const isOwn = shape.spec.encloses !== true
  let first: Draft | undefined
  let last: Draft | undefined
  let kinds = 0
  let apart = false
  let entry = entryOf(statement, 0)
  for (let at = 1; entry !== undefined; at += 1) {
    const said = entry
    entry = entryOf(statement, at)
    if (said.sort !== 'statement') continue
    const of = shape.lines.get(wordOf(said.line))
    if (of === undefined) {
      if (isOwn) reportUnknownLine(state, draft, said)
      continue
    }
    const line = declare(state, of.shape, said, draft)
    if (last === undefined) first = line
    else {
      last.nextLine = line
      if (last.shape !== of.shape && (kinds & of.bit) !== 0) apart = true
    }
    kinds |= of.bit
    last = line
  }
  if (first !== undefined && apart) bringTogether(first)
  draft.firstLine = first
}

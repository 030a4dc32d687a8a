/** The binder: syntax trees in, facts out, typed by the vocabulary, their names resolved. */

import type { ReadItems } from '../base/item-data.ts'
import { compareSpans } from '../base/source.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Tree } from '../../grammar/tree.ts'
import { bindDraft } from './block.ts'
import { makeFacts, sortByPlace } from './catalog.ts'
import { breakCircles } from './circles.ts'
import { declareBuiltIn, declareStatements, reportDoubled, reportReserved } from './declare.ts'
import type { Binding, Draft } from './draft.ts'
import { makeBinding } from './draft.ts'
import type { Facts } from './fact.ts'
import { checkIdentities } from './identity.ts'
import { fileKinds, readFiles } from './item-file.ts'
import { reportUnresolved } from './resolve.ts'
import { bindTables } from './tables.ts'
import { unreadOf } from './unread.ts'

export interface BindOptions {
  readonly readItems: ReadItems
}

export interface Bound {
  readonly facts: Facts
  readonly problems: readonly Diagnostic[]
}

/**
 * Binds all files of a workspace, built-in ones among them.
 * Invariant: neither the order of the trees nor that of statements changes what is found.
 */
export function bind(trees: readonly Tree[], options: BindOptions): Bound {
  const state = makeBinding(unreadOf(trees))
  const { builtIn, workspace } = declareAll(state, trees)
  const items = bindAll(state, [...builtIn, ...workspace], options.readItems)
  bindTables(state, state.tables)
  checkIdentities(state, builtIn)
  checkIdentities(state, workspace)
  breakCircles(state, workspace)
  reportDoubled(state)
  reportReserved(state)
  reportUnresolved(state)
  const tops = [
    ...builtIn,
    ...(items.length > 0 ? sortByPlace([...workspace, ...items]) : workspace),
  ]
  return {
    facts: makeFacts(state, tops),
    problems: state.problems
      .filter((problem) => !state.unread.touches(problem.span))
      .toSorted((a, b) => compareSpans(a.span, b.span)),
  }
}

/** The workspace declares first, so that built-in statements can give way to its own. */
function declareAll(
  state: Binding,
  trees: readonly Tree[],
): { readonly builtIn: readonly Draft[]; readonly workspace: readonly Draft[] } {
  const sorted = trees.toSorted((a, b) => (a.source.path < b.source.path ? -1 : 1))
  const workspace: Draft[] = []
  const builtIn: Draft[] = []
  for (const tree of sorted) {
    if (!tree.source.builtIn) append(workspace, declareStatements(state, tree.statements))
  }
  for (const tree of sorted) {
    if (tree.source.builtIn) append(builtIn, declareBuiltIn(state, tree.statements, workspace))
  }
  return { builtIn, workspace }
}

/** Files are read first: what stands in them may be named anywhere. */
function bindAll(state: Binding, tops: readonly Draft[], readItems: ReadItems): readonly Draft[] {
  const facts: Draft[] = []
  const bound = new Set<string>()
  for (const kind of fileKinds) {
    const statements = tops.filter((draft) => draft.kind === kind.statement)
    for (const statement of statements) bindDraft(state, statement)
    append(facts, readFiles(state, kind, statements, readItems))
    bound.add(kind.statement)
  }
  tops.forEach((draft) => {
    if (!bound.has(draft.kind)) bindDraft(state, draft)
  })
  return facts
}

function append(all: Draft[], more: readonly Draft[]): void {
  more.forEach((draft) => all.push(draft))
}

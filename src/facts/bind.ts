/** The binder: syntax trees in, facts out, typed by the vocabulary, their names resolved. */

import type { ReadItems } from '../base/item-data.ts'
import { compareSpans } from '../base/source.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Tree } from '../../grammar/tree.ts'
import { bindDraft } from './block.ts'
import { makeFacts, sortByPlace } from './catalog.ts'
import { breakCircles } from './circles.ts'
import { declareBuiltIn, declareStatements, reportDoubled, reportReserved } from './declare.ts'
import type { Binding } from './binding.ts'
import type { Draft } from './draft.ts'
import { makeBinding } from './binding.ts'
import type { Facts } from './fact.ts'
import { checkIdentities } from './identity.ts'
import { fileKinds, readFiles } from './item-file.ts'
import { reportUnresolved } from './resolve.ts'
import type { Shape } from './shape.ts'
import { topShape } from './shape.ts'
import { bindFactColumns, reportStrays } from './tables.ts'
import { Tops } from './tops.ts'
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
  const items = bindAll(state, [builtIn, workspace], options.readItems)
  bindFactColumns(state)
  checkIdentities(state, builtIn)
  checkIdentities(state, workspace)
  breakCircles(state, workspace)
  reportDoubled(state)
  reportReserved(state)
  reportUnresolved(state)
  reportStrays(state)
  const own = items.length > 0 ? sortByPlace([...workspace.all, ...items]) : workspace.all
  return {
    facts: makeFacts(state, [builtIn.all, own]),
    problems: state.problems
      .filter((problem) => !state.unread.touches(problem.span))
      .toSorted((a, b) => compareSpans(a.span, b.span)),
  }
}

/** The workspace declares first, so that built-in statements can give way to its own. */
function declareAll(
  state: Binding,
  trees: readonly Tree[],
): { readonly builtIn: Tops; readonly workspace: Tops } {
  const sorted = trees.toSorted((a, b) => (a.source.path < b.source.path ? -1 : 1))
  const workspace = new Tops()
  const builtIn = new Tops()
  for (const { source, statements } of sorted) {
    if (!source.builtIn) declareStatements(state, statements, workspace)
  }
  for (const { source, statements } of sorted) {
    if (source.builtIn) declareBuiltIn(state, statements, workspace, builtIn)
  }
  return { builtIn, workspace }
}

/** Files are read first: what stands in them may be named anywhere. */
function bindAll(state: Binding, tops: readonly Tops[], readItems: ReadItems): readonly Draft[] {
  const facts: Draft[] = []
  const bound = new Set<Shape>()
  for (const kind of fileKinds) {
    const shape = topShape(kind.statement)
    if (shape === undefined) continue
    const statements = tops.flatMap(({ byShape }) => byShape.get(shape) ?? [])
    for (const statement of statements) bindDraft(state, statement)
    for (const fact of readFiles(state, kind, statements, readItems)) facts.push(fact)
    bound.add(shape)
  }
  for (const { all } of tops) {
    for (let at = 0; at < all.length; at += 1) {
      const draft = all[at]
      if (draft !== undefined && !bound.has(draft.shape)) bindDraft(state, draft)
    }
  }
  return facts
}

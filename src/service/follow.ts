/**
 * Goes from one state of a workspace to the next without binding it again, where only the numbers of
 * one table differ: what planners type most. The tree, its facts and what was found are moved to the
 * new text in place, and belong to the next snapshot from then on.
 */

import { makeSource, rewriteSource, type Source } from '../base/source.ts'
import type { Fact } from '../facts/fact.ts'
import { topKind } from '../vocabulary/vocabulary.ts'
import { RowTable } from '../../grammar/row-table.ts'
import type { Statement, Tree } from '../../grammar/tree.ts'
import { forget, type Keep, type Review } from '../pipeline.ts'
import type { Given } from './given.ts'
import { sameRowMonths } from '../syntax/other-rows.ts'
import { movePlaces, moveSpans, type Places, placesOf } from './places.ts'
import { tableEdit } from './table-edit.ts'

/** A review, and what is to be done before it holds for the texts. */
export interface Live {
  readonly review: Review
  /** Undefined where nobody wants to follow. */
  readonly keep: Keep | undefined
  /** Statements whose numbers have changed since. */
  readonly edited: ReadonlySet<Fact>
}

/** What one state leaves to the next, and what both are made from afterwards. */
export interface Followed {
  readonly live: Live
  readonly before: Given
  readonly next: Given
}

/** Undefined where what follows is better found out afresh. */
export function followed(before: Given, live: Live, next: Given): Followed | undefined {
  const { review, keep } = live
  if (keep === undefined || review.diagnostics.length > 0) return undefined
  const changed = onlyFileChanged(before, next)
  if (changed === undefined) return undefined
  const { source } = changed
  const tree = review.trees.find((each) => each.source === source)
  const edit = tree && tableEdit(tree, changed.next)
  const owner = edit && factOf(review, edit.owner)
  if (tree === undefined || edit === undefined || owner === undefined || !isOfSeries(owner)) {
    return undefined
  }
  const { table, now, text } = edit
  if (!(table instanceof RowTable)) return undefined
  if (!sameRowMonths(table, now)) forget(keep)
  const places = knownPlaces(tree)
  movePlaces(places, text)
  moveSpans(keep.runs.places(), source, text)
  table.take(now)
  // The source goes with its tree; the state before gets another with its text.
  const old = makeSource(source.path, source.text)
  rewriteSource(source, changed.next.text, text)
  return {
    live: { review, keep, edited: new Set([...live.edited, owner]) },
    before: withSource(before, old),
    next: withSource(next, source),
  }
}

function withSource(given: Given, source: Source): Given {
  const problems = given.files.get(source.path)?.problems ?? []
  return { ...given, files: new Map(given.files).set(source.path, { source, problems }) }
}

/** The one file whose text differs, where nothing else does. */
function onlyFileChanged(
  before: Given,
  next: Given,
): { readonly source: Source; readonly next: Source } | undefined {
  const { files: old, ...others } = before
  for (const key of Object.keys(others) as (keyof typeof others)[]) {
    if (before[key] !== next[key]) return undefined
  }
  if (old.size !== next.files.size) return undefined
  let found: { readonly source: Source; readonly next: Source } | undefined
  for (const [path, file] of next.files) {
    const known = old.get(path)
    if (known === undefined || file.problems.length > 0) return undefined
    if (known.source === file.source) continue
    if (found !== undefined) return undefined
    found = { source: known.source, next: file.source }
  }
  return found
}

/** The fact that a statement in a tree has become. */
function factOf({ facts }: Review, statement: Statement): Fact | undefined {
  const { text } = statement.line.keyword
  const all = facts.of(topKind(text)?.kind ?? text)
  let known = byStatement.get(all)
  if (known === undefined) {
    byStatement.set(all, (known = new Map(all.map((fact) => [fact.statement, fact]))))
  }
  return known.get(statement)
}

const byStatement = new WeakMap<readonly Fact[], ReadonlyMap<Statement | undefined, Fact>>()

/** A statement of its own whose table has the series of a family, or of the business. */
function isOfSeries({ spec, parent }: Fact): boolean {
  return parent === undefined && spec.table?.columns === 'series'
}

const placesByTree = new WeakMap<Tree, Places>()

function knownPlaces(tree: Tree): Places {
  let places = placesByTree.get(tree)
  if (places === undefined) placesByTree.set(tree, (places = placesOf(tree)))
  return places
}

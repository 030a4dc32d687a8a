/**
 * Goes from one state of a workspace to the next without binding it again, where only the numbers of
 * one table differ: what planners type most. The tree, its facts and what was found are moved to the
 * new text in place, and belong to the next snapshot from then on.
 */

import type { Source, Span } from '../base/source.ts'
import type { Fact } from '../facts/fact.ts'
import { topKind } from '../vocabulary/vocabulary.ts'
import type { Statement, Table, Tree } from '../../grammar/tree.ts'
import type { Keep, Review } from '../pipeline.ts'
import type { Given } from './given.ts'
import { handOver } from './kept-trees.ts'
import { moveOthers, movePlaces, type Places, placesOf, replaceRows } from './places.ts'
import { tableEdit } from './table-edit.ts'

/** A review, and what is to be done before it holds for the texts. */
export interface Live {
  readonly review: Review
  /** Undefined where nobody wants to follow. */
  readonly keep: Keep | undefined
  /** Statements whose numbers have changed since. */
  readonly edited: ReadonlySet<Fact>
}

/** What has been found out, for the next state; undefined where it is better found out afresh. */
export function followed(before: Given, live: Live, next: Given): Live | undefined {
  const { review, keep } = live
  if (keep === undefined || review.diagnostics.length > 0) return undefined
  const changed = onlyFileChanged(before, next)
  if (changed === undefined) return undefined
  const tree = review.trees.find(({ source }) => source === changed.before)
  const edit = tree && tableEdit(tree, changed.next)
  const owner = edit && factOf(review, edit.owner)
  if (tree === undefined || edit === undefined || owner === undefined || !isOfSeries(owner))
    return undefined
  const { table, now, text } = edit
  if (!sameMonths(table, now)) keep.runs.clear()
  const places = knownPlaces(tree)
  movePlaces(places, changed.next, text)
  moveOthers(spansIn(keep), places, changed.next, text)
  replaceRows(table, now)
  const moved: Tree = { ...tree, source: changed.next }
  placesByTree.set(moved, places)
  handOver(changed.before, moved)
  const trees = review.trees.map((each) => (each === tree ? moved : each))
  return { review: { ...review, trees }, keep, edited: new Set([...live.edited, owner]) }
}

/** The one file whose text differs, where nothing else does. */
function onlyFileChanged(
  before: Given,
  next: Given,
): { readonly before: Source; readonly next: Source } | undefined {
  const { files: old, ...others } = before
  for (const key of Object.keys(others) as (keyof typeof others)[]) {
    if (before[key] !== next[key]) return undefined
  }
  if (old.size !== next.files.size) return undefined
  let found: { readonly before: Source; readonly next: Source } | undefined
  for (const [path, file] of next.files) {
    const known = old.get(path)
    if (known === undefined || file.problems.length > 0) return undefined
    if (known.source === file.source) continue
    if (found !== undefined) return undefined
    found = { before: known.source, next: file.source }
  }
  return found
}

/** The fact that a statement in a tree has become. */
function factOf({ facts }: Review, statement: Statement): Fact | undefined {
  const { text } = statement.line.keyword
  return facts.of(topKind(text)?.kind ?? text).find((fact) => fact.statement === statement)
}

/** A statement of its own whose table has the series of a family, or of the business. */
function isOfSeries({ spec, parent }: Fact): boolean {
  return parent === undefined && spec.table?.columns === 'series'
}

function sameMonths(a: Table, b: Table): boolean {
  const same = (x: Int32Array, y: Int32Array): boolean =>
    x.length === y.length && x.every((month, at) => month === y[at])
  return same(a.from, b.from) && same(a.to, b.to)
}

const placesByTree = new WeakMap<Tree, Places>()

function knownPlaces(tree: Tree): Places {
  return placesByTree.get(tree) ?? placesOf(tree)
}

/** The places that rules have found, which may be those of cells, and so in no tree. */
function* spansIn({ runs }: Keep): Generator<Span> {
  for (const { counterexamples } of runs.all()) {
    for (const { span, evidence, fix } of counterexamples) {
      yield span
      for (const each of evidence) if (each.span !== undefined) yield each.span
      for (const edit of fix?.edits ?? []) yield edit.span
    }
  }
}

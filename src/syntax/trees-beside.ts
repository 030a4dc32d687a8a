/** The trees of a workspace whose texts differ from known ones in the rows of some tables alone. */

import type { Source } from '../base/source.ts'
import type { Statement, Tree } from '../../grammar/tree.ts'
import { mayReadItems } from './reads-items.ts'
import { type Changed, treeBeside } from './tree-beside.ts'

export interface TreesBeside {
  readonly trees: readonly Tree[]
  /** What stands in the place of statements at the top of files. */
  readonly changed: ReadonlyMap<Statement, Changed>
  /** The source in whose place another stands; every place in the one is a place in the other. */
  readonly sources: ReadonlyMap<Source, Source>
}

/** Undefined where the files are others, or differ in anything else. */
export function treesBeside(
  known: readonly Tree[],
  sources: readonly Source[],
): TreesBeside | undefined {
  const own = known.filter(({ source }) => !source.builtIn)
  if (own.length !== sources.length) return undefined
  const changed = new Map<Statement, Changed>()
  const moved = new Map<Source, Source>()
  const trees: Tree[] = known.filter(({ source }) => source.builtIn)
  for (const [at, next] of sources.entries()) {
    const tree = own[at]
    if (tree === undefined || mayReadItems(next)) return undefined
    const found = treeBeside(tree, next)
    if (found === undefined) return undefined
    for (const [statement, now] of found.changed) changed.set(statement, now)
    moved.set(tree.source, next)
    trees.push(found.tree)
  }
  return { trees, changed, sources: moved }
}

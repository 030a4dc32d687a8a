/** The trees of sources: a source never changes, so that neither does what it says. */

import type { Source } from '../base/source.ts'
import { parse } from '../../grammar/parse.ts'
import type { Tree } from '../../grammar/tree.ts'

const trees = new WeakMap<Source, Tree>()

export function treeOf(source: Source): Tree {
  let tree = trees.get(source)
  if (tree === undefined) trees.set(source, (tree = parse(source)))
  return tree
}

/** The tree of one source becomes that of another; the first is parsed again if it is asked for. */
export function handOver(from: Source, tree: Tree): void {
  trees.delete(from)
  trees.set(tree.source, tree)
}

/** The trees of sources: one whose text is rewritten has its tree moved with it. */

import type { Source } from '../base/source.ts'
import { parse } from '../../grammar/parse.ts'
import type { Tree } from '../../grammar/tree.ts'

const trees = new WeakMap<Source, Tree>()

export function treeOf(source: Source): Tree {
  let tree = trees.get(source)
  if (tree === undefined) trees.set(source, (tree = parse(source)))
  return tree
}

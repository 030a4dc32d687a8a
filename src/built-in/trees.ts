/** The prelude and the rulebook as trees: unpacked where the build has packed them, else parsed. */

import { unpackTree } from '../../grammar/unpack.ts'
import { parse } from '../../grammar/parse.ts'
import type { Tree } from '../../grammar/tree.ts'
import { makeSource } from '../base/source.ts'
import { preludeFiles } from '../prelude/index.ts'
import { rulebookFiles } from '../rulebook/index.ts'
import { packedTrees } from './packed.ts'

let trees: readonly Tree[] | undefined

/** The built-in files, read once. */
export function builtInTrees(): readonly Tree[] {
  trees ??= [...preludeFiles, ...rulebookFiles].map(({ path, text }) => {
    const source = makeSource(path, text, true)
    const packed = packedTrees[path]
    return packed === undefined ? parse(source) : unpackTree(source, packed)
  })
  return trees
}

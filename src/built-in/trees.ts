/** The prelude and the rulebook as trees: unpacked where the build has packed them, else parsed. */

import { unpackTree } from '../../grammar/unpack.ts'
import { parse } from '../../grammar/parse.ts'
import type { Tree } from '../../grammar/tree.ts'
import { lateSource, makeSource } from '../base/source.ts'
import { packedTrees } from './packed.ts'
import { builtInFiles, builtInText } from './texts.ts'

let trees: readonly Tree[] | undefined

/** The built-in files, read once. Where they are packed, nobody asks for their texts as long as all holds. */
export function builtInTrees(): readonly Tree[] {
  return (trees ??=
    unpacked() ?? builtInFiles().map(({ path, text }) => parse(makeSource(path, text, true))))
}

function unpacked(): readonly Tree[] | undefined {
  const packed = Object.entries(packedTrees)
  if (packed.length === 0) return undefined
  return packed.map(([path, tree]) =>
    unpackTree(
      lateSource(path, () => builtInText(path)),
      tree,
    ),
  )
}

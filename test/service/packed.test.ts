// The built-in files as the build packs them: an editor is told of them what their texts say.

import { expect, test } from 'vitest'

import { packTree } from '../../grammar/pack.ts'
import { parse } from '../../grammar/parse.ts'
import type { Tree } from '../../grammar/tree.ts'
import { unpackTree } from '../../grammar/unpack.ts'
import { builtInTrees } from '../../src/built-in/trees.ts'
import { allParts, filePart } from '../../src/service/parts.ts'
import { ruleMentions } from '../../src/service/rule-mentions.ts'
import { snapshotOf } from './cursor.ts'

const { facts } = snapshotOf(new Map()).review

function mentionsIn(tree: Tree): readonly string[] {
  return [...ruleMentions(facts, tree)].map(
    ({ span, target }) => `${span.start} ${span.end} ${target.name}`,
  )
}

function partsIn(tree: Tree): readonly string[] {
  return [...allParts(filePart(tree))].map(({ is, span }) => `${is} ${span.start} ${span.end}`)
}

test('packed files have the parts and the names of their texts', () => {
  const trees = builtInTrees()
  expect(trees.length).toBeGreaterThan(5)
  for (const { source } of trees) {
    const parsed = parse(source)
    const packed = unpackTree(source, packTree(parsed))
    expect(mentionsIn(packed)).toEqual(mentionsIn(parsed))
    expect(partsIn(packed)).toEqual(partsIn(parsed))
  }
})

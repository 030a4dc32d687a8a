import { describe, expect, it } from 'vitest'

import { packTree, unpackTree } from '../../grammar/pack.ts'
import { parse } from '../../grammar/parse.ts'
import { makeSource } from '../../src/base/source.ts'
import { builtInTrees } from '../../src/built-in/trees.ts'

describe('packed trees', () => {
  it('unpacks every built-in file to the tree that parsing gives', () => {
    const trees = builtInTrees()
    expect(trees.length).toBeGreaterThan(5)
    for (const { source } of trees) {
      const parsed = parse(source)
      // Through JSON a part that is undefined is not there: so compare without those.
      expect(unpackTree(source, packTree(parsed))).toEqual(parsed)
    }
  })

  it('refuses a tree with problems, which could not be shown again', () => {
    const tree = parse(makeSource('broken.sop', 'family f {\n'))
    expect(() => packTree(tree)).toThrow('broken.sop has problems')
  })

  it('refuses tables, whose numbers are kept in columns', () => {
    const text = 'plan f for 2026-11 {\n  month    sales\n  2026-11     10\n}\n'
    expect(() => packTree(parse(makeSource('plan.sop', text)))).toThrow('a table')
  })
})

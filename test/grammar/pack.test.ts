import { describe, expect, it } from 'vitest'

import { packTree } from '../../grammar/pack.ts'
import { parse } from '../../grammar/parse.ts'
import { parseTemplate } from '../../grammar/template.ts'
import { unpackTree } from '../../grammar/unpack.ts'
import { makeSource, spanOf } from '../../src/base/source.ts'
import { builtInTrees } from '../../src/built-in/trees.ts'
import { told } from './told.ts'

describe('packed trees', () => {
  it('unpacks every built-in file to the tree that parsing gives', () => {
    const trees = builtInTrees()
    expect(trees.length).toBeGreaterThan(5)
    for (const { source } of trees) {
      const parsed = parse(source)
      // Through JSON a part that is undefined is not there: so compare without those.
      expect(told(unpackTree(source, packTree(parsed)))).toEqual(told(parsed))
    }
  })

  it('keeps the texts with holes parsed', () => {
    const holes = /"(?:[^"\\]|\\.)*\{(?:[^"\\]|\\.)*"/g
    for (const { source } of builtInTrees()) {
      const unpacked = makeSource(source.path, source.text, true)
      unpackTree(unpacked, packTree(parse(source)))
      for (const { index, 0: text } of source.text.matchAll(holes)) {
        const [fresh, kept, again] = [source, unpacked, unpacked].map((from) =>
          parseTemplate({ span: spanOf(from, index, index + text.length) }),
        )
        expect(told(kept)).toEqual(told(fresh))
        expect(again).toEqual(kept)
      }
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

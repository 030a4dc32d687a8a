// Random pairs of edits: a merge has both, or a conflict on exactly what both changed.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { parse } from '../../grammar/parse.ts'
import { makeSource } from '../../src/base/source.ts'
import { type Claims, claimsOf } from '../../src/merge/claims.ts'
import type { Merged } from '../../src/merge/merge.ts'
import { manyChanges, numbersOnly, plans } from './edits.ts'
import { mergedTexts } from './merging.ts'

const treeOf = (text: string) => parse(makeSource('plan.sop', text))

function claims(...texts: readonly string[]): readonly Claims[] {
  return claimsOf(texts.map(treeOf))
}

/** What both changed, and not to the same. */
function changedByBoth(base: string, ours: string, theirs: string): readonly string[] {
  const [before, first, second] = claims(base, ours, theirs).map(
    (all) => (key: string) => (all.get(key) ?? []).join('\n'),
  )
  const keys = claims(base, ours, theirs).flatMap((all) => [...all.keys()])
  return [...new Set(keys)].filter((key) => {
    const values = [before?.(key), first?.(key), second?.(key)]
    return new Set(values).size === 3
  })
}

function mergeOf(base: string, ours: string, theirs: string): Merged {
  const merged = mergedTexts(base, ours, theirs)
  if ('refused' in merged) throw new Error(merged.refused)
  return merged
}

describe('of any two edits of a plan', () => {
  const pairs = fc.tuple(fc.constantFrom(...plans), manyChanges, manyChanges)

  test('a merge has both sets of changes, and parses', () => {
    fc.assert(
      fc.property(pairs, ([base, first, second]) => {
        const [ours, theirs] = [first(base), second(base)]
        const { text, conflicts } = mergeOf(base, ours, theirs)
        if (conflicts.length > 0) return
        expect(treeOf(text).problems).toEqual([])
        expect(changedByBoth(base, ours, theirs)).toEqual([])
        const [before, one, other, both] = claims(base, ours, theirs, text)
        for (const key of new Set(
          [before, one, other, both].flatMap((all) => [...(all?.keys() ?? [])]),
        )) {
          const old = before?.get(key) ?? []
          const expected = String(one?.get(key) ?? []) === String(old) ? other : one
          expect([key, both?.get(key) ?? []]).toEqual([key, expected?.get(key) ?? []])
        }
      }),
      { numRuns: 120 },
    )
  })

  test('a merge says the same whichever side is ours', () => {
    fc.assert(
      fc.property(pairs, ([base, first, second]) => {
        const [ours, theirs] = [first(base), second(base)]
        const one = mergeOf(base, ours, theirs)
        const other = mergeOf(base, theirs, ours)
        expect(
          other.conflicts.map(({ path, cells }) => [path, cells.map(({ column }) => column)]),
        ).toEqual(one.conflicts.map(({ path, cells }) => [path, cells.map(({ column }) => column)]))
        if (one.conflicts.length > 0) return
        const [said, same] = claims(one.text, other.text)
        expect(same).toEqual(said)
      }),
      { numRuns: 60 },
    )
  })

  test('one edit and none is that edit, to the letter', () => {
    fc.assert(
      fc.property(pairs, ([base, first]) => {
        const ours = first(base)
        expect(mergeOf(base, ours, base).text).toBe(ours)
        expect(mergeOf(base, base, ours).text).toBe(ours)
        expect(mergeOf(base, ours, ours).text).toBe(ours)
      }),
      { numRuns: 60 },
    )
  })
})

describe('of any two sets of numbers', () => {
  test('conflicts are the cells that both changed, and no others', () => {
    fc.assert(
      fc.property(fc.constantFrom(...plans), numbersOnly, numbersOnly, (base, first, second) => {
        const [ours, theirs] = [first(base), second(base)]
        const { conflicts } = mergeOf(base, ours, theirs)
        const cells = conflicts.flatMap(({ path, cells }) =>
          cells.map(({ column }) =>
            [...path.filter((word) => !word.startsWith('the table')), column].join(' | '),
          ),
        )
        const both = changedByBoth(base, ours, theirs).map((key) =>
          key.split(' | ').slice(0, -1).join(' | '),
        )
        expect(cells.toSorted()).toEqual(both.toSorted())
      }),
      { numRuns: 100 },
    )
  })
})

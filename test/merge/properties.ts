/** What holds of a merge, whatever two people changed. */

import * as fc from 'fast-check'
import { expect } from 'vitest'

import { parse } from '../../grammar/parse.ts'
import { makeSource } from '../../src/base/source.ts'
import { calledAnew } from '../../src/merge/called-anew.ts'
import { type Claims, claimsOf } from '../../src/merge/claims.ts'
import type { Merged } from '../../src/merge/merge.ts'
import { damagedTexts } from '../syntax/plan-texts.ts'
import { manyChanges, numbersOnly, plans } from './edits.ts'
import { mergedTexts } from './merging.ts'

/** A plan, and what two people made of it. */
const pairs = fc
  .tuple(fc.constantFrom(...plans), manyChanges, manyChanges)
  .map(([base, first, second]) => ({ base, ours: first(base), theirs: second(base) }))

const numberPairs = fc
  .tuple(fc.constantFrom(...plans), numbersOnly, numbersOnly)
  .map(([base, first, second]) => ({ base, ours: first(base), theirs: second(base) }))

type Texts = Readonly<Record<'base' | 'ours' | 'theirs', string>>

const treeOf = (text: string) => parse(makeSource('plan.sop', text))

/** Of one text, a function from a key to what it says of it. */
function claims(...texts: readonly string[]): readonly ((key: string) => string)[] {
  return all(texts).map((said) => (key) => (said.get(key) ?? []).join('\n'))
}

function all(texts: readonly string[]): readonly Claims[] {
  return claimsOf(texts.map(treeOf))
}

function keysIn(...texts: readonly string[]): readonly string[] {
  return [...new Set(all(texts).flatMap((said) => [...said.keys()]))]
}

function changedByBoth({ base, ours, theirs }: Texts): readonly string[] {
  const said = claims(base, ours, theirs)
  return keysIn(base, ours, theirs).filter((key) => {
    return new Set(said.map((each) => each(key))).size === 3
  })
}

function mergeOf({ base, ours, theirs }: Texts): Merged {
  const merged = mergedTexts(base, ours, theirs)
  if ('refused' in merged) throw new Error(merged.refused)
  return merged
}

/** The text as it is when each conflict is resolved for one side. */
function resolved(text: string, side: 'ours' | 'theirs'): string {
  return text.replaceAll(
    /^<{7}.*\n((?:(?!={7}\n).*\n)*)={7}\n((?:(?!>{7}).*\n)*)>{7}.*\n/gm,
    (_, ours: string, theirs: string) => (side === 'ours' ? ours : theirs),
  )
}

export function hasBothSetsOfChanges(numRuns: number): void {
  fc.assert(
    fc.property(pairs, (texts) => {
      const { text, conflicts } = mergeOf(texts)
      if (conflicts.length > 0) return
      expect(treeOf(text).problems).toEqual([])
      expect(changedByBoth(texts)).toEqual([])
      const { base, ours, theirs } = texts
      const [before, one, other, both] = claims(base, ours, theirs, text)
      for (const key of keysIn(base, ours, theirs, text)) {
        const expected = one?.(key) === before?.(key) ? other : one
        expect([key, both?.(key)]).toEqual([key, expected?.(key)])
      }
    }),
    { numRuns },
  )
}

/** Resolved for a side, all that this side changed is there; so are the other's comments, in either. */
export function losesNothing(numRuns: number): void {
  fc.assert(
    fc.property(pairs, (texts) => {
      const { text } = mergeOf(texts)
      for (const side of ['ours', 'theirs'] as const) {
        const after = resolved(text, side)
        expect(treeOf(after).problems).toEqual([])
        const [before, own, found] = claims(texts.base, texts[side], after)
        const changed = keysIn(texts.base, texts[side]).filter(
          (key) => own?.(key) !== before?.(key),
        )
        for (const key of changed) expect([key, found?.(key)]).toEqual([key, own?.(key)])
        for (const remark of texts[side].match(/# remark .*/g) ?? []) expect(text).toContain(remark)
      }
    }),
    { numRuns },
  )
}

export function isSymmetric(numRuns: number): void {
  fc.assert(
    fc.property(pairs, ({ base, ours, theirs }) => {
      const one = mergeOf({ base, ours, theirs })
      const other = mergeOf({ base, ours: theirs, theirs: ours })
      const places = ({ conflicts }: Merged) =>
        conflicts.map(({ path, cells }) => [path, cells.map(({ column }) => column)])
      expect(places(other)).toEqual(places(one))
      const sides = [resolved(one.text, 'ours'), resolved(other.text, 'theirs')]
      const [said, same] = all(sides)
      expect(same).toEqual(said)
    }),
    { numRuns },
  )
}

export function oneEditIsThatEdit(numRuns: number): void {
  fc.assert(
    fc.property(pairs, ({ base, ours }) => {
      expect(mergeOf({ base, ours, theirs: base }).text).toBe(ours)
      expect(mergeOf({ base, ours: base, theirs: ours }).text).toBe(ours)
      expect(mergeOf({ base, ours, theirs: ours }).text).toBe(ours)
    }),
    { numRuns },
  )
}

/** Renamed on one side, and edited on the other, is the edit under the new name. */
export function followsARenaming(numRuns: number): void {
  const renamed = plans.flatMap((base) => {
    const from = /^plan (\S+) /m.exec(base)?.[1]
    return from === undefined ? [] : [{ base, renaming: { from, to: 'another-name' } }]
  })
  fc.assert(
    fc.property(fc.constantFrom(...renamed), manyChanges, ({ base, renaming }, change) => {
      const [ours, theirs] = [calledAnew(base, renaming), change(base)]
      for (const texts of [
        { base, ours, theirs },
        { base, ours: theirs, theirs: ours },
      ]) {
        const { text, conflicts } = mergeOf(texts)
        expect(conflicts).toEqual([])
        const [said, expected] = all([text, calledAnew(theirs, renaming)])
        expect(said).toEqual(expected)
      }
    }),
    { numRuns },
  )
}

export function conflictsAreTheCellsOfBoth(numRuns: number): void {
  fc.assert(
    fc.property(numberPairs, (texts) => {
      const { conflicts } = mergeOf(texts)
      const cells = conflicts.flatMap(({ path, cells }) =>
        cells.map(({ column }) => [...path, column].join(' | ')),
      )
      const both = changedByBoth(texts).map((key) => key.split(' | ').slice(0, -1).join(' | '))
      expect(cells.toSorted()).toEqual(both.toSorted())
    }),
    { numRuns },
  )
}

export function parsesWhateverItIsGiven(numRuns: number): void {
  fc.assert(
    fc.property(damagedTexts, damagedTexts, damagedTexts, (base, ours, theirs) => {
      const merged = mergedTexts(base, ours, theirs)
      if ('refused' in merged || merged.conflicts.length > 0) return
      expect(treeOf(merged.text).problems).toEqual([])
    }),
    { numRuns },
  )
}

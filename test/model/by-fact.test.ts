// What is kept of facts by their place is what a map by facts would keep.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByFact, gatherByFact } from '../../src/model/by-fact.ts'
import { BASICS, workspace } from './workspace.ts'

const families = ['a', 'b', 'c', 'd'].map((name) => `family ${name} {\n  unit each\n}\n`).join('')

/** The facts of two states of one workspace: those of the same kind have the same places. */
const FACTS = [workspace(BASICS + families), workspace(BASICS + families)].flatMap(({ facts }) => [
  ...facts.of('family'),
  ...facts.of('business'),
])

const fact = fc.constantFrom(...FACTS)

test('keeps for each fact what was put there last, whichever state it is of', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fact, fc.nat())), (puts) => {
      const byFact = new ByFact<number>()
      const map = new Map(puts)
      for (const [of, value] of puts) byFact.set(of, value)
      expect(FACTS.map((of) => byFact.get(of))).toEqual(FACTS.map((of) => map.get(of)))
      const seen = new Map<unknown, number>()
      byFact.forEach((value, of) => seen.set(of, value))
      expect(seen.size).toBe(map.size)
      for (const [of, value] of map) expect(seen.get(of)).toBe(value)
    }),
  )
})

test('gathers things under their facts, in order', () => {
  const [a, b] = FACTS
  const gathered = gatherByFact([1, 2, 3, 4, 5], (each) => [undefined, a, b][each % 3])
  expect(a && gathered.get(a)).toEqual([1, 4])
  expect(b && gathered.get(b)).toEqual([2, 5])
})

// Findings that are kept in order are in the order in which all of them would be put.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { makeSource } from '../../src/base/source.ts'
import type { Fact } from '../../src/facts/fact.ts'
import type { Finding } from '../../src/rules/finding.ts'
import { KeptFindings } from '../../src/rules/kept-findings.ts'
import { inOrder, KeptOrder } from '../../src/rules/kept-order.ts'

const source = makeSource('plan.sop', '')
const waiver = {} as Fact

/** Few places, so that many findings stand at the same one. */
const made = fc.record({
  start: fc.nat(6),
  due: fc.constantFrom(undefined, 'demand-review'),
  waived: fc.boolean(),
})

function findingOf(rule: string, { start, due, waived }: Made): Finding {
  const span = { source, start, end: start + 1 }
  return { rule, span, due, waiver: waived ? waiver : undefined } as Finding
}

type Made = typeof made extends fc.Arbitrary<infer Value> ? Value : never

const RULES = ['balance/b', 'alignment/c', 'alignment/a']
const byPlace = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((a, b) => a.span.start - b.span.start)

/** One part of one rule finds something else. */
const steps = fc.array(
  fc.record({ rule: fc.nat(RULES.length - 1), part: fc.nat(24), found: fc.array(made) }),
  { maxLength: 30 },
)

test('findings of parts are put where a rule would put them', () => {
  fc.assert(
    fc.property(steps, fc.boolean(), (all, oneByOne) => {
      const kept = new KeptFindings()
      const parts = new Map<number, readonly Finding[]>()
      const make = (part: number): readonly Finding[] => parts.get(part) ?? []
      for (const { part, found } of all) {
        parts.set(part, byPlace(found.map((each) => findingOf('balance/b', each))))
        kept.drop(part)
        if (oneByOne) kept.all(make)
      }
      const inParts = [...parts].toSorted(([a], [b]) => a - b).flatMap(([, found]) => found)
      expect(kept.all(make)).toEqual(byPlace(inParts))
      expect(kept.all(make)).toBe(kept.all(make))
    }),
  )
})

test('findings of rules are put where all would be put', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const order = new KeptOrder()
      const rules = RULES.map(() => ({
        kept: new KeptFindings(),
        parts: new Map<number, readonly Finding[]>(),
      }))
      for (const { rule, part, found } of all) {
        const own = rules[rule]
        own?.parts.set(part, byPlace(found.map((each) => findingOf(RULES[rule] ?? '', each))))
        own?.kept.drop(part)
        const now = rules.map(({ kept, parts }) => kept.all((at) => parts.get(at) ?? []))
        const [ordered, expected] = [order.update(now), inOrder(now)]
        for (const list of ['findings', 'todos', 'waived'] as const) {
          expect(ordered[list].length).toBe(expected[list].length)
          expect(ordered[list].every((each, at) => each === expected[list][at])).toBe(true)
        }
      }
    }),
  )
})

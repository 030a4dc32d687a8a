// Every rule of the rulebook, against a plan that breaks it and a nearly identical one that holds.

import { describe, expect, test } from 'vitest'

import { makeSource } from '../../src/base/source.ts'
import { rulebookFiles } from '../../src/rulebook/index.ts'
import { pinned } from '../golden.ts'
import { ruleCases } from './cases.ts'
import { foundIn, judged, printed } from './judged.ts'
import { marksOf } from './marks.ts'

const cases = ruleCases()

/** The rule itself, and those that no small plan should break by the way. */
const judgedFor = (rule: string): readonly string[] => ['balance', 'alignment', rule]

test('every rule has a folder, and every folder a rule', () => {
  const rules = rulebookFiles.flatMap(({ text }) =>
    [...text.matchAll(/^rule (\S+)/gm)].map((found) => found[1]),
  )
  expect(new Set(cases.map((each) => each.rule))).toEqual(new Set(rules))
})

describe.each(cases)('$rule', ({ rule, breaks, holds, expectedPath }) => {
  test('breaks exactly where the plan is marked', () => {
    const review = judged(breaks, 'breaks.sop', judgedFor(rule))
    expect(review.diagnostics).toEqual([])
    const found = foundIn(review).map(({ rule: name, span }) => ({
      rule: name,
      start: span.start,
      end: span.end,
    }))
    const marks = marksOf(makeSource('breaks.sop', breaks))
    expect(marks.map((mark) => mark.rule)).toContain(rule)
    expect(found).toEqual(marks)
  })

  test('says what is wrong, what it read and what to do', () => {
    const said = foundIn(judged(breaks, 'breaks.sop', judgedFor(rule)))
      .map(printed)
      .join('')
    expect(said).toBe(pinned(expectedPath, said))
  })

  test('holds, and is judged, where the plan is right', () => {
    const review = judged(holds, 'holds.sop', judgedFor(rule))
    expect(review.diagnostics).toEqual([])
    expect(foundIn(review).map(printed)).toEqual([])
    const outcome = review.judgement.outcomes.find((each) => each.rule === rule)
    expect(outcome?.held).toBeGreaterThan(0)
  })
})

// The scorecard: ten principles, what became of each, and why one was not judged.
import { expect, test } from 'vitest'

import { scorecard } from '../../src/report/scorecard.ts'
import { review } from '../rules-language/harness.ts'
import { PLAN } from '../rules-language/plan.ts'

const scores = (text: string, given: Parameters<typeof review>[1] = {}) =>
  scorecard(review(text, given))
const rule = (name: string, principle: number, ...lines: readonly string[]): string =>
  `rule test/${name} "x" {\n  principle ${principle}\n${lines.map((line) => `  ${line}\n`).join('')}  at f\n  message "{f}"\n}\n`

const TEXT = [
  rule('three', 1, 'given family f, month t in horizon', 'collect t', 'require sales(f, t) = 0'),
  rule('fenced', 3, 'given family f', 'require budget.sales(f, 2026-11) > 0'),
  rule('off', 7, 'given family f', 'require 1 = 2'),
  rule('missing', 8, 'given family f, month t in horizon', 'require actual.sales(f, t) > 0'),
].join('')

const WITHOUT_BUDGET = PLAN.replaceAll(/^budget[^}]*}\n/gm, '')
const all = scores(TEXT, { plan: WITHOUT_BUDGET, levels: { 'test/off': 'off' } })
const of = (number: number) => all.find((score) => score.number === number)

test('it has the ten principles in order', () => {
  expect(all.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

test('it counts instances, though one finding may stand for many', () => {
  const seen = review(TEXT).judgement
  const outcome = seen.outcomes.find((each) => each.rule === 'test/three')
  expect(of(1)).toMatchObject({ rules: 1, broken: outcome?.broken, why: undefined })
  expect(outcome?.broken).toBeGreaterThan(outcome?.findings ?? 0)
  expect(of(1)?.judged).toBe((of(1)?.held ?? 0) + (of(1)?.broken ?? 0))
})

test('it says why nothing was judged', () => {
  expect(of(3)?.why).toBe('no use is made of budgets')
  expect(of(7)).toMatchObject({ why: 'its rules are switched off', off: ['test/off'] })
  expect(of(8)).toMatchObject({ judged: 0, held: 0 })
  expect(of(8)?.why).toBeDefined()
  expect(of(2)?.why).toBe('its rules were not asked for')
})

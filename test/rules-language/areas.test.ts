// Areas of planning that a workspace does not use: rules about them are silent, and they are named.

import { expect, test } from 'vitest'

import { MOST_WORK } from '../../src/rules/walk.ts'
import { runRule } from '../../src/rules/run.ts'
import { review, ruleOf, said, unjudged } from './harness.ts'
import { BASICS } from './small.ts'

const PLAN = `${BASICS.replace('finish-to-order', 'make-to-stock')}plan a for 2026-11 {
  month sales
  2026-11 .. 5
}
`

const judged = (expression: string, ...lines: readonly string[]) => {
  const text = ruleOf([expression, ...lines]).replace('known(it) and not known(it)', 'it')
  const seen = review(text, { plan: PLAN })
  expect(said(seen.diagnostics)).toEqual([])
  const [{ held, broken, unusedAreas } = { held: -1, broken: -1, unusedAreas: [] }] =
    seen.judgement.outcomes
  expect(seen.judgement.unusedAreas).toEqual(unusedAreas)
  return [held, broken, unjudged(seen), unusedAreas]
}

const T = 'given month t in horizon'

test.each([
  ['price(a, t) > 0', 'prices'],
  ['sales(a, t) * price(a, t) > 0', 'prices'],
  ['cost(a, t) > 0', 'costs'],
  ['actual.sales(a, t) > 0', 'actuals'],
  ['budget.revenue(a, t) > 0', 'budgets'],
  ['mix.sales(a, t) > 0', 'mix'],
  ['target.inventory(a, t) > 0', 'stock targets'],
  ['t in fence(planning, a)', 'fences'],
  ['known(zone(a, t)) and zone(a, t).within > 0%', 'fences'],
])('%s', (expression, area) => {
  expect(judged(expression, T)).toEqual([0, 0, [], [area]])
})

test('revenue without prices is silent, too', () => {
  expect(judged('revenue(a, t) > 0', T)).toEqual([0, 0, [], ['prices']])
})

test('known, first-known and an or that does without it are judged all the same', () => {
  expect(judged('not known(price(a, t))', T)).toEqual([6, 0, [], []])
  expect(judged('first-known(budget.sales(a, t), sales(a, t)) > 0', T)).toEqual([6, 0, [], []])
  expect(judged('budget.sales(a, t) > 0 or sales(a, t) > 0', T)).toEqual([6, 0, [], []])
  expect(judged('not exists(price p)', T)).toEqual([6, 0, [], []])
})

test('a where that looks for what is not used', () => {
  const none = (where: string) => judged('1 = 2', T, `where ${where}`)
  expect(none('exists(item i)')).toEqual([0, 0, [], ['items']])
  expect(none('exists(item i) or exists(budget b)')).toEqual([0, 0, [], ['budgets']])
  expect(none('exists(item i) or t = 2026-11')).toEqual([0, 1, [], []])
  expect(none('exists(family f where exists(item i where i.family = f))')).toEqual([0, 0, [], []])
})

test('a given that runs over nothing that is used', () => {
  expect(judged('1 = 2', 'given month t in fence(planning, a)')).toEqual([0, 0, [], ['fences']])
  expect(judged('1 = 2', 'given item i')).toEqual([0, 0, [], ['items']])
})

test.each([
  ['exists(approve a)', 'approvals'],
  ['exists(approve a in cycle where a.series = sales)', 'approvals'],
  ['exists(role r, meeting m where r in m.with)', 'meetings'],
  ['exists(commit k) or exists(owner o)', 'owners'],
  ['people()', 'owners'],
])('where %s: silent in a workspace without one', (condition, area) => {
  const define = 'define people() = exists(commit k) or exists(owner o)\n'
  const text = ruleOf(['1 = 2', `where ${condition}`]).replace('known(it) and not known(it)', 'it')
  const { diagnostics, judgement } = review(define + text, { plan: PLAN })
  expect(said(diagnostics)).toEqual([])
  expect(judgement.findings).toEqual([])
  expect(judgement.unusedAreas).toEqual([area])
})

test('what exists of other kinds, or with another way out, is judged all the same', () => {
  expect(judged('not exists(approve a)')).toEqual([1, 0, [], []])
  expect(judged('1 = 1', 'where exists(plan p) or exists(approve a)')).toEqual([1, 0, [], []])
  expect(judged('1 = 1', 'where exists(role r)')).toEqual([0, 0, [], []])
})

test('a rule that goes on without end is given up, and that is said', () => {
  const text = ruleOf(['1 = 1', T]).replace('known(it) and not known(it)', 'it')
  const { rulebook } = review(text, { plan: PLAN })
  const [fact] = rulebook.rules
  const rule = fact && rulebook.compile(fact)
  if (rule === undefined) throw new Error('no rule')
  const { program } = rule.compiler
  program.work = MOST_WORK - 6
  expect(runRule(rule)).toMatchObject({ held: 6, unsure: 1 })
  program.work = MOST_WORK - 5
  const run = runRule(rule)
  expect(run).toMatchObject({ held: 5, unsure: 1 })
  expect([...run.missing.keys()]).toEqual(['an end of this rule within 300 million steps'])
})

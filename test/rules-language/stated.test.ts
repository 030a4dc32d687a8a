// `stated`: whether somebody wrote a number or a field; what cannot be read is in doubt.

import { expect, test } from 'vitest'

import { review, ruleOf, said, valuesOf } from './harness.ts'
import { PLAN } from './plan.ts'

const FAMILY = 'given family f where f = '

test('a field is stated where its statement has it', () => {
  expect(valuesOf('stated(business.leader)')).toEqual(['yes'])
  expect(valuesOf('stated(f.market)', `${FAMILY}widgets`)).toEqual(['yes'])
  expect(valuesOf('stated(f.market)', `${FAMILY}paint`)).toEqual(['no'])
  expect(valuesOf('stated(k.as)', 'given commit k where k.series = sales')).toEqual(['no'])
})

test('a field that the model fills where it is left out is stated where somebody wrote it', () => {
  const about = (months: string) =>
    review(
      `${ruleOf(['stated(a.months)', 'given assumption a where a.name = "new"'])}assumption new "New" about widgets ${months} {\n  by president\n}\n`,
    ).judgement.findings.map(({ message }) => message)
  expect(about('2026-11 .. 2027-01')).toEqual(['yes'])
  expect(about('')).toEqual(['no'])
})

test('so is a line that has a key', () => {
  expect(valuesOf('stated(f.owner(sales))', `${FAMILY}widgets`)).toEqual(['yes'])
  expect(valuesOf('stated(f.owner(launch))', `${FAMILY}widgets`)).toEqual(['no'])
  expect(valuesOf('stated(f.owner(sales))', `${FAMILY}paint`)).toEqual(['no'])
})

/** What an expression is once a part of the plan is written anew. */
function after(old: string, young: string, expression: string, ...lines: readonly string[]) {
  expect(PLAN).toContain(old)
  // With a line that cannot be read, `known` is in doubt itself.
  const rule = ruleOf([expression, ...lines]).replace('known(it) and not known(it)', '1 = 2')
  const { diagnostics, judgement } = review(rule, { plan: PLAN.replace(old, young) })
  expect(diagnostics.length).toBe(1)
  return judgement.findings.map(({ message }) => message)
}

test('a field that cannot be read is neither stated nor absent', () => {
  expect(after('leader president', 'leader presidnt', 'stated(business.leader)')).toEqual([
    'unknown',
  ])
  const owner = ['stated(f.owner(sales))', `${FAMILY}widgets`] as const
  expect(after('sales-director for sales', 'sales-drector for sales', ...owner)).toEqual([
    'unknown',
  ])
  expect(after('director for sales', 'director for saels', ...owner)).toEqual(['unknown'])
})

test('neither is a number that cannot be read; the months beside it are', () => {
  const misread = (series: string, old: string, young: string) =>
    after(old, young, `stated(cell(actual, ${series}, f, 2026-10))`, `${FAMILY}widgets`)
  expect(misread('sales', '900 1000 600', '9x0 1000 600')).toEqual(['unknown'])
  expect(misread('inventory', '900 1000 600', '900 1000 6x0')).toEqual(['unknown'])
  expect(misread('operations', '900 1000 600', '9x0 1000 600')).toEqual(['yes'])
  expect(misread('backlog', '900 1000 600', '9x0 1000 600')).toEqual(['no'])
})

test('what is in doubt says what is missing', () => {
  const rule = ruleOf(['stated(actual.sales(f, 2026-10))', `${FAMILY}widgets`]).replace(
    'known(it) and not known(it)',
    'it',
  )
  const seen = review(rule, { plan: PLAN.replace('900 1000 600', '9x0 1000 600') })
  expect(said(seen.diagnostics).length).toBe(1)
  expect(seen.judgement.unjudged.map(({ what }) => what)).toEqual(['actual sales of widgets'])
})

test('of anything else it is an error', () => {
  expect(said(review(ruleOf(['stated(5)'])).diagnostics)).toEqual([
    'wrong-type at `5`: This is a number without a unit, and a cell such as `sales(f, t)` or a field is wanted.',
  ])
})

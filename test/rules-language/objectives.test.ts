// Objectives: judged as rules, with the figures of their lets.

import { expect, test } from 'vitest'

import { found, review, said } from './harness.ts'

function objective(...lines: readonly string[]) {
  const text = `objective goal "The goal" by president until 2027-06 {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`
  const seen = review(text)
  expect(said(seen.diagnostics)).toEqual([])
  return seen
}

const figuresOf = (...lines: readonly string[]) =>
  objective(...lines).judgement.objectives.flatMap(({ held, figures }) => [
    held,
    ...figures.map(({ name, low, high }) => `${name} ${low} .. ${high}`),
  ])

const MONTHS = 'given month t in horizon'
const STOCK = 'let stock = inventory(widgets, t) * cost(widgets, t)'

test('an objective that holds, with the lowest and highest of its figures', () => {
  expect(
    figuresOf(MONTHS, STOCK, 'let made = operations(widgets, t)', 'require stock < 12_000 USD'),
  ).toEqual([true, 'stock 9,000 USD .. 10,500 USD', 'made 1,200 each .. 1,300 each'])
})

test('one that is missed is a finding at its head', () => {
  const seen = objective(MONTHS, STOCK, 'require stock < 10_000 USD')
  expect(seen.judgement.objectives[0]?.held).toBe(false)
  expect(found(seen.judgement.findings)).toEqual([
    '1:1 error goal 2026-12 .. 2027-01: 2026-12: stock is 10,500 USD; it must be below 10,000 USD',
  ])
  expect(seen.judgement.findings[0]).toMatchObject({ principle: 2, rule: 'goal' })
})

test.each([
  ['require stock < 10_000 USD', 'below 10,000 USD'],
  ['require stock <= 10_000 USD', 'at most 10,000 USD'],
  ['require 10_000 USD > stock', 'below 10,000 USD'],
  ['require stock >= 20_000 USD', 'at least 20,000 USD'],
  ['require stock = 1 USD', '1 USD'],
])('%s: it says the figure and the limit', (require, limit) => {
  const [finding] = objective(MONTHS, STOCK, require).judgement.findings
  expect(finding?.message).toMatch(new RegExp(`: stock is [0-9,]+ USD; it must be ${limit}$`))
  expect(finding?.help).toBe(`plan so that stock is ${limit}, or agree on another objective`)
})

test('one that compares no numbers says its title, and one of many numbers names its figure', () => {
  const [other] = objective('given family f', 'require f.market = "None"').judgement.findings
  expect(other?.message).toBe('The goal')
  const sum = 'let whole-year = sum(sales(f, t) for month t in horizon)'
  const [summed] = objective('given family f', sum, 'require whole-year < 0').judgement.findings
  expect(summed?.message).toMatch(/^widgets: whole year is [0-9,]+ each; it must be below 0$/)
  expect(summed?.evidence.map(({ reading }) => reading)).toEqual(['whole year'])
})

test('one that cannot be judged in full is neither held nor missed', () => {
  expect(
    figuresOf('given month t in 2026-12 .. 2027-02', STOCK, 'require stock < 12_000 USD'),
  ).toEqual([undefined, 'stock 10,500 USD .. 10,500 USD'])
  expect(figuresOf('given family f', 'require f.market = "Industry"')).toEqual([undefined])
  expect(figuresOf('given family f where 1 = 2', 'require 1 = 1')).toEqual([undefined])
  expect(figuresOf('given month t in 2026-12 .. 2027-02', STOCK, 'require stock < 0')).toEqual([
    false,
    'stock 10,500 USD .. 10,500 USD',
  ])
})

test('where chooses its instances, and those of its figures', () => {
  expect(figuresOf(MONTHS, STOCK, 'where t = 2026-11', 'require stock > 0')).toEqual([
    true,
    'stock 9,000 USD .. 9,000 USD',
  ])
})

test('without given it is judged once; a figure that is no number is shown as it is', () => {
  expect(
    figuresOf(
      'let sold = sum(sales(widgets, t) for month t in horizon)',
      'let last = horizon.last',
      'let how = if sold > 1000 each then "much" else "little"',
      'let none = sales(widgets, 2029-01)',
      'require sold > 0',
    ),
  ).toEqual([
    true,
    'sold 3,700 each .. 3,700 each',
    'last 2027-01 .. 2027-01',
    'how much .. much',
    'none unknown .. unknown',
  ])
})

test('a figure says the unit of the family at hand', () => {
  expect(figuresOf('given family f', 'let sold = sales(f, 2026-11)', 'require sold > 0')).toEqual([
    true,
    'sold 40 kg .. 1,200 each',
  ])
})

test('takes no lines but its own, and needs what must hold', () => {
  const text = (...lines: string[]) =>
    `objective goal "x" by president until 2027-06 {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`
  expect(said(review(text('at cycle', 'require 1 = 1')).diagnostics)).toEqual([
    'rule-line-not-here at `at cycle`: An objective takes no `at` line.',
  ])
  expect(said(review(text('let x = 1')).diagnostics)).toEqual([
    'rule-line-missing at `objective goal "x" by president until 2027-06`: The objective goal has no `require` line. Add `require sales(f, t) >= 0`.',
  ])
})

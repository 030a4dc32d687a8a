// The table of functions: each has a document, and a test that calls it; and what they give.

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

import { FUNCTIONS } from '../../src/rules/functions/table.ts'
import { BARE_FUNCTIONS } from '../../src/vocabulary/functions.ts'
import { type Case, problemsOf, results } from './harness.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const tests = readdirSync(folder)
  .filter((name) => name.endsWith('.test.ts') && name !== 'functions.test.ts')
  .map((name) => readFileSync(`${folder}${name}`, 'utf8'))
  .join('\n')

/** Expression, what it gives, and the lines that stand before it. */
const GIVE: readonly (readonly [value: string, ...Case])[] = [
  ['Acme', 'business'],
  ['2026-11', 'cycle'],
  ['2026-10, 2026-11', 'cycles(2)'],
  ['2026-11', 'cycles(1)'],
  ['', 'cycles(0)'],
  ['unknown', 'cycles(0.5)'],
  ['2026-10', 'past'],
  ['2026-08 .. 2026-10', 'past(3)'],
  ['', 'past(0)'],
  ['unknown', 'past(1.5)'],
  ['2026-10 .. 2027-01', 'months'],
  ['2026-11-30', 'today'],
  ['2027-01-01', 'fence-end(planning, widgets)'],
  ['2026-12-01', 'fence-end(planning, widgets, cycle.previous)'],
  ['demand', 'zone(widgets, 2026-11)'],
  ['planning', 'zone(widgets, 2026-12)'],
  ['unknown', 'zone(widgets, 2027-01)'],
  ['demand', 'zone(widgets, 2026-10, cycle.previous)'],
  ['planning', 'zone(widgets, 2026-11, cycle.previous)'],
  ['10%', 'percent(zone(widgets, 2026-12).within)'],
  ['1.1 USD per EUR', 'rate(EUR, plan, 2026-11)'],
  ['1.2 USD per EUR', 'rate(EUR, actual, 2026-11)'],
  ['yes', 'authority(plant-manager, plant-manager)'],
  ['yes', 'authority(plant-manager, buyer)'],
  ['no', 'authority(buyer, plant-manager)'],
  ['yes', 'authority(president, sales-director)'],
  ['no', 'authority(sales-director, buyer)'],
  ['yes', 'near(100, 102, 2%)'],
  ['no', 'near(100, 103, 2%)'],
  [
    'yes',
    'near(sales(f, 2026-11), sales(f, 2026-11) + f.negligible, 0%, f)',
    'given family f where f = widgets',
  ],
  [
    'no',
    'near(sales(f, 2026-11), sales(f, 2026-11) + 2 * f.negligible, 0%, f)',
    'given family f where f = widgets',
  ],
  [
    'no',
    'near(revenue(f, 2026-11), revenue(f, 2026-11) + 1 USD, 0%, f)',
    'given family f where f = widgets',
  ],
  ['20 hour', 'overtime(r, 2026-11)', 'given resource r'],
  ['unknown', 'available(r, 2026-01)', 'given resource r'],
  ['unknown', 'supplied(paint, line-a, 2026-11)'],
  ['480 each', 'supplied(widgets, line-b, 2026-11)'],
  ['+5 each', 'signed(5 each)'],
  ['0', 'signed(0 * 5 each)'],
  ['1,200 each', 'as-stated(sales(widgets, 2026-11))'],
  ['unknown', 'as-stated(sales(widgets, 2029-01))'],
  ['a, or 5 each', 'either("a", "", as-stated(sales(widgets, 2029-01)), 5 each)'],
  ['12.5%', 'percent(12.5%)'],
  ['≈33.3%', 'percent(1 / 3)'],
]

describe('each function', () => {
  test.each(FUNCTIONS.map(({ name, signature, doc }) => ({ name, signature, doc })))(
    '$name is documented, and called by a test',
    ({ name, signature, doc }) => {
      expect(signature.split(', ')[0]).toMatch(new RegExp(`^${name}(\\(.*)?$`))
      expect(doc).toMatch(/^[A-Z].*\.$/)
      const called = new RegExp(
        `(?<![\\w-])${name}(?![\\w-])${signature.includes('(') ? '\\(' : ''}`,
      )
      expect(called.test(tests) || GIVE.some(([, expression]) => called.test(expression))).toBe(
        true,
      )
    },
  )

  test('has a name of its own', () => {
    const names = FUNCTIONS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  test('that needs no arguments is no name of a planner', () => {
    const bare = FUNCTIONS.filter(({ parameters, least }) => (least ?? parameters.length) === 0)
    expect(bare.map(({ name }) => name).toSorted()).toEqual(BARE_FUNCTIONS)
  })

  test('says how many arguments it takes, and does not take others', () => {
    for (const { name, parameters, most } of FUNCTIONS) {
      const largest = most ?? parameters.length
      const tooMany = Array.from({ length: largest + 1 }, () => '1').join(', ')
      expect(problemsOf(`${name}(${tooMany})`)).toEqual([
        expect.stringMatching(new RegExp(`^wrong-arguments at .*${name} takes \`${name}`)),
      ])
    }
  })

  test('that takes some takes no call without', () => {
    // The grammar knows min and max, too, and wants a value in their parentheses.
    const takers = FUNCTIONS.filter(
      ({ name, parameters, least }) =>
        (least ?? parameters.length) > 0 && !['min', 'max'].includes(name),
    )
    const said = takers.map(({ name }) => problemsOf(`${name}()`).length)
    expect(said).toEqual(takers.map(() => 1))
  })
})

test('what functions give', () => {
  const values = results(GIVE.map(([, ...each]) => each))
  expect(GIVE.map(([, expression], at) => [expression, ...(values[at] ?? [])])).toEqual(
    GIVE.map(([value, expression]) => [expression, value]),
  )
})

/** Judging a row of months at once gives what judging each month by itself gives. */

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Review } from '../../src/pipeline.ts'
import { review } from './harness.ts'

const FAMILIES = 24
const MONTHS = ['2026-11', '2026-12', '2027-01', '2027-02', '2027-03']
const VALUES = ['0', '1', '2', '7', '-3', '-', '1.5', '9007199254740991']

const TRUTHS = [
  'sales(f, t) = operations(f, t)',
  'sales(f, t) != inventory(f, t)',
  'inventory(f, t) >= 0',
  'sales(f, t + 1) < operations(f, t)',
  'sales(f, t - 2) <= operations(f, t)',
  'sales(f, t) + operations(f, t) > inventory(f, t)',
  'sales(f, t) - operations(f, t) = inventory(f, t)',
  'known(inventory(f, t))',
  'stated(plan.inventory(f, t))',
  'not stated(outlook.sales(f, t))',
  'near(plan.inventory(f, t), projected.inventory(f, t), 10%, f)',
  't in 2026-12 .. 2027-02',
  't > 2026-12',
  't = cycle.month',
  'low',
  'twice(f, t)',
  'f.strategy = make-to-stock',
  'exists(month u in horizon where u < t and known(sales(f, u)))',
  '(if known(sales(f, t)) then sales(f, t) > inventory(f, t) else known(sales(f, t)))',
]

const truth = fc.constantFrom(...TRUTHS)
const condition = fc.oneof(
  truth,
  fc.tuple(truth, fc.constantFrom('and', 'or'), truth).map((parts) => `(${parts.join(' ')})`),
  truth.map((one) => `not (${one})`),
)
const row = fc.tuple(...[1, 2, 3].map(() => fc.constantFrom(...VALUES)))
const family = fc.record({
  rows: fc.array(row, { minLength: MONTHS.length, maxLength: MONTHS.length }),
  strategy: fc.constantFrom('make-to-stock', 'make-to-order'),
})

type Family = typeof family extends fc.Arbitrary<infer Made> ? Made : never

test('a row of months at once, and each month by itself', () => {
  let held = 0
  fc.assert(
    fc.property(
      fc.array(family, { minLength: FAMILIES, maxLength: FAMILIES }),
      fc.option(condition, { nil: undefined }),
      condition,
      (families, where, require) => {
        const rule = ruleOf(where, require)
        const numbered = families.map((each, at) => [at, each] as const)
        const together = review(rule, { plan: planOf(numbered) })
        // So few are judged month by month.
        const few = [0, FAMILIES / 2].map((from) =>
          review(rule, { plan: planOf(numbered.slice(from, from + FAMILIES / 2)) }),
        )
        expect(together.diagnostics).toEqual([])
        held += together.judgement.outcomes[0]?.held ?? 0
        expect(told([together])).toEqual(told(few))
      },
    ),
    { numRuns: 60 },
  )
  expect(held).toBeGreaterThan(500)
})

const MANY = 72

const OF_SERIES = [
  'cell(plan, s, f, t) >= 0',
  'cell(plan, s, f, t) != inventory(f, t)',
  'stated(cell(plan, s, f, t))',
  's = sales',
  'cell(plan, s, f, t - 1) <= cell(plan, s, f, t)',
]

test('more rows than are judged together, of two loops, with the same months or others', () => {
  let held = 0
  fc.assert(
    fc.property(
      fc.array(family, { minLength: MANY, maxLength: MANY }),
      fc.constantFrom(...OF_SERIES, ...TRUTHS),
      fc.constantFrom(...OF_SERIES),
      fc.constantFrom('horizon', 'f.life', '(if s = sales then horizon else 2026-12 .. 2027-02)'),
      (families, where, require, months) => {
        const given = `family f, series s in (sales, operations), month t in ${months}`
        const rule = ruleOf(where, require, given)
        const numbered = families.map((each, at) => [at, each] as const)
        const together = review(rule, { plan: planOf(numbered) })
        const few = Array.from({ length: MANY / 6 }, (_, at) =>
          review(rule, { plan: planOf(numbered.slice(at * 6, at * 6 + 6)) }),
        )
        expect(together.diagnostics).toEqual([])
        held += together.judgement.outcomes[0]?.held ?? 0
        expect(told([together])).toEqual(told(few))
      },
    ),
    { numRuns: 6 },
  )
  expect(held).toBeGreaterThan(500)
})

function ruleOf(
  where: string | undefined,
  require: string,
  given = 'family f, month t in horizon',
): string {
  return [
    'define twice(family f, month t) = sales(f, t) > inventory(f, t) and sales(f, t) <= operations(f, t)',
    'rule test/it "It" {',
    `  given ${given}`,
    '  let low = inventory(f, t) < sales(f, t)',
    ...(where === undefined ? [] : [`  where ${where}`]),
    `  require ${require}`,
    '  at f',
    '  message "{f} {t}"',
    '}',
    '',
  ].join('\n')
}

function planOf(families: readonly (readonly [number, Family])[]): string {
  const all = families.map(([at, { rows, strategy }]) => {
    const lines = rows.map((cells, month) => `  ${MONTHS[month]} ${cells.join(' ')}`)
    return [
      `family f${at} {\n  strategy ${strategy}\n  unit each\n}`,
      `plan f${at} for 2026-11 {\n  opening inventory 5\n  month sales operations inventory`,
      ...lines,
      '}',
    ].join('\n')
  })
  return `business "Test" {\n  currency USD\n}\ncycle 2026-11 {\n  horizon 5 months\n}\n${all.join('\n')}\n`
}

function told(reviews: readonly Review[]) {
  const sum = (of: (outcome: Outcome) => number): number =>
    reviews.flatMap(({ judgement }) => judgement.outcomes.map(of)).reduce((a, b) => a + b, 0)
  return {
    held: sum(({ held }) => held),
    broken: sum(({ broken }) => broken),
    unjudged: sum(({ unjudged }) => unjudged),
    findings: reviews
      .flatMap(({ judgement }) => judgement.findings.map(({ message }) => message))
      .toSorted(),
  }
}

type Outcome = Review['judgement']['outcomes'][number]

// Eight companies in which nothing is wrong: how often chance alone looks like bias.

import { expect, test } from 'vitest'

import { leans } from './healthy-year/chance.ts'
import { makeCompany } from './healthy-year/company.ts'
import { expectedOn, saidBy } from './healthy-year/expectation.ts'
import { judgedOn } from './healthy-year/judged-day.ts'

const SIZE = { families: 12, cycles: 14, horizon: 18 }
const SEEDS = Array.from({ length: 8 }, (_, index) => 100 + index)
/** The day on which a cycle is judged changes from cycle to cycle. */
const DAYS = [2, 11, 13, 18, 20, 28] as const
const COUNTED_SEEDS = 1000
const MOST_BIASED = 0.05

test('eight companies: nothing but what chance explains', () => {
  for (const seed of SEEDS) {
    const company = makeCompany({ seed, ...SIZE })
    for (let cycle = 0; cycle < SIZE.cycles; cycle += 1) {
      // Bias can be seen in the last alone, and from its demand review on.
      const latest = cycle === SIZE.cycles - 1
      const now = { cycle, day: latest ? 20 : (DAYS[(cycle + seed) % DAYS.length] ?? 20) }
      const { diagnostics, judgement } = judgedOn(company, now)
      expect(diagnostics.map(({ message }) => message)).toEqual([])
      expect(judgement.findings.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(saidBy(judgement)).toEqual(expectedOn(company, now))
    }
  }
})

// Eight companies are too few for a rate; above, the rule and `leans` have said the same of each.
test('chance alone looks like bias in under 5% of families', () => {
  let families = 0
  let biased = 0
  for (let seed = 0; seed < COUNTED_SEEDS; seed += 1) {
    for (const family of makeCompany({ seed, ...SIZE }).families) {
      // One that was launched within the year has no twelve months.
      if (family.profile.from > 0) continue
      families += 1
      const latest = SIZE.cycles - 1
      if (leans(family, 'sales', latest) || leans(family, 'operations', latest)) biased += 1
    }
  }
  expect(biased).toBeGreaterThan(0)
  expect(biased / families).toBeLessThan(MOST_BIASED)
})

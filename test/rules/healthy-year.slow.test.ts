// Twenty companies in which nothing is wrong: how often chance alone looks like bias.

import { expect, test } from 'vitest'

import { makeCompany } from './healthy-year/company.ts'
import { expectedOn, saidBy } from './healthy-year/expectation.ts'
import { judgedOn } from './healthy-year/judged-day.ts'

const SIZE = { families: 12, cycles: 14, horizon: 18 }
const SEEDS = Array.from({ length: 20 }, (_, index) => 100 + index)
/** The day on which a cycle is judged changes from cycle to cycle. */
const DAYS = [2, 11, 13, 18, 20, 28] as const
const MOST_BIASED = 0.05

test('twenty companies: nothing but what chance explains, and bias in under 5% of families', () => {
  let biased = 0
  for (const seed of SEEDS) {
    const company = makeCompany({ seed, ...SIZE })
    for (let cycle = 0; cycle < SIZE.cycles; cycle += 1) {
      const latest = cycle === SIZE.cycles - 1
      const now = { cycle, day: latest ? 20 : (DAYS[(cycle + seed) % DAYS.length] ?? 20) }
      const { diagnostics, judgement } = judgedOn(company, now)
      expect(diagnostics.map(({ message }) => message)).toEqual([])
      expect(judgement.findings.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(saidBy(judgement)).toEqual(expectedOn(company, now))
      if (!latest) continue
      const families = judgement.findings
        .filter(({ rule }) => rule === 'commitment/bias')
        .map(({ message }) => message.split(':')[0])
      biased += new Set(families).size
    }
  }
  expect(biased).toBeGreaterThan(0)
  expect(biased / (SEEDS.length * SIZE.families)).toBeLessThan(MOST_BIASED)
})

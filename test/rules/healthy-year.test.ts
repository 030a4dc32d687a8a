// A company in which nothing is wrong: the rulebook says of it what chance did, and no more.

import { describe, expect, test } from 'vitest'

import { makeCompany } from './healthy-year/company.ts'
import { expectedOn, saidBy } from './healthy-year/expectation.ts'
import { judgedOn } from './healthy-year/judged-day.ts'
import { workspaceOf } from './healthy-year/text.ts'

const SIZE = { families: 12, cycles: 14, horizon: 18 }
/** The morning after the roll, the day after a meeting, the end of the month. */
const DAYS = [2, 13, 28] as const

const company = makeCompany({ seed: 1, ...SIZE })
const cycles = Array.from({ length: SIZE.cycles }, (_, cycle) => cycle)

test('the same seed gives the same company', () => {
  const now = { cycle: SIZE.cycles - 1, day: 28 }
  expect(workspaceOf(makeCompany({ seed: 1, ...SIZE }), now)).toEqual(workspaceOf(company, now))
})

describe.each(cycles)('cycle %i', (cycle) => {
  test.each(DAYS)('on day %i', (day) => {
    const now = { cycle, day }
    const { diagnostics, judgement } = judgedOn(company, now)
    expect(diagnostics.map(({ message }) => message)).toEqual([])
    expect(judgement.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(saidBy(judgement)).toEqual(expectedOn(company, now))
  })
})

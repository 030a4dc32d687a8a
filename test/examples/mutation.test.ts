// One mistake, one finding: every number of the published plans is changed, one at a time.

import { expect, test } from 'vitest'

import { foundIn, judged, printed } from '../rules/judged.ts'
import { statedNumbers, withNumber } from './numbers.ts'
import { mendedOrlicky, planText, PUBLISHED } from './workspaces.ts'

const plans = PUBLISHED.map((name) => ({
  name,
  text: name === 'orlicky' ? mendedOrlicky() : planText(name),
}))

/** What was planned a month before is compared with, and adds up to nothing. */
const ofAnEarlierCycle = (head: string): boolean => head === 'plan widgets for 2026-10'

const RULES = ['balance', 'alignment'] as const

const found = (text: string): readonly string[] =>
  foundIn(judged(text, 'plan.sop', RULES)).map(printed)

test.each(plans)('$name holds as it is', ({ text }) => {
  expect(judged(text).diagnostics).toEqual([])
  expect(found(text)).toEqual([])
})

test.each(plans)(
  '$name: each wrong number is one finding',
  ({ text }) => {
    const numbers = statedNumbers(text, ofAnEarlierCycle)
    expect(numbers.length).toBeGreaterThan(15)
    const wrong = numbers.flatMap((number, index) => {
      const by = index % 2 === 0 ? 1 : -7
      const findings = found(withNumber(text, number, number.value + by))
      return findings.length === number.feeds ? [] : [{ number: number.name, by, findings }]
    })
    expect(wrong).toEqual([])
  },
  60_000,
)

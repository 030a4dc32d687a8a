// Item plans from a file are judged as those of a table are.

import { describe, expect, test } from 'vitest'
import { foundIn, judged } from './judged.ts'

const PLAN = `business "Test" {
  currency USD
}
family widgets {
  market   "Shops"
  strategy make-to-stock
  unit     each
}
item A in widgets
item B in widgets
fence planning 1 month {
  change operations within 10%
}
cycle 2026-11 {
  horizon 3 months
}
plan widgets for 2026-11 {
  opening inventory 100
  month       sales  operations
  2026-11 ..    100         100
}
`

/** What is said of the items: rule, and months. */
function saidOf(mix: string, file: string, rule: string) {
  const review = judged(`${PLAN}${mix}\n`, 'plan.sop', [rule], { 'mix.csv': file })
  return {
    findings: foundIn(review).map(({ message }) => message),
    unjudged: review.judgement.outcomes.map((outcome) => outcome.unjudged),
  }
}

describe('months of a file', () => {
  const mix = 'mix sales of widgets for 2026-11 from "mix.csv"'
  const beyond = 'alignment/no-detail-beyond-fence'
  const found =
    'widgets 2026-12: items are planned beyond the planning time fence, whose last month is 2026-11'

  test.each([
    ['a column an item', 'month,A,B\n2026-11,40,60\n2026-12,40,60\n'],
    ['a line an item', 'month,item,quantity\n2026-11,A,40\n2026-12,A,40\n'],
  ])('items are planned beyond the fence, with %s', (_, file) => {
    expect(saidOf(mix, file, beyond)).toEqual({ findings: [found], unjudged: [0] })
  })

  test('of a file that is not there, nothing is known', () => {
    const review = judged(`${PLAN}${mix}\n`, 'plan.sop', [beyond])
    expect(foundIn(review)).toEqual([])
    expect(review.judgement.outcomes.map(({ unjudged }) => unjudged)).toEqual([1])
  })

  test('shares add up, or are said not to, and only by the rule of shares', () => {
    const shares = mix.replace(' from', ' as share from')
    const file = 'month,A,B\n2026-11,40%,50%\n'
    expect(saidOf(shares, file, 'alignment/mix-shares')).toEqual({
      findings: ['widgets 2026-11: the shares add up to 90%, 90 each of 100 each'],
      unjudged: [0],
    })
    expect(saidOf(shares, file, 'alignment/mix-equals-volume').findings).toEqual([])
  })
})

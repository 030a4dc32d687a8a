// Rules that look back, over two years of cycles; what is still to be done, and what is not known.

import { describe, expect, test } from 'vitest'

import { CYCLES, monthAt, reviewOf, twoYears, type When, type Year } from './two-years.ts'

const names = (rules: readonly { readonly rule: string }[]) => rules.map(({ rule }) => rule)

const found = (year: Year, when?: When) => {
  const { diagnostics, judgement } = reviewOf(twoYears(year), when)
  expect(diagnostics).toEqual([])
  return names(judgement.findings)
}

const LAST = CYCLES - 2

describe('two years of cycles', () => {
  test('in which nothing is wrong: nothing is found, in any cycle', () => {
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const when = { cycle: monthAt(cycle), today: `${monthAt(cycle)}-28` }
      expect([cycle, found({}, when)]).toEqual([cycle, []])
    }
  })

  test('the last closed month alone is asked for its commitment', () => {
    const missed = (count: number) => (count === LAST ? 300 : 0)
    expect(found({ missed })).toEqual([
      'commitment/kept',
      'commitment/miss-explained',
      'commitment/kept',
      'commitment/miss-explained',
    ])
    expect(found({ missed: (count) => (count === LAST - 1 ? 300 : 0) })).toEqual([])
    const explained = `explain-miss sales of widgets ${monthAt(LAST)} by sales-director until 2026-12 because "One order came early."
explain-miss operations of widgets ${monthAt(LAST)} by plant-manager until 2026-12 because "One order came early."
`
    expect(found({ missed, more: explained })).toEqual(['commitment/kept', 'commitment/kept'])
  })

  test('a year of which ten months fell on one side shows then, and not before', () => {
    // Within the tolerance of each month: only the year tells.
    const missed = (count: number) => (count >= 7 ? 30 : count % 2 === 0 ? 20 : -20)
    const biased = (cycle: number) =>
      found({ missed }, { cycle: monthAt(cycle), today: `${monthAt(cycle)}-28` })
    // The sixth of these months is the ninth of its year above the plan, the seventh the tenth.
    expect(biased(13)).toEqual([])
    expect(biased(14)).toEqual(['commitment/bias', 'commitment/bias'])
    expect(biased(23)).toEqual(['commitment/bias', 'commitment/bias'])
  })

  test('a year that is not known in full says nothing of its bias', () => {
    const missed = (count: number) => (count === 15 ? undefined : 30)
    const { judgement } = reviewOf(twoYears({ missed }))
    expect(names(judgement.findings)).toEqual([])
    expect(judgement.unjudged).toEqual([])
  })

  test('three months on one side, of which the first is out of sight a month later', () => {
    const missed = (count: number) => (count >= LAST - 3 && count < LAST ? 300 : 0)
    const rules = (cycle: number) =>
      found({ missed }, { cycle: monthAt(cycle), today: `${monthAt(cycle)}-28` }).filter((rule) =>
        rule.includes('same-side'),
      )
    expect([rules(LAST - 1), rules(LAST), rules(LAST + 1)]).toEqual([
      [],
      ['commitment/same-side-misses', 'commitment/same-side-misses'],
      [],
    ])
  })

  test('what moved since the cycle before must have a reason, whatever moved before that', () => {
    const planned = (cycle: number, count: number) =>
      count >= CYCLES && cycle === CYCLES - 1 ? 1300 : 1000
    expect(found({ planned })).toEqual(['commitment/change-has-reason'])
    const earlier = (cycle: number, count: number) =>
      count >= CYCLES && cycle >= CYCLES - 2 ? 1300 : 1000
    expect(found({ planned: earlier })).toEqual([])
  })
})

describe('who has not committed', () => {
  const wild = (count: number) => (count % 2 === 0 ? 400 : 0)

  test('is held to nothing, and the area is named', () => {
    const { judgement } = reviewOf(twoYears({ committed: () => false, missed: wild }))
    expect(names(judgement.findings)).toEqual([])
    expect(judgement.unusedAreas).toContain('commitments')
  })

  test('is held to the plan from the first commitment on', () => {
    const committed = (cycle: number) => cycle >= 20
    const when = (cycle: number) => ({ cycle: monthAt(cycle), today: `${monthAt(cycle)}-28` })
    const missed = (count: number) => (count === 20 || count === 21 ? 300 : 0)
    // Month 20 was planned in cycle 19, to which nobody committed.
    expect(found({ committed, missed }, when(19))).toEqual([])
    expect(found({ committed, missed }, when(21))).toEqual([])
    expect(found({ committed, missed }, when(22)).length).toBe(4)
  })

  test('in a cycle after others is told so, once an owner and plan', () => {
    const committed = (cycle: number) => cycle < CYCLES - 1
    expect(found({ committed })).toEqual(['commitment/plan-committed', 'commitment/plan-committed'])
  })
})

describe('what is due after a meeting is to be done until the day after it', () => {
  const month = monthAt(CYCLES - 1)
  const year: Year = {
    missed: (count) => (count === LAST ? 300 : 0),
    planned: (cycle, count) => (count >= CYCLES && cycle === CYCLES - 1 ? 1300 : 1000),
    committed: (cycle) => cycle < CYCLES - 1,
    more: `view operations of widgets for ${month} {
  month  sales
  ${month}  900
}
disagreement promotion about widgets {
  position sales-director operations 1300
  due      ${month}-30
}
`,
  }
  const seen = (today: string) => {
    const { findings, todos } = reviewOf(twoYears(year), { today }).judgement
    return [new Set(names(findings)), new Set(names(todos))]
  }
  // By the step after which they count.
  const steps = [
    ['commitment/kept'],
    ['commitment/miss-explained'],
    ['commitment/hidden-disagreement', 'commitment/both-sides-heard'],
    ['commitment/plan-committed'],
  ]

  test.each([
    [`${month}-10`, 0],
    [`${month}-11`, 1],
    [`${month}-12`, 1],
    [`${month}-13`, 2],
    [`${month}-17`, 2],
    [`${month}-18`, 3],
    [`${month}-19`, 3],
    [`${month}-20`, 4],
  ])('on %s', (today, past) => {
    const [findings, todos] = seen(today)
    expect(findings).toEqual(new Set(steps.slice(0, past).flat()))
    expect(todos).toEqual(new Set(steps.slice(past).flat()))
  })
})

describe('what could not be read is not said to be missing', () => {
  const month = monthAt(CYCLES - 1)
  const dispute = (resolved: string) => `disagreement promotion about widgets ${month} {
  position sales-director sales 1300
  position plant-manager sales 900
  due ${month}-10
  resolved ${resolved}
}
`
  const seen = (text: string) => {
    const { diagnostics, judgement } = reviewOf(text)
    return [diagnostics.map(({ code }) => code), names(judgement.findings)]
  }

  test('a misspelt role commits', () => {
    const text = twoYears({}).replaceAll(
      `commit sales for ${month} by sales-director`,
      `commit sales for ${month} by sales-directer`,
    )
    expect(seen(text)).toEqual([['unknown-name'], []])
  })

  test('a misspelt role resolves', () => {
    const by = (role: string) =>
      twoYears({ more: dispute(`to 1000 by ${role} on ${month}-19 because "One region."`) })
    expect(seen(by('president'))).toEqual([[], []])
    expect(seen(by('presidant'))).toEqual([['unknown-name'], []])
    const without = twoYears({ more: dispute(`to 1000 on ${month}-19 because "One region."`) })
    expect(seen(without)).toEqual([[], ['commitment/resolution-complete']])
  })

  test('a misspelt word resolves, and nothing is overdue', () => {
    const text = twoYears({ more: dispute('to 1000') }).replace('resolved to', 'resolvd to')
    const [codes, findings] = seen(text)
    expect(codes).toHaveLength(1)
    expect(findings).toEqual([])
  })
})

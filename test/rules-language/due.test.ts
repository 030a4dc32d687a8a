// When a finding counts: `after` a meeting, and waivers.

import { describe, expect, test } from 'vitest'

import { found, review, said, type Given } from './harness.ts'
import { PLAN } from './plan.ts'

const RULE = `rule test/it "It holds" {
  AFTER
  given family f, month t in horizon
  collect t
  require sales(f, t) = 0
  at f
  message "{f} {t}"
}
`
const after = (step: string) => RULE.replace('AFTER', `after ${step}`)
const now = RULE.replace('  AFTER\n', '')

describe('after', () => {
  const counted = (step: string, given: Given) => {
    const { findings, todos, outcomes } = review(after(step), given).judgement
    return [findings.length, todos.length, outcomes[0]?.broken, outcomes[0]?.todo]
  }

  test('on the day of the meeting it is still to do, the day after it counts', () => {
    expect(counted('executive', { today: '2026-11-18' })).toEqual([0, 2, 0, 6])
    expect(counted('executive', { today: '2026-11-19' })).toEqual([0, 2, 0, 6])
    expect(counted('executive', { today: '2026-11-20' })).toEqual([2, 0, 6, 0])
    expect(counted('demand-review', { today: '2026-11-11' })).toEqual([2, 0, 6, 0])
  })

  const undated = PLAN.replace(/ {2}meeting executive on 2026-11-19.*\n/, '')

  test('without a meeting of that step it is to do until the month of the cycle is over', () => {
    const on = (today: string) => counted('executive', { plan: undated, today })
    expect(on('2026-11-30')).toEqual([0, 2, 0, 6])
    expect(on('2026-12-01')).toEqual([2, 0, 6, 0])
  })

  test('a step without a date is over with a later one', () => {
    expect(counted('supply-review', { today: '2026-11-19' })).toEqual([0, 2, 0, 6])
    expect(counted('supply-review', { today: '2026-11-20' })).toEqual([2, 0, 6, 0])
    expect(counted('executive', { plan: undated, today: '2026-11-20' })).toEqual([0, 2, 0, 6])
  })

  test('a meeting with a date is waited for, after the month of the cycle and after later steps', () => {
    const late = PLAN.replace('executive on 2026-11-19', 'executive on 2026-12-03')
    expect(counted('executive', { plan: late, today: '2026-12-03' })).toEqual([0, 2, 0, 6])
    expect(counted('executive', { plan: late, today: '2026-12-04' })).toEqual([2, 0, 6, 0])
    const last = PLAN.replace('demand-review on 2026-11-10', 'demand-review on 2026-11-25')
    expect(counted('demand-review', { plan: last, today: '2026-11-22' })).toEqual([0, 2, 0, 6])
  })

  test('a process of its own names its steps as it likes: all is due after the last', () => {
    const own = 'process {\n  step demand-review\n  step decide\n}\n'
    const plan = `${own}${PLAN.replaceAll('meeting executive', 'meeting decide')}`
    const { diagnostics, judgement } = review('', { plan, rules: 'all', today: '2026-11-19' })
    expect(said(diagnostics)).toEqual([])
    expect(new Set(judgement.todos.map(({ due }) => due))).toEqual(new Set(['decide']))
    const { todos, findings } = review('', { plan, rules: 'all', today: '2026-11-20' }).judgement
    expect(todos).toEqual([])
    expect(findings.map(({ rule }) => rule)).toContain('alignment/mix-known')
  })

  test('a finding that is to do says after which step', () => {
    const { todos } = review(after('executive'), { today: '2026-11-01' }).judgement
    expect(todos.map(({ due }) => due)).toEqual(['executive', 'executive'])
  })

  test('names a step of the process', () => {
    expect(said(review(after('exec')).diagnostics)).toEqual([
      'unknown-step at `exec`: The process has no step called exec. Did you mean executive?',
    ])
    expect(said(review(after('lunch')).diagnostics)).toEqual([
      'unknown-step at `lunch`: The process has no step called lunch. The steps are: data-gathering, demand-review, supply-review, reconciliation, executive.',
    ])
  })
})

describe('a waiver', () => {
  const waive = (about: string, until = '2027-06', rule = 'test/it') =>
    `waive ${rule}${about} {\n  by president until ${until}\n  because "Known."\n}\n`
  const split = (text: string, given: Given = {}) => {
    const seen = review(now + text, given)
    expect(said(seen.diagnostics)).toEqual([])
    const { findings, waived } = seen.judgement
    return [found(findings), found(waived)].map((each) =>
      each.map((one) => one.replace(/^.*: /, '')),
    )
  }
  const BOTH = ['widgets 2026-11', 'paint 2026-11']

  test('accepts all findings of its rule', () => {
    expect(split(waive(''))).toEqual([[], BOTH])
    expect(split('')).toEqual([BOTH, []])
  })

  test('about some facts accepts those about one of them', () => {
    expect(split(waive(' about paint'))).toEqual([['widgets 2026-11'], ['paint 2026-11']])
    expect(split(waive(' about paint, widgets'))).toEqual([[], BOTH])
    expect(split(waive(' about assembly'))).toEqual([BOTH, []])
  })

  test('must cover all months of a finding', () => {
    expect(split(waive(' about paint 2026-11 .. 2027-01'))).toEqual([
      ['widgets 2026-11'],
      ['paint 2026-11'],
    ])
    expect(split(waive(' about paint 2026-11 ..'))).toEqual([
      ['widgets 2026-11'],
      ['paint 2026-11'],
    ])
    expect(split(waive(' about paint 2026-11 .. 2026-12'))).toEqual([BOTH, []])
    expect(split(waive(' about paint 2026-12 ..'))).toEqual([BOTH, []])
    expect(split(waive(' about paint 2026-11'))).toEqual([BOTH, []])
  })

  test('ends after its last day', () => {
    expect(split(waive('', '2026-11-30'), { today: '2026-11-30' })).toEqual([[], BOTH])
    expect(split(waive('', '2026-11-30'), { today: '2026-12-01' })).toEqual([BOTH, []])
    expect(split(waive('', '2026-11'), { today: '2026-11-30' })).toEqual([[], BOTH])
  })

  test('of another rule changes nothing', () => {
    const other = now.replace('test/it', 'test/other')
    const { findings, waived } = review(now + other + waive('', '2027-06', 'test/other')).judgement
    expect([findings, waived].map((each) => each.map(({ rule }) => rule))).toEqual([
      ['test/it', 'test/it'],
      ['test/other', 'test/other'],
    ])
  })

  test('accepts what is to do, too, and is counted', () => {
    const { outcomes, todos } = review(after('executive') + waive(' about paint'), {
      today: '2026-11-01',
    }).judgement
    expect(outcomes[0]).toMatchObject({ broken: 0, todo: 3, waived: 3 })
    expect(todos).toHaveLength(1)
  })

  test('about a cycle accepts what points at it', () => {
    const rule = 'rule test/it "x" {\n  require 1 = 2\n  at cycle\n  message "x"\n}\n'
    const text = rule + waive(' about 2026-11')
    expect(review(text).judgement.waived).toHaveLength(1)
    expect(review(rule + waive(' about 2026-10')).judgement.waived).toHaveLength(0)
  })

  test('about a family or a cycle accepts what points at lines of theirs, which have no name', () => {
    const rule = (given: string) =>
      `rule test/it "x" {\n  given ${given} x\n  require 1 = 2\n  at x\n  message "x"\n}\n`
    const counts = (given: string, about: string) => {
      const { findings, waived } = review(rule(given) + waive(about)).judgement
      return [findings.length, waived.length]
    }
    expect(counts('price', ' about widgets')).toEqual([0, 2])
    expect(counts('price', ' about paint')).toEqual([2, 0])
    const [left, accepted] = counts('meeting', ' about 2026-11')
    expect(left).toBeGreaterThan(0)
    expect(accepted).toBeGreaterThan(0)
  })

  test('names a rule that there is', () => {
    expect(said(review(now + waive('', '2027-06', 'test/its')).diagnostics)).toEqual([
      'unknown-rule at `test/its`: There is no rule called test/its. Did you mean test/it?',
    ])
  })

  test('may accept what an objective misses', () => {
    const goal = 'objective lean "Lean" by president until 2027-06 {\n  require 1 = 2\n}\n'
    const text = goal + waive('', '2027-06', 'lean')
    const seen = review(text, { rules: ['lean'] })
    expect(said(seen.diagnostics)).toEqual([])
    expect(seen.judgement.waived.map(({ rule }) => rule)).toEqual(['lean'])
  })
})

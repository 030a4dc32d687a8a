// Two versions side by side: what differs, in numbers and money, and what the rules then say.

import { describe, expect, test, vi } from 'vitest'

import { parseDay } from '../../src/base/date.ts'
import { plainDecimal } from '../../src/base/exact.ts'
import type { Exact } from '../../src/base/exact.ts'
import { parseMonth, printMonth } from '../../src/base/month.ts'
import { makeSource } from '../../src/base/source.ts'
import { compareVersions } from '../../src/comparison/compare.ts'
import type { Comparison } from '../../src/comparison/compare.ts'
import type { Line } from '../../src/comparison/line.ts'
import type { Side } from '../../src/comparison/side.ts'
import { DEFAULTS } from '../../src/configuration/configuration.ts'
import { check, type Review } from '../../src/pipeline.ts'

// Each case checks whole workspaces, and machines are busy.
vi.setConfig({ testTimeout: 60_000 })

const PLAN = `business "Test" {
  currency USD
}
role president in general-management
unit each
unit hour
family a {
  market   "Everybody"
  strategy make-to-stock
  unit     each
}
family b {
  market   "Everybody"
  strategy make-to-order
  unit     each
}
conversion a {
  price = 2 USD per each
  cost  = 1 USD per each
}
conversion b {
  price = 10 USD per each
  cost  = 5 USD per each
}
resource press {
  unit hour
  month       available
  2026-12 ..        100
}
group here {
  unit each
}
group there {
  unit each
}
supply a {
  uses press 0.5 hour per each on here
  month       here  there
  2026-12 ..   50%   rest
}
cycle 2026-12 {
  horizon 3 months
}
cycle 2027-01 {
  horizon 3 months
}
plan a for 2026-12 {
  opening inventory 50
  month       sales  operations
  2026-12 ..     90         100
}
plan b for 2026-12 {
  opening backlog 5
  month       sales  operations
  2026-12 ..      7           7
}
plan a for 2027-01 {
  opening inventory 50
  month               sales  operations
  2027-01 .. 2027-03    100         100
}
plan b for 2027-01 {
  opening backlog 5
  month       sales  operations
  2027-01 ..      7           7
}
budget a in USD {
  month    revenue
  2027-02      250
}
view finance of b for 2027-01 {
  month    revenue
  2027-01       60
  2027-02       70
}
objective sold "The year begins well" by president until 2027-12 {
  let     sold = sum(revenue(f, t) for family f, month t in horizon)
  require sold >= 1_000 USD
}
scenario strong of 2027-01 {
  change sales of a 2027-02 .. by +60
  change price of a 2027-03 by +50%
  change available of press 2027-02 by -60
  change here of a 2027-03 to 60%
}
scenario more of strong {
  change operations of a 2027-02 .. to 160
}
`

function runOf(view: { scenario?: string; cycle?: string } = {}): Review {
  const today = parseDay('2027-01-20')
  if (today === undefined) throw new Error('no day')
  return check({
    sources: [makeSource('plan.sop', PLAN)],
    configuration: DEFAULTS,
    today,
    readItems: () => ({ problem: 'there is no such file' }),
    scenario: view.scenario,
    cycle: view.cycle === undefined ? undefined : parseMonth(view.cycle),
  })
}

/** A plan, a scenario or a cycle, by its name. */
function side(name: string): Side {
  const view = name === 'plan' ? {} : /^\d/.test(name) ? { cycle: name } : { scenario: name }
  const { model, judgement } = runOf(view)
  return { name, model, version: 'plan', judgement }
}

function compared(base: string, other: string): Comparison {
  return compareVersions(side(base), side(other))
}

const shown = (value: Exact | undefined): string =>
  value === undefined ? '?' : (plainDecimal(value) ?? 'fraction')

/** `sales each | 2027-02 .. 2027-03 100 160 60 120 | all 300 420 120 …` */
function printed(line: Line): string {
  const stretches = line.stretches.map(({ months, base, other, difference, money }) =>
    [
      `${printMonth(months.from)}..${printMonth(months.to)}`,
      ...[base, other, difference, money].map(shown),
    ].join(' '),
  )
  const { totals } = line
  const total =
    totals === undefined
      ? []
      : [
          ['all', ...[totals.base, totals.other, totals.difference, totals.money].map(shown)].join(
            ' ',
          ),
        ]
  return [`${line.what} ${line.unit ?? ''}`, ...stretches, ...total].join(' | ')
}

const linesOf = (comparison: Comparison, name: string): readonly string[] =>
  [...comparison.families, ...comparison.resources]
    .filter(({ subject }) => subject.name === name)
    .flatMap(({ lines }) => lines.map(printed))

describe('a scenario beside the plan', () => {
  const comparison = compared('plan', 'strong')

  test('has the flows it changed, what the stock then is, and both in money', () => {
    expect(linesOf(comparison, 'a')).toEqual([
      'sales each | 2027-02..2027-02 100 160 60 120 | 2027-03..2027-03 100 160 60 280 | all 300 420 120 400',
      'inventory each | 2027-02..2027-02 50 -10 -60 -120 | 2027-03..2027-03 50 -70 -120 -310',
      'revenue USD | 2027-02..2027-02 200 320 120 ? | 2027-03..2027-03 200 480 280 ? | all 600 1000 400 ?',
      'price USD per each | 2027-03..2027-03 2 3 1 ?',
      'operations at here each | 2027-03..2027-03 50 60 10 ? | all 150 160 10 ?',
      'operations at there each | 2027-03..2027-03 50 40 -10 ? | all 150 140 -10 ?',
    ])
  })

  test('has what there is of a resource, and what the plan takes of it', () => {
    expect(linesOf(comparison, 'press')).toEqual([
      'load hour | 2027-03..2027-03 25 30 5 ?',
      'available hour | 2027-02..2027-02 100 40 -60 ?',
    ])
  })

  test('says nothing of a family that is the same', () => {
    expect(comparison.families.map(({ subject }) => subject.name)).toEqual(['a'])
  })

  test('adds the families up in money', () => {
    expect(comparison.business.map(printed)).toEqual([
      'revenue USD | 2027-02..2027-02 270 390 120 ? | 2027-03..2027-03 270 550 280 ? | all 810 1210 400 ?',
      'inventory at cost USD | 2027-02..2027-02 50 -10 -60 ? | 2027-03..2027-03 50 -70 -120 ?',
    ])
  })

  test('has the findings that appear, and the other way round those that vanish', () => {
    const names = (found: Comparison['findings'], which: 'appear' | 'vanish') =>
      found?.[which].map(({ finding, months }) => [
        finding.rule,
        months.map(({ from, to }) => `${printMonth(from)}..${printMonth(to)}`),
      ])
    const appear = names(comparison.findings, 'appear')
    expect(appear).toContainEqual(['balance/no-stockout', ['2027-02..2027-03']])
    const vanish = names(comparison.findings, 'vanish')
    expect(vanish).toEqual([['sold', []]])
    const back = compared('strong', 'plan')
    expect(names(back.findings, 'vanish')).toEqual(appear)
    expect(names(back.findings, 'appear')).toEqual(vanish)
  })
})

test('a scenario on a scenario differs from it by its own changes', () => {
  const comparison = compared('strong', 'more')
  expect(linesOf(comparison, 'a')[0]).toBe(
    'operations each | 2027-02..2027-02 100 160 60 120 | 2027-03..2027-03 100 160 60 180 | all 300 420 120 300',
  )
  expect(comparison.findings?.vanish.map(({ finding }) => finding.rule)).toContain(
    'balance/no-stockout',
  )
})

test('objectives stand side by side, whether they hold or not', () => {
  const { objectives } = compared('plan', 'strong')
  expect(
    objectives.map(({ objective, base, other }) => [
      objective.name,
      [base?.held, base?.figures.map(({ low }) => low)],
      [other?.held, other?.figures.map(({ low }) => low)],
    ]),
  ).toEqual([['sold', [false, ['810 USD']], [true, ['1,210 USD']]]])
})

test('two cycles are compared in the months that both plan', () => {
  const comparison = compared('2026-12', 'plan')
  expect(comparison.months && printMonth(comparison.months.from)).toBe('2027-01')
  expect(comparison.months && printMonth(comparison.months.to)).toBe('2027-02')
  expect(linesOf(comparison, 'a')[0]).toBe(
    'sales each | 2027-01..2027-02 90 100 10 20 | all 180 200 20 40',
  )
})

describe('a version that is no plan', () => {
  const numbersOf = (version: Side['version'], name: string): Side => {
    const { model } = runOf()
    return { name, model, version, judgement: undefined }
  }

  test('is compared where both know a number, and judged by nobody', () => {
    const comparison = compareVersions(side('plan'), numbersOf('budget', 'budget'))
    expect(linesOf(comparison, 'a')).toEqual(['revenue USD | 2027-02..2027-02 200 250 50 ?'])
    expect(comparison.findings).toBeUndefined()
    expect(comparison.objectives).toEqual([])
    expect(comparison.business).toEqual([])
  })

  test('may be a function', () => {
    const { model } = runOf()
    const finance = model.facts.named('function', 'finance')
    if (finance === undefined) throw new Error('no finance')
    const other = { name: 'finance', model, version: finance, judgement: undefined }
    expect(linesOf(compareVersions(side('plan'), other), 'b')).toEqual([
      'revenue USD | 2027-01..2027-01 70 60 -10 ? | all 140 130 -10 ?',
    ])
  })
})

test('a plan and itself do not differ', () => {
  const { families, resources, business, findings } = compared('plan', 'plan')
  expect([families, resources, business, findings]).toEqual([
    [],
    [],
    [],
    { appear: [], vanish: [] },
  ])
})

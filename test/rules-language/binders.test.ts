// Binders: what they run over, by `in` and without it.

import { describe, expect, test } from 'vitest'

import { results, review } from './harness.ts'
import { PLAN } from './plan.ts'

/** How many each binder finds. */
function expectCounts(cases: readonly (readonly [binders: string, count: number])[]): void {
  const values = results(cases.map(([binders]) => [`count(${binders})`]))
  expect(cases.map(([binders], at) => [binders, ...(values[at] ?? [])])).toEqual(
    cases.map(([binders, count]) => [binders, String(count)]),
  )
}

describe('a binder runs over', () => {
  test('all facts of a kind', () => {
    expectCounts([
      ['family f', 2],
      ['item i', 2],
      ['role r', 4],
      ['cycle c', 2],
      ['commit k', 2],
      ['opening o', 1],
      ['price p', 2],
      ['total w', 0],
    ])
  })

  test('the lines of a block', () => {
    expectCounts([
      ['meeting m in cycle', 2],
      ['meeting m in "2026-10"', 1],
      ['plan p, opening o in p', 1],
      ['supply s, uses u in s', 1],
      ['owner o in widgets', 2],
      ['process r, step s in r', 5],
    ])
  })

  test('the statements that name a fact', () => {
    expectCounts([
      ['plan p in cycle', 2],
      ['plan p in cycle.previous', 1],
      ['item i in widgets', 2],
      ['item i in "paint"', 0],
      ['commit k in cycle', 2],
      ['commit k in widgets', 1],
      ['role r in operations', 2],
      ['role r in president', 2],
      ['role r in buyer', 0],
      ['view v in cycle', 1],
      ['scenario s in cycle', 1],
      ['assumption a in widgets', 1],
      ['mix m in paint', 0],
    ])
  })

  test('months, series and versions', () => {
    expectCounts([
      ['month t in horizon', 3],
      ['month t in 2026-11 .. 2026-12', 2],
      ['month t in (2026-11, 2026-12, 2027-05)', 3],
      ['month t in (2026-11, 2026-11)', 1],
      ['month t in 2026-11', 1],
      ['series s in (sales, operations)', 2],
      ['series s in sales', 1],
      ['family f, series s in f.series', 6],
      ['version v in (plan, budget, strong, cycle)', 4],
      ['version v in cycle', 1],
    ])
  })

  test('sets of facts', () => {
    expectCounts([
      ['cycle c in cycles(2)', 2],
      ['meeting m in cycle, role r in m.with', 3],
      ['assumption a, family f in a.families', 1],
      ['resource r, family f in r.families', 1],
      ['family f in (widgets, paint)', 2],
      ['role r in (president, buyer)', 2],
    ])
  })

  test('pairs, each seeing those before it', () => {
    expectCounts([
      ['family f, item i in f', 2],
      ['family f, item i where i.family = f', 2],
      ['family f, month t in horizon where sales(f, t) > 0 and t in fence(planning, f)', 4],
    ])
  })
})

describe('a statement with an error', () => {
  /** What expressions are over a plan that is not in order. */
  function figures(plan: string, expressions: readonly string[]): readonly string[] {
    const lets = expressions.map((each, at) => `  let x${at} = ${each}\n`).join('')
    const text = `objective goal "x" by president until 2027-01 {\n${lets}  require 1 = 1\n}\n`
    const seen = review(text, { plan })
    expect(seen.diagnostics).toHaveLength(1)
    return seen.judgement.objectives.flatMap((each) => each.figures.map(({ low }) => low))
  }

  test('may be what is asked for: nobody says that it is not there', () => {
    const plan = PLAN.replace('for 2026-11 by sales-director', 'for 2026-11 by sales-directr')
    expect(
      figures(plan, [
        'exists(commit k in cycle where k.series = sales and k.by = sales-director)',
        'exists(commit k in cycle where k.series = operations and k.by = plant-manager)',
        'exists(commit k where k.series = revenue and k.by = president)',
        'count(commit k in cycle)',
        'count(commit k in cycle where k.by = buyer)',
      ]),
    ).toEqual(['unknown', 'yes', 'no', '2', 'unknown'])
  })

  test('belongs, perhaps, to what its unreadable clause was to name', () => {
    const plan = PLAN.replace('commit sales for 2026-11', 'commit sales for 2026-13')
    expect(
      figures(plan, [
        'exists(commit k in cycle where k.series = sales)',
        'exists(commit k in cycle where k.series = operations)',
        'count(commit k in cycle)',
      ]),
    ).toEqual(['unknown', 'yes', 'unknown'])
  })

  test('may have had more lines', () => {
    const plan = PLAN.replace('meeting executive on 2026-11-19', 'meetng executive on 2026-11-19')
    expect(
      figures(plan, [
        'exists(meeting m in cycle where m.step = executive)',
        'exists(meeting m in cycle where m.step = demand-review)',
        'every(m.on < 2027-01-01 for meeting m in cycle)',
        'count(meeting m in cycle)',
        'count(meeting m in cycle.previous)',
      ]),
    ).toEqual(['unknown', 'yes', 'unknown', 'unknown', '1'])
  })
})

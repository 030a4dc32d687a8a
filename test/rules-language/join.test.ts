// Equalities are served by an index: twice the facts take about twice the turns, not four times.

import { expect, test } from 'vitest'

import { runRule } from '../../src/rules/run.ts'
import { review } from './harness.ts'

/** A business of so many roles, families and commitments. */
function planOf(size: number): string {
  const each = Array.from(
    { length: size },
    (_, at) => `role r${at} in operations
family f${at} {
  strategy make-to-stock
  unit each
}
commit sales of f${at} for 2026-11 by r${at} on 2026-11-19
`,
  )
  return `business "Big" {
  currency USD
}
cycle 2026-11 {
  horizon 1 month
}
${each.join('')}`
}

/** The turns that all loops of a rule take together. */
function turns(size: number, given: string, condition: string): number {
  const rule = `rule test/it "x" {
  given ${given}
  require ${condition}
  at business
  message "x"
}
`
  const seen = review(rule, { plan: planOf(size) })
  expect(seen.diagnostics).toEqual([])
  expect(seen.judgement.outcomes[0]).toMatchObject({ held: size, broken: 0, unjudged: 0 })
  const [fact] = seen.rulebook.rules
  const compiled = fact && seen.rulebook.compile(fact)
  if (compiled !== undefined) runRule(compiled)
  return compiled?.compiler.program.work ?? 0
}

test.each([
  ['role r', 'exists(commit k where k.by = r)'],
  ['role r', 'exists(commit k where r = k.by)'],
  ['role r', 'exists(commit k where k.cycle = cycle and k.series = sales and k.by = r)'],
  ['role r', 'exists(commit k in cycle where k.by = r)'],
  ['role r', 'exists(commit k in cycle where k.series = sales and k.by = r)'],
  ['role r', 'count(commit k where k.by = r) = 1'],
  ['role r', 'every(k.series = sales for commit k where k.by = r)'],
  ['role r, commit k where k.by = r', 'k.series = sales'],
  ['family f', 'exists(commit k where k.family = f)'],
  ['family f', 'exists(commit k where f in k.families)'],
  ['family f', 'exists(commit k in f)'],
])('given %s: %s', (given, condition) => {
  expect(turns(80, given, condition)).toBeLessThan(2.2 * turns(40, given, condition))
})

test('what no index serves looks at all pairs', () => {
  const of = (size: number) => turns(size, 'role r', 'exists(commit k where not (k.by != r))')
  expect(of(80)).toBeGreaterThan(3 * of(40))
})

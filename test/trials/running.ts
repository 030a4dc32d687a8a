// The one place where the tests of trials touch the checker.
import { parseDay } from '../../src/base/date.ts'
import { makeSource } from '../../src/base/source.ts'
import { DEFAULTS } from '../../src/configuration/configuration.ts'
import { check, type Review } from '../../src/pipeline.ts'
import { type RuleTests, runRuleTests, type TestResult } from '../../src/trials/rule-tests.ts'

/** A workspace of one file. */
export function reviewed(text: string, rules?: readonly string[]): Review {
  const today = parseDay('2026-11-20')
  if (today === undefined) throw new Error('no day')
  return check({
    sources: [makeSource('plan.sop', text)],
    configuration: DEFAULTS,
    today,
    readItems: (name) => ({ problem: `a test has no file ${name}` }),
    rules,
  })
}

export function tested(text: string): RuleTests {
  return runRuleTests(reviewed(text, []), () => true)
}

/** What became of the only test of a workspace, a line each. */
export function outcome(text: string): readonly string[] {
  const { results } = tested(text)
  const [only] = results
  if (only === undefined || results.length > 1) throw new Error('there must be one test')
  return said(only)
}

export function said({ passed, problems, expected, unexpected }: TestResult): readonly string[] {
  return [
    passed ? 'holds' : 'fails',
    ...problems.map(({ code, message }) => `${code}: ${message}`),
    ...expected
      .filter(({ met }) => !met)
      .map(({ no, rule, at, found, lacking }) =>
        [`${no ? 'not ' : ''}${rule} ${at ?? ''}`.trim(), `found ${found.length}`, ...lacking].join(
          '; ',
        ),
      ),
    ...unexpected.map(({ rule, places }) => `unexpected ${rule} ${places[0]?.reading ?? ''}`),
  ]
}

/** `concord test`: runs a company's tests of its own rules. */

import { type RuleTests, runRuleTests } from '../trials/rule-tests.ts'
import { CLEAN, FINDINGS, WRONG } from './exit-codes.ts'
import { formatNamed, type Formats, print } from './formats.ts'
import { reviewPaths } from './review.ts'
import { saySettingsProblems } from './settings.ts'
import { WrongUse } from './wrong-use.ts'

export interface TestOptions {
  readonly format?: string
}

const FORMATS: Formats<RuleTests> = {
  pretty: async (tests, _, width) =>
    (await import('../report/rule-tests.ts')).ruleTestsReport(tests, { width }),
  json: async (tests) => (await import('../report/rule-tests-json.ts')).jsonRuleTests(tests),
}

export async function testCommand(paths: readonly string[], options: TestOptions): Promise<number> {
  const printer = formatNamed(FORMATS, options.format)
  const reviewed = await reviewPaths(paths, { rule: [] }, {})
  if ('problems' in reviewed) {
    saySettingsProblems(reviewed.problems)
    return WRONG
  }
  const { review, configuration, workspace } = reviewed
  const tests = runRuleTests(review, ({ span }) => workspace.shows(span.source.path))
  if (tests.results.length === 0) {
    throw new WrongUse(
      `There are no tests in ${workspace.root}.`,
      'Write one beside the rule: `test "…" { … expect RULE at CELL }`.',
    )
  }
  await print(printer, tests, undefined, configuration.report)
  return tests.results.every(({ passed }) => passed) ? CLEAN : FINDINGS
}

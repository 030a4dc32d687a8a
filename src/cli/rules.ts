/** `concord rules`: the rulebook as it is in force in a workspace. */

import { listRules, type RuleList } from '../rules/rule-list.ts'
import { CLEAN, WRONG } from './exit-codes.ts'
import { formatNamed, type Formats, print } from './formats.ts'
import { reviewPaths } from './review.ts'
import { saySettingsProblems } from './settings.ts'

export interface RulesOptions {
  readonly format?: string
}

const FORMATS: Formats<RuleList> = {
  pretty: async (list) => (await import('../report/rules.ts')).rulesReport(list),
  json: async (list) => (await import('../report/rules-json.ts')).jsonRules(list),
}

/** Nothing is judged, so that the list is there even where the plan is not yet. */
export async function rulesCommand(
  paths: readonly string[],
  options: RulesOptions,
): Promise<number> {
  const printer = formatNamed(FORMATS, options.format)
  const reviewed = await reviewPaths(paths, { rule: [] }, { mayBeEmpty: true })
  if ('problems' in reviewed) {
    saySettingsProblems(reviewed.problems)
    return WRONG
  }
  const { review, configuration } = reviewed
  const list = listRules(review.facts, review.rulebook.policies, review.trees, configuration)
  await print(printer, list, undefined, configuration.report)
  return CLEAN
}

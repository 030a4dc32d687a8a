/** The page behind the code of a diagnostic: the same that `concord explain` prints. */

import { DIAGNOSTICS } from '../src/diagnostics/table.ts'
import type { Document } from '../src/markup/document.ts'
import { codePage } from '../src/report/code-page.ts'
import { rulePage } from '../src/report/rule-page.ts'
import { listRules } from '../src/rules/rule-list.ts'
import type { Snapshot } from '../src/service/snapshot.ts'

/** Undefined where nothing has that name. */
export function pageNamed({ review, given }: Snapshot, name: string): Document | undefined {
  const { facts } = review
  const rule = facts.named('rule', name) ?? facts.named('objective', name)
  if (rule !== undefined) {
    const { configuration } = given.settings
    const list = listRules(facts, review.rulebook.policies, review.trees, configuration)
    const listed = list.rules.find(({ fact }) => fact === rule)
    return listed && rulePage(listed, list.policies)
  }
  const spec = DIAGNOSTICS.get(name)
  return spec && codePage(name, spec)
}

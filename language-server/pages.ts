/** The page behind the code of a diagnostic: the same that `concord explain` prints. */

import { levelOf } from '../src/configuration/configuration.ts'
import { DIAGNOSTICS } from '../src/diagnostics/table.ts'
import type { Document } from '../src/markup/document.ts'
import { codePage } from '../src/report/code-page.ts'
import { rulePage } from '../src/report/rule-page.ts'
import type { Snapshot } from '../src/service/snapshot.ts'

/** Undefined where nothing has that name. */
export function pageNamed({ review, given }: Snapshot, name: string): Document | undefined {
  const { facts } = review
  const rule = facts.named('rule', name) ?? facts.named('objective', name)
  if (rule !== undefined) {
    return rulePage(rule, facts, levelOf(given.settings.configuration, name))
  }
  const spec = DIAGNOSTICS.get(name)
  return spec && codePage(name, spec)
}

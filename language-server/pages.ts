/** The page behind the code of a diagnostic, as `concord explain` prints it, and the lists of pages. */

import { allDiagnostics } from '../src/diagnostics/table.ts'
import { type Document, GAP, heading } from '../src/markup/document.ts'
import type { Review } from '../src/pipeline.ts'
import { codePage } from '../src/report/code-page.ts'
import { rulesPage } from '../src/report/index-pages.ts'
import { principleBlocks } from '../src/report/principle-table.ts'
import { rulePage } from '../src/report/rule-page.ts'
import { scorecard } from '../src/report/scorecard.ts'
import { judgedNamed } from '../src/rules/judged.ts'
import { listRules } from '../src/rules/rule-list.ts'
import type { Snapshot } from '../src/service/snapshot.ts'

/** The pages that are of no one rule. */
const LISTS: ReadonlyMap<string, (review: Review) => Document> = new Map([
  ['rules', ({ facts }: Review) => rulesPage(facts.of('rule'))],
  ['principles', principlesPage],
])

function principlesPage(review: Review): Document {
  return [heading(1, 'The ten principles'), GAP, ...principleBlocks(scorecard(review))]
}

/** Undefined where nothing has that name. */
export function pageNamed({ review, given }: Snapshot, name: string): Document | undefined {
  const { facts } = review
  const rule = judgedNamed(facts, name)
  if (rule !== undefined) {
    const { configuration } = given.settings
    const { rules, policies } = listRules(
      facts,
      review.rulebook.policies,
      review.trees,
      configuration,
    )
    const listed = rules.find(({ fact }) => fact === rule)
    return listed && rulePage(listed, policies)
  }
  const list = LISTS.get(name)
  if (list !== undefined) return list(review)
  const spec = allDiagnostics().get(name)
  return spec && codePage(name, spec)
}

/** The page that holds the plan against that of the previous cycle, as `concord compare` does. */

import { compareVersions } from '../src/comparison/compare.ts'
import type { Side } from '../src/comparison/side.ts'
import { type Document, GAP, heading } from '../src/markup/document.ts'
import { monthOfCycle } from '../src/model/cycles.ts'
import type { Review } from '../src/pipeline.ts'
import { comparisonReport } from '../src/report/comparison.ts'
import { counted } from '../src/report/words.ts'
import { perSnapshot, Snapshot } from '../src/service/snapshot.ts'
import { isPageOf, pageUri, saidIn } from './page-uri.ts'
import type { Root } from './root.ts'

const COMPARISONS = 'comparisons'

/** Null where no cycle came before. */
export function comparisonPageOf({ path, snapshot }: Root): string | null {
  const { model } = snapshot.review
  const before = model.cycle && model.previous(model.cycle)
  if (before === undefined) return null
  return pageUri(COMPARISONS, `${model.cycle?.name} against ${before.name}`, [path])
}

export function isComparisonPage(uri: string): boolean {
  return isPageOf(COMPARISONS, uri)
}

/** Undefined where there no longer are two cycles. */
export function comparisonPage(roots: readonly Root[], uri: string): Document | undefined {
  const [path] = saidIn(uri)
  const root = roots.find((each) => each.path === path)
  return root && pageOf(root.snapshot).document
}

/** The previous cycle is judged once for each state of the plan. */
const pageOf = perSnapshot((snapshot): { readonly document: Document | undefined } => {
  const { review, given } = snapshot
  const before = review.model.cycle && review.model.previous(review.model.cycle)
  const month = before && monthOfCycle(before)
  if (month === undefined) return { document: undefined }
  const base = sideOf(new Snapshot({ ...given, cycle: month }).review)
  const other = sideOf(review)
  const comparison = compareVersions(base, other)
  const title = heading(1, `${other.name} against ${base.name}`)
  return { document: [title, GAP, ...comparisonReport(comparison, notesOn(review))] }
})

function sideOf({ model, judgement }: Review): Side {
  return { name: model.cycle?.name ?? 'plan', model, version: 'plan', judgement }
}

function notesOn({ diagnostics }: Review): readonly string[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  if (errors === 0) return []
  return [
    `What the files say is wrong in ${counted(errors, 'place')}, and numbers may be missing: see the problems.`,
  ]
}

/** Merges texts as the driver does. */

import { merge, type Merged, type Unmerged } from '../../src/merge/merge.ts'

export function mergedTexts(base: string, ours: string, theirs: string): Merged | Unmerged {
  return merge(
    { base, ours, theirs },
    {
      path: 'plan.sop',
      markerSize: 7,
      labels: { ours: 'ours', theirs: 'theirs' },
      people: { ours: 'the controller', theirs: 'the plant manager' },
    },
  )
}

/** The text of a merge that must not be refused. */
export function mergedText(base: string, ours: string, theirs: string): string {
  const merged = mergedTexts(base, ours, theirs)
  return 'refused' in merged ? `refused: ${merged.refused}` : merged.text
}

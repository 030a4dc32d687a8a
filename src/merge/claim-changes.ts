/** What one text says and another does not. */

import type { Tree } from '../../grammar/tree.ts'
import { claimsOf } from './claims.ts'

type Said = Pick<Tree, 'statements'>

export interface ClaimChange {
  /** `plan pumps for 2026-11 | sales | 2026-12`. */
  readonly of: string
  /** Undefined where that text does not say it. */
  readonly old: string | undefined
  readonly new: string | undefined
}

/** In the order in which the first text says it, then the second. */
export function claimChanges(before: Said, after: Said): readonly ClaimChange[] {
  const [old, now] = claimsOf([before, after])
  const keys = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])
  return [...keys].flatMap((of) => {
    const values = [old, now].map((claims) => claims?.get(of)?.join('; '))
    return values[0] === values[1] ? [] : [{ of, old: values[0], new: values[1] }]
  })
}

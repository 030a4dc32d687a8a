/** Whether a merge says what it should: what both began with, and what each side changed of it. */

import type { Tree } from '../../grammar/tree.ts'
import { apart } from './apart.ts'
import { claimsOf } from './claims.ts'
import { each, type Side, sideToTake, SIDES, type Three } from './three-way.ts'

/** The merge as each side would have it; the same where nothing is in conflict. */
export type Resolved = Readonly<Record<Side, Tree>>

/**
 * What a merge says wrongly, as keys of claims; nothing where it is right. A total that both sides
 * changed is taken as it is: each may have changed it for its own months.
 */
export function misstated(trees: Three<Tree>, resolved: Resolved): readonly string[] {
  const versions = [trees.base, trees.ours, trees.theirs, resolved.ours, resolved.theirs]
  const all = claimsOf(apart(versions))
  const claims = { base: all[0], ours: all[1], theirs: all[2] }
  const merged = { ours: all[3], theirs: all[4] }
  const open = resolved.ours !== resolved.theirs
  const keys = new Set(all.flatMap((each) => [...each.keys()]))
  return [...keys].filter((key) => {
    const said = each(claims, (each) => each?.get(key) ?? [])
    const expected = together(said)
    if (expected === undefined && key.endsWith(TOTAL)) return false
    return SIDES.some((side) => {
      const found = (merged[side]?.get(key) ?? []).join('\n')
      const own = said[side].join('\n')
      if (expected === undefined) return found !== own || !open
      return found !== expected.join('\n') && (!open || found !== own)
    })
  })
}

const TOTAL = ' | total'

/** Undefined where both sides changed it. What is said several times is counted. */
function together(said: Three<readonly string[]>): readonly string[] | undefined {
  const side = sideToTake(each(said, (values) => values.join('\n')))
  if (side !== undefined) return said[side]
  if (Object.values(said).every((values: readonly string[]) => values.length <= 1)) return undefined
  const count = (values: readonly string[], of: string): number =>
    values.filter((value) => value === of).length
  const values = new Set([...said.base, ...said.ours, ...said.theirs])
  return [...values]
    .flatMap((value) => {
      const counts = each(said, (list) => count(list, value))
      const times = timesTogether(counts)
      return Array.from({ length: times }, () => value)
    })
    .toSorted()
}

/** What both brought, or took away, they brought or took once. */
function timesTogether({ base, ours, theirs }: Three<number>): number {
  const [least, most] = [Math.min(ours, theirs), Math.max(ours, theirs)]
  if (least >= base) return most
  return most <= base ? least : Math.max(ours + theirs - base, 0)
}

/** Comments that a side wrote anew, or that no side took away, and that the merge has lost. */
export function lostComments(
  comments: Three<readonly string[]>,
  merged: readonly string[],
): readonly string[] {
  const has = each(comments, (list) => new Set(list))
  const found = new Set(merged)
  return [...new Set([...comments.ours, ...comments.theirs])].filter((comment) => {
    const kept = !has.base.has(comment) || (has.ours.has(comment) && has.theirs.has(comment))
    return kept && !found.has(comment)
  })
}

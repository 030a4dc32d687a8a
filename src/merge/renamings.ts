/** Families that one side calls by another name: what the other changed of them is meant of that name. */

import { gather } from '../base/gather.ts'
import { printName } from '../syntax/print.ts'
import { type Renaming, says } from './called-anew.ts'
import type { BlockItem, Outline } from './item.ts'
import { familyOf } from './named-in.ts'
import { plainCell } from './table-rows.ts'
import type { Side, Three } from './three-way.ts'

/** Pairs of names that are looked at: where more changed, none is followed. */
const MOST_PAIRS = 10_000

/**
 * As in a difference, a family is known by half of its numbers. Only names that are one thing's in all
 * texts are followed: the old one stands nowhere on the side, the new one nowhere in the others.
 */
export function renamingsBy(
  side: Side,
  outlines: Three<Outline>,
  texts: Three<string>,
): readonly Renaming[] {
  const [own, other] = [outlines[side], side === 'ours' ? texts.theirs : texts.ours]
  const gone = plansWithout(outlines.base, own)
  const came = plansWithout(own, outlines.base)
  if (gone.size * came.size > MOST_PAIRS) return []
  const pairs = [...gone].flatMap(([from, before]) =>
    [...came].flatMap(([to, after]) =>
      isAlike({ from, to }, before, after) ? [{ from, to }] : [],
    ),
  )
  return pairs.filter(
    ({ from, to }) =>
      pairs.every((pair) => (pair.from === from) === (pair.to === to)) &&
      !says(texts[side], from) &&
      !says(texts.base, to) &&
      !says(other, to),
  )
}

/** The tables of families in one text that another has not, by the family as it is written. */
function plansWithout(
  { items }: Outline,
  other: Outline,
): ReadonlyMap<string, readonly BlockItem[]> {
  const there = new Set(other.items.map(({ identities }) => identities[0]))
  const plans = items.filter((item): item is BlockItem => {
    return item.sort === 'block' && !there.has(item.identities[0]) && familyIn(item) !== ''
  })
  return gather(plans, familyIn)
}

function familyIn({ statement, spec }: BlockItem): string {
  const family = spec?.table === undefined ? undefined : familyOf(statement, spec)
  return family === undefined ? '' : printName(family)
}

function isAlike(
  renaming: Renaming,
  before: readonly BlockItem[],
  after: readonly BlockItem[],
): boolean {
  const twins = new Map(after.map((item) => [item.identities[0], item]))
  let [same, all] = [0, 0]
  for (const item of before) {
    const twin = twins.get(renamed(item.identities[0], renaming))
    if (twin === undefined) return false
    const [was, is] = [item, twin].map(rowsIn)
    const known = new Set(is)
    same += was?.filter((row) => known.has(row)).length ?? 0
    all += Math.max(was?.length ?? 0, is?.length ?? 0)
  }
  return same > 0 && 2 * same >= all
}

/** A name in quotes is one word. */
function renamed(identity: string, { from, to }: Renaming): string {
  return identity.replace(/"(?:[^"\\]|\\.)*"|[^\s,]+/g, (word) => (word === from ? to : word))
}

function rowsIn({ inside }: BlockItem): readonly string[] {
  return inside.items.flatMap((item) =>
    item.sort !== 'table'
      ? []
      : (item.rows ?? []).map(({ months, cells }) => [months, ...cells.map(plainCell)].join(' ')),
  )
}

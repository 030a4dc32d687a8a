/** Statements that two sides put in the place of the same one: each may stand there, but not both. */

import { type Item, withAbove } from './item.ts'
import type { TakenAway } from './taken-away.ts'
import { type Side, SIDES, type Three } from './three-way.ts'

export interface Rivals {
  /** At the place of this one the conflict stands. */
  readonly first: string
  readonly ours: readonly string[]
  readonly theirs: readonly string[]
  /** Where one side put it in the place of what the other changed. */
  readonly taken: TakenAway | undefined
}

type Keyed = Three<ReadonlyMap<string, Item>>
type Entry = readonly [string, Item]

/** By the keys of all that are rivals. */
export function rivalsIn(keyed: Keyed): ReadonlyMap<string, Rivals> {
  const { base, ours, theirs } = keyed
  const rivals = new Map<string, Rivals>()
  const put = (first: readonly Entry[], second: readonly Entry[], taken?: TakenAway): void => {
    const keys = [...first, ...second].map(([key]) => key)
    const group = {
      first: keys.toSorted()[0] ?? '',
      ours: first.flatMap(([, item]) => withAbove(item)),
      theirs: second.flatMap(([, item]) => withAbove(item)),
      taken,
    }
    for (const key of keys) rivals.set(key, group)
  }
  const gone = [...base].filter(([key]) => !ours.has(key) || !theirs.has(key))
  for (const word of new Set(gone.map(([, item]) => item.word))) {
    const [first, second] = [added(keyed, 'ours', word), added(keyed, 'theirs', word)]
    const both = gone.some(
      ([key, item]) => item.word === word && !ours.has(key) && !theirs.has(key),
    )
    if (both && first.length > 0 && second.length > 0) {
      if (saidOf(first) !== saidOf(second)) put(first, second)
      continue
    }
    for (const side of SIDES) {
      const { before, old, now } = renamed(keyed, side, word) ?? {}
      if (before === undefined || old === undefined || now === undefined) continue
      const taken = { side, before, after: old[1], instead: now[1] }
      if (side === 'ours') put([now], [old], taken)
      else put([old], [now], taken)
    }
  }
  return rivals
}

function added(keyed: Keyed, side: Side, word: string): readonly Entry[] {
  return [...keyed[side]].filter(([key, item]) => item.word === word && !keyed.base.has(key))
}

function saidOf(list: readonly Entry[]): string {
  return list.map(([, item]) => item.said).join('\n')
}

/**
 * One statement went and another of its sort came, while the other side changed the one that went: what
 * that side has now, and what came. More than one of each cannot be paired.
 */
function renamed(
  keyed: Keyed,
  side: Side,
  word: string,
): { readonly before: Item; readonly old: Entry; readonly now: Entry } | undefined {
  const other = keyed[side === 'ours' ? 'theirs' : 'ours']
  const gone = [...keyed.base].filter(([key, item]) => item.word === word && !keyed[side].has(key))
  const came = added(keyed, side, word).filter(([key]) => !other.has(key))
  const [[key, before] = [], now] = [gone[0], came[0]]
  const after = key === undefined ? undefined : other.get(key)
  if (gone.length !== 1 || came.length !== 1 || now === undefined) return undefined
  if (key === undefined || before === undefined || after === undefined) return undefined
  return after.said === before.said ? undefined : { before, old: [key, after], now }
}

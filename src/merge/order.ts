/** The order of what two sides have reordered, added and taken away. */

import type { Three } from './three-way.ts'

/**
 * All that either side has. Where one side moved something, as that side has it; what a side added
 * stands behind what it stood behind there. The same whichever side is called ours.
 */
export function mergedOrder({ base, ours, theirs }: Three<readonly string[]>): readonly string[] {
  const inBase = new Set(base)
  const inOurs = new Set(ours)
  const inTheirs = new Set(theirs)
  const isShared = (key: string): boolean => inBase.has(key) && inOurs.has(key) && inTheirs.has(key)
  const shared = sharedOrder({
    base: base.filter(isShared),
    ours: ours.filter(isShared),
    theirs: theirs.filter(isShared),
  })
  const ourRuns = runsBehind(ours, isShared)
  const theirRuns = runsBehind(theirs, isShared)
  const order = new Set<string>()
  for (const key of [START, ...shared]) {
    if (key !== START) order.add(key)
    const runs = [ourRuns.get(key) ?? [], theirRuns.get(key) ?? []]
    const sorted = runs.toSorted((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1))
    for (const added of sorted.flat()) order.add(added)
  }
  return [...order]
}

const START = ''

function sharedOrder({ base, ours, theirs }: Three<readonly string[]>): readonly string[] {
  const [before, first, second] = [base, ours, theirs].map((keys) => keys.join('\n'))
  if (first === before) return theirs
  if (second === before) return ours
  return (first ?? '') < (second ?? '') ? ours : theirs
}

/** Keys that one side alone has, by the shared key that they stand behind. */
function runsBehind(
  keys: readonly string[],
  isShared: (key: string) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const runs = new Map<string, string[]>()
  let behind = START
  for (const key of keys) {
    if (isShared(key)) {
      behind = key
      continue
    }
    const run = runs.get(behind) ?? []
    run.push(key)
    runs.set(behind, run)
  }
  return runs
}

/** What of a family's plan goes to each group: a share, a number, or the rest. */

import { subtract } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import type { AllBooks } from './books.ts'
import { REST } from './change.ts'
import type { Below } from './change.ts'
import type { Cube } from './cube.ts'
import { slotOfGroup } from './layer.ts'
import { shareOf } from './mix.ts'
import { SUPPLIED } from './supplies.ts'

export interface Distribution {
  readonly groupsOf: (family: Fact) => readonly Fact[]
  /** Whether anybody says what goes to the group in this month. */
  readonly named: (family: Fact, group: Fact, month: Month) => boolean
  readonly supplied: (family: Fact, group: Fact, month: Month) => Exact | undefined
  readonly slot: (slot: string, subject: Fact, month: Month) => Below | undefined
}

/** The map under a key, made where there is none. */
function madeAt<Key, Inner, Value>(map: Map<Key, Map<Inner, Value>>, key: Key): Map<Inner, Value> {
  let inner = map.get(key)
  if (inner === undefined) map.set(key, (inner = new Map()))
  return inner
}

export function makeDistribution(cube: Cube, books: AllBooks): Distribution {
  const { groups } = books.supplies
  const slot = books.plan?.slot ?? books.bottom
  const ofFamilies = new Map([...groups].map(([family, own]) => [family, [...own.keys()]]))
  const groupsOf = (family: Fact): readonly Fact[] => ofFamilies.get(family) ?? []
  const cellOf = (family: Fact, group: Fact, month: Month): Below | undefined =>
    slot(slotOfGroup(group), family, month)
  const workOut = (family: Fact, group: Fact, month: Month): Exact | undefined => {
    const cell = cellOf(family, group, month)
    if (cell === undefined) return undefined
    const volume = cube.value('plan', SUPPLIED, family, month)
    if (cell.sort !== REST) return shareOf(cell.value, cell.sort, volume)
    if (books.supplies.lostIn(family, month)) return undefined
    let rest = volume
    for (const other of groupsOf(family)) {
      const its = other === group ? undefined : cellOf(family, other, month)
      // A group that nobody names in this month takes nothing from the rest.
      if (its === undefined) continue
      if (its.sort === REST) return undefined
      const taken = shareOf(its.value, its.sort, volume)
      rest = rest === undefined || taken === undefined ? undefined : subtract(rest, taken)
    }
    return rest
  }
  // Rules ask for the same cell several times.
  const known = new Map<Fact, Map<Fact, Map<Month, Exact | undefined>>>()
  return {
    groupsOf,
    slot,
    named: (family, group, month) => cellOf(family, group, month) !== undefined,
    supplied: (family, group, month) => {
      if (groups.get(family)?.has(group) !== true) return workOut(family, group, month)
      const own = madeAt(madeAt(known, family), group)
      if (!own.has(month)) own.set(month, workOut(family, group, month))
      return own.get(month)
    },
  }
}

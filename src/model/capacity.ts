/** What the plan loads of each resource, and what there is of it. */

import { add, isZero, multiply } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import type { AllBooks } from './books.ts'
import { valueIn } from './column.ts'
import type { Cube } from './cube.ts'
import { slotOfGroup } from './layer.ts'
import { makeDistribution } from './supplied.ts'
import type { Distribution } from './supplied.ts'
import { SUPPLIED, rateOf } from './supplies.ts'
import type { Use } from './supplies.ts'

export interface Capacity {
  readonly supplied: (family: Fact, group: Fact, month: Month) => Exact | undefined
  readonly load: (resource: Fact, month: Month) => Exact | undefined
  /** What one family loads. */
  readonly loadOf: (family: Fact, resource: Fact, month: Month) => Exact | undefined
  readonly usersOf: (resource: Fact) => readonly Fact[]
  readonly slot: (slot: string, subject: Fact, month: Month) => Exact | undefined
  /** Whether what goes to some group is stated, and cannot be read. */
  readonly unreadSupply: (family: Fact, month: Month) => boolean
  /** Whether it is stated, and cannot be read. */
  readonly unread: (slot: string, subject: Fact, month: Month) => boolean
}

interface Loading {
  readonly cube: Cube
  readonly books: AllBooks
  readonly distribution: Distribution
  readonly lives: (family: Fact, month: Month) => boolean
}

export function makeCapacity(
  cube: Cube,
  books: AllBooks,
  lives: (family: Fact, month: Month) => boolean,
): Capacity {
  const distribution = makeDistribution(cube, books)
  const loading = { cube, books, distribution, lives }
  const users = new Map<Fact, readonly Fact[]>()
  const usersOf = (resource: Fact): readonly Fact[] => {
    let found = users.get(resource)
    if (found === undefined) users.set(resource, (found = findUsers(loading, resource)))
    return found
  }
  return {
    supplied: distribution.supplied,
    unreadSupply: (family, month) =>
      books.supplies.lostIn(family, month) ||
      distribution
        .groupsOf(family)
        .some((group) => distribution.slot(slotOfGroup(group), family, month)?.unread === true),
    usersOf,
    slot: (slot, subject, month) => distribution.slot(slot, subject, month)?.value,
    loadOf: (family, resource, month) => loadOf(loading, family, resource, month),
    unread: (slot, subject, month) => distribution.slot(slot, subject, month)?.unread === true,
    load: (resource, month) =>
      sumOf(usersOf(resource), (family) => loadOf(loading, family, resource, month)),
  }
}

function findUsers({ books, distribution }: Loading, resource: Fact): readonly Fact[] {
  return books.ground.facts
    .of('family')
    .filter(
      (family) =>
        usesOf(books, family, resource).length > 0 ||
        distribution.groupsOf(family).some((group) => ofGroup(books, group, resource)),
    )
}

function loadOf(loading: Loading, family: Fact, resource: Fact, month: Month): Exact | undefined {
  const uses = usesOf(loading.books, family, resource)
  const made = loadByGroup(loading, family, resource, month)
  const held = sumOf(
    uses.filter((use) => use.series !== SUPPLIED),
    (use) => times(loading, use, family, month, planned(loading, family, use.series, month)),
  )
  return made === undefined || held === undefined ? undefined : add(made, held)
}

/** The rate of the group where it differs, else the family's own, else the group's own. */
function loadByGroup(
  loading: Loading,
  family: Fact,
  resource: Fact,
  month: Month,
): Exact | undefined {
  const { books, distribution } = loading
  const uses = usesOf(books, family, resource).filter((use) => use.series === SUPPLIED)
  const own = uses.find((use) => use.group === undefined)
  if (own !== undefined && uses.length === 1) {
    return times(loading, own, family, month, planned(loading, family, SUPPLIED, month))
  }
  if (!loading.lives(family, month)) {
    const all = planned(loading, family, SUPPLIED, month)
    if (all !== undefined && isZero(all)) return 0
  }
  if (books.supplies.lostIn(family, month)) return undefined
  const groups = distribution.groupsOf(family)
  const using = groups.flatMap((group) => {
    const use = uses.find((each) => each.group === group) ?? own ?? ofGroup(books, group, resource)
    return use === undefined ? [] : [{ group, use }]
  })
  if (using.length === 0 && uses.length === 0) return 0
  if (!groups.some((group) => distribution.named(family, group, month))) {
    // Where nothing is planned, nobody need say where it goes.
    const all = planned(loading, family, SUPPLIED, month)
    return all !== undefined && isZero(all) ? 0 : undefined
  }
  return sumOf(using, ({ group, use }) =>
    distribution.named(family, group, month)
      ? times(loading, use, family, month, distribution.supplied(family, group, month))
      : 0,
  )
}

function usesOf({ supplies }: AllBooks, family: Fact, resource: Fact): readonly Use[] {
  const uses = supplies.usesOf.get(family) ?? []
  return uses.every((use) => use.resource === resource)
    ? uses
    : uses.filter((use) => use.resource === resource)
}

function ofGroup({ supplies }: AllBooks, group: Fact, resource: Fact): Use | undefined {
  return supplies.usesOfGroup.get(group)?.find((use) => use.resource === resource)
}

/** Outside of its life a family loads what is planned, as a stock for its launch; unsaid, nothing. */
function planned(
  { cube, lives }: Loading,
  family: Fact,
  series: string,
  month: Month,
): Exact | undefined {
  const column = cube.column('plan', series, family)
  const value = valueIn(column, month)
  if (value !== undefined || lives(family, month)) return value
  return (column.stated[month - column.first] ?? 0) === 0 ? 0 : undefined
}

function times(
  { books }: Loading,
  use: Use,
  family: Fact,
  month: Month,
  amount: Exact | undefined,
): Exact | undefined {
  const rate = rateOf(books.ground, use, family, month)
  return rate === undefined || amount === undefined ? undefined : multiply(rate, amount)
}

function sumOf<Item>(
  items: readonly Item[],
  valueOf: (item: Item) => Exact | undefined,
): Exact | undefined {
  let total: Exact | undefined = 0
  for (const item of items) {
    const value = valueOf(item)
    total = value === undefined ? undefined : add(total, value)
    if (total === undefined) return undefined
  }
  return total
}

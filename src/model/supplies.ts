/** What supply, groups and resources say: columns by month, and what a unit uses. */

import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn, nameOf, wordIn } from '../facts/fact.ts'
import { quantityOf, ratioIn } from '../units/amount.ts'
import { unitOf } from '../units/owner.ts'
import { gather } from '../base/gather.ts'
import type { Ground } from './ground.ts'
import { LostCells } from './lost-cells.ts'
import { checkRests } from './rests.ts'
import { decode } from './stated.ts'
import type { Piece, StatedColumn } from './stated.ts'
import { readRows, unitsIn } from './statements.ts'

/** How much of a resource one unit of a family takes. */
export interface Use {
  readonly fact: Fact
  readonly resource: Fact
  readonly series: string
  readonly group: Fact | undefined
}

export interface Supplies {
  /** Groups that a family's supply names, with their columns. */
  readonly groups: ReadonlyMap<Fact, ReadonlyMap<Fact, StatedColumn>>
  /** Whether something of a family goes to a group that nobody can read. */
  readonly lostIn: (family: Fact, month: Month) => boolean
  /** A resource's columns, by their words. */
  readonly resources: ReadonlyMap<Fact, ReadonlyMap<string, StatedColumn>>
  readonly usesOf: ReadonlyMap<Fact, readonly Use[]>
  readonly usesOfGroup: ReadonlyMap<Fact, readonly Use[]>
  /** What a resource's column is where nobody states it. */
  readonly unstated: ReadonlyMap<string, Exact>
  /** The column of a group that a change calls by this slot. */
  readonly groupColumn: (
    family: Fact,
    slot: string,
    slotOf: (group: Fact) => string,
  ) => StatedColumn | undefined
}

/** Nobody works overtime unless somebody says so. */
const UNSTATED: ReadonlyMap<string, Exact> = new Map([['overtime', 0]])

/** What supply splits into groups, and what loads a resource where its use does not say. */
export const SUPPLIED = 'operations'

export function readSupplies(ground: Ground): Supplies {
  const families = new Map<Fact, Map<Fact, Piece[]>>()
  const lost = new Map<Fact, LostCells>()
  for (const statement of ground.facts.of('supply')) {
    const family = factIn(statement, 'family')
    if (family === undefined) continue
    const unit = unitsIn(ground, statement, family).volume
    for (const bound of statement.tables) {
      const rows = readRows(ground, statement, bound)
      const ofFamily = lost.get(family) ?? new LostCells()
      lost.set(family, ofFamily)
      ofFamily.addColumns(bound, rows)
      bound.columns.forEach((column, at) => {
        if (column?.fact === undefined) return
        addPiece(families, family, column.fact, { statement, bound, at, rows, unit })
      })
    }
  }
  const groups = new Map<Fact, Map<Fact, StatedColumn>>()
  for (const [family, pieces] of families) {
    const columns = new Map<Fact, StatedColumn>()
    for (const [group, own] of pieces) {
      const name = `${nameOf(group)} of the supply of ${nameOf(family)}`
      columns.set(group, decode(ground, own, { unit: unitOf(family), family, name, shares: true }))
    }
    checkRests(ground, columns.values())
    groups.set(family, columns)
  }
  const uses = ground.facts.of('uses').flatMap(readUse)
  const bySlot = new Map<Fact, Map<string, StatedColumn>>()
  return {
    groups,
    lostIn: (family, month) => lost.get(family)?.hasAny(month) === true,
    unstated: UNSTATED,
    groupColumn: (family, slot, slotOf) => {
      let own = bySlot.get(family)
      if (own === undefined) {
        const columns = groups.get(family) ?? new Map<Fact, StatedColumn>()
        own = new Map([...columns].map(([group, column]) => [slotOf(group), column]))
        bySlot.set(family, own)
      }
      return own.get(slot)
    },
    resources: readResources(ground),
    usesOf: gather(
      uses.filter((use) => use.fact.parent?.kind === 'supply'),
      (use) => use.fact.parent && factIn(use.fact.parent, 'family'),
    ),
    usesOfGroup: gather(
      uses.filter((use) => use.fact.parent?.kind === 'group'),
      (use) => use.fact.parent,
    ),
  }
}

/** What a use takes per unit of the family, in the unit of the resource. */
export function rateOf(ground: Ground, use: Use, family: Fact, month: Month): Exact | undefined {
  const amount = quantityOf(use.fact.fields.get('value'))
  if (amount === undefined) return undefined
  return ratioIn(ground.units, amount, unitOf(use.resource), unitOf(family), family, month)
}

function readResources(ground: Ground): Map<Fact, Map<string, StatedColumn>> {
  const resources = new Map<Fact, Map<string, StatedColumn>>()
  for (const resource of ground.facts.of('resource')) {
    const pieces = new Map<string, Piece[]>()
    for (const bound of resource.tables) {
      const rows = readRows(ground, resource, bound)
      bound.columns.forEach((column, at) => {
        if (column === undefined) return
        const own = pieces.get(column.name) ?? []
        pieces.set(column.name, own)
        own.push({ statement: resource, bound, at, rows, unit: undefined })
      })
    }
    const columns = new Map<string, StatedColumn>()
    for (const [word, own] of pieces) {
      const name = `${word} of ${nameOf(resource)}`
      columns.set(
        word,
        decode(ground, own, { unit: unitOf(resource), family: undefined, name, shares: false }),
      )
    }
    resources.set(resource, columns)
  }
  return resources
}

function readUse(fact: Fact): readonly Use[] {
  const resource = factIn(fact, 'resource')
  const { parent } = fact
  if (resource === undefined || parent === undefined) return []
  if (parent.kind === 'supply' && factIn(parent, 'family') === undefined) return []
  const group = factIn(fact, 'on')
  return [{ fact, resource, series: wordIn(fact, 'of') ?? SUPPLIED, group }]
}

function addPiece(
  families: Map<Fact, Map<Fact, Piece[]>>,
  family: Fact,
  group: Fact,
  piece: Piece,
): void {
  const groups = families.get(family) ?? new Map<Fact, Piece[]>()
  families.set(family, groups)
  const pieces = groups.get(group)
  if (pieces === undefined) groups.set(group, [piece])
  else pieces.push(piece)
}

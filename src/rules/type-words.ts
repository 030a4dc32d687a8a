/** Types in a planner's words, as messages show them. */

import { withArticle } from '../base/phrases.ts'
import { keywordOf, kindSpec } from '../vocabulary/vocabulary.ts'
import type { Unit } from '../units/unit.ts'
import type { Node } from './node.ts'
import type { Type } from './type.ts'

/** What an atom such as `unit(f#0)` stands for: a unit that differs from fact to fact. */
export interface UnitOwner {
  /** As a message says it, behind "unit of": `f`, `p.family`. */
  readonly words: string
  /** The fact whose unit it is. */
  readonly of: Node
  /** The unit while the rule runs. */
  readonly unit: () => Unit | undefined
  /** The atom as a unit, which stands for it until then. */
  readonly atom: Unit
}

/** By atom: the owners that one rule knows. */
export type UnitOwners = ReadonlyMap<string, UnitOwner>

/** With an article: `a month`, `a number in each`, `a list of families`. */
export function typeWords(type: Type, owners: UnitOwners): string {
  switch (type.is) {
    case 'truth':
      return 'true or false'
    case 'duration':
      return type.in === 'any' ? 'a length of time' : `a number of ${type.in}`
    case 'word':
      return type.words === undefined ? 'a word' : `one of ${type.words.join(', ')}`
    case 'set':
      return `a list of ${pluralWords(type.of, owners)}`
    case 'wrong':
      return 'something that cannot be read'
    case 'fact':
      return withArticle(type.kinds.map(kindWord).join(' or '))
    case 'quantity':
      return `a number${unitSuffix(type.unit, owners)}`
    case 'text':
    case 'date':
    case 'month':
    case 'series':
    case 'version':
    case 'unit':
      return withArticle(type.is)
  }
}

function pluralWords(type: Type, owners: UnitOwners): string {
  switch (type.is) {
    case 'fact':
      return type.kinds.map((kind) => plural(kindWord(kind))).join(' or ')
    case 'quantity':
      return `numbers${unitSuffix(type.unit, owners)}`
    case 'duration':
      return 'lengths of time'
    case 'truth':
    case 'set':
    case 'wrong':
      return 'values'
    case 'series':
      return type.is
    case 'word':
    case 'text':
    case 'date':
    case 'month':
    case 'version':
    case 'unit':
      return plural(type.is)
  }
}

/** The literal 0 has every unit, so that nothing is said of its. */
function unitSuffix(unit: Unit | undefined, owners: UnitOwners): string {
  if (unit === undefined) return ''
  return unit.atoms.length === 0 ? ' without a unit' : ` in ${unitWords(unit, owners)}`
}

/** A unit as a message says it before any rule runs: `each`, `USD per unit of f`. */
export function unitWords(unit: Unit, owners: UnitOwners): string {
  const over = unit.atoms.filter(([, power]) => power > 0)
  const under = unit.atoms.filter(([, power]) => power < 0)
  const words = [
    ...over.map((atom, index) => atomWords(atom, index === 0, owners)),
    ...under.map((atom) => `per ${atomWords(atom, false, owners)}`),
  ]
  return words.join(' ')
}

function atomWords(
  [name, power]: readonly [string, number],
  first: boolean,
  owners: UnitOwners,
): string {
  const owner = owners.get(name)
  const words = owner === undefined ? name : `${first ? 'the unit' : 'unit'} of ${owner.words}`
  return Math.abs(power) === 1 ? words : `${words}^${Math.abs(power)}`
}

/** What a kind's statements begin with. */
function kindWord(kind: string): string {
  const spec = kindSpec(kind)
  return spec === undefined ? kind : keywordOf(spec)
}

export function plural(word: string): string {
  if (word === 'series') return word
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  return /(?:s|x|ch)$/.test(word) ? `${word}es` : `${word}s`
}

/** How many arguments a call has. */
export function countWords(count: number): string {
  return count === 0 ? 'no argument' : count === 1 ? '1 argument' : `${count} arguments`
}

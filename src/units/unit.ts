/** A unit as a product of powers: `USD per each` is USD once and each minus once. */

/** Atoms are declared units and currencies, and `unit(f)` for the unit of a family variable f. */
export interface Unit {
  /** Sorted by name, no power is 0. */
  readonly atoms: readonly (readonly [name: string, power: number])[]
  /** The same for equal units: what to compare. */
  readonly key: string
}

/** The unit of a plain number. */
export const NO_UNIT: Unit = { atoms: [], key: '' }

/** The unit of these powers; a name may come more than once. */
export function makeUnit(powers: Iterable<readonly [name: string, power: number]>): Unit {
  const byName = new Map<string, number>()
  for (const [name, power] of powers) byName.set(name, (byName.get(name) ?? 0) + power)
  const atoms = [...byName].filter(([, power]) => power !== 0)
  atoms.sort(([a], [b]) => (a < b ? -1 : 1))
  return unitOfAtoms(atoms)
}

/** Of different atoms, in order, of which no power is 0. */
function unitOfAtoms(atoms: Unit['atoms']): Unit {
  return atoms.length === 0 ? NO_UNIT : { atoms, key: JSON.stringify(atoms) }
}

/** The unit of one atom. */
export function atomUnit(name: string): Unit {
  return unitOfAtoms([[name, 1]])
}

/** `USD per each`. */
export function ratioUnit(over: string, under: string): Unit {
  return makeUnit([
    [over, 1],
    [under, -1],
  ])
}

export function multiplyUnits(a: Unit, b: Unit): Unit {
  if (a.atoms.length === 0) return b
  if (b.atoms.length === 0) return a
  return makeUnit([...a.atoms, ...b.atoms])
}

export function divideUnits(a: Unit, b: Unit): Unit {
  return b.atoms.length === 0 ? a : multiplyUnits(a, raiseUnit(b, -1))
}

/** The unit to a whole power. */
export function raiseUnit(unit: Unit, power: number): Unit {
  if (power === 1) return unit
  if (power === 0) return NO_UNIT
  return unitOfAtoms(unit.atoms.map(([name, old]) => [name, old * power] as const))
}

export function sameUnit(a: Unit, b: Unit): boolean {
  return a.key === b.key
}

/** The unit as a planner says it: `USD per each`, `hour`; nothing for a plain number. */
export function printUnit(unit: Unit): string {
  const over = unit.atoms.filter(([, power]) => power > 0).map(printAtom)
  const under = unit.atoms.filter(([, power]) => power < 0).map(printAtom)
  const below = under.length === 0 ? '' : `per ${under.join(' per ')}`
  return [...over, below].filter((part) => part !== '').join(' ')
}

function printAtom([name, power]: readonly [string, number]): string {
  const size = Math.abs(power)
  return size === 1 ? name : `${name}^${size}`
}

/** The unit of a family, group or resource that an expression names: known now, or once it runs. */

import type { Fact } from '../facts/fact.ts'
import { wordIn } from '../facts/fact.ts'
import type { Unit } from '../units/unit.ts'
import { atomUnit, makeUnit, multiplyUnits, NO_UNIT, raiseUnit } from '../units/unit.ts'
import { printExpression } from '../syntax/print.ts'
import type { Compiler } from './compiler.ts'
import type { Node } from './node.ts'

/** The money that everything is added up in; a name of its own until a business says which. */
export function moneyUnit(compiler: Compiler): Unit {
  return atomUnit(reportingCurrency(compiler))
}

function reportingCurrency(compiler: Compiler): string {
  return compiler.model.units.reporting ?? 'the reporting currency'
}

/** For a named family its own unit; for a variable an atom that stands for whichever it will be. */
export function unitOfFact(compiler: Compiler, node: Node): Unit {
  const constant = node.constant as Fact | undefined
  if (constant !== undefined) {
    const word = unitWord(compiler, constant)
    return word === undefined ? NO_UNIT : atomUnit(word)
  }
  return ownedUnit(compiler, node, () => {
    const fact = node.run() as Fact | undefined
    const word = fact === undefined ? undefined : unitWord(compiler, fact)
    return word === undefined ? undefined : atomUnit(word)
  })
}

/** A unit that is told while the rule runs, and is the same for the same fact. */
export function ownedUnit(compiler: Compiler, node: Node, unit: () => Unit | undefined): Unit {
  const { unitOwners } = compiler.program
  const path = node.path ?? pathOf(compiler, node)
  const atom = `unit(${path})`
  let owner = unitOwners.get(atom)
  if (owner === undefined) {
    owner = { words: wordsOf(node), of: node, unit, atom: atomUnit(atom) }
    unitOwners.set(atom, owner)
  }
  return owner.atom
}

const paths = new WeakMap<Node, string>()

/** An expression such as `if … then f else g` is itself alone, wherever it is written out. */
function pathOf(compiler: Compiler, node: Node): string {
  const known = paths.get(node)
  if (known !== undefined) return known
  const path = `?${compiler.program.unitOwners.size}`
  paths.set(node, path)
  return path
}

/** `f#0` is f, and `p#3.family` is p.family; what has no name reads as it is written. */
function wordsOf({ path, expression }: Node): string {
  if (path === undefined) return `\`${printExpression(expression)}\``
  return path.replace(/^[\w-]+:/, '').replace(/[#@]\w+/, '')
}

/** A unit while the rule runs: `unit(f#0)` is `each` when f is medium-widgets. */
export function resolveUnit(compiler: Compiler, unit: Unit): Unit | undefined {
  let resolved = NO_UNIT
  for (const atom of unit.atoms) {
    const [name, power] = atom
    const owner = compiler.program.unitOwners.get(name)
    const found = owner === undefined ? makeUnit([[name, 1]]) : owner.unit()
    if (found === undefined) return undefined
    resolved = multiplyUnits(resolved, raiseUnit(found, power))
  }
  return resolved
}

/** The unit a fact's numbers are in; the business's are in money. */
export function unitWord(compiler: Compiler, fact: Fact): string | undefined {
  return fact.kind === 'business' ? reportingCurrency(compiler) : wordIn(fact, 'unit')
}

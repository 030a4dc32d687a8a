/** `sales(f, t) in pallet`: a cell, or what goes to a group, in another unit, by the family's factor of that month. */

import * as exact from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Fact } from '../facts/fact.ts'
import { nameOf } from '../facts/fact.ts'
import { printExpression } from '../syntax/print.ts'
import type { Expression } from '../../grammar/tree.ts'
import { atomUnit } from '../units/unit.ts'
import type { Unit } from '../units/unit.ts'
import type { Compiler } from './compiler.ts'
import { compile, report, wrongBecause } from './compiler.ts'
import { TOO_LONG } from './arithmetic.ts'
import { isMoney } from './cell-node.ts'
import { namedOwner } from './names.ts'
import type { Node } from './node.ts'
import { because } from './node.ts'
import type { Scope } from './scope.ts'
import { quantityIn } from './type.ts'
import { unitOfFact, unitWord } from './unit-of.ts'

interface Target {
  readonly unit: Unit
  readonly words: string
  /** The unit while the rule runs: `g.unit` differs from group to group. */
  readonly word: () => string | undefined
}

/** The conversion; undefined where the right side names no unit, so that `in` asks for membership. */
export function conversionNode(
  compiler: Compiler,
  scope: Scope,
  node: Extract<Expression, { sort: 'binary' }>,
): Node | undefined {
  const target = targetOf(compiler, scope, node.right)
  if (target === undefined) return undefined
  const of = compile(compiler, scope, node.left)
  if (of.type.is === 'wrong') return { ...of, expression: node }
  const volume = convertible(of)
  if (volume === undefined) {
    const values = { unit: target.words }
    return wrongBecause(compiler, node, report('conversion-of-no-cell', node.span, values))
  }
  const misfit = moneyMisfit(compiler, node, volume, target)
  if (misfit !== undefined) return wrongBecause(compiler, node, misfit)
  const factor = () => factorOf(compiler, volume, target)
  return {
    type: quantityIn(target.unit),
    run: () => {
      const value = of.run()
      if (value === undefined) return undefined
      const by = factor()
      return by === undefined ? undefined : exact.multiply(value as Exact, by)
    },
    expression: node,
    parts: [of],
    why: () => {
      if (of.run() === undefined) return undefined
      if (factor() !== undefined) return because(TOO_LONG)
      const family = volume.subject.run() as Fact
      const from = unitOfVolume(compiler, volume) ?? 'its unit'
      const what = `conversion of ${nameOf(family)} from ${from} to ${target.word() ?? 'a unit'}`
      return { what, month: volume.month.run() as Month | undefined, area: undefined }
    },
    unusable: of.unusable,
  }
}

/** A number whose family and month say by which factor it converts. */
interface Convertible {
  readonly subject: Node
  readonly month: Node
  readonly money: boolean
}

function convertible({ cell, volume }: Node): Convertible | undefined {
  if (cell !== undefined) return { subject: cell.subject, month: cell.month, money: isMoney(cell) }
  return volume && { ...volume, money: false }
}

/** Volume does not convert to money, nor money to volume. */
function moneyMisfit(
  compiler: Compiler,
  node: Extract<Expression, { sort: 'binary' }>,
  { subject, month, money }: Convertible,
  { unit, words }: Target,
): Diagnostic | undefined {
  const [atom] = unit.atoms[0] ?? []
  const toMoney = atom !== undefined && compiler.model.units.isCurrency(atom)
  if (toMoney === money) return undefined
  const text = printExpression(node.left)
  const given = [subject, month].map((part) => printExpression(part.expression)).join(', ')
  const values = {
    cell: `\`${text}\``,
    what: money ? 'money' : 'a volume',
    unit: words,
    other: toMoney ? 'money' : 'a unit of volume',
    mend: money
      ? `Divide it by a price or a cost: \`${text} / price(${given})\`.`
      : `Multiply it by a price or a cost: \`${text} * price(${given})\`.`,
  }
  return report('conversion-and-money', node.span, values)
}

function factorOf(compiler: Compiler, of: Convertible, target: Target): Exact | undefined {
  const subject = of.subject.run() as Fact | undefined
  const family = subject?.kind === 'family' ? subject : undefined
  const month = of.month.run() as Month | undefined
  const from = unitOfVolume(compiler, of)
  const to = target.word()
  if (month === undefined || from === undefined || to === undefined) return undefined
  return from === to ? 1 : compiler.model.units.factor(from, to, family, month)
}

/** The unit that the number is in while the rule runs. */
function unitOfVolume(compiler: Compiler, { subject, money }: Convertible): string | undefined {
  if (money) return compiler.model.units.reporting
  const family = subject.run() as Fact | undefined
  return family === undefined ? undefined : unitWord(compiler, family)
}

function targetOf(compiler: Compiler, scope: Scope, right: Expression): Target | undefined {
  if (right.sort === 'word' && !scope.has(right.text)) {
    const { text } = right
    if (!compiler.model.units.has(text)) return undefined
    return { unit: atomUnit(text), words: text, word: () => text }
  }
  if (right.sort !== 'field' || right.field.text !== 'unit') return undefined
  const owner = namedOwner(compiler, scope, right)
  if (owner.type.is !== 'fact') return undefined
  return {
    unit: unitOfFact(compiler, owner),
    words: printExpression(right),
    word: () => {
      const fact = owner.run() as Fact | undefined
      return fact === undefined ? undefined : unitWord(compiler, fact)
    },
  }
}

/** `sales(f, t) in pallet`: a cell in another unit, by the family's factor of that month. */

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
import type { Compiler, Scope } from './compiler.ts'
import { compile, report, wrongBecause } from './compiler.ts'
import { TOO_LONG } from './arithmetic.ts'
import { isMoney } from './cell-node.ts'
import type { CellNodes, Node } from './node.ts'
import { because } from './node.ts'
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
  const { cell } = of
  if (cell === undefined) {
    const values = { unit: target.words }
    return wrongBecause(compiler, node, report('conversion-of-no-cell', node.span, values))
  }
  const misfit = moneyMisfit(compiler, node, cell, target)
  if (misfit !== undefined) return wrongBecause(compiler, node, misfit)
  const factor = () => factorOf(compiler, cell, target)
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
      const family = cell.subject.run() as Fact
      const from = unitOfCell(compiler, cell) ?? 'its unit'
      const what = `conversion of ${nameOf(family)} from ${from} to ${target.word() ?? 'a unit'}`
      return { what, month: cell.month.run() as Month | undefined, area: undefined }
    },
    unusable: of.unusable,
  }
}

/** Volume does not convert to money, nor money to volume. */
function moneyMisfit(
  compiler: Compiler,
  node: Extract<Expression, { sort: 'binary' }>,
  cell: CellNodes,
  { unit, words }: Target,
): Diagnostic | undefined {
  const [atom] = unit.atoms[0] ?? []
  const toMoney = atom !== undefined && compiler.model.units.isCurrency(atom)
  const money = isMoney(cell)
  if (toMoney === money) return undefined
  const text = printExpression(node.left)
  const given = [cell.subject, cell.month]
    .map((part) => printExpression(part.expression))
    .join(', ')
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

function factorOf(compiler: Compiler, cell: CellNodes, target: Target): Exact | undefined {
  const subject = cell.subject.run() as Fact | undefined
  const family = subject?.kind === 'family' ? subject : undefined
  const month = cell.month.run() as Month | undefined
  const from = unitOfCell(compiler, cell)
  const to = target.word()
  if (month === undefined || from === undefined || to === undefined) return undefined
  return from === to ? 1 : compiler.model.units.factor(from, to, family, month)
}

/** The unit that a cell's number is in while the rule runs. */
function unitOfCell(compiler: Compiler, cell: CellNodes): string | undefined {
  if (isMoney(cell)) return compiler.model.units.reporting
  const family = cell.subject.run() as Fact | undefined
  return family === undefined ? undefined : unitWord(compiler, family)
}

function targetOf(compiler: Compiler, scope: Scope, right: Expression): Target | undefined {
  if (right.sort === 'word' && !scope.variables.has(right.text)) {
    const { text } = right
    if (!compiler.model.units.has(text)) return undefined
    return { unit: atomUnit(text), words: text, word: () => text }
  }
  if (right.sort !== 'field' || right.field.text !== 'unit') return undefined
  const owner = compile(compiler, scope, right.of)
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

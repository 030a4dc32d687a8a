/** What is said of two values that do not go together: both sides, and what to write instead. */

import * as exact from '../base/exact.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Fact } from '../facts/fact.ts'
import { nameOf } from '../facts/fact.ts'
import { printExpression } from '../syntax/print.ts'
import type { Expression } from '../../grammar/tree.ts'
import type { Unit } from '../units/unit.ts'
import { makeUnit } from '../units/unit.ts'
import type { Compiler } from './compiler.ts'
import { inWords, report } from './compiler.ts'
import type { Node } from './node.ts'
import { compatible } from './type.ts'
import { unitWords } from './type-words.ts'
import { unitWord } from './unit-of.ts'

/** Where the two stand. */
interface Sides {
  readonly first: string
  readonly second: string
  /** What needs them to be alike. */
  readonly by: string
}

const IF: Sides = { first: 'After `then` stands', second: 'after `else`', by: '`if`' }
const BETWEEN: Sides = { first: 'The value is', second: 'a limit', by: '`between`' }
const LIST: Sides = { first: 'One value is', second: 'another', by: 'a list' }

/** Two operands, branches, list members or arguments that should be of one type and are not. */
export function unlike(compiler: Compiler, place: Expression, left: Node, right: Node): Diagnostic {
  const { first, second, by } = sidesOf(place)
  const values = {
    first,
    second,
    left: inWords(compiler, left.type),
    right: inWords(compiler, right.type),
  }
  const bare = bareBeside(left, right) ? left : bareBeside(right, left) ? right : undefined
  if (bare !== undefined) {
    const other = bare === left ? right : left
    const help = bareHelp(compiler, bare, other)
    return report('bare-number', place.span, values, { help })
  }
  const help =
    memberHelp(place, left, right) ??
    memberHelp(place, right, left) ??
    helpFor(compiler, left, right) ??
    helpFor(compiler, right, left)
  return report(
    'unlike-operands',
    place.span,
    { ...values, by },
    help === undefined ? {} : { help },
  )
}

function sidesOf(place: Expression): Sides {
  if (place.sort === 'if') return IF
  if (place.sort === 'list') return LIST
  if (place.sort === 'between') return BETWEEN
  if (place.sort === 'call') {
    const by = `\`${printExpression(place.callee)}\``
    return { first: 'One argument is', second: 'another', by }
  }
  const by = place.sort === 'binary' ? `\`${place.operator}\`` : 'this'
  return { first: 'The left side is', second: 'the right side', by }
}

/** `t = horizon`: one value is never a list of them. */
function memberHelp(place: Expression, one: Node, list: Node): string | undefined {
  if (place.sort !== 'binary' || (place.operator !== '=' && place.operator !== '!=')) {
    return undefined
  }
  if (list.type.is !== 'set' || !compatible(list.type.of, one.type)) return undefined
  const [value, values] = [one, list].map((each) => printExpression(each.expression))
  return `Ask whether it is one of them: \`${place.operator === '=' ? '' : 'not '}${value} in ${values}\`.`
}

/** A number that is written without a unit, beside one that has one. */
function bareBeside({ expression }: Node, other: Node): boolean {
  const literal = expression.sort === 'unary' ? expression.operand : expression
  if (literal.sort !== 'quantity' || literal.percent || literal.duration !== undefined) return false
  return literal.unit === undefined && unitOf(other) !== undefined
}

function bareHelp(compiler: Compiler, { expression }: Node, other: Node): string {
  const unit = unitOf(other) as Unit
  const number = printExpression(expression)
  if (!isOwned(compiler, unit)) {
    return `Say what the number counts: \`${number} ${unitWords(unit, compiler.program.unitOwners)}\`.`
  }
  const cell = cellText(other)
  if (cell === undefined) return differs(compiler, unit)
  const example = exampleUnit(compiler)
  return `Say what the number counts, and convert the other side: \`${number} ${example}\` and \`${cell} in ${example}\`.`
}

/** A number that only cells convert to, and that differs from fact to fact. */
function differs(compiler: Compiler, unit: Unit): string {
  const owned = unit.atoms.find(([name]) => compiler.program.unitOwners.has(name))
  const words = owned === undefined ? '…' : compiler.program.unitOwners.get(owned[0])?.words
  return `The unit of ${words} differs from one to the next: only another number in it, or a part of one, goes with it.`
}

/** What to write so that the first goes with the second; undefined where nothing is known. */
function helpFor(compiler: Compiler, one: Node, other: Node): string | undefined {
  if (one.type.is === 'series' && other.type.is === 'quantity') {
    return `A series is not a number: write \`${printExpression(one.expression)}(f, t)\`.`
  }
  const time = timeHelp(compiler, one, other)
  if (time !== undefined) return time
  const unit = unitOf(other)
  if (unit === undefined || one.type.is !== 'quantity') return undefined
  const own = unitOf(one)
  return own === undefined
    ? unitlessHelp(compiler, one, other, unit)
    : unitHelp(compiler, { node: one, unit: own }, { node: other, unit })
}

/** What is said of what cannot be added to a month or a date. */
export function wrongTime(compiler: Compiler, left: Node, right: Node, wanted: string): Diagnostic {
  const values = { found: inWords(compiler, right.type), wanted }
  const help = timeHelp(compiler, left, right) ?? timeHelp(compiler, right, left)
  return report('wrong-type', right.expression.span, values, help === undefined ? {} : { help })
}

/** Months, days and lengths of time that nearly go together. */
function timeHelp(compiler: Compiler, one: Node, other: Node): string | undefined {
  const [first, second] = [one, other].map((each) => printExpression(each.expression))
  if (one.type.is === 'month' && other.type.is === 'date') {
    return `Write \`${first}.first\` or \`${first}.last\` for a day of the month.`
  }
  if ((one.type.is === 'date' || one.type.is === 'duration') && isPlain(other)) {
    return lengthHelp(compiler, one, other)
  }
  if (one.type.is === 'month' && other.type.is === 'duration') {
    return `Days are counted from a day: \`${first}.first\` and \`${second}\`; or add a number of months.`
  }
  return undefined
}

/** A plain number where a length of time goes: only what is written has a word behind it. */
function lengthHelp(compiler: Compiler, { type, expression: one }: Node, { expression }: Node) {
  const text = printExpression(expression)
  const word = type.is === 'duration' && type.in === 'months' ? 'month' : 'day'
  if (expression.sort === 'quantity') {
    return `Say how long: \`${text} ${text === '1' ? word : `${word}s`}\`.`
  }
  const name = expression.sort === 'call' ? expression.callee : expression
  if (name.sort === 'word' && compiler.policies.has(name.text)) {
    return `Set the policy as a length of time, as in \`policy ${name.text} "…" = 5 ${word}s\`.`
  }
  if (one.sort !== 'quantity') return undefined
  return `\`${text}\` is a plain number: write \`${exact.printExact(one.value)}\`.`
}

function unitlessHelp(compiler: Compiler, { expression }: Node, other: Node, unit: Unit): string {
  const text = printExpression(expression)
  if (expression.sort === 'quantity' && expression.percent) {
    return `Say of what: \`${text} * …\`.`
  }
  if (!isOwned(compiler, unit)) {
    const one = unitWords(unit, compiler.program.unitOwners)
    return `Say what it counts, \`${text} * 1 ${one}\`; or of what it is a part, \`${text} * …\`.`
  }
  const cell = cellText(other)
  const whole = cell === undefined ? 'the other side' : `\`${cell}\``
  return `Multiply it by what it is a part of, or divide ${whole} by a number in its own unit.`
}

interface Side {
  readonly node: Node
  readonly unit: Unit
}

/** Two numbers in two units: how the first comes to be in the unit of the second. */
function unitHelp(compiler: Compiler, one: Side, other: Side): string | undefined {
  const { units } = compiler.model
  const from = soleAtom(one.unit)
  const to = soleAtom(other.unit)
  if (from === undefined || to === undefined) return ratioHelp(compiler, one, other)
  const cell = cellText(one.node)
  const second = cellText(other.node)
  if (units.isCurrency(to) !== units.isCurrency(from)) {
    return units.isCurrency(to) ? valued(one.node) : undefined
  }
  const owner = compiler.program.unitOwners.get(to)
  if (cell === undefined) {
    if (second !== undefined) return undefined
    if (owner !== undefined) return differs(compiler, other.unit)
    if (one.node.expression.sort === 'field') return differs(compiler, one.unit)
    const cells = units.isCurrency(to) ? 'revenue' : 'sales'
    return `Write both in one unit; a cell is converted where it is read, as in \`${cells}(f, t) in ${to}\`.`
  }
  if (owner === undefined) return convertedHelp(compiler, one.node, cell, from, to)
  if (second === undefined) return `Convert it: \`${cell} in ${owner.words}.unit\`.`
  if (!isOwned(compiler, one.unit)) return `Convert the other side: \`${second} in ${from}\`.`
  const example = exampleUnit(compiler)
  return `Two families may be planned in two units: convert both, \`${cell} in ${example}\` and \`${second} in ${example}\`.`
}

/** A cell in a declared unit; where nothing leads there, what must be declared first. */
function convertedHelp(
  compiler: Compiler,
  node: Node,
  cell: string,
  from: string,
  to: string,
): string {
  const { units } = compiler.model
  const convert = `\`${cell} in ${to}\``
  const subject = node.cell?.subject.constant as Fact | undefined
  if (subject === undefined || units.connected(from, to, subject)) return `Convert it: ${convert}.`
  const missing = units.isCurrency(to)
    ? `\`currency ${from} = … ${to}\``
    : `\`unit ${from} = … ${to}\` in \`conversion ${nameOf(subject)}\``
  return `Nothing says what one ${from} is in ${to}: write ${missing}, and then ${convert}.`
}

/** A price beside money, hours per piece beside hours: what lies between them. */
function ratioHelp(compiler: Compiler, one: Side, other: Side): string | undefined {
  if (one.unit.atoms.length === 0 || other.unit.atoms.length === 0) return undefined
  const per = (unit: Unit) => unit.atoms.some(([, power]) => power < 0)
  if (!per(one.unit)) return undefined
  if (per(other.unit)) {
    const owned = [one, other].find(({ unit }) => isOwned(compiler, unit))
    return owned && differs(compiler, owned.unit)
  }
  const under = one.unit.atoms.filter(([, power]) => power < 0)
  const words = unitWords(makeUnit(under.map(([name]) => [name, 1])), compiler.program.unitOwners)
  return `Multiply it by a number in ${words}.`
}

function valued(node: Node): string {
  return `Multiply the volume by a price or a cost: \`${valueText(node)}\`.`
}

/** `sales(f, t) * price(f, t)`: a volume as money. */
function valueText(node: Node): string {
  const { cell } = node
  const given =
    cell === undefined
      ? 'f, t'
      : [cell.subject, cell.month].map((part) => printExpression(part.expression)).join(', ')
  return `${cellText(node) ?? '…'} * price(${given})`
}

/** What to write instead of a number that stands in a sum over several families. */
export function mixedHelp(compiler: Compiler, body: Node): string {
  const cell = cellText(body)
  if (cell === undefined) {
    return 'Bring each to one unit where it is read: `sales(f, t) in each`, or its value in money.'
  }
  return `Convert each first, \`${cell} in ${exampleUnit(compiler)}\`, or value it, \`${valueText(body)}\`.`
}

/** The expression, where it is a cell as it stands; a \`let\` is converted where it is written. */
function cellText({ cell, volume, expression }: Node): string | undefined {
  if (expression.sort !== 'call') return undefined
  return cell === undefined && volume === undefined ? undefined : printExpression(expression)
}

/** The unit of a number that has one. */
function unitOf({ type }: Node): Unit | undefined {
  if (type.is !== 'quantity' || type.unit === undefined) return undefined
  return type.unit.atoms.length === 0 ? undefined : type.unit
}

function isPlain(node: Node): boolean {
  return node.type.is === 'quantity' && unitOf(node) === undefined
}

function soleAtom({ atoms }: Unit): string | undefined {
  const [first] = atoms
  return atoms.length === 1 && first?.[1] === 1 ? first[0] : undefined
}

/** Whether it differs from fact to fact. */
function isOwned(compiler: Compiler, unit: Unit): boolean {
  return unit.atoms.some(([name]) => compiler.program.unitOwners.has(name))
}

/** A unit of the workspace, to show a conversion by. */
function exampleUnit(compiler: Compiler): string {
  const [family] = compiler.model.families
  return (family === undefined ? undefined : unitWord(compiler, family)) ?? 'each'
}

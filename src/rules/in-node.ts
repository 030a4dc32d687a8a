/** `in`: a cell in another unit, or whether a list has a value. */

import { textOf } from '../base/source.ts'
import { printExpression } from '../syntax/print.ts'
import type { Expression } from '../../grammar/tree.ts'
import { membership } from './arithmetic.ts'
import type { Compiler } from './compiler.ts'
import { compile, inWords, report, wrong, wrongBecause, wrongType } from './compiler.ts'
import { conversionNode } from './conversion.ts'
import type { Node } from './node.ts'
import type { Scope } from './scope.ts'
import { isBare } from './sides.ts'
import { compatible, setOf, type Type } from './type.ts'

type Binary = Extract<Expression, { sort: 'binary' }>

/** `cell in UNIT` converts; `value in SET` asks. The right side decides. */
export function inNode(compiler: Compiler, scope: Scope, node: Binary): Node {
  const conversion = conversionNode(compiler, scope, node)
  if (conversion !== undefined) return conversion
  const unbracketed = unbracketedUnit(compiler, scope, node)
  if (unbracketed !== undefined) return unbracketed
  const [left, right] = memberSides(compiler, scope, node.left, node.right)
  if (right.type.is === 'wrong' || left.type.is === 'wrong') return wrong(node)
  if (right.type.is !== 'set') {
    const wanted = inWords(compiler, setOf(left.type))
    return wrongType(compiler, right, wanted, oneHelp(node, left, right))
  }
  if (!compatible(left.type, right.type.of)) {
    return wrongType(compiler, left, inWords(compiler, right.type.of))
  }
  return membership(node, left, right)
}

/** `f in widgets`: one value is no list, and is compared. */
function oneHelp({ left, right }: Binary, { type }: Node, one: Node): string | undefined {
  if (!compatible(type, one.type)) return undefined
  return `Write \`${printExpression(left)} = ${printExpression(right)}\`, or a list: \`(${printExpression(right)}, …)\`.`
}

/** `sales(f, t) in each + 5 each`: what stands behind `in` is a sum, and no unit. */
function unbracketedUnit(
  compiler: Compiler,
  scope: Scope,
  { left, right, span }: Binary,
): Node | undefined {
  let unit = right
  while (unit.sort === 'binary') unit = unit.left
  if (unit === right || unit.sort !== 'word' || scope.has(unit.text)) return undefined
  if (!compiler.model.units.has(unit.text)) return undefined
  const whole = { source: span.source, start: left.span.start, end: unit.span.end }
  const text = `(${textOf(whole)})`
  const diagnostic = report(
    'conversion-in-sum',
    whole,
    { text },
    {
      mends: [{ title: `Write ${text}`, edits: [{ span: whole, text }] }],
    },
  )
  return wrongBecause(compiler, left, diagnostic)
}

/** A bare word takes its meaning from the other side; what stands behind a cell is a unit. */
function memberSides(
  compiler: Compiler,
  scope: Scope,
  left: Expression,
  right: Expression,
): [Node, Node] {
  if (isBare(scope, left) && right.sort !== 'list') {
    const list = compile(compiler, scope, right)
    const member = list.type.is === 'set' ? list.type.of : undefined
    return [compile(compiler, scope, left, member), list]
  }
  const one = compile(compiler, scope, left)
  const wanted: Type = one.cell === undefined ? setOf(one.type) : { is: 'unit' }
  return [one, compile(compiler, scope, right, wanted)]
}

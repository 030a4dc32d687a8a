/** `f.strategy = make-to-stock or make-to-order`: the second half of a comparison, by itself. */

import type { Expression } from '../../grammar/tree.ts'
import { printExpression } from '../syntax/print.ts'
import type { Compiler } from './compiler.ts'
import { report, wrongBecause } from './compiler.ts'
import { means } from './names.ts'
import type { Node } from './node.ts'
import type { Scope } from './scope.ts'
import { isBare } from './sides.ts'

type Binary = Extract<Expression, { sort: 'binary' }>

/** Reports a name behind `and` or `or` that is meant for what was compared before it. */
export function halfComparison(compiler: Compiler, scope: Scope, node: Binary): Node | undefined {
  const { right } = node
  if (!isBare(scope, right) || means(compiler, right) || compiler.defines.has(right.text)) {
    return undefined
  }
  if (compiler.program.lostNames || compiler.model.facts.mayDeclare(right.text)) return undefined
  const before = lastOf(node.left)
  if (before === undefined) return undefined
  const [of, first, second] = [before.left, before.right, right].map(printExpression)
  const values = { found: 'a name', wanted: 'true or false' }
  const list = before.operator === '=' ? `${of} in` : `not ${of} in`
  const help = `Compare it again, \`${of} ${before.operator} ${second}\`; or with a list, \`${list} (${first}, ${second})\`.`
  return wrongBecause(compiler, right, report('wrong-type', right.span, values, { help }))
}

/** The comparison with a name that stands last before it. */
function lastOf(left: Expression): Binary | undefined {
  let last = left
  while (last.sort === 'binary' && (last.operator === 'and' || last.operator === 'or')) {
    last = last.right
  }
  if (last.sort !== 'binary') return undefined
  return last.operator === '=' || last.operator === '!=' ? last : undefined
}

/** The two sides of an operator, of which one may say what the other means. */

import type { Expression } from '../../grammar/tree.ts'
import type { Compiler } from './compiler.ts'
import { compile } from './compiler.ts'
import type { Node } from './node.ts'
import type { Scope } from './scope.ts'

/** A bare word takes its meaning from the other side, whichever side it stands on. */
export function likeSides(
  compiler: Compiler,
  scope: Scope,
  left: Expression,
  right: Expression,
): [Node, Node] {
  if (isBare(scope, left) && !isBare(scope, right)) {
    const second = compile(compiler, scope, right)
    return [compile(compiler, scope, left, second.type), second]
  }
  const first = compile(compiler, scope, left)
  return [first, compile(compiler, scope, right, first.type)]
}

/** A word or a text by itself. */
export type Bare = Extract<Expression, { sort: 'word' | 'text' }>

/** Whether it is a word that is no variable: what it means depends on what it is beside. */
export function isBare(scope: Scope, node: Expression): node is Bare {
  return node.sort === 'text' || (node.sort === 'word' && !scope.has(node.text))
}

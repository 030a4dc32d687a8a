/** A node of two operands that is unknown as soon as one of them is. */

import type { Expression } from '../../grammar/tree.ts'
import type { Node } from './node.ts'
import { because, unusableBecause } from './node.ts'
import type { Type } from './type.ts'
import type { Known, Value } from './value.ts'

/** `reason` says what is missing where two known operands have no result. */
export function binaryNode<Left extends Known, Right extends Known>(
  expression: Expression,
  type: Type,
  left: Node,
  right: Node,
  operation: (left: Left, right: Right) => Value,
  reason?: (left: Left, right: Right) => string,
): Node {
  const runLeft = left.run
  const runRight = right.run
  const parts = [left, right]
  const why = () => {
    const a = runLeft()
    const b = runRight()
    if (a === undefined || b === undefined || reason === undefined) return undefined
    return because(reason(a as Left, b as Right))
  }
  return {
    type,
    run: () => {
      const a = runLeft()
      if (a === undefined) return undefined
      const b = runRight()
      return b === undefined ? undefined : operation(a as Left, b as Right)
    },
    expression,
    parts,
    why,
    unusable: unusableBecause(parts),
  }
}

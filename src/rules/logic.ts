/** `and`, `or`, `not`, `if`: Kleene's logic, in which unknown is a third value. */

import type { Expression } from '../../grammar/tree.ts'
import type { Compiler } from './compiler.ts'
import { inWords, wrongBecause, wrongType } from './compiler.ts'
import { displayWritten } from './display.ts'
import type { Node } from './node.ts'
import { unusableBecause, whyUnknown } from './node.ts'
import { compatible, joined, TRUTH } from './type.ts'
import { unlike } from './unlike.ts'

export function conjunction(expression: Expression, left: Node, right: Node): Node {
  const a = left.run
  const b = right.run
  const parts = [left, right]
  return {
    type: TRUTH,
    run: () => {
      const first = a()
      if (first === false) return false
      const second = b()
      if (second === false) return false
      return first === undefined || second === undefined ? undefined : true
    },
    expression,
    parts,
    unusable: unusableBecause(parts),
  }
}

export function disjunction(expression: Expression, left: Node, right: Node): Node {
  const a = left.run
  const b = right.run
  return {
    type: TRUTH,
    run: () => {
      const first = a()
      if (first === true) return true
      const second = b()
      if (second === true) return true
      return first === undefined || second === undefined ? undefined : false
    },
    expression,
    parts: [left, right],
    unusable: left.unusable === undefined ? undefined : right.unusable,
    idle: left.idle === undefined ? undefined : right.idle,
  }
}

export function negation(expression: Expression, operand: Node): Node {
  const { run } = operand
  return {
    type: TRUTH,
    run: () => {
      const value = run()
      return value === undefined ? undefined : value === false
    },
    expression,
    parts: [operand],
    unusable: operand.unusable,
  }
}

export function choice(
  compiler: Compiler,
  expression: Expression,
  condition: Node,
  then: Node,
  otherwise: Node,
): Node {
  if (!compatible(then.type, otherwise.type)) {
    return wrongBecause(compiler, expression, unlike(compiler, expression, then, otherwise))
  }
  const test = condition.run
  const yes = then.run
  const no = otherwise.run
  return {
    type: joined(then.type, otherwise.type),
    run: () => {
      const value = test()
      if (value === undefined) return undefined
      return value === true ? yes() : no()
    },
    expression,
    parts: [condition, then, otherwise],
    why: () => {
      const value = test()
      if (value === undefined) return whyUnknown(condition)
      return whyUnknown(value === true ? then : otherwise)
    },
    unusable: condition.unusable ?? (then.unusable === undefined ? undefined : otherwise.unusable),
    ...(then.type.is === 'text'
      ? { typed: () => displayWritten(compiler, test() === true ? then : otherwise) }
      : {}),
  }
}

/** Reports a part that is not true or false where it must be. */
export function mustBeTruth(compiler: Compiler, node: Node): Node {
  if (node.type.is === 'truth' || node.type.is === 'wrong') return node
  return wrongType(compiler, node, inWords(compiler, TRUTH))
}

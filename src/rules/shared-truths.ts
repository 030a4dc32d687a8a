/** The built-in functions that say whether something is so, as far as they have been compiled. */

import type { BinaryOperator, Define, Expression } from '../../grammar/tree.ts'
import type { Node } from './node.ts'
import type { Slots } from './value.ts'

/** A function's body, compiled by itself: what is given to it goes into slots of its own. */
export interface SharedBody {
  readonly node: Node
  /** By parameter; undefined for a word, which is compiled into the body. */
  readonly targets: readonly (number | undefined)[]
  readonly program: { readonly slots: Slots; work: number }
}

/** `in` may convert a number, too. */
const TRUTHS: Partial<Record<BinaryOperator, true>> = {
  or: true,
  and: true,
  '=': true,
  '!=': true,
  '<': true,
  '<=': true,
  '>': true,
  '>=': true,
}

export class SharedTruths {
  private readonly defines: ReadonlyMap<string, Define>
  private readonly bodies = new Map<string, SharedBody>()
  private readonly truths = new Map<Define, boolean>()

  constructor(defines: ReadonlyMap<string, Define>) {
    this.defines = defines
  }

  /** The body for calls that are given the same words, and values of the same kinds. */
  body(define: Define, values: readonly Node[], make: () => SharedBody): SharedBody {
    const key = [define.name.text, ...values.map(givenKey)].join(' ')
    let body = this.bodies.get(key)
    if (body === undefined) this.bodies.set(key, (body = make()))
    return body
  }

  /** Whether a function is a truth, as far as its signs tell without any typing. */
  isTruth(define: Define): boolean {
    let is = this.truths.get(define)
    if (is === undefined) {
      // One that calls itself has its message.
      this.truths.set(define, false)
      is = define.body !== undefined && this.saysTruth(define.body)
      this.truths.set(define, is)
    }
    return is
  }

  private saysTruth(expression: Expression): boolean {
    if (expression.sort === 'binary') return TRUTHS[expression.operator] === true
    if (expression.sort === 'unary') return expression.operator === 'not'
    if (expression.sort === 'aggregate') {
      return expression.operator === 'exists' || expression.operator === 'every'
    }
    if (expression.sort !== 'call' || expression.callee.sort !== 'word') return false
    const define = this.defines.get(expression.callee.text)
    return define !== undefined && this.isTruth(define)
  }
}

function givenKey({ constant, type }: Node): string {
  if (typeof constant === 'string') return `"${constant}"`
  return type.is === 'fact' ? type.kinds.join('|') : type.is
}

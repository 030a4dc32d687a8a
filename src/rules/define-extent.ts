/** How much a defined function becomes once it is written out, found without writing it out. */

import type { Define, Expression } from '../../grammar/tree.ts'
import { partsOf } from '../syntax/expression-parts.ts'

/** At least so much: what is surely compiled is counted, and nothing else. */
export interface Extent {
  /** How deep its expressions stand within one another. */
  readonly height: number
  /** How many functions are written out in it, itself counted. */
  readonly calls: number
}

const NOTHING: Extent = { height: 0, calls: 0 }
/** Past this, nothing is too large to be told so: a number that doubles at each call stays a number. */
const MOST = 1e9
/** A chain of functions is followed so far. */
const MOST_CHAIN = 1000

/** A function that calls itself counts for nothing in itself: circles have a message of their own. */
export class Extents {
  private readonly defines: ReadonlyMap<string, Define>
  private readonly known = new Map<Define, Extent>()
  private chain = 0

  constructor(defines: ReadonlyMap<string, Define>) {
    this.defines = defines
  }

  of(define: Define): Extent {
    const known = this.known.get(define)
    if (known !== undefined) return known
    if (define.body === undefined || this.chain >= MOST_CHAIN) return { height: 1, calls: 1 }
    this.known.set(define, NOTHING)
    this.chain += 1
    const { height, calls } = this.within(define.body)
    this.chain -= 1
    const extent = { height: height + 1, calls: Math.min(calls + 1, MOST) }
    this.known.set(define, extent)
    return extent
  }

  private within(expression: Expression): Extent {
    let { height, calls } = this.called(expression)
    for (const part of partsOf(expression)) {
      const inner = this.within(part)
      height = Math.max(height, inner.height)
      calls += inner.calls
    }
    return { height, calls: Math.min(calls, MOST) }
  }

  private called(expression: Expression): Extent {
    if (expression.sort !== 'call' || expression.callee.sort !== 'word') return NOTHING
    const define = this.defines.get(expression.callee.text)
    return define === undefined ? NOTHING : this.of(define)
  }
}

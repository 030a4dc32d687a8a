/** The variables that an expression sees, by name. */

import type { Variable } from './node.ts'

/**
 * The inner hides nothing, since a name may not be taken twice. A chain: each `let` and each binder adds
 * one to the few that there are, and most of them are asked for no name at all.
 */
export class Scope {
  /** The depth of the innermost loop. */
  readonly depth: number
  private readonly variable: Variable | undefined
  private readonly outer: Scope | undefined

  constructor(variable: Variable | undefined, outer: Scope | undefined, depth: number) {
    this.variable = variable
    this.outer = outer
    this.depth = depth
  }

  /** With one more; `bound` where a loop gives it its values. */
  with(variable: Variable, bound = false): Scope {
    const { depth } = this
    return new Scope(variable, this, bound ? Math.max(depth, variable.depth) : depth)
  }

  find(name: string): Variable | undefined {
    if (this.variable?.name === name) return this.variable
    return this.outer?.find(name)
  }

  has(name: string): boolean {
    return this.find(name) !== undefined
  }

  /** The outermost first. */
  get names(): readonly string[] {
    const own = this.variable === undefined ? [] : [this.variable.name]
    return this.outer === undefined ? own : [...this.outer.names, ...own]
  }
}

export const EMPTY_SCOPE = new Scope(undefined, undefined, 0)

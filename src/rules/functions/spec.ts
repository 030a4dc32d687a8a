/** The shape of a built-in function. */

import type { Expression } from '../../../grammar/tree.ts'
import type { Compiler } from '../compiler.ts'
import { displayValue } from '../display.ts'
import type { Leaf, Missing, Node } from '../node.ts'
import { unusableBecause } from '../node.ts'
import type { Type } from '../type.ts'
import type { Known, Value } from '../value.ts'

/** All functions are pure and total: where they have no answer, they give unknown. */
export interface FunctionSpec {
  readonly name: string
  /** As it is written: `cover(f, t, forward|current)`. */
  readonly signature: string
  /** One sentence that says what it gives. */
  readonly doc: string
  /** `any`: the function looks at the type itself. The last one stands for all that follow. */
  readonly parameters: readonly (Type | 'any')[]
  /** Fewest and most arguments, where not all parameters, or more, may be given. */
  readonly least?: number
  readonly most?: number
  readonly build: (compiler: Compiler, expression: Expression, given: readonly Node[]) => Node
}

export interface SimpleFunction {
  readonly name: string
  readonly signature: string
  readonly doc: string
  readonly parameters: readonly (Type | 'any')[]
  readonly least?: number
  readonly type: Type | ((compiler: Compiler, given: readonly Node[]) => Type)
  readonly apply: (compiler: Compiler, ...values: readonly Known[]) => Value
  /** What is missing where it is unknown although its arguments are known. */
  readonly missing?: (compiler: Compiler, ...values: readonly Known[]) => Missing
  /** Whether it is stated and cannot be read, where it is unknown. */
  readonly unread?: (compiler: Compiler, ...values: readonly Known[]) => boolean
  /** The area that must be in use for it to be known. */
  readonly area?: string
}

/** A function of known values: unknown as soon as an argument is. */
export function simple(spec: SimpleFunction): FunctionSpec {
  const { apply, missing, unread, area } = spec
  return {
    name: spec.name,
    signature: spec.signature,
    doc: spec.doc,
    parameters: spec.parameters,
    ...(spec.least === undefined ? {} : { least: spec.least }),
    build: (compiler, expression, given) => {
      const runs = given.map((node) => node.run)
      const type = typeof spec.type === 'function' ? spec.type(compiler, given) : spec.type
      const unused = area !== undefined && !compiler.model.uses(area) ? area : undefined
      const leaf = missing && new CallLeaf(spec, compiler, given)
      return {
        type,
        run: runOf(compiler, runs, apply),
        expression,
        parts: given,
        unusable: unused ?? unusableBecause(given),
        unread: leaf && unread && (() => leaf.unread()),
        leaf,
      }
    },
  }
}

class CallLeaf implements Leaf {
  private readonly spec: SimpleFunction
  private readonly compiler: Compiler
  private readonly given: readonly Node[]

  constructor(spec: SimpleFunction, compiler: Compiler, given: readonly Node[]) {
    this.spec = spec
    this.compiler = compiler
    this.given = given
  }

  reading(): string {
    const { spec, compiler, given } = this
    if (given.length === 0) return spec.name
    return `${spec.name}(${given.map((each) => displayValue(compiler, each)).join(', ')})`
  }

  missing(): Missing | undefined {
    const known = this.known()
    return known && this.spec.missing?.(this.compiler, ...known)
  }

  unread(): boolean {
    const known = this.known()
    return known !== undefined && this.spec.unread?.(this.compiler, ...known) === true
  }

  private known(): readonly Known[] | undefined {
    const values = this.given.map(({ run }) => run())
    return values.includes(undefined) ? undefined : (values as Known[])
  }
}

/** Calls without an array for the usual one to three arguments. */
function runOf(
  compiler: Compiler,
  runs: readonly (() => Value)[],
  apply: SimpleFunction['apply'],
): () => Value {
  const [first, second, third] = runs
  if (first === undefined) return () => apply(compiler)
  if (runs.length === 1) {
    return () => {
      const a = first()
      return a === undefined ? undefined : apply(compiler, a)
    }
  }
  if (second !== undefined && runs.length === 2) {
    return () => {
      const a = first()
      if (a === undefined) return undefined
      const b = second()
      return b === undefined ? undefined : apply(compiler, a, b)
    }
  }
  if (second !== undefined && third !== undefined && runs.length === 3) {
    return () => {
      const a = first()
      const b = a === undefined ? undefined : second()
      if (a === undefined || b === undefined) return undefined
      const c = third()
      return c === undefined ? undefined : apply(compiler, a, b, c)
    }
  }
  return () => {
    const values: Known[] = []
    for (const run of runs) {
      const value = run()
      if (value === undefined) return undefined
      values.push(value)
    }
    return apply(compiler, ...values)
  }
}

/** A `let`: compiled when something first reads it, and evaluated at most once a turn of its loop. */

import type { Span } from '../base/source.ts'
import type { Compiler } from './compiler.ts'
import { measured, MOST_NESTING, report, wrong, wrongBecause } from './compiler.ts'
import type { Node, Variable } from './node.ts'
import { heightOf } from './node.ts'
import type { Line } from './rule-lines.ts'
import type { Scope } from './scope.ts'
import type { Type } from './type.ts'
import type { Value } from './value.ts'

export class LetVariable implements Variable {
  readonly name: string
  readonly slot = -1
  readonly span: Span
  private readonly compiler: Compiler
  private readonly scope: Scope
  private readonly line: Line<'let'>
  private readonly free: boolean
  private made: Node | undefined
  private level = 0

  /** `free`: its name is taken by nothing else. */
  constructor(compiler: Compiler, scope: Scope, line: Line<'let'>, free: boolean) {
    this.compiler = compiler
    this.scope = scope
    this.line = line
    this.free = free
    this.name = line.name.text
    this.span = line.name.span
  }

  get value(): Node {
    return (this.made ??= this.compiled())
  }

  get depth(): number {
    void this.value
    return this.level
  }

  get type(): Type {
    return this.value.type
  }

  get path(): string {
    return this.value.path ?? `${this.name}#let`
  }

  get parentPath(): string | undefined {
    return this.value.parentPath
  }

  private compiled(): Node {
    const { compiler, scope, line } = this
    const { node, depth } = measured(compiler, scope, line.value)
    this.level = depth
    const { name, whole, broken } = compiler.program
    if (whole && !broken && heightOf(node) > MOST_NESTING) {
      const values = { name, limit: MOST_NESTING }
      return wrongBecause(compiler, line.value, report('rule-too-deep', this.span, values))
    }
    if (!this.free) return wrong(line.value)
    return { ...node, run: remembered(compiler, node, depth, line.value) }
  }
}

function remembered(compiler: Compiler, value: Node, depth: number, written: object): Node['run'] {
  if (value.constant !== undefined) return value.run
  const { turns } = compiler.program
  const { reads } = compiler.model
  const log = depth > 0 ? undefined : reads
  const run = log === undefined ? value.run : () => log.once(written, value.run)
  let turn = -1
  let last: Value
  return () => {
    const now = turns[depth] ?? 0
    if (turn !== now) {
      last = run()
      turn = now
    } else log?.again(written)
    return last
  }
}

/** What `where` and `require` say, compiled as far as it is asked for. */

import type { Expression } from '../../grammar/tree.ts'
import type { Loop } from './binder.ts'
import { conjunctsOf } from './binder.ts'
import type { Compiler } from './compiler.ts'
import { compileCondition } from './compiler.ts'
import { LATE_KINDS } from './computed.ts'
import { mustBeTruth } from './logic.ts'
import type { Node } from './node.ts'
import { unusableBecause } from './node.ts'
import type { Line } from './rule-lines.ts'
import type { Scope } from './scope.ts'

const NONE: readonly string[] = []

/**
 * The truths of one rule. A workspace's own rule has them all compiled at once, so that every mistake
 * shows. Of a built-in one, which the tests compile whole, no more is compiled than is needed to tell
 * that it has nothing to say: most plans use a part of the rulebook.
 */
export class RuleTruths {
  private readonly compiler: Compiler
  private readonly scope: Scope
  private readonly loops: readonly Loop[]
  private readonly wheres: Truths
  private readonly musts: Truths
  private levels: readonly (readonly Node[])[] | undefined

  constructor(
    compiler: Compiler,
    scope: Scope,
    loops: readonly Loop[],
    wheres: readonly Line<'where'>[],
    requires: readonly Line<'require'>[],
  ) {
    this.compiler = compiler
    this.scope = scope
    this.loops = loops
    this.wheres = truthsOf(wheres)
    this.musts = truthsOf(requires)
    const { program } = compiler
    if (!program.whole && !loops.some(isLate)) return
    while (this.compileNext(this.wheres));
    while (this.compileNext(this.musts));
  }

  /** Those outside of all loops that stand before any other. */
  get outer(): readonly Node[] {
    const { nodes } = this.wheres
    const { depths } = this.compiler.program
    const isInner = (node: Node): boolean => depths.get(node) !== 0
    while (!nodes.some(isInner) && this.compileNext(this.wheres));
    const end = nodes.findIndex(isInner)
    return end === -1 ? nodes : nodes.slice(0, end)
  }

  /** By depth, 0 first: conditions that can be judged once so many loops have their value. */
  get conditions(): readonly (readonly Node[])[] {
    return (this.levels ??= this.byDepth())
  }

  get requires(): readonly Node[] {
    while (this.compileNext(this.musts));
    return this.musts.nodes
  }

  /** Areas for which there is nothing to say, as far as what is compiled tells. */
  get unusedAreas(): readonly string[] {
    const { loops, wheres, musts } = this
    let areas = NONE
    const add = (area: string | undefined) => {
      if (area !== undefined && !areas.includes(area)) areas = [...areas, area]
    }
    for (let at = 0; at < loops.length; at += 1) {
      add(loops[at]?.unusable)
      add(unusableBecause(loops[at]?.conditions ?? []))
    }
    add(unusableBecause(wheres.nodes) ?? unusableBecause(musts.nodes) ?? idleBecause(wheres.nodes))
    return areas
  }

  /** Binders' own conditions stand at their depth; `where` parts as soon as they can be judged. */
  private byDepth(): readonly (readonly Node[])[] {
    while (this.compileNext(this.wheres));
    const { depths } = this.compiler.program
    const levels: Node[][] = [[]]
    const put = (condition: Node, otherwise: Node[] | undefined) =>
      (levels[depths.get(condition) ?? -1] ?? otherwise)?.push(condition)
    this.loops.forEach((loop, index) => {
      levels[index + 1] = []
      for (const condition of loop.conditions) put(condition, levels[index + 1])
    })
    for (const where of this.wheres.nodes) put(where, levels.at(-1))
    return levels
  }

  /** False where there is no other, or none is needed. */
  private compileNext(truths: Truths): boolean {
    const { compiler } = this
    const { program } = compiler
    if (program.mute) return false
    const part = nextPart(truths)
    if (part === undefined) return false
    const node = mustBeTruth(compiler, compileCondition(compiler, this.scope, part))
    truths.nodes.push(node)
    const never = node.idle !== undefined || node.unusable !== undefined
    if (never && truths === this.wheres && !program.whole) program.mute = true
    return true
  }
}

function idleBecause(nodes: readonly Node[]): string | undefined {
  for (let at = 0; at < nodes.length; at += 1) {
    const area = nodes[at]?.idle
    if (area !== undefined) return area
  }
  return undefined
}

interface Truths {
  readonly lines: readonly Line<'where' | 'require'>[]
  /** How many of the lines have been looked at. */
  looked: number
  /** What these lines say, one entry a truth. */
  readonly parts: Expression[]
  /** Those of them that are compiled. */
  readonly nodes: Node[]
}

function truthsOf(lines: readonly Line<'where' | 'require'>[]): Truths {
  return { lines, looked: 0, parts: [], nodes: [] }
}

/** What is to be compiled next. A line is looked at once those before it have been compiled. */
function nextPart(truths: Truths): Expression | undefined {
  const { lines, parts, nodes } = truths
  while (parts.length === nodes.length && truths.looked < lines.length) {
    const line = lines[truths.looked++]
    if (line !== undefined) parts.push(...conjunctsOf(line.value))
  }
  return parts[nodes.length]
}

/** Whether a rule is judged late is asked before it is judged. */
function isLate({ variable: { type } }: Loop): boolean {
  return type.is === 'fact' && type.kinds.some((kind) => LATE_KINDS.has(kind))
}

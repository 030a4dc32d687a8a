/** What compiling needs: the model, the scope, where to report, and the slots of the program. */

import type { Span } from '../base/source.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Extras } from '../diagnostics/define.ts'
import { reportRule as report } from '../diagnostics/rules.ts'
import type { Extents } from './define-extent.ts'
import type { FieldReaders } from './field-readers.ts'
import type { Model } from '../model/model.ts'
import type { Define, Expression } from '../../grammar/tree.ts'
import type { Node } from './node.ts'
import type { Policies } from './policy.ts'
import type { Scope } from './scope.ts'
import type { SharedTruths } from './shared-truths.ts'
import { compatible, type Type, WRONG } from './type.ts'
import { typeWords, type UnitOwner } from './type-words.ts'
import type { Run, Slots } from './value.ts'

export { report }

/** The most steps that one rule may have once its functions are written out. */
export const MOST_STEPS = 20_000

/** The most that expressions may stand within one another, functions written out. */
export const MOST_NESTING = 400

/** One rule, objective or bound while it is compiled and while it runs. */
export interface Program {
  /** What it is called in messages. */
  readonly name: string
  readonly slots: Slots
  /** By slot, what reads it. */
  readonly readers: Run[]
  /** Counts the turns of the loop at each depth, so that a `let` knows when to look again. */
  readonly turns: number[]
  /** What units that differ from fact to fact stand for, by atom: `unit(f#0)`. */
  readonly unitOwners: Map<string, UnitOwner>
  /** Expressions compiled so far, those of functions counted each time they are written out. */
  steps: number
  /** The deepest loop whose variables have been read since somebody began to measure. */
  deepest: number
  /** That depth, for each condition of a loop or a `where`. */
  readonly depths: Map<Node, number>
  /** Compile all of it now, for its mistakes; else what is needed, when it is needed. */
  readonly whole: boolean
  /** How deep in one another the expressions stand that are being compiled. */
  nesting: number
  /** Turns of its loops taken so far, over all instances. */
  work: number
  /** It has nothing to say in this workspace, for certain: no more of it is compiled. */
  mute: boolean
  /** A line that binds names could not be read: what has no meaning may be one of them. */
  lostNames: boolean
  /** It reads what other rules found, and is judged after them. */
  late: boolean
  broken: boolean
}

/** Compiles any expression; see `expression.ts`, which every other part of the compiler serves. */
type CompileExpression = (
  compiler: Compiler,
  scope: Scope,
  node: Expression,
  expected?: Type,
) => Node

export interface Compiler {
  /** Ties the knot: parts compile their own parts through it. */
  readonly expression: CompileExpression
  readonly model: Model
  readonly defines: ReadonlyMap<string, Define>
  readonly extents: Extents
  readonly shared: SharedTruths
  readonly readers: FieldReaders
  readonly policies: Policies
  readonly problems: ProblemList
  readonly program: Program
  /** Defines that are being written out, outermost first: a circle shows here. */
  readonly within: readonly Define[]
}

/** Collects each problem once, however often a define is written out. */
export interface ProblemList {
  readonly list: Diagnostic[]
  readonly seen: Set<string>
}

export function newProgram(name: string, whole = true): Program {
  return {
    name,
    whole,
    deepest: 0,
    depths: new Map(),
    slots: [],
    readers: [],
    turns: [0],
    unitOwners: new Map(),
    steps: 0,
    nesting: 0,
    work: 0,
    mute: false,
    lostNames: false,
    late: false,
    broken: false,
  }
}

export function newSlot(compiler: Compiler): number {
  return compiler.program.slots.push(undefined) - 1
}

/** Reports a problem and marks the program as one that cannot run. */
export function problem(compiler: Compiler, diagnostic: Diagnostic): void {
  compiler.program.broken = true
  const key = `${diagnostic.code} ${diagnostic.span.source.path} ${diagnostic.span.start}`
  if (compiler.problems.seen.has(key)) return
  compiler.problems.seen.add(key)
  compiler.problems.list.push(diagnostic)
}

/** `Did you mean …?` with the edit; nothing where no name is near. */
export function meant(span: Span, near: string | undefined): Extras {
  if (near === undefined) return {}
  const mends = [{ title: `Write ${near}`, edits: [{ span, text: near }] }]
  return { help: `Did you mean ${near}?`, mends }
}

/** Compiles an expression; what is wrong is reported, and gives a node that fits everywhere. */
export function compile(compiler: Compiler, scope: Scope, node: Expression, expected?: Type): Node {
  return compiler.expression(compiler, scope, node, expected)
}

/** Compiles an expression and tells the deepest loop whose variables it reads. */
export function measured(
  compiler: Compiler,
  scope: Scope,
  expression: Expression,
): { node: Node; depth: number } {
  const { program } = compiler
  const before = program.deepest
  program.deepest = 0
  const node = compile(compiler, scope, expression)
  const depth = program.deepest
  program.deepest = Math.max(before, depth)
  return { node, depth }
}

/** Compiles a condition and remembers the loop at which it can be judged. */
export function compileCondition(compiler: Compiler, scope: Scope, part: Expression): Node {
  const { node, depth } = measured(compiler, scope, part)
  compiler.program.depths.set(node, depth)
  return node
}

/** A type in a planner's words. */
export function inWords(compiler: Compiler, type: Type): string {
  return typeWords(type, compiler.program.unitOwners)
}

/** Compiles an expression that must be of a type. */
export function compileAs(compiler: Compiler, scope: Scope, node: Expression, type: Type): Node {
  const made = compile(compiler, scope, node, type)
  return compatible(made.type, type) ? made : wrongType(compiler, made, inWords(compiler, type))
}

/** Reports a part that is of another type than its place takes. */
export function wrongType(compiler: Compiler, node: Node, wanted: string, help?: string): Node {
  const { expression, type } = node
  const values = { found: inWords(compiler, type), wanted }
  const extras = help === undefined ? {} : { help }
  return wrongBecause(compiler, expression, report('wrong-type', expression.span, values, extras))
}

/** A node for what could not be compiled: unknown, and it fits everywhere. */
export function wrong(expression: Expression): Node {
  return { type: WRONG, run: () => undefined, expression, parts: [] }
}

/** Reports and gives the node that stands for the mistake. */
export function wrongBecause(
  compiler: Compiler,
  expression: Expression,
  diagnostic: Diagnostic,
): Node {
  problem(compiler, diagnostic)
  return wrong(expression)
}

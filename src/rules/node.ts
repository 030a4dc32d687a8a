/** A typed expression, ready to run: what the compiler makes of a piece of the syntax tree. */

import type { Span } from '../base/source.ts'
import type { Expression } from '../../grammar/tree.ts'
import type { Fact } from '../facts/fact.ts'
import type { CellAddress, Column, Missing as MissingFact } from '../model/model.ts'
import type { Type } from './type.ts'
import type { Run, Value } from './value.ts'

/** Why something is unknown. */
export interface Missing extends MissingFact {
  /** What may be left out was left out: nothing is said of it. */
  readonly silent?: true
}

export interface Node {
  readonly type: Type
  readonly run: Run
  readonly expression: Expression
  /** The parts that are evaluated with it, in order. */
  readonly parts: readonly Node[]
  /** A value from outside the rule: evidence shows it, and an unknown one says what is missing. */
  readonly leaf?: Leaf | undefined
  /**
   * Why it is unknown, where that is not simply because a part is. Called only while it is unknown.
   */
  readonly why?: () => Missing | undefined
  /** It is unknown for certain, since the workspace does not use this area. */
  readonly unusable?: string | undefined
  /** A field whose values an index can look up: how to read it off a fact, under which name. */
  readonly indexed?: Indexed | undefined
  /** It is false for certain, since the workspace does not use this area. */
  readonly idle?: string | undefined
  /** A number that has a per cent mark where it is written: it is shown with one. */
  readonly percent?: (() => boolean) | undefined
  /** A text that holds a number: the same, as a plan would write it. */
  readonly typed?: () => string
  /** A variable: which one. For a `let`, its parts are what it stands for. */
  readonly variable?: Variable
  /** For cells: what `in UNIT` and `known` need. */
  readonly cell?: CellNodes
  /** Of a volume that is no cell: the family and the month by which `in UNIT` converts it. */
  readonly volume?: Pick<CellNodes, 'subject' | 'month'>
  /** How it is evaluated for many months at once, where that is not told by its parts. */
  readonly lane?: MakeLane
  /** It is compiled when it is first asked for: whoever need not ask leaves its parts alone. */
  readonly onDemand?: true
  /** The value where the expression is written out: a name, a word, a number. */
  readonly constant?: Value
  /** For fields: whether somebody wrote it; unknown where that could not be read. */
  readonly written?: () => boolean | undefined
  /** Whether it is stated and cannot be read: `known` is unknown then. Called while it is unknown. */
  readonly unread?: (() => boolean) | undefined
  /** For facts: a path that is the same for the same fact, so that `unit(f)` is one unit. */
  readonly path?: string | undefined
  /** For facts: the path of the statement in whose block the fact stands. */
  readonly parentPath?: string | undefined
}

/** How a field is read off a fact, and the name of its index. */
export interface Indexed {
  readonly key: string
  readonly read: (fact: Fact) => Value
  /** Somebody wrote it, so that it is the same whatever the numbers of the plan are. */
  readonly written: boolean
}

export interface CellNodes {
  readonly version: Node
  readonly series: Node
  readonly subject: Node
  readonly month: Node
}

export interface Leaf {
  /** With the names filled in: `outlook inventory of widgets 2026-10`. */
  readonly reading: () => string
  /** The cell read, if it is one. */
  readonly address?: () => CellAddress | undefined
  readonly span?: () => Span | undefined
  readonly missing: () => Missing | undefined
}

/** A binder, a `let` or a parameter. */
export interface Variable {
  readonly name: string
  readonly type: Type
  readonly slot: number
  /** How deep in the loops of its rule it is bound: 0 outside of all. */
  readonly depth: number
  readonly span: Span
  /** What it stands for, for a `let` or a parameter that is used as it is. */
  readonly value?: Node
  /** What a parameter is given, where that is evaluated once, into its slot. */
  readonly given?: Node
  /** For facts: see `Node`. */
  readonly path: string
  readonly parentPath?: string | undefined
}

/** Rows of months that a loop is about to run over: the same months for each turn outside of it. */
export interface Sweep {
  /** The loop's variable. */
  readonly variable: Variable
  /** How many months a row has. */
  readonly width: number
  /** How many rows there are. */
  readonly rows: number
  /** Row by row, one entry a month; those behind `rows * width` are left over. */
  readonly months: Float64Array
  /** Changes whenever anything that a lane may have remembered has changed. */
  readonly turn: number
  /** Gives the variables of the loops outside the values that they have in a row. */
  readonly enter: (row: number) => void
}

/**
 * Evaluates an expression for every month of the sweep: plain integers as they are, months as
 * their numbers, true as 1 and false as 0. NaN is "not decided here": unknown, or no plain integer,
 * or nothing a lane knows how to do; then the expression itself is asked, month by month.
 *
 * Invariant: an entry that is not NaN is what the expression gives for that month of that row.
 */
export type Lane = () => Float64Array

/** The columns of all rows of a sweep; undefined where the subject or the version is unknown. */
export type RowColumns = () => readonly (Column | undefined)[]

/** What a node makes its lane from. */
export interface Lanes {
  readonly sweep: Sweep
  /** The lane of a part; undefined where every entry would be NaN. */
  readonly of: (part: Node) => Lane | undefined
  /** Whether a part is the same for every month of a row, so that it may be evaluated as it is. */
  readonly isSteady: (part: Node) => boolean
  /** Row by row, the column that a cell is in; undefined where that differs from month to month. */
  readonly columns: (cell: CellNodes) => RowColumns | undefined
}

/** Makes the lane of a node from those of its parts. */
export type MakeLane = (lanes: Lanes) => Lane | undefined

const heights = new WeakMap<Node, number>()

/** How many nodes stand within one another, `let`s included: how deep its evaluation goes. */
export function heightOf(node: Node): number {
  let height = heights.get(node)
  if (height !== undefined) return height
  height = 0
  for (const part of node.parts) height = Math.max(height, heightOf(part))
  heights.set(node, ++height)
  return height
}

/** Whether an expression reads a variable. Each node is looked at once: a `let` may stand often. */
export function reads(node: Node, variable: Variable, seen = new Set<Node>()): boolean {
  if (node.variable === variable) return true
  if (seen.has(node)) return false
  seen.add(node)
  return node.parts.some((part) => reads(part, variable, seen))
}

/** The first reason, in order of evaluation, that a node is unknown. */
export function whyUnknown(node: Node): Missing | undefined {
  return reasonOf(node, new Set())
}

/** Each node is looked at once: a `let` may stand in many places. */
function reasonOf(node: Node, seen: Set<Node>): Missing | undefined {
  if (seen.has(node) || node.run() !== undefined) return undefined
  seen.add(node)
  const special = node.why?.()
  if (special !== undefined) return special
  for (const part of node.parts) {
    const missing = reasonOf(part, seen)
    if (missing !== undefined) return missing
  }
  return node.leaf?.missing()
}

/** A reason that no fact of the workspace can mend: a division by 0, a number too long. */
export function because(what: string): Missing {
  return { what, month: undefined, area: undefined }
}

/** The area without which a node is unknown for certain: that of any part, unless it says so itself. */
export function unusableBecause(parts: readonly Node[]): string | undefined {
  for (let at = 0; at < parts.length; at += 1) {
    const area = parts[at]?.unusable
    if (area !== undefined) return area
  }
  return undefined
}

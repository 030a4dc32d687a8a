/** Judges a rule for many rows of months of its innermost loop at once, as far as that is decided. */

import type { Lane, Node, Sweep, Variable } from './node.ts'
import { HELD, UNDECIDED, holdOnly, leaveOut } from './lane-loops.ts'
import { lanesOf } from './lanes.ts'
import type { CompiledRule } from './rule.ts'
import type { Known, Value } from './value.ts'

/** Of so many turns of the loops outside lanes are worth making; fewer are judged month by month. */
const FEW = 16

/** So many months are judged together: their lanes stay in the processor's cache. */
const MOST_MONTHS = 1536

/** Undefined where the innermost loop does not run over months, or nothing is outside of it. */
export function sweepOf(rule: CompiledRule): RowSweep | undefined {
  const variable = rule.loops.at(-1)?.variable
  if (variable?.type.is !== 'month' || rule.loops.length < 2) return undefined
  return new RowSweep(rule, variable)
}

/**
 * Rows that wait to be judged: each is a turn of the loops outside, with the same months. The lanes
 * are made once there have been a few: small plans do without.
 */
export class RowSweep implements Sweep {
  readonly variable: Variable
  /** The months of each row. */
  list: readonly Known[] = []
  width = 0
  rows = 0
  months = new Float64Array(0)
  turn = 0
  private readonly rule: CompiledRule
  private turns = 0
  /** How many rows have their months. */
  private filled = 0
  private judge: JudgeRows | undefined
  /** Row by row, what the variables outside have, by loop. */
  private readonly values: Value[] = []
  private readonly unknown: (Node | undefined)[] = []

  constructor(rule: CompiledRule, variable: Variable) {
    this.rule = rule
    this.variable = variable
  }

  /** Whether a row of these months can wait with those that do. */
  takes(list: readonly Known[]): boolean {
    if (this.rows === 0) return true
    return list === this.list && (this.rows + 1) * this.width <= MOST_MONTHS
  }

  /** Lets a row wait: the turn that the loops outside are at. `unsure`: a condition there is unknown. */
  add(list: readonly Known[], unsure: Node | undefined): void {
    if (this.list !== list) this.filled = 0
    this.list = list
    this.width = list.length
    this.note(this.rows)
    this.unknown[this.rows] = unsure
    this.rows += 1
    this.turns += 1
  }

  unsure(row: number): Node | undefined {
    return this.unknown[row]
  }

  /** Notes what the variables outside have now as that of a row. */
  private note(row: number): void {
    const { slots } = this.rule.compiler.program
    const { loops } = this.rule
    const outside = loops.length - 1
    for (let at = 0; at < outside; at += 1) {
      this.values[row * outside + at] = slots[loops[at]?.slot ?? -1]
    }
  }

  enter(row: number): void {
    const { slots, turns } = this.rule.compiler.program
    const { loops } = this.rule
    const outside = loops.length - 1
    for (let at = 0; at < outside; at += 1) {
      slots[loops[at]?.slot ?? -1] = this.values[row * outside + at]
      turns[at + 1] = (turns[at + 1] ?? 0) + 1
    }
  }

  /**
   * Row by row for each month: whether it is left out, holds, or is to be judged by itself; undefined
   * where all are.
   */
  told(): Uint8Array | undefined {
    // What they have now comes behind the last row.
    this.note(this.rows)
    if (this.turns < FEW) return undefined
    this.turn += 1
    this.fillMonths()
    this.judge ??= judgeOf(this.rule, this)
    return this.judge()
  }

  private fillMonths(): void {
    const { list, width, rows } = this
    if (this.months.length < rows * width) {
      this.months = new Float64Array(rows * width)
      this.filled = 0
    }
    for (let row = this.filled; row < rows; row += 1) {
      for (let at = 0; at < width; at += 1) this.months[row * width + at] = list[at] as number
    }
    this.filled = Math.max(this.filled, rows)
  }

  /** No row waits any more, and the loops outside go on where they were. */
  end(): void {
    this.enter(this.rows)
    this.rows = 0
  }
}

type JudgeRows = () => Uint8Array | undefined

/** What it judges is undefined where nothing could be decided. */
function judgeOf(rule: CompiledRule, sweep: RowSweep): JudgeRows {
  const lanes = lanesOf(rule.compiler.model, sweep)
  const conditions = (rule.truths.conditions.at(-1) ?? []).map(lanes.of)
  const requires = rule.truths.requires.map(lanes.of)
  const holds = [...conditions, ...requires].every((lane) => lane !== undefined)
  const some = conditions.filter((lane) => lane !== undefined)
  if (!holds && some.length === 0) return () => undefined
  const every = holds ? requires.filter((lane) => lane !== undefined) : undefined
  let told = new Uint8Array(0)
  return () => {
    const count = sweep.rows * sweep.width
    if (told.length < count) told = new Uint8Array(count)
    decide(told, count, some, every)
    return told
  }
}

/** Without requirements that can all be evaluated so, no month is known to hold. */
function decide(
  told: Uint8Array,
  count: number,
  conditions: readonly Lane[],
  requires: readonly Lane[] | undefined,
): void {
  told.fill(requires === undefined ? UNDECIDED : HELD, 0, count)
  let open = count
  for (const lane of conditions) if (open > 0) open -= leaveOut(told, lane(), count)
  if (open === 0) return
  for (const lane of requires ?? []) holdOnly(told, lane(), count)
}

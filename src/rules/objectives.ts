/** Objectives: judged as rules, with the figures of their `let`s. */

import type { Exact } from '../base/exact.ts'
import { compare } from '../base/exact.ts'
import { display, UNKNOWN_WORD } from './display.ts'
import type { Figure, ObjectiveResult } from './finding.ts'
import type { Node } from './node.ts'
import type { CompiledRule } from './rule.ts'
import type { Run } from './run.ts'
import type { Value } from './value.ts'
import { allHold, walkLoops } from './walk.ts'

interface Bounds {
  readonly name: string
  readonly node: Node
  low: Value
  high: Value
  /** Said at once: the unit of a family's number is that of the family at hand. */
  lowWords: string
  highWords: string
}

/** The lowest and highest of each figure over the instances; numbers alone are compared. */
export function objectiveResult(rule: CompiledRule, run: Run): ObjectiveResult {
  const { program } = rule.compiler
  const { turns } = program
  const figures = rule.lets.flatMap(({ name, value }): Bounds[] =>
    value === undefined ? [] : [{ ...NOTHING_YET, name, node: value }],
  )
  const conditions = rule.truths.conditions.flat()
  walkLoops(program, rule.loops, () => {
    // Every figure is looked at anew: the walk has moved the variables of each depth.
    for (let depth = 0; depth < turns.length; depth++) turns[depth] = (turns[depth] ?? 0) + 1
    if (allHold(conditions) !== false) for (const figure of figures) widen(rule, figure)
    return false
  })
  return {
    objective: rule.fact,
    held: run.broken > 0 ? false : run.held > 0 && run.unsure === 0 ? true : undefined,
    figures: figures.map((each): Figure => ({
      name: each.name,
      low: each.lowWords,
      high: each.highWords,
    })),
  }
}

const NOTHING_YET = {
  low: undefined,
  high: undefined,
  lowWords: UNKNOWN_WORD,
  highWords: UNKNOWN_WORD,
}

function widen({ compiler }: CompiledRule, figure: Bounds): void {
  const value = figure.node.run()
  if (value === undefined) return
  const { type } = figure.node
  const numbers = type.is === 'quantity'
  if (figure.low === undefined || (numbers && compare(value as Exact, figure.low as Exact) < 0)) {
    figure.low = value
    figure.lowWords = display(compiler, type, value)
  }
  if (figure.high === undefined || (numbers && compare(value as Exact, figure.high as Exact) > 0)) {
    figure.high = value
    figure.highWords = display(compiler, type, value)
  }
}

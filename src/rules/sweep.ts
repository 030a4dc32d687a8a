/** Judges a rule for all months of its innermost loop at once, as far as that is decided. */

import type { Month } from '../base/month.ts'
import type { Lane, Sweep } from './node.ts'
import { setMonths } from './lane.ts'
import { lanesOf } from './lanes.ts'
import type { CompiledRule } from './rule.ts'
import type { Known } from './value.ts'

/** What a sweep finds out about a month. */
export const UNDECIDED = 0
export const LEFT_OUT = 1
export const HELD = 2

/** For each month, whether it is left out, holds, or is to be judged by itself. */
export type JudgeMonths = (months: readonly Known[]) => Uint8Array

/** So many turns of the loop outside are judged month by month, before lanes are worth making. */
const FEW = 16

/**
 * Undefined where the innermost loop does not run over months, or nothing could be decided. The
 * lanes are made once there have been a few turns: small plans do without.
 */
export function sweepOf(rule: CompiledRule): (() => JudgeMonths | undefined) | undefined {
  const variable = rule.loops.at(-1)?.variable
  if (variable?.type.is !== 'month' || rule.loops.length < 2) return undefined
  let turns = 0
  let judge: JudgeMonths | undefined
  return () => {
    turns += 1
    if (turns === FEW)
      judge = judgeOf(rule, { variable, months: new Float64Array(0), count: 0, turn: 0 })
    return judge
  }
}

function judgeOf(rule: CompiledRule, sweep: Sweep): JudgeMonths | undefined {
  const lanes = lanesOf(rule.compiler.model, sweep)
  const conditions = (rule.conditions.at(-1) ?? []).map(lanes.of)
  const requires = rule.requires.map(lanes.of)
  const holds = [...conditions, ...requires].every((lane) => lane !== undefined)
  const some = conditions.filter((lane) => lane !== undefined)
  if (!holds && some.length === 0) return undefined
  const every = holds ? requires.filter((lane) => lane !== undefined) : undefined
  let last: readonly Known[] = []
  let told = new Uint8Array(0)
  return (months) => {
    if (months !== last) {
      setMonths(sweep, months as readonly Month[])
      last = months
    }
    if (told.length < months.length) told = new Uint8Array(months.length)
    sweep.turn += 1
    decide(told, months.length, some, every)
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
  for (const lane of conditions) {
    const truths = lane()
    for (let at = 0; at < count; at += 1) {
      const truth = truths[at]
      if (truth === 0) told[at] = LEFT_OUT
      else if (truth !== 1 && told[at] === HELD) told[at] = UNDECIDED
    }
  }
  for (const lane of requires ?? []) {
    const truths = lane()
    for (let at = 0; at < count; at += 1) {
      if (truths[at] !== 1 && told[at] === HELD) told[at] = UNDECIDED
    }
  }
}

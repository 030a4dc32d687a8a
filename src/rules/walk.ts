/** Walks over all values of binders, within the limit of what one rule may do. */

import type { Loop } from './binder.ts'
import type { Program } from './compiler.ts'
import type { Missing, Node } from './node.ts'
import { because } from './node.ts'

/** The most turns of its loops that one rule may take: past these, it is not judged. */
export const MOST_WORK = 300_000_000

export function tooMuchWork(): Missing {
  return because(`an end of this rule within ${MOST_WORK / 1_000_000} million steps`)
}

export type Walked = 'stopped' | 'unsure' | 'done'

/**
 * Runs over all values of the binders whose conditions are not false. The visitor is told whether
 * all conditions are true, and stops the walk with true. `unsure`: there may be more than was seen.
 */
export function walkLoops(
  program: Program,
  loops: readonly Loop[],
  visit: (sure: boolean) => boolean,
): Walked {
  return walk(program, loops, 0, true, visit)
}

function walk(
  program: Program,
  loops: readonly Loop[],
  depth: number,
  sure: boolean,
  visit: (sure: boolean) => boolean,
): Walked {
  const loop = loops[depth]
  if (loop === undefined) return visit(sure) ? 'stopped' : 'done'
  const { slot, conditions } = loop
  const values = loop.domain()
  if (values === undefined) return 'unsure'
  let unsure = loop.more?.() !== undefined
  for (let at = 0; at < values.length; at += 1) {
    if (program.work++ >= MOST_WORK) return 'unsure'
    program.slots[slot] = values[at]
    const truth = allHold(conditions)
    if (truth === false) continue
    const walked = walk(program, loops, depth + 1, sure && truth === true, visit)
    if (walked === 'stopped') return walked
    if (walked === 'unsure') unsure = true
  }
  return unsure ? 'unsure' : 'done'
}

/** Kleene's `and` over all conditions: false where one is, unknown where one is and none is false. */
export function allHold(conditions: readonly Node[]): boolean | undefined {
  let truth: boolean | undefined = true
  for (let at = 0; at < conditions.length; at += 1) {
    const value = conditions[at]?.run()
    if (value === false) return false
    if (value === undefined) truth = undefined
  }
  return truth
}

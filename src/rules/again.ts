/** Asks a rule once more of what it found in another state of the plan: does it hold there, or is it silent? */

import type { Month } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import { factWords, findingKey } from './finding-key.ts'
import type { CompiledRule } from './rule.ts'
import { aboutOf, emptyRun, monthOf, outerTruth, placeOf, requiresUnused } from './run.ts'
import { allHold, MOST_WORK } from './walk.ts'

/** Its truth now; `none` where its conditions leave nothing to judge, or it has no such instance. */
export type Answer = boolean | 'unknown' | 'none'

/** By key, as `findingKey` gives it, and month. */
export type Answers = (key: string, month: Month | undefined) => Answer

/**
 * Only instances about these facts are judged, by `factWords`: a rule may have very many. Undefined
 * where the rule has nothing to say of anything, as about an area that is not in use.
 */
export function judgeAgain(rule: CompiledRule, about: ReadonlySet<string>): Answers | undefined {
  const run = emptyRun(rule)
  const outer = outerTruth(rule, run)
  if (outer === undefined || requiresUnused(rule, run)) return undefined
  const { program } = rule.compiler
  const { slots, turns } = program
  const answers = new Map<string, Answer>()
  let open = false
  const walk = (depth: number, unsure: boolean): void => {
    const loop = rule.loops[depth]
    if (loop === undefined) {
      const truth = unsure ? undefined : allHold(rule.truths.requires)
      const key = keyOf(findingKey(instanceNow(rule)), monthOf(rule))
      // Of several that say the same, one that is unknown leaves it open.
      if (answers.get(key) !== 'unknown') answers.set(key, truth ?? 'unknown')
      return
    }
    const values = loop.domain()
    if (values === undefined) open = true
    for (const value of values ?? []) {
      if (program.work++ >= MOST_WORK) {
        open = true
        return
      }
      const isFact = loop.variable.type.is === 'fact'
      if (isFact && !about.has(factWords(value as Fact, (name) => name))) continue
      slots[loop.slot] = value
      turns[depth + 1] = (turns[depth + 1] ?? 0) + 1
      const truth = allHold(rule.truths.conditions[depth + 1] ?? [])
      if (truth !== false) walk(depth + 1, unsure || truth === undefined)
    }
  }
  walk(0, outer.unsure !== undefined)
  return (key, month) => answers.get(keyOf(key, month)) ?? (open ? 'unknown' : 'none')
}

function instanceNow(rule: CompiledRule) {
  return { rule: rule.name, about: aboutOf(rule), places: [placeOf(rule)] }
}

function keyOf(key: string, month: Month | undefined): string {
  return `${month ?? ''} ${key}`
}

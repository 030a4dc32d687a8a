/** How each of the ten principles fared, and why one was not judged. */

import { and } from '../base/phrases.ts'
import type { Review } from '../pipeline.ts'
import type { Outcome } from '../rules/finding.ts'
import { PRINCIPLES } from './principles.ts'
import { principleIn } from './text-in.ts'

/** Instances of rules, each counted once: `judged` is what held, broke, is to do or is waived. */
export interface Score {
  /** Undefined for rules that name no principle. */
  readonly number: number | undefined
  readonly name: string
  readonly rules: number
  readonly judged: number
  readonly held: number
  readonly broken: number
  readonly todo: number
  readonly waived: number
  readonly unjudged: number
  /** What is missing for those that were not judged. */
  readonly missing: readonly string[]
  /** Areas that rules of it ask for and the workspace does not use. */
  readonly unusedAreas: readonly string[]
  /** Rules that concord.yaml switches off. */
  readonly off: readonly string[]
  /** Why nothing at all was judged; undefined where something was. */
  readonly why: string | undefined
}

/** The ten principles in order, and what names none where there are such rules. */
export function scorecard({ judgement, facts }: Review): readonly Score[] {
  const all = [
    ...PRINCIPLES.map(({ number, name }) => ({ number, name })),
    { number: undefined, name: 'Other rules' },
  ]
  return all.flatMap(({ number, name }): readonly Score[] => {
    const own = judgement.outcomes.filter((outcome) => outcome.principle === number)
    if (number === undefined && own.length === 0) return []
    const there = facts.of('rule').some((rule) => principleIn(rule) === number)
    const on = own.filter(({ severity }) => severity !== 'off')
    const names = new Set(on.map(({ rule }) => rule))
    const missing = judgement.unjudged.filter(({ rules }) => rules.some((rule) => names.has(rule)))
    const sum = (key: Counted): number => on.reduce((count, each) => count + each[key], 0)
    const judged = sum('held') + sum('broken') + sum('todo') + sum('waived')
    const unusedAreas = [...new Set(on.flatMap((each) => each.unusedAreas))].toSorted()
    const off = own.filter(({ severity }) => severity === 'off').map(({ rule }) => rule)
    return [
      {
        number,
        name,
        rules: own.length,
        judged,
        held: sum('held'),
        broken: sum('broken'),
        todo: sum('todo'),
        waived: sum('waived'),
        unjudged: sum('unjudged'),
        missing: missing.map(({ what }) => what),
        unusedAreas,
        off,
        why:
          judged > 0 ? undefined : reasonOf(own, there, off.length, sum('unjudged'), unusedAreas),
      },
    ]
  })
}

type Counted = 'held' | 'broken' | 'todo' | 'waived' | 'unjudged'

function reasonOf(
  own: readonly Outcome[],
  there: boolean,
  off: number,
  unjudged: number,
  areas: readonly string[],
): string {
  if (own.length === 0) return there ? 'its rules were not asked for' : 'no rule checks it'
  if (off === own.length) return 'its rules are switched off'
  if (unjudged > 0) return 'numbers are missing'
  if (areas.length === 0) return 'there is nothing to judge'
  return `no use is made of ${and(areas)}`
}

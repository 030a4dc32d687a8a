// Built-in rules share the functions that say whether something is so, and are compiled as far as a
// workspace needs them; a workspace's own are compiled whole, each function written out where it is
// called. Both say the same.

import { describe, expect, test } from 'vitest'

import { rulebookFiles } from '../../src/rulebook/index.ts'
import { ruleCases } from './cases.ts'
import { foundIn, judged, printed } from './judged.ts'

/** The text of each built-in rule, by its name. */
const rules = new Map(
  rulebookFiles.flatMap(({ text }) =>
    [...text.matchAll(/^rule (\S+) [^]*?^}$/gm)].map(([rule, name]) => [name, rule] as const),
  ),
)

interface Told {
  readonly found: readonly string[]
  readonly held: number
  readonly unjudged: number
}

function told(plan: string, rule: string): Told {
  const { judgement, ...review } = judged(plan, 'plan.sop', [rule])
  const outcome = judgement.outcomes.find((each) => each.rule === rule)
  return {
    found: foundIn({ ...review, judgement }).map((each) => printed(each).replaceAll(rule, 'it')),
    held: outcome?.held ?? -1,
    unjudged: outcome?.unjudged ?? -1,
  }
}

describe('a built-in rule says what its copy says that is written out', () => {
  // A rule about waivers speaks of what the rules found that were judged with it.
  const cases = ruleCases().filter(({ rule }) => !rule.startsWith('commitment/waiver-'))
  test.each(cases)('$rule', ({ rule, breaks, holds }) => {
    const copy = rules.get(rule)?.replace(rule, 'own/copy')
    for (const plan of [breaks, holds]) {
      const own = told(`${plan}\n${copy}\n`, 'own/copy')
      expect(own).toEqual(told(plan, rule))
    }
  })

  test('and there is one of each', () => {
    expect(cases.map(({ rule }) => rules.has(rule))).toEqual(cases.map(() => true))
  })
})

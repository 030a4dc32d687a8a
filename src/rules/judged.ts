/** What is judged: rules and objectives, the kinds of statement whose blocks take lines of rules. */

import type { Fact, Facts } from '../facts/fact.ts'
import { VOCABULARY } from '../vocabulary/vocabulary.ts'

/** Waivers, settings and `--rule` name statements of these kinds. */
export const JUDGED_KINDS: readonly string[] = VOCABULARY.filter(
  ({ ruleLines }) => ruleLines !== undefined,
).map(({ kind }) => kind)

/** Rules first, then objectives. */
export function judgedIn(facts: Facts): readonly Fact[] {
  return JUDGED_KINDS.flatMap((kind) => facts.of(kind))
}

/** A rule of the name; where there is none, an objective. */
export function judgedNamed(facts: Facts, name: string): Fact | undefined {
  for (const kind of JUDGED_KINDS) {
    const fact = facts.named(kind, name)
    if (fact !== undefined) return fact
  }
  return undefined
}

export function judgedNames(facts: Facts): readonly string[] {
  return judgedIn(facts).flatMap(({ name }) => name ?? [])
}

/** What may stand for rules where they are asked for: their names, and what these begin with. */
export function ruleWords(facts: Facts): readonly string[] {
  const names = judgedNames(facts)
  return [...new Set([...names, ...names.map((name) => name.replace(/\/.*/, ''))])]
}

/** The number of the principle that a rule says, or that its kind is of. */
export function principleOf(fact: Fact): number | undefined {
  const value = fact.fields.get('principle')?.value
  if (value?.type === 'quantity' && typeof value.value === 'number') return value.value
  return fact.spec.principle
}

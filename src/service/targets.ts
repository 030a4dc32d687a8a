/** What names declare: facts by their name, policies by the statement that gives their meaning. */

import type { Fact, Facts } from '../facts/fact.ts'
import { wordIn } from '../facts/fact.ts'
import { allKinds } from '../vocabulary/vocabulary.ts'
import type { Target } from './mention.ts'

/** What a fact declares; undefined where it declares nothing, or does not stand in a text. */
export function targetOf(facts: Facts, fact: Fact): Target | undefined {
  const { name, nameSpan } = fact
  if (name !== undefined && nameSpan !== undefined) {
    // What is said again, such as a rate that holds from another month on, is the same thing.
    const first = facts.named(fact.kind, name)
    const named = first?.nameSpan === undefined ? fact : first
    return known(named, () => ({ name, declaration: named.nameSpan ?? nameSpan, fact: named }))
  }
  const title = fact.fields.get('title')
  const word = wordIn(fact, fact.kind)
  const place = fact.fields.get(fact.kind)?.span
  if (title === undefined || word === undefined || place === undefined) return undefined
  return declaring(facts, fact.kind, word) === fact
    ? known(fact, () => ({ name: word, declaration: place, fact }))
    : undefined
}

const targets = new WeakMap<Fact, Target>()

/** Invariant: a fact has one target, so that what names the same is the same object. */
function known(fact: Fact, make: () => Target): Target {
  let target = targets.get(fact)
  if (target === undefined) {
    target = make()
    targets.set(fact, target)
  }
  return target
}

/** The fact of one of these kinds that has a name. */
export function targetNamed(
  facts: Facts,
  kinds: Iterable<string>,
  name: string,
): Target | undefined {
  for (const kind of kinds) {
    const fact = facts.named(kind, name) ?? declaring(facts, kind, name)
    if (fact !== undefined) return targetOf(facts, fact)
  }
  return undefined
}

export function unitNamed(facts: Facts, name: string): Target | undefined {
  return targetNamed(facts, UNIT_KINDS, name)
}

/** What a waiver may name. */
const RULE_KINDS = ['rule', 'objective'] as const

export function ruleNamed(facts: Facts, name: string): Target | undefined {
  return targetNamed(facts, RULE_KINDS, name)
}

/** All that a bare word of a rule may name. */
export function targetsNamed(facts: Facts, name: string): readonly Target[] {
  return facts.kinds.flatMap((kind) => targetNamed(facts, [kind], name) ?? [])
}

/** The kinds that declare units: those whose statements say what one is in another. */
const UNIT_KINDS: readonly string[] = [...allKinds()]
  .filter(({ arguments: [first] }) => first?.declares === true)
  .filter(({ value }) => value?.type.type === 'quantity')
  .map(({ kind }) => kind)

const byFacts = new WeakMap<Facts, Map<string, ReadonlyMap<string, Fact>>>()

/** Of statements that name a word under their own kind, the first that gives it a title. */
function declaring(facts: Facts, kind: string, word: string): Fact | undefined {
  let kinds = byFacts.get(facts)
  if (kinds === undefined) {
    kinds = new Map()
    byFacts.set(facts, kinds)
  }
  let names = kinds.get(kind)
  if (names === undefined) {
    names = titled(facts.of(kind))
    kinds.set(kind, names)
  }
  return names.get(word)
}

function titled(list: readonly Fact[]): ReadonlyMap<string, Fact> {
  const names = new Map<string, Fact>()
  for (const fact of list) {
    if (!fact.fields.has(fact.kind)) continue
    const word = wordIn(fact, fact.kind)
    if (word !== undefined && fact.fields.has('title') && !names.has(word)) names.set(word, fact)
  }
  return names
}

/** Every mention of every name in a workspace, the built-in files included. */

import { compareSpans, type Source } from '../base/source.ts'
import type { Mention, Target } from './mention.ts'
import { isDeclaration } from './mention.ts'
import { dataMentions } from './data-mentions.ts'
import { factMentions } from './fact-mentions.ts'
import { ruleMentions } from './rule-mentions.ts'
import { pathOf, perFacts, type Snapshot } from './snapshot.ts'
import { ruleNamed } from './targets.ts'
import { testMentions } from './test-mentions.ts'

interface Mentions {
  /** By path, in order of place. */
  readonly of: ReadonlyMap<string, readonly Mention[]>
  readonly to: ReadonlyMap<Target, readonly Mention[]>
}

/** The name at an offset; of two that meet there, the one that begins there. */
export function mentionAt(snapshot: Snapshot, path: string, offset: number): Mention | undefined {
  const list = mentionsIn(snapshot, path)
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.span.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const found = list[low - 1]
  return found !== undefined && found.span.end >= offset ? found : undefined
}

/** The names in a file, in order of place. */
export function mentionsIn(snapshot: Snapshot, path: string): readonly Mention[] {
  return mentions(snapshot).of.get(path) ?? []
}

/** Every place that names a target, its declaration first, then by path and place. */
export function mentionsOf(snapshot: Snapshot, target: Target): readonly Mention[] {
  return mentions(snapshot).to.get(target) ?? []
}

const mentions = perFacts((snapshot): Mentions => {
  const bySource = new Map<Source, Mention[]>()
  for (const mention of allMentions(snapshot)) add(bySource, mention.span.source, mention)
  const of = new Map<string, readonly Mention[]>()
  const to = new Map<Target, Mention[]>()
  for (const source of [...bySource.keys()].toSorted(byPath)) {
    const list = distinct(bySource.get(source) ?? [])
    of.set(pathOf(source), [...(of.get(pathOf(source)) ?? []), ...list])
    for (const mention of list) add(to, mention.target, mention)
  }
  for (const [target, list] of to) {
    const at = list.findIndex(isDeclaration)
    const declared = list[at]
    if (declared !== undefined && at > 0) to.set(target, [declared, ...list.toSpliced(at, 1)])
  }
  return { of, to }
})

function byPath(a: Source, b: Source): number {
  return compareSpans({ source: a, start: 0, end: 0 }, { source: b, start: 0, end: 0 })
}

/** In order of place; what is named twice at one place is named once, unless it is unsure. */
function distinct(list: readonly Mention[]): readonly Mention[] {
  const sorted = list.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  return sorted.filter((mention, at) => {
    const before = sorted[at - 1]
    if (before?.span.start !== mention.span.start || before.span.end !== mention.span.end) {
      return true
    }
    return mention.unsure === true && before.target !== mention.target
  })
}

function* allMentions(snapshot: Snapshot): Generator<Mention> {
  const { facts, trees } = snapshot.review
  yield* factMentions(facts)
  for (const tree of trees) yield* ruleMentions(facts, tree)
  yield* testMentions(snapshot.review)
  yield* dataMentions(snapshot)
  yield* settingsMentions(snapshot)
}

/** Rules whose level concord.yaml sets. */
function* settingsMentions({ given, review }: Snapshot): Generator<Mention> {
  for (const [rule, { span }] of given.settings.configuration.rules) {
    const target = ruleNamed(review.facts, rule)
    if (target !== undefined) yield { span, target }
  }
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

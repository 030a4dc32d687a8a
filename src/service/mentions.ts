/** Every mention of every name in a workspace, the built-in files included. */

import { compareSpans, type Source, type Span } from '../base/source.ts'
import type { Fact, Facts, Field } from '../facts/fact.ts'
import { wordIn } from '../facts/fact.ts'
import { JUDGED_KINDS } from '../rules/judged.ts'
import { fieldsOf } from '../rules/kind-fields.ts'
import type { FieldSpec, FieldType, KindSpec } from '../vocabulary/spec.ts'
import type { Mention, Target } from './mention.ts'
import { isDeclaration } from './mention.ts'
import { dataMentions } from './data-mentions.ts'
import { ruleMentions } from './rule-mentions.ts'
import { pathOf, perFacts, type Snapshot } from './snapshot.ts'
import { targetNamed, targetOf, unitNamed } from './targets.ts'

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
  for (const kind of facts.kinds) {
    for (const fact of facts.of(kind)) {
      const target = targetOf(facts, fact)
      if (target !== undefined) yield { span: fact.nameSpan ?? target.declaration, target }
      yield* fieldMentions(facts, fact)
    }
  }
  for (const { span, fact } of facts.references) {
    const target = targetOf(facts, fact)
    if (target !== undefined) yield { span, target }
  }
  for (const tree of trees) yield* ruleMentions(facts, tree)
  yield* dataMentions(snapshot)
  yield* settingsMentions(snapshot)
}

/** Rules whose level concord.yaml sets. */
function* settingsMentions({ given, review }: Snapshot): Generator<Mention> {
  for (const [rule, { span }] of given.settings.configuration.rules) {
    yield* mentioned(targetNamed(review.facts, JUDGED_KINDS, rule), span)
  }
}

const naming = new Map<KindSpec, readonly FieldSpec[]>()

/** The fields of a kind whose words name something without being facts. */
function namingFields(spec: KindSpec): readonly FieldSpec[] {
  let fields = naming.get(spec)
  if (fields === undefined) {
    const names = ({ type }: FieldType): boolean =>
      type === 'unit' || type === 'quantity' || type === 'rule' || type === 'either'
    fields = fieldsOf(spec).filter((field) => names(field.type))
    naming.set(spec, fields)
  }
  return fields
}

/** Words in fields that name something: units, rules, policies. */
function* fieldMentions(facts: Facts, fact: Fact): Generator<Mention> {
  for (const spec of namingFields(fact.spec)) {
    const field = fact.fields.get(spec.field)
    if (field === undefined) continue
    const items = field.value.type === 'list' ? field.value.items : [field]
    for (const item of items) yield* namesIn(facts, spec.type, item)
  }
  const policy = wordIn(fact, fact.kind)
  const place = fact.fields.get(fact.kind)?.span
  if (policy === undefined || place === undefined) return
  const target = targetNamed(facts, [fact.kind], policy)
  if (target !== undefined) yield { span: place, target }
}

function* namesIn(facts: Facts, type: FieldType, { value, span }: Field): Generator<Mention> {
  if (value.type === 'quantity' && value.unit !== undefined) {
    const { name, per } = value.unit
    for (const unit of per === undefined ? [name] : [name, per.name]) {
      yield* mentioned(unitNamed(facts, unit.text), unit.span)
    }
  }
  if (value.type !== 'word') return
  if (type.type === 'unit') yield* mentioned(unitNamed(facts, value.word), span)
  if (type.type === 'rule') {
    yield* mentioned(targetNamed(facts, JUDGED_KINDS, value.word), span)
  }
}

function* mentioned(target: Target | undefined, span: Span): Generator<Mention> {
  if (target !== undefined) yield { span, target }
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

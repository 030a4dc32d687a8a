/** Every mention of every name in a workspace, the built-in files included. */

import { compareSpans, type Span } from '../base/source.ts'
import type { Fact, Facts, Field } from '../facts/fact.ts'
import { wordIn } from '../facts/fact.ts'
import { fieldsOf } from '../rules/kind-fields.ts'
import type { FieldType } from '../vocabulary/spec.ts'
import type { Mention, Target } from './mention.ts'
import { sameSpan } from './mention.ts'
import { dataMentions } from './data-mentions.ts'
import { ruleMentions } from './rule-mentions.ts'
import { pathOf, perSnapshot, type Snapshot } from './snapshot.ts'
import { targetNamed, targetOf, unitNamed } from './targets.ts'

interface Mentions {
  /** By path, in order of place. */
  readonly of: ReadonlyMap<string, readonly Mention[]>
  readonly to: ReadonlyMap<string, readonly Mention[]>
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
  return mentions(snapshot).to.get(keyOf(target)) ?? []
}

const mentions = perSnapshot((snapshot): Mentions => {
  const found = new Map<string, Mention>()
  for (const mention of allMentions(snapshot)) {
    const { source, start, end } = mention.span
    const key = `${pathOf(source)}:${start}:${end}:${mention.unsure === true ? keyOf(mention.target) : ''}`
    if (!found.has(key)) found.set(key, mention)
  }
  const sorted = [...found.values()].toSorted((a, b) => compareSpans(a.span, b.span))
  const of = new Map<string, Mention[]>()
  const to = new Map<string, Mention[]>()
  for (const mention of sorted) {
    add(of, pathOf(mention.span.source), mention)
    add(to, keyOf(mention.target), mention)
  }
  for (const [key, list] of to) {
    const declared = list.findIndex(({ span, target }) => sameSpan(span, target.declaration))
    if (declared > 0)
      to.set(key, [...list.slice(declared, declared + 1), ...without(list, declared)])
  }
  return { of, to }
})

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
}

/** Words in fields that name something: units, rules, policies. */
function* fieldMentions(facts: Facts, fact: Fact): Generator<Mention> {
  for (const spec of fieldsOf(fact.spec)) {
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
    yield* mentioned(targetNamed(facts, RULE_KINDS, value.word), span)
  }
}

/** What a waiver may name. */
const RULE_KINDS = ['rule', 'objective'] as const

function* mentioned(target: Target | undefined, span: Span): Generator<Mention> {
  if (target !== undefined) yield { span, target }
}

function keyOf({ declaration: { source, start } }: Target): string {
  return `${pathOf(source)}:${start}`
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

function without<Value>(list: readonly Value[], at: number): readonly Value[] {
  return [...list.slice(0, at), ...list.slice(at + 1)]
}

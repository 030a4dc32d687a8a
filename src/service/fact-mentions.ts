/** Names where facts say them: their own, those that they refer to, and words that name something. */

import type { Span } from '../base/source.ts'
import type { Fact, Facts, Field } from '../facts/fact.ts'
import { wordIn } from '../facts/fact.ts'
import { fieldsOf } from '../rules/kind-fields.ts'
import type { FieldSpec, FieldType, KindSpec } from '../vocabulary/spec.ts'
import type { Mention, Target } from './mention.ts'
import { ruleNamed, targetNamed, targetOf, unitNamed } from './targets.ts'

export function* factMentions(facts: Facts): Generator<Mention> {
  for (const kind of facts.kinds) {
    for (const fact of facts.of(kind)) {
      const target = targetOf(facts, fact)
      if (target !== undefined) yield { span: fact.nameSpan ?? target.declaration, target }
      yield* fieldMentions(facts, fact)
    }
  }
  for (const { span, fact } of facts.references) {
    yield* mentioned(targetOf(facts, fact), span)
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
    yield* mentioned(ruleNamed(facts, value.word), span)
  }
}

function* mentioned(target: Target | undefined, span: Span): Generator<Mention> {
  if (target !== undefined) yield { span, target }
}

/** Completion of values: what a field of the vocabulary takes, by its type. */

import { firstDay, lastDay, printMonth, type Month } from '../base/month.ts'
import { printDay } from '../base/date.ts'
import type { Fact } from '../facts/fact.ts'
import { factsIn, textIn, wordIn } from '../facts/fact.ts'
import { JUDGED_KINDS } from '../rules/judged.ts'
import { SERIES } from '../vocabulary/series.ts'
import type { FieldSpec, FieldType, KindSpec } from '../vocabulary/spec.ts'
import { type Completion, MOST_OFFERED, offer, offerName } from './completion-item.ts'
import { factDoc, fieldDoc, policyDoc, seriesDoc, unitDoc } from './docs.ts'
import type { LineContext } from './line-context.ts'
import { LENGTHS } from './slots.ts'
import type { Snapshot } from './snapshot.ts'
import { unitNamed } from './targets.ts'

export interface ValuePlace {
  readonly snapshot: Snapshot
  readonly context: LineContext
  readonly spec: KindSpec
}

/** The values that a field may have here. A name that is declared here is the planner's to choose. */
export function completeField(place: ValuePlace, field: FieldSpec): readonly Completion[] {
  if ('declares' in field && field.declares === true) return []
  if (field.type.type === 'free-word') return usedWords(place, field)
  return completeType(place, field.type).map((item) =>
    // What says nothing of itself is explained by what it is for.
    item.doc === undefined ? { ...item, doc: fieldDoc(field) } : item,
  )
}

function completeType(place: ValuePlace, type: FieldType): readonly Completion[] {
  const { context } = place
  const word = (text: string): Completion => offer(context, 'value', text)
  switch (type.type) {
    case 'fact':
      return type.kinds.flatMap((kind) => completeFacts(place, kind))
    case 'word':
      return type.words.map(word)
    case 'flag':
      return [word(type.word)]
    case 'series':
      return [
        ...SERIES.filter(({ nature }) => nature === (type.nature ?? nature)).map((spec) => {
          return offer(context, 'series', spec.series, {
            detail: spec.nature,
            doc: seriesDoc(spec),
          })
        }),
        ...(type.also ?? []).map(word),
      ]
    case 'either':
      return type.of.flatMap((one) => completeType(place, one))
    case 'rule':
      return JUDGED_KINDS.flatMap((kind) => completeFacts(place, kind))
    case 'unit':
      return completeUnits(place, type.currency)
    case 'month':
    case 'months':
      return completeMonths(place)
    case 'date':
      return completeDays(place, type.month)
    default:
      return []
  }
}

/** What may stand behind a number. */
export function completeMeasure(place: ValuePlace, field: FieldSpec): readonly Completion[] {
  return measures(place, field.type).map((item) =>
    item.doc === undefined ? { ...item, doc: fieldDoc(field) } : item,
  )
}

function measures(place: ValuePlace, type: FieldType): readonly Completion[] {
  const { context } = place
  if (type.type === 'either') return type.of.flatMap((one) => measures(place, one))
  if (type.type === 'duration') return LENGTHS.map((each) => offer(context, 'value', each))
  if (type.type !== 'quantity' && type.type !== 'expression') return []
  return completeUnits(place, 'either')
}

function completeFacts({ snapshot, context }: ValuePlace, kind: string): readonly Completion[] {
  const facts = snapshot.review.facts.of(kind)
  const many = facts.length > MOST_OFFERED
  if (many) context.leftOut.some = true
  let offered = 0
  return facts.flatMap((fact) => {
    if (fact.name === undefined) return []
    if (many && (offered >= MOST_OFFERED || !fact.name.toLowerCase().includes(context.typed))) {
      return []
    }
    offered += 1
    const detail = textIn(fact, 'title') ?? fact.kind
    return [offerName(context, fact.name, { detail, doc: factDoc(fact) })]
  })
}

function completeUnits(
  { snapshot, context }: ValuePlace,
  currency: Extract<FieldType, { type: 'unit' }>['currency'],
): readonly Completion[] {
  const { facts, model } = snapshot.review
  const { units } = model
  return units.names
    .filter((name) => currency === 'either' || units.isCurrency(name) === (currency === 'yes'))
    .toSorted()
    .map((name) => {
      const fact = unitNamed(facts, name)?.fact
      const doc = fact && unitDoc(fact)
      return offerName(context, name, { kind: 'unit', doc })
    })
}

/** The months of the horizon, and the closed months before it. */
function completeMonths({ snapshot, context }: ValuePlace): readonly Completion[] {
  const { horizon, months } = snapshot.review.model
  const from = months?.from ?? horizon?.from
  const to = horizon?.to ?? months?.to
  if (from === undefined || to === undefined) return []
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const month = (from + at) as Month
    const closed = horizon !== undefined && month < horizon.from
    return offer(context, 'month', printMonth(month), {
      detail: closed ? 'closed' : `month ${month - (horizon?.from ?? from) + 1} of the horizon`,
      order: closed ? 1 : 0,
    })
  })
}

/** Today, the days of the cycle's meetings, and the edge of its months that the field means. */
function completeDays(
  { snapshot, context }: ValuePlace,
  month: 'first' | 'last',
): readonly Completion[] {
  const { model } = snapshot.review
  const found = [offer(context, 'month', printDay(model.today), { detail: 'today' })]
  for (const meeting of model.cycle?.lines.get('meeting') ?? []) {
    const on = meeting.fields.get('on')?.value
    if (on?.type !== 'date') continue
    const step = factsIn(meeting, 'step')[0]?.name
    found.push(offer(context, 'month', printDay(on.day), { detail: step, order: 1 }))
  }
  const { horizon } = model
  if (horizon === undefined) return found
  const edge = month === 'first' ? firstDay : lastDay
  for (const each of [horizon.from, horizon.to]) {
    const detail = `the ${month} day of ${printMonth(each)}`
    found.push(offer(context, 'month', printDay(edge(each)), { detail, order: 2 }))
  }
  return found
}

/** Words that other statements of the kind say there: policies by name, drivers. */
function usedWords(
  { snapshot, context, spec }: ValuePlace,
  field: FieldSpec,
): readonly Completion[] {
  const words = new Map<string, Fact>()
  for (const fact of snapshot.review.facts.of(spec.kind)) {
    const word = wordIn(fact, field.field)
    if (word !== undefined && (!words.has(word) || fact.fields.has('title'))) words.set(word, fact)
  }
  return [...words].map(([word, fact]) => {
    const policy = snapshot.review.rulebook.policies.get(word)
    const detail = textIn(fact, 'title') ?? fact.kind
    const doc = policy === undefined ? fieldDoc(field) : policyDoc(policy)
    return offerName(context, word, { detail, doc })
  })
}

/** Facts that lead back to themselves: a role under itself, a scenario of itself. */

import { compareSpans } from '../base/source.ts'
import { reportName } from '../diagnostics/names.ts'
import type { FieldType, KindSpec } from '../vocabulary/spec.ts'
import type { Binding } from './binding.ts'
import type { Draft } from './draft.ts'
import { dropField } from './draft.ts'
import { factIn } from './fact.ts'
import { kindsIn } from './resolve.ts'
import type { Tops } from './tops.ts'
import { named } from './wanted.ts'

/** How many names of a circle a message spells out. */
const MOST_NAMES = 8

/** Each circle is reported once, at its first statement; then what led on is unknown. */
export function breakCircles(state: Binding, { byShape }: Tops): void {
  for (const [{ spec }, drafts] of byShape) {
    for (const field of fieldsOfOwnKind(spec)) {
      const seen = new Set<Draft>()
      for (const start of drafts) {
        const circle = circleFrom(start, field, seen)
        if (circle.length > 0) breakCircle(state, circle, field)
      }
    }
  }
}

/** The fields in which a statement names one of its own kind. */
function fieldsOfOwnKind({ kind, arguments: first, clauses }: KindSpec): readonly string[] {
  const all = [...first, ...Object.values(clauses ?? {}).flatMap((clause) => clause.fields)]
  return all
    .filter(({ type, list }) => list !== true && mayName(type, kind))
    .map((one) => one.field)
}

function mayName(type: FieldType, kind: string): boolean {
  return kindsIn(type).includes(kind)
}

/** The circle that a fact leads into, if nobody has gone there before. */
function circleFrom(start: Draft, field: string, seen: Set<Draft>): readonly Draft[] {
  const path = new Set<Draft>()
  let at: Draft | undefined = start
  while (at !== undefined && !seen.has(at)) {
    seen.add(at)
    path.add(at)
    at = nextOf(at, field)
  }
  if (at === undefined || !path.has(at)) return []
  const all = [...path]
  return all.slice(all.indexOf(at))
}

function nextOf(draft: Draft, field: string): Draft | undefined {
  const next = factIn(draft, field) as Draft | undefined
  return next?.kind === draft.kind ? next : undefined
}

function breakCircle(state: Binding, circle: readonly Draft[], field: string): void {
  const first = circle.reduce((a, b) => (compareSpans(b.span, a.span) < 0 ? b : a))
  const at = circle.indexOf(first)
  const [, ...others] = [...circle.slice(at), ...circle.slice(0, at)]
  const names = [first, ...others, first].map(({ name }) => name ?? '')
  const middle = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES - 2), '…'] : undefined
  const path = (middle === undefined ? names : [...middle, names.at(-1)]).join(' → ')
  const labels = others.slice(0, 2).map(({ span }) => ({ span, text: 'by way of this' }))
  const values = { kind: first.kind, name: named(first.name ?? ''), path }
  state.problems.push(reportName('circle', first.span, values, { labels }))
  for (const draft of circle) {
    draft.damaged = true
    dropField(draft, field)
  }
}

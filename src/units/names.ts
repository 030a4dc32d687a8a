/** Finds names of units that nobody declares, wherever a fact names a unit. */

import type { Span } from '../base/source.ts'
import { compareSpans } from '../base/source.ts'
import { closest } from '../base/suggest.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { reportUnits } from '../diagnostics/units.ts'
import type { Fact, Facts, Field } from '../facts/fact.ts'
import type { FieldSpec, KindSpec } from '../vocabulary/spec.ts'
import type { Declared } from './declared.ts'
import { isDeclared } from './declared.ts'
import { unitName } from './owner.ts'

/** One report a name, however often it is used: most often a declaration is what is missing. */
export function checkNames(facts: Facts, declared: Declared): readonly Diagnostic[] {
  const unknown = new Map<string, Span[]>()
  const problems: Diagnostic[] = []
  const meet = (name: string, span: Span): void => {
    if (isDeclared(declared, name) || facts.mayDeclare(name)) return
    const spans = unknown.get(name)
    if (spans === undefined) unknown.set(name, [span])
    else spans.push(span)
  }
  for (const kind of facts.kinds) {
    const all = facts.of(kind)
    const fields = all[0] === undefined ? [] : unitFields(all[0].spec)
    for (const spec of fields) {
      const isCurrencyWrong = spec.type.type === 'unit' && spec.type.currency === 'no'
      for (let at = 0; at < all.length; at += 1) {
        const fact = all[at]
        const field = fact?.fields.get(spec.field)
        if (fact === undefined || field === undefined) continue
        meetField(spec, field, meet)
        const problem = isCurrencyWrong ? currencyInPlaceOfUnit(fact, field, declared) : undefined
        if (problem !== undefined) problems.push(problem)
      }
    }
  }
  for (const [name, spans] of unknown) problems.push(unknownUnit(name, spans, declared))
  return problems
}

function meetField(spec: FieldSpec, field: Field, meet: (name: string, span: Span) => void): void {
  const { value } = field
  if (value.type === 'quantity' && value.unit !== undefined) {
    meet(value.unit.name.text, value.unit.name.span)
    if (value.unit.per !== undefined) meet(value.unit.per.name.text, value.unit.per.name.span)
  } else if (spec.type.type === 'unit') {
    const unit = unitName(field)
    if (unit !== undefined) meet(unit, field.span)
  }
}

function currencyInPlaceOfUnit(
  fact: Fact,
  field: Field,
  declared: Declared,
): Diagnostic | undefined {
  const unit = unitName(field)
  if (unit === undefined || !declared.currencies.has(unit)) return undefined
  const of = fact.parent?.name
  const what = of === undefined ? `this ${fact.parent?.kind ?? fact.kind}` : of
  return reportUnits('unit-not-currency', field.span, { name: unit, what })
}

function unknownUnit(name: string, spans: readonly Span[], declared: Declared): Diagnostic {
  const sorted = spans.toSorted(compareSpans)
  const names = [...declared.units.keys(), ...declared.currencies.keys()]
  const meant = ratioIn(name, declared) ?? closest(name, names)
  const values = { name }
  const labels = sorted.slice(1, 4).map((span) => ({ span, text: 'here, too' }))
  const first = sorted[0] as Span
  if (meant === undefined) return reportUnits('unknown-unit', first, values, { labels })
  const edits = sorted.map((span) => ({ span, text: meant }))
  return reportUnits('unknown-unit', first, values, {
    labels,
    help: `did you mean \`${meant}\`?`,
    mends: [{ title: `Write ${meant}`, edits }],
  })
}

/** `USD/each` is one word, and means `USD per each`. */
function ratioIn(name: string, declared: Declared): string | undefined {
  const [over = '', per = '', more] = name.split('/')
  const known = more === undefined && isDeclared(declared, over) && isDeclared(declared, per)
  return known ? `${over} per ${per}` : undefined
}

/** The fields of a kind that may name a unit, alone or behind a number. */
function unitFields(kind: KindSpec): readonly FieldSpec[] {
  const clauses = Object.values(kind.clauses ?? {}).flatMap((clause) => clause.fields)
  const all = [...kind.arguments, ...clauses, ...(kind.value === undefined ? [] : [kind.value])]
  return all.filter(({ type }) => type.type === 'unit' || type.type === 'quantity')
}

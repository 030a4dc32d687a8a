/** A comparison for programs. Its shape is stable: absent is null, and fields are only ever added. */

import { printDay } from '../base/date.ts'
import type { Exact } from '../base/exact.ts'
import type { Comparison, ObjectivePair } from '../comparison/compare.ts'
import type { FindingOfOne } from '../comparison/findings.ts'
import type { Line } from '../comparison/line.ts'
import type { Difference } from '../comparison/numbers.ts'
import type { Side } from '../comparison/side.ts'
import type { Judgement, ObjectiveResult } from '../rules/finding.ts'
import { type FindingIds, findingIds } from './finding-id.ts'
import { jsonMonths, jsonNumber } from './json-parts.ts'
import { jsonText } from './json-text.ts'
import { findingJson } from './json.ts'

/** Raised when a field changes its meaning. */
const SHAPE = 1

/** Numbers are texts in decimals, so that no reader rounds them; `≈` where they do not end. */
export function comparisonJson(comparison: Comparison, notes: readonly string[]): string {
  const { base, other, business, families, resources, objectives, findings } = comparison
  const content = {
    shape: SHAPE,
    asOf: printDay(base.model.today),
    base: side(base),
    other: side(other),
    months: comparison.months === undefined ? null : jsonMonths(comparison.months),
    currency: base.model.units.reporting ?? null,
    business: business.map(line),
    families: families.map(difference),
    resources: resources.map(difference),
    objectives: objectives.map(objective),
    findings:
      findings === undefined
        ? null
        : {
            appear: found(findings.appear, other.judgement),
            vanish: found(findings.vanish, base.judgement),
          },
    notes,
  }
  return jsonText(content)
}

function side({ name, model, judgement }: Side) {
  return { name, cycle: model.cycle?.name ?? null, judged: judgement !== undefined }
}

function difference({ subject, lines }: Difference) {
  return { kind: subject.kind, name: subject.name ?? null, lines: lines.map(line) }
}

function line({ what, unit, stretches, totals }: Line) {
  return {
    what,
    unit: unit ?? null,
    stretches: stretches.map((each) => ({ months: jsonMonths(each.months), ...numbers(each) })),
    allMonths: totals === undefined ? null : numbers(totals),
  }
}

type Numbers = Readonly<Record<'base' | 'other' | 'difference' | 'money', Exact | undefined>>

function numbers(of: Numbers) {
  return {
    base: jsonNumber(of.base),
    other: jsonNumber(of.other),
    difference: jsonNumber(of.difference),
    atPrice: jsonNumber(of.money),
  }
}

function objective({ objective: { name }, base, other }: ObjectivePair) {
  return { name: name ?? null, base: result(base), other: result(other) }
}

function result(of: ObjectiveResult | undefined) {
  return of === undefined ? null : { held: of.held ?? null, figures: of.figures }
}

function found(all: readonly FindingOfOne[], of: Judgement | undefined) {
  const ids: FindingIds = of === undefined ? new Map() : findingIds(of)
  return all.map(({ finding, months: alone }) => ({
    ...findingJson(finding, ids),
    monthsAlone: alone.map(jsonMonths),
  }))
}

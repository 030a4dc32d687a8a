/** A difference for programs. Its shape is stable: absent is null, and fields are only ever added. */

import { printDay } from '../base/date.ts'
import { printMonth } from '../base/month.ts'
import type { Line as Stretched } from '../comparison/line.ts'
import type { Difference } from '../difference/difference.ts'
import type { End } from '../difference/end.ts'
import type { Found } from '../difference/found.ts'
import type { Line } from '../difference/line.ts'
import type { DifferenceData } from './difference-data.ts'
import { findingIds } from './finding-id.ts'
import { jsonMonths, jsonNumber } from './json-parts.ts'
import { jsonPlace } from './json-place.ts'
import { jsonText } from './json-text.ts'
import { findingJson } from './json.ts'

/** Raised when a field changes its meaning. */
const SHAPE = 1

export function differenceJson(difference: Difference, notes: readonly string[]): string {
  return jsonText(differenceData(difference, notes))
}

/** A difference as plain data. */
export function differenceData(difference: Difference, notes: readonly string[]): DifferenceData {
  const { base, other, months, renamed, sheets, budgetGaps, commitments, findings } = difference
  const now = foundIn(other)
  return {
    shape: SHAPE,
    asOf: printDay(other.review.model.today),
    base: end(base),
    other: end(other),
    months: months === undefined ? null : jsonMonths(months),
    currency: other.review.model.units.reporting ?? null,
    empty: difference.empty,
    renamed,
    sheets: sheets.map(({ version, subject, is, lines }) => ({
      version,
      subject,
      is,
      lines: lines.map(line),
    })),
    revenue: jsonNumber(difference.revenue),
    business: difference.business.map(stretched),
    resources: difference.resources.map(({ subject, lines }) => ({
      name: subject.name ?? null,
      lines: lines.map(stretched),
    })),
    budgetGaps: budgetGaps.map(({ subject, year, unit, ...gap }) => ({
      subject,
      year: jsonMonths(year),
      unit: unit ?? null,
      old: jsonNumber(gap.old),
      new: jsonNumber(gap.new),
      difference: jsonNumber(gap.difference),
    })),
    commitments: commitments.map(({ old, new: now, ...each }) => ({
      ...each,
      old: old ?? null,
      new: now ?? null,
    })),
    statements: difference.statements.map(({ statement, is, said, span }) => ({
      statement,
      is,
      said: said.map(({ what, months: when, old, new: now }) => ({
        what,
        months: when === undefined ? null : jsonMonths(when),
        old: old ?? null,
        new: now ?? null,
      })),
      place: jsonPlace(span),
    })),
    findings: {
      new: findings.new.map(now),
      mended: findings.mended.map(foundIn(base)),
      noLongerJudged: findings.unjudged.map(foundIn(base)),
      still: findings.still.map(now),
      waived: findings.waived.map(now),
    },
    notes,
  }
}

function end({ name, review }: End) {
  return { name, cycle: review.model.cycle?.name ?? null }
}

function line({ what, unit, stated, rows, total }: Line) {
  return {
    what,
    unit: unit ?? null,
    stated,
    rows: rows.map((row) => ({
      month: printMonth(row.month),
      old: jsonNumber(row.old),
      new: jsonNumber(row.new),
      difference: jsonNumber(row.difference),
      cumulative: jsonNumber(row.cumulative),
      atPrice: jsonNumber(row.money),
      fence:
        row.fence === undefined ? null : { ...row.fence, approver: row.fence.approver ?? null },
    })),
    total:
      total === undefined
        ? null
        : { difference: jsonNumber(total.difference), atPrice: jsonNumber(total.money) },
  }
}

function stretched({ what, unit, stretches }: Stretched) {
  return {
    what,
    unit: unit ?? null,
    stretches: stretches.map((each) => ({
      months: jsonMonths(each.months),
      old: jsonNumber(each.base),
      new: jsonNumber(each.other),
      difference: jsonNumber(each.difference),
    })),
  }
}

function foundIn({ review }: End) {
  const ids = findingIds(review.judgement)
  return ({ finding, months, before }: Found) => ({
    ...findingJson(finding, ids),
    monthsConcerned: months.map(jsonMonths),
    messageBefore: before ?? null,
  })
}

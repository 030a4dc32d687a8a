/** A difference for programs. Its shape is stable: absent is null, and fields are only ever added. */

import { printDay } from '../base/date.ts'
import type { Exact } from '../base/exact.ts'
import { plainDecimal, printExact } from '../base/exact.ts'
import { type MonthRange, printMonth } from '../base/month.ts'
import type { Line as Stretched } from '../comparison/line.ts'
import type { Difference } from '../difference/difference.ts'
import type { End } from '../difference/end.ts'
import type { Found } from '../difference/found.ts'
import type { Line } from '../difference/line.ts'
import type { DifferenceData } from './difference-data.ts'
import { findingIds } from './finding-id.ts'
import { jsonPlace } from './json-place.ts'
import { findingJson } from './json.ts'

/** Raised when a field changes its meaning. */
const SHAPE = 1

export function differenceJson(difference: Difference, notes: readonly string[]): string {
  return `${JSON.stringify(differenceData(difference, notes), undefined, 2)}\n`
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
    months: months === undefined ? null : range(months),
    currency: other.review.model.units.reporting ?? null,
    empty: difference.empty,
    renamed,
    sheets: sheets.map(({ version, subject, is, lines }) => ({
      version,
      subject,
      is,
      lines: lines.map(line),
    })),
    revenue: number(difference.revenue),
    business: difference.business.map(stretched),
    resources: difference.resources.map(({ subject, lines }) => ({
      name: subject.name ?? null,
      lines: lines.map(stretched),
    })),
    budgetGaps: budgetGaps.map(({ subject, year, unit, ...gap }) => ({
      subject,
      year: range(year),
      unit: unit ?? null,
      old: number(gap.old),
      new: number(gap.new),
      difference: number(gap.difference),
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
        months: when === undefined ? null : range(when),
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
      old: number(row.old),
      new: number(row.new),
      difference: number(row.difference),
      cumulative: number(row.cumulative),
      atPrice: number(row.money),
      fence:
        row.fence === undefined ? null : { ...row.fence, approver: row.fence.approver ?? null },
    })),
    total:
      total === undefined
        ? null
        : { difference: number(total.difference), atPrice: number(total.money) },
  }
}

function stretched({ what, unit, stretches }: Stretched) {
  return {
    what,
    unit: unit ?? null,
    stretches: stretches.map((each) => ({
      months: range(each.months),
      old: number(each.base),
      new: number(each.other),
      difference: number(each.difference),
    })),
  }
}

function foundIn({ review }: End) {
  const ids = findingIds(review.judgement)
  return ({ finding, months }: Found) => ({
    ...findingJson(finding, ids),
    monthsConcerned: months.map(range),
  })
}

function range({ from, to }: MonthRange) {
  return { from: printMonth(from), to: printMonth(to) }
}

function number(value: Exact | undefined): string | null {
  return value === undefined ? null : (plainDecimal(value) ?? printExact(value))
}

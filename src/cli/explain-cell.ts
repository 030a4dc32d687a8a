/** `concord explain inventory medium-widgets 2027-03`: where a number comes from. */

import type { Month } from '../base/month.ts'
import type { Document } from '../markup/document.ts'
import type { CellAddress, Version } from '../model/model.ts'
import type { Review } from '../pipeline.ts'
import { originDocument, type UnitOfCell } from '../report/origin.ts'
import { unitOf } from '../units/owner.ts'
import { seriesSpec } from '../vocabulary/series.ts'
import { readWanted } from './explain-words.ts'

export function explainCell(review: Review, words: readonly string[]): Document {
  const { facts, model } = review
  const wanted = readWanted(facts, words)
  if ('measure' in wanted) return wanted.measure.page(model, wanted.subject, wanted.month)
  const { series, subject, month, version = outlookOrPlan(review, month) } = wanted
  const cell: CellAddress = { version, series, subject, month }
  const units: UnitOfCell = ({ subject: of, series: name }) =>
    seriesSpec(name)?.dimension === 'money' ? model.units.reporting : unitOf(of)
  return originDocument(model, cell, units, seriesSpec(series)?.flows !== undefined)
}

/** A closed month is asked about as it was, any other as it is planned. */
function outlookOrPlan({ model }: Review, month: Month): Version {
  return model.closed(month) ? 'outlook' : 'plan'
}

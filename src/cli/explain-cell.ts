/** `concord explain inventory medium-widgets 2027-03`: reads the address of a cell. */

import type { Document } from '../markup/document.ts'
import type { CellAddress, Version } from '../model/model.ts'
import { VERSION_NAMES } from '../vocabulary/versions.ts'
import type { Review } from '../pipeline.ts'
import { originDocument, type UnitOfCell } from '../report/origin.ts'
import { unitOf } from '../units/owner.ts'
import { SERIES_NAMES, seriesSpec } from '../vocabulary/series.ts'
import { monthOption } from './option-values.ts'
import { noSuch, WrongUse } from './wrong-use.ts'

const FORM =
  'Write a series, a family and a month: `concord explain inventory medium-widgets 2027-03`.'

export function explainCell(review: Review, words: readonly string[]): Document {
  const [what = '', family = '', month, extra] = words
  if (month === undefined) throw new WrongUse('Which month?', FORM)
  if (extra !== undefined) throw new WrongUse(`What is ${extra}?`, FORM)
  const { facts, model } = review
  const dot = what.lastIndexOf('.')
  const series = what.slice(dot + 1)
  if (!SERIES_NAMES.includes(series)) throw noSuch('series', series, SERIES_NAMES)
  const subject = family === 'business' ? facts.of('business')[0] : facts.named('family', family)
  if (subject === undefined) {
    throw noSuch(
      'family',
      family,
      facts.of('family').flatMap(({ name }) => name ?? []),
    )
  }
  const cell: CellAddress = {
    version: dot < 0 ? outlookOrPlan(review, month) : versionOf(review, what.slice(0, dot)),
    series,
    subject,
    month: monthOption('month', month),
  }
  const units: UnitOfCell = ({ subject: of, series: name }) =>
    seriesSpec(name)?.dimension === 'money' ? model.units.reporting : unitOf(of)
  return originDocument(model, cell, units, seriesSpec(series)?.flows !== undefined)
}

/** A closed month is asked about as it was, any other as it is planned. */
function outlookOrPlan({ model }: Review, month: string): Version {
  return model.closed(monthOption('month', month)) ? 'outlook' : 'plan'
}

/** A version, or a cycle, scenario or function by its name. */
function versionOf({ facts }: Review, name: string): Version {
  if (VERSION_NAMES.includes(name)) return name
  const kinds = ['cycle', 'scenario', 'function']
  const found = kinds.flatMap((kind) => facts.named(kind, name) ?? [])[0]
  if (found !== undefined) return found
  const known = kinds.flatMap((kind) => facts.of(kind).flatMap((fact) => fact.name ?? []))
  throw noSuch('version', name, [...VERSION_NAMES, ...known])
}

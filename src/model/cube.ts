/** The cube's columns: each made when it is first asked for, and kept. */

import type { Exact } from '../base/exact.ts'
import type { Month, MonthRange } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import { SERIES, seriesIndex } from '../vocabulary/series.ts'
import type { Bounds } from './bounds.ts'
import type { Book } from './book.ts'
import { EMPTY, copyInto, crop, makeDraft, overlap, rangeOf, spanning, valueIn } from './column.ts'
import type { ReadLog } from './kept.ts'
import { mixColumn } from './mix.ts'
import type { Mix } from './mix.ts'
import type { Column, Subject, Version } from './model.ts'
import { FACT_VERSIONS, versionSpec } from './versions.ts'
import type { Books, Kept, Making, Part } from './versions.ts'

/** A version, found by name or fact. */
export interface Resolved {
  readonly version: Version
  /** What messages call it, before a series: `plan`, `budget`, `scenario strong`. */
  readonly label: string
  readonly area: string | undefined
  readonly making: Making
  readonly kept: Kept
  readonly parts: readonly Part[]
  readonly columns: Map<Fact, (Column | undefined)[]>
}

export interface Cube {
  readonly books: Books
  readonly mix: Mix
  readonly bounds: Bounds
  readonly resolve: (version: Version) => Resolved | undefined
  readonly column: (version: Version, series: string, subject: Subject) => Column
  readonly value: (
    version: Version,
    series: string,
    subject: Subject,
    month: Month,
  ) => Exact | undefined
}

const NOBODY: Kept = { book: () => undefined, set: () => undefined }

export function makeCube(books: Books, mix: Mix, bounds: Bounds, reads: ReadLog | undefined): Cube {
  const known = new Map<Version, Resolved | undefined>()
  const cube: Cube = {
    books,
    mix,
    bounds,
    resolve: (version) => {
      const before = known.get(version)
      if (before !== undefined || known.has(version)) return before
      const found = resolve(books, version)
      known.set(version, found)
      return found
    },
    column: (version, series, subject) => {
      reads?.of(subject)
      const resolved = cube.resolve(version)
      const index = seriesIndex(series)
      if (resolved === undefined || index < 0) return EMPTY
      let columns = resolved.columns.get(subject)
      if (columns === undefined) resolved.columns.set(subject, (columns = []))
      const made = columns[index]
      if (made !== undefined) return made
      // A bound that reads itself finds nothing, rather than no end.
      columns[index] = EMPTY
      const column =
        reads === undefined
          ? make(cube, resolved, index, subject)
          : reads.whileMaking(subject, () => make(cube, resolved, index, subject))
      columns[index] = column
      return column
    },
    value: (version, series, subject, month) =>
      valueIn(cube.column(version, series, subject), month),
  }
  return cube
}

function resolve(books: Books, version: Version): Resolved | undefined {
  const empty = { parts: [], columns: new Map<Fact, (Column | undefined)[]>(), kept: NOBODY }
  if (typeof version !== 'string') {
    const keep = FACT_VERSIONS.get(version.kind)
    if (keep === undefined) return undefined
    const kept = keep(version, books)
    const label = version.name === undefined ? version.kind : `${version.kind} ${version.name}`
    return {
      ...empty,
      version,
      label,
      area: version.spec.area,
      kept,
      making: { how: 'book', keep: () => kept },
    }
  }
  const spec = versionSpec(version)
  if (spec === undefined) {
    const fact = [...FACT_VERSIONS.keys()]
      .map((kind) => books.ground.facts.named(kind, version))
      .find((each) => each !== undefined)
    return fact && resolve(books, fact)
  }
  const { making } = spec
  return {
    ...empty,
    version,
    label: version,
    area: spec.area,
    making,
    kept: making.how === 'book' ? making.keep(books) : NOBODY,
    parts: making.how === 'parts' ? making.parts(books) : [],
  }
}

function make(cube: Cube, resolved: Resolved, index: number, subject: Fact): Column {
  const { making } = resolved
  const series = SERIES[index]?.series ?? ''
  switch (making.how) {
    case 'book':
      return resolved.kept.book(subject)?.value(index) ?? EMPTY
    case 'parts':
      return joined(cube, resolved.parts, making.show, index, subject)
    case 'bound':
      return cube.bounds.column(making.kind, series, subject)
    case 'mix': {
      const split = cube.mix.get(subject)?.get(series)
      const { horizon } = cube.books.ground.cycles
      if (split === undefined || horizon === undefined) return EMPTY
      return mixColumn(split, horizon, (month) => cube.value('plan', series, subject, month))
    }
  }
}

/** The months of several versions in one column; what they only follow to is not stated. */
function joined(
  cube: Cube,
  parts: readonly Part[],
  show: 'value' | 'follows',
  index: number,
  subject: Fact,
): Column {
  const pieces: { readonly column: Column; readonly months: MonthRange }[] = []
  let extent: MonthRange | undefined
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at]
    const book = part && bookIn(cube, part, subject)
    const column = show === 'value' ? book?.value(index) : book?.follows(index)
    const range = column && rangeOf(column)
    const months = range && part && overlap(range, part.months)
    if (column === undefined || months === undefined) continue
    pieces.push({ column, months })
    extent = spanning(extent, months)
  }
  const only = pieces[0]
  if (extent === undefined || only === undefined) return EMPTY
  if (pieces.length === 1) return crop(only.column, extent)
  const draft = makeDraft(extent)
  for (const { column, months } of pieces) copyInto(draft, column, months)
  return draft
}

export function bookIn(cube: Cube, part: Part, subject: Fact): Book | undefined {
  return cube.resolve(part.version)?.kept.book(subject)
}

/** Which part of a version holds a month. */
export function partOf(parts: readonly Part[], month: Month): Part | undefined {
  return parts.find(({ months }) => months.from <= month && month <= months.to)
}

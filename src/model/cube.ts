/** The cube's columns: each made when it is first asked for, and kept. */

import type { Exact } from '../base/exact.ts'
import type { Month, MonthRange } from '../base/month.ts'
import { overlap, spanning } from '../base/month-set.ts'
import type { Fact } from '../facts/fact.ts'
import { SERIES, seriesIndex } from '../vocabulary/series.ts'
import type { Bounds } from './bounds.ts'
import { ByFact } from './by-fact.ts'
import { EMPTY, copyInto, crop, makeDraft, rangeOf, valueIn } from './column.ts'
import type { ReadLog } from './kept.ts'
import { mixColumn } from './mix.ts'
import type { Mix } from './mix.ts'
import type { Column, Subject, Version } from './model.ts'
import { keptOf, makingOf } from './versions.ts'
import { VERSION_KINDS, versionSpec } from '../vocabulary/versions.ts'
import type { Books, Kept, Making, Part } from './versions.ts'

/** A version, found by name or fact. */
export interface Resolved {
  readonly version: Version
  /** What messages call it, before a series: `plan`, `budget`, `scenario strong`. */
  readonly label: string
  readonly area: string | undefined
  readonly making: Making
  readonly kept: Kept
  readonly parts: readonly KeptPart[]
  /** Columns that are in no book, by the index of the series. */
  readonly columns: Map<number, ByFact<Column>>
}

/** Some months of a version, with the books of the version that they are of. */
export interface KeptPart extends Part {
  readonly kept: Kept
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
      const found = resolve(cube, version)
      known.set(version, found)
      return found
    },
    column: (version, series, subject) => {
      reads?.of(subject)
      const resolved = cube.resolve(version)
      const index = seriesIndex(series)
      if (resolved === undefined || index < 0) return EMPTY
      return columnOf(cube, resolved, index, subject, reads)
    },
    value: (version, series, subject, month) =>
      valueIn(cube.column(version, series, subject), month),
  }
  return cube
}

function resolve(cube: Cube, version: Version): Resolved | undefined {
  const { books } = cube
  const empty = { parts: [], columns: new Map<number, ByFact<Column>>(), kept: NOBODY }
  if (typeof version !== 'string') {
    const kept = keptOf(version, books)
    if (kept === undefined) return undefined
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
    const fact = VERSION_KINDS.map((kind) => books.ground.facts.named(kind, version)).find(
      (each) => each !== undefined,
    )
    return fact && resolve(cube, fact)
  }
  const making = makingOf(spec)
  return {
    ...empty,
    version,
    label: version,
    area: spec.area,
    making,
    kept: making.how === 'book' ? making.keep(books) : NOBODY,
    parts: making.how === 'parts' ? keptParts(cube, making.parts(books)) : [],
  }
}

function keptParts(cube: Cube, parts: readonly Part[]): readonly KeptPart[] {
  return parts.map((part) => ({ ...part, kept: cube.resolve(part.version)?.kept ?? NOBODY }))
}

/** A column as it stands in a book; else one that is made when it is first asked for, and kept. */
function columnOf(
  cube: Cube,
  resolved: Resolved,
  index: number,
  subject: Fact,
  reads: ReadLog | undefined,
): Column {
  const { making } = resolved
  if (making.how === 'book') return resolved.kept.book(subject)?.value(index) ?? EMPTY
  let columns = resolved.columns.get(index)
  const known = columns?.get(subject)
  if (known !== undefined) return known
  if (making.how === 'parts') {
    const sole = soleColumn(resolved.parts, making.show, index, subject)
    if (sole !== undefined) return sole
  }
  if (columns === undefined) resolved.columns.set(index, (columns = new ByFact()))
  // A bound that reads itself finds nothing, rather than no end.
  columns.set(subject, EMPTY)
  const made = make(cube, making, resolved.parts, index, subject, reads)
  columns.set(subject, made)
  return made
}

function make(
  cube: Cube,
  making: Exclude<Making, { how: 'book' }>,
  parts: readonly KeptPart[],
  index: number,
  subject: Fact,
  reads: ReadLog | undefined,
): Column {
  if (reads !== undefined) {
    return reads.whileMaking(subject, () => make(cube, making, parts, index, subject, undefined))
  }
  const series = SERIES[index]?.series ?? ''
  switch (making.how) {
    case 'parts':
      return joined(parts, making.show, index, subject)
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

/** The column of the one part that has any, where all of it counts: as for most, who have no actuals. */
function soleColumn(
  parts: readonly KeptPart[],
  show: 'value' | 'follows',
  index: number,
  subject: Fact,
): Column | undefined {
  let sole: Column | undefined
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at]
    const column = part && partColumn(part, show, index, subject)
    if (part === undefined || column === undefined || column.length === 0) continue
    const { from, to } = part.months
    const { first, length } = column
    if (sole !== undefined || first < from || first + length - 1 > to) return undefined
    sole = column
  }
  return sole
}

function partColumn(
  { kept }: KeptPart,
  show: 'value' | 'follows',
  index: number,
  subject: Fact,
): Column | undefined {
  const book = kept.book(subject)
  return show === 'value' ? book?.value(index) : book?.follows(index)
}

/** The months of several versions in one column; what they only follow to is not stated. */
function joined(
  parts: readonly KeptPart[],
  show: 'value' | 'follows',
  index: number,
  subject: Fact,
): Column {
  const pieces: { readonly column: Column; readonly months: MonthRange }[] = []
  let extent: MonthRange | undefined
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at]
    const column = part && partColumn(part, show, index, subject)
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

/** Which part of a version holds a month. */
export function partOf(parts: readonly Part[], month: Month): Part | undefined {
  return parts.find(({ months }) => months.from <= month && month <= months.to)
}

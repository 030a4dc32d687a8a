/** The item plans of the checked cycle: numbers, shares and rests, by series and item. */

import { add, multiply, subtract } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { ReadItems } from '../base/item-data.ts'
import type { Month, MonthRange, MonthSet } from '../base/month.ts'
import { makeMonthSet, spanning } from '../base/month-set.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn, nameOf, textIn, wordIn } from '../facts/fact.ts'
import { unitOf } from '../units/owner.ts'
import { seriesSpec } from '../vocabulary/series.ts'
import { NUMBER, REST, SHARE } from './change.ts'
import { UNREADABLE, makeDraft, put, rangeOf, statedIn, valueAt } from './column.ts'
import type { Ground } from './ground.ts'
import { LostCells } from './lost-cells.ts'
import { readMixFile } from './mix-file.ts'
import type { FileCells } from './mix-file.ts'
import type { Column, ItemPart } from './model.ts'
import { checkRests } from './rests.ts'
import { checkShares, statesShares } from './shares.ts'
import { decode, spanStating } from './stated.ts'
import type { Kept, Piece, StatedColumn } from './stated.ts'
import { readRows, unitsIn } from './statements.ts'

/** One series of one family, split into items. */
export interface Split {
  readonly statements: readonly Fact[]
  readonly items: ReadonlyMap<Fact, StatedColumn>
  /** Numbers that files and tables state and nobody can read. */
  readonly lost: LostCells
  /** The months that the file of a statement states; unknown where it cannot be told. */
  readonly ofFiles: ReadonlyMap<Fact, MonthSet | undefined>
}

export type Mix = ReadonlyMap<Fact, ReadonlyMap<string, Split>>

export function readMix(ground: Ground, readItems: ReadItems): Mix {
  const mix = new Map<Fact, Map<string, Gathered>>()
  const { checked } = ground.cycles
  for (const statement of ground.facts.of('mix')) {
    const family = factIn(statement, 'family')
    const series = wordIn(statement, 'series')
    if (family === undefined || series === undefined) continue
    if (checked === undefined || factIn(statement, 'cycle') !== checked) continue
    const bySeries = mix.get(family) ?? new Map<string, Gathered>()
    mix.set(family, bySeries)
    const gathered: Gathered = bySeries.get(series) ?? {
      statements: [],
      pieces: new Map(),
      lost: new LostCells(),
      files: new Map(),
    }
    bySeries.set(series, gathered)
    gathered.statements.push(statement)
    gatherPieces(ground, statement, family, series, gathered)
    const path = textIn(statement, 'path')
    if (path !== undefined) {
      gathered.files.set(statement, readMixFile(ground, readItems, statement, path, family))
    }
  }
  const splits = new Map<Fact, Map<string, Split>>()
  for (const [family, bySeries] of mix) {
    const own = new Map<string, Split>()
    for (const [series, gathered] of bySeries)
      own.set(series, split(ground, family, series, gathered))
    splits.set(family, own)
  }
  return splits
}

interface Gathered {
  readonly statements: Fact[]
  readonly pieces: Map<Fact, Piece[]>
  /** In columns of tables. */
  readonly lost: LostCells
  readonly files: Map<Fact, FileCells>
}

function gatherPieces(
  ground: Ground,
  statement: Fact,
  family: Fact,
  series: string,
  { pieces, lost }: Gathered,
): void {
  const unit = unitsIn(ground, statement, family)[seriesSpec(series)?.dimension ?? 'volume']
  const shares = statesShares(statement)
  for (const bound of statement.tables) {
    const rows = readRows(ground, statement, bound)
    if (shares) checkShares(ground, bound)
    lost.addColumns(bound, rows)
    bound.columns.forEach((column, at) => {
      if (column?.fact === undefined) return
      const own = pieces.get(column.fact)
      const piece = { statement, bound, at, rows, unit, shares }
      if (own === undefined) pieces.set(column.fact, [piece])
      else own.push(piece)
    })
  }
}

function split(ground: Ground, family: Fact, series: string, gathered: Gathered): Split {
  const money = seriesSpec(series)?.dimension === 'money'
  const unit = money ? ground.units.reporting : unitOf(family)
  const items = new Map<Fact, StatedColumn>()
  const files = [...gathered.files.values()]
  const named = new Set([
    ...gathered.pieces.keys(),
    ...files.flatMap((file) => [...file.columns.keys()]),
  ])
  for (const item of named) {
    const kept: Kept = { unit, family, name: `${series} of ${nameOf(item)}`, shares: true }
    const tabled = decode(ground, gathered.pieces.get(item) ?? [], kept)
    items.set(
      item,
      files.reduce((column, file) => file.over(item, column, kept), tabled),
    )
  }
  checkRests(ground, items.values())
  const lost = new LostCells()
  lost.join(gathered.lost)
  for (const file of files) lost.join(file.lost)
  const ofFiles = new Map([...gathered.files].map(([of, file]) => [of, monthsOfFile(file)]))
  return { statements: gathered.statements, items, lost, ofFiles }
}

function monthsOfFile({ columns, lost }: FileCells): MonthSet | undefined {
  if (lost.everywhere) return undefined
  const stated = [...columns.values()].flatMap((cells) => cells.map(({ month }) => month))
  return makeMonthSet([...stated, ...lost.all].map((month) => ({ from: month, to: month })))
}

/** One item's number; shares are of the plan's volume, and the rest is what the others leave. */
export function itemValue(
  split: Split,
  item: Fact,
  volume: Exact | undefined,
  month: Month,
): Exact | undefined {
  const column = split.items.get(item)
  if (column === undefined || split.lost.has(item, month)) return undefined
  const index = month - column.first
  const sort = column.sorts?.[index] ?? 0
  if (sort !== REST) return shareOf(valueAt(column, index), sort, volume)
  if (split.lost.hasAny(month)) return undefined
  let rest = volume
  for (const [other, its] of split.items) {
    if (its.damaged.has(month)) return undefined
    const at = month - its.first
    if (other === item || (its.sorts?.[at] ?? 0) === 0) continue
    if (its.sorts?.[at] === REST) return undefined
    const taken = shareOf(valueAt(its, at), its.sorts?.[at] ?? NUMBER, volume)
    rest = taken === undefined || rest === undefined ? undefined : subtract(rest, taken)
  }
  return rest
}

/** What each item says of a month, where it says anything. */
export function itemParts(split: Split, volume: Exact | undefined, month: Month): ItemPart[] {
  return [...split.items].flatMap(([item, column]) => {
    if (!statedIn(column, month)) return []
    const at = month - column.first
    const sort = column.sorts?.[at] ?? NUMBER
    const share = sort === SHARE ? valueAt(column, at) : undefined
    const value = itemValue(split, item, volume, month)
    return [{ item, value, share, isRest: sort === REST, span: spanStating(column, month) }]
  })
}

/** A number as it stands, or a share of a volume. */
export function shareOf(
  value: Exact | undefined,
  sort: number,
  volume: Exact | undefined,
): Exact | undefined {
  if (value === undefined || sort !== SHARE) return value
  return volume === undefined ? undefined : multiply(value, volume)
}

/** The sum of the items of a family, by month; unknown where a number of one cannot be read. */
export function mixColumn(
  split: Split,
  horizon: MonthRange,
  volumeIn: (month: Month) => Exact | undefined,
): Column {
  const extent = extentOf(split, horizon)
  if (extent === undefined)
    return makeDraft({ from: horizon.from, to: (horizon.from - 1) as Month })
  const draft = makeDraft(extent)
  for (let index = 0; index < draft.length; index += 1) {
    const month = (extent.from + index) as Month
    if (isLost(split, month)) {
      draft.stated[index] = UNREADABLE
      continue
    }
    let total: Exact | undefined = 0
    let any = false
    for (const [item, column] of split.items) {
      if (column.stated[month - column.first] !== 1) continue
      any = true
      const value = itemValue(split, item, volumeIn(month), month)
      total = value === undefined || total === undefined ? undefined : add(total, value)
    }
    if (!any) continue
    put(draft, index, total)
    draft.stated[index] = 1
  }
  return draft
}

function extentOf(split: Split, horizon: MonthRange): MonthRange | undefined {
  let extent: MonthRange | undefined = split.lost.everywhere ? horizon : undefined
  for (const column of split.items.values()) extent = spanning(extent, rangeOf(column))
  for (const month of split.lost.all) extent = spanning(extent, { from: month, to: month })
  return extent
}

function isLost({ items, lost }: Split, month: Month): boolean {
  if (lost.hasAny(month)) return true
  for (const column of items.values()) if (column.damaged.has(month)) return true
  return false
}

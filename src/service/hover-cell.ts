/** Hover over a number of a plan: what it is in other units, where it comes from, what moved it. */

import { type Exact, multiply, printExact, printPercent, sign, subtract } from '../base/exact.ts'
import { addMonths, printMonth } from '../base/month.ts'
import { positionOf } from '../base/source.ts'
import {
  type Block,
  type Document,
  faint,
  list,
  paragraph,
  strong,
  type Text,
} from '../markup/document.ts'
import type { CellAddress, ItemPart, Missing, Model, Origin, Version } from '../model/model.ts'
import { seriesSpec } from '../vocabulary/series.ts'
import { unitOfCell } from './cells.ts'
import { mentionsOf } from './mentions.ts'
import { perFacts, type Snapshot } from './snapshot.ts'
import { unitNamed } from './targets.ts'

/** At most so many other units. */
const MOST_UNITS = 4

const NUMBER = { group: true, places: 2, exactTo: 4 } as const

export function cellDoc(snapshot: Snapshot, cell: CellAddress): Document {
  const { model } = snapshot.review
  const { version, series, subject, month } = cell
  const value = model.value(version, series, subject, month)
  const head = paragraph([strong(cellWords(cell)), ' = ', ...amountOf(model, cell, value)])
  if (value === undefined) return [head, ...originBlocks(model, cell)]
  return [
    head,
    ...otherUnits(snapshot, cell, value),
    ...moved(model, cell, value),
    ...originBlocks(model, cell),
  ]
}

/** `sales of widgets 2026-11`, of a version that is not the plan with its name before. */
export function cellWords({ version, series, subject, month }: CellAddress): string {
  const name = versionWords(version)
  const whose = subject.name ?? subject.kind
  return `${name === 'plan' ? '' : `${name} `}${series} of ${whose} ${printMonth(month)}`
}

function versionWords(version: Version): string {
  return typeof version === 'string' ? version : `${version.kind} ${version.name ?? ''}`.trim()
}

function amountOf(model: Model, cell: CellAddress, value: Exact | undefined) {
  if (value === undefined) return ['unknown']
  const unit = unitOfCell(model, cell)
  return [strong(printExact(value, NUMBER)), ...(unit === undefined ? [] : [` ${unit}`])]
}

/** The units that the workspace itself names: nobody here counts in the others. */
const unitsIn = perFacts((snapshot) => {
  const { facts, model } = snapshot.review
  const names = model.units.names.filter((name) => {
    const target = unitNamed(facts, name)
    const places = target === undefined ? [] : mentionsOf(snapshot, target)
    return places.some(({ span }) => !span.source.builtIn)
  })
  return { names: names.toSorted() }
})

/** The same amount in the units that conversions lead to, and in money. */
function otherUnits(snapshot: Snapshot, cell: CellAddress, value: Exact): readonly Block[] {
  const { model } = snapshot.review
  const { subject, month, series } = cell
  const unit = unitOfCell(model, cell)
  if (unit === undefined || subject.kind === 'business') return []
  const same: string[] = []
  for (const other of unitsIn(snapshot).names) {
    if (other === unit || same.length >= MOST_UNITS) continue
    const factor = model.units.factor(unit, other, subject, month)
    const amount = factor && multiply(value, factor)
    if (amount !== undefined) same.push(`${printExact(amount, NUMBER)} ${other}`)
  }
  const { reporting } = model.units
  const rate = [model.price(subject, month), model.cost(subject, month)]
  const names = ['at its price', 'at its cost']
  for (const [at, each] of rate.entries()) {
    const amount = each && multiply(value, each)
    if (amount === undefined || seriesSpec(series)?.dimension !== 'volume') continue
    same.push(`${printExact(amount, NUMBER)} ${reporting ?? ''} ${names[at]}`)
  }
  return same.length === 0 ? [] : [paragraph(same.join(' · '))]
}

/** How far it is from what the cycle before planned. */
function moved(model: Model, cell: CellAddress, value: Exact): readonly Block[] {
  if (cell.version !== 'plan') return []
  const before = model.value('previous', cell.series, cell.subject, cell.month)
  if (before === undefined) return []
  const by = subtract(value, before)
  if (by === undefined) return []
  if (sign(by) === 0) return [paragraph([faint('as in the cycle before')])]
  const signed = `${sign(by) > 0 ? '+' : ''}${printExact(by, NUMBER)}`
  return [paragraph(`${signed} from the cycle before, which planned ${printExact(before, NUMBER)}`)]
}

/** One step back: what it was written as, or what it follows from. */
function originBlocks(model: Model, cell: CellAddress): readonly Block[] {
  const origin = model.origin(cell.version, cell.series, cell.subject, cell.month)
  const lines = originLines(model, cell, origin)
  const follows = stockLines(model, cell, origin)
  return [
    ...(lines.length === 0 ? [] : [list(lines)]),
    ...(follows.length === 0 ? [] : [paragraph('Its flows give:'), list(follows)]),
  ]
}

function missingCell({ what, month }: Missing): string {
  return month === undefined ? what : `${what} ${printMonth(month)}`
}

function originLines(model: Model, cell: CellAddress, origin: Origin): readonly Text[] {
  switch (origin.from) {
    case 'nothing':
      return [`nobody says ${missingCell(origin.missing)}`]
    case 'stated':
      return origin.steps.map(({ from, to, factor, span }) => {
        const { line } = positionOf(span.source, span.start)
        return `1 ${from} = ${printExact(factor, NUMBER)} ${to} (${span.source.path}:${line})`
      })
    case 'default':
      return [origin.why]
    case 'cell':
      return [[`the same as ${cellWords(origin.cell)}`]]
    case 'sum':
      return origin.terms.map((term) => termLine(model, term))
    case 'product':
      return [`${origin.what} ${printExact(origin.factor, NUMBER)} times ${cellWords(origin.cell)}`]
    case 'items':
      return origin.items.map((part) => itemLine(part))
    case 'change': {
      const by = `${origin.by.kind} ${origin.by.name ?? ''}`.trim()
      const below = origin.below === undefined ? 'nothing' : printExact(origin.below, NUMBER)
      return [`changed by ${by}; before that ${below}`]
    }
    case 'expression':
      return [`follows from an expression for ${printMonth(cell.month)}`]
  }
}

/** What a stock that somebody wrote would be by its flows. */
function stockLines(model: Model, cell: CellAddress, origin: Origin): readonly Text[] {
  const flows = seriesSpec(cell.series)?.flows
  if (origin.from !== 'stated' || flows === undefined) return []
  const version = 'projected'
  const follows = model.value(version, cell.series, cell.subject, cell.month)
  if (follows === undefined || cell.version !== 'plan') return []
  const before = { ...cell, version: 'outlook', month: addMonths(cell.month, -1) }
  const terms = [
    { sign: 1 as const, cell: before },
    ...flows.map((flow) => ({
      sign: flow.sign,
      cell: { ...cell, version: 'outlook', series: flow.series },
    })),
  ]
  return [...terms.map((term) => termLine(model, term)), `= ${printExact(follows, NUMBER)}`]
}

function itemLine({ item, value, share, isRest }: ItemPart): string {
  const amount = value === undefined ? 'unknown' : printExact(value, NUMBER)
  const how = share === undefined ? (isRest ? ', the rest' : '') : `, ${printPercent(share)}`
  return `+ ${amount} ${item.name ?? ''}${how}`
}

function termLine(
  model: Model,
  { sign: of, cell }: { readonly sign: 1 | -1; readonly cell: CellAddress },
): string {
  const value = model.value(cell.version, cell.series, cell.subject, cell.month)
  const amount = value === undefined ? 'unknown' : printExact(value, NUMBER)
  return `${of === 1 ? '+' : '−'} ${amount} ${cell.series} ${printMonth(cell.month)}`
}

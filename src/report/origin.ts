/** Where a number comes from, as a tree of cells, conversions and formulas with their places. */

import { type Exact, printExact, printPercent } from '../base/exact.ts'
import { printMonth } from '../base/month.ts'
import { textOf } from '../base/source.ts'
import {
  type Document,
  faint,
  GAP,
  lines,
  paragraph,
  type Piece,
  piece,
  type Text,
} from '../markup/document.ts'
import { placeOf } from '../markup/excerpt.ts'
import type { CellAddress, ItemPart, Missing, Model, Origin } from '../model/model.ts'
import type { ConversionStep } from '../units/units.ts'
import { versionName } from './words.ts'

/** Cells below this depth are named and not followed. */
export const MOST_DEPTH = 40
/** Lines of a tree; a stock that rests on many months is long. */
export const MOST_LINES = 500

interface Walk {
  readonly model: Model
  readonly rows: Text[]
  /** Cells that were followed already: they are named again, and not followed again. */
  readonly seen: Set<string>
  readonly unitOf: UnitOfCell
}

/** The unit that a cell is kept in. */
export type UnitOfCell = (cell: CellAddress) => string | undefined

export function originTree(model: Model, cell: CellAddress, unitOf: UnitOfCell): Document {
  const walk: Walk = { model, rows: [], seen: new Set(), unitOf }
  follow(walk, cell, '', '', '', 0)
  return [lines(walk.rows)]
}

/** The tree of a cell; of a stock that somebody wrote, what its flows give as well. */
export function originDocument(
  model: Model,
  cell: CellAddress,
  unitOf: UnitOfCell,
  isStock: boolean,
): Document {
  const { version, series, subject, month } = cell
  const tree = originTree(model, cell, unitOf)
  const judged = version === 'plan' || version === 'outlook'
  if (!isStock || !judged || !model.stated(version, series, subject, month)) return tree
  const follows = originTree(model, { ...cell, version: 'projected' }, unitOf)
  return [...tree, GAP, paragraph('What its flows give:'), ...follows]
}

/** `lead` stands before the cell's own line, `indent` before those below it. */
function follow(
  walk: Walk,
  cell: CellAddress,
  lead: string,
  indent: string,
  sign: string,
  depth: number,
): void {
  if (walk.rows.length >= MOST_LINES) {
    if (walk.rows.length === MOST_LINES) walk.rows.push([faint(`${lead}… the tree goes on`)])
    return
  }
  const { model } = walk
  const origin = model.origin(cell.version, cell.series, cell.subject, cell.month)
  const key = keyOf(cell)
  const again = walk.seen.has(key) && hasParts(origin)
  walk.seen.add(key)
  const value =
    model.value(cell.version, cell.series, cell.subject, cell.month) ?? writtenIn(origin)
  const head = [faint(lead), sign, cellName(cell), ' = ', ...amountText(value, walk.unitOf(cell))]
  const note = again ? 'see above' : depth >= MOST_DEPTH && hasParts(origin) ? 'goes on' : undefined
  if (note !== undefined) {
    walk.rows.push([...head, faint(`  (${note})`)])
    return
  }
  walk.rows.push([...head, '  ', ...reason(origin)])
  branches(walk, origin, indent, depth, walk.unitOf(cell))
}

/** An opening stock is stated for a month that the plan has no cell of. */
function writtenIn(origin: Origin): Exact | undefined {
  return origin.from === 'stated' && origin.steps.length === 0 ? origin.written : undefined
}

function keyOf({ version, series, subject, month }: CellAddress): string {
  return [versionName(version), series, subject.kind, subject.name ?? '', month].join(' ')
}

function hasParts(origin: Origin): boolean {
  return origin.from === 'cell' || origin.from === 'sum' || origin.from === 'product'
}

/** An amount in its unit, or that it is unknown. */
export function amountText(
  value: Exact | undefined,
  unit: string | undefined,
): readonly (string | Piece)[] {
  if (value === undefined) return [piece('warning', 'unknown')]
  return [
    piece('strong', printExact(value, { group: true }) + (unit === undefined ? '' : ` ${unit}`)),
  ]
}

/** `inventory of widgets 2027-03`; of a version that is not the plan, with its name before. */
export function cellName({ version, series, subject, month }: CellAddress): string {
  const name = versionName(version)
  const prefix = name === 'plan' ? '' : `${name} `
  const whose = subject.name === undefined ? subject.kind : subject.name
  return `${prefix}${series} of ${whose} ${printMonth(month)}`
}

function missingCell({ what, month }: Missing): string {
  return month === undefined ? what : `${what} ${printMonth(month)}`
}

/** Where a number comes from, in a few words. */
export function reason(origin: Origin): readonly (string | ReturnType<typeof piece>)[] {
  switch (origin.from) {
    case 'nothing':
      return [faint(`nobody says ${missingCell(origin.missing)}`)]
    case 'stated':
      return [faint('stated at '), placeOf(origin.span), ...writtenAs(origin)]
    case 'default':
      return [faint(origin.why)]
    case 'cell':
      return [faint('the same as')]
    case 'sum':
      return [faint('the sum of')]
    case 'items':
      return [faint('the sum of its items')]
    case 'product':
      return [
        faint(`${origin.what} ${printExact(origin.factor, { group: true })}`),
        ...at(origin.span),
        faint(' times'),
      ]
    case 'change':
      return [faint(`changed by ${nameOf(origin)} at `), placeOf(origin.span), ...below(origin)]
    case 'expression':
      return [faint(`= ${textOf(origin.expression.span)}, at `), placeOf(origin.span)]
  }
}

function at(span: Extract<Origin, { from: 'product' }>['span']): readonly string[] {
  return span === undefined ? [] : [`, at ${placeOf(span)},`]
}

function nameOf({ by }: Extract<Origin, { from: 'change' }>): string {
  return `${by.kind} ${by.name ?? ''}`.trim()
}

function below({ below: value }: Extract<Origin, { from: 'change' }>): readonly string[] {
  return value === undefined ? [] : [`, before that ${printExact(value, { group: true })}`]
}

/** Only where it was written in another unit than it is kept in. */
function writtenAs({
  written,
  unit,
  steps,
}: Extract<Origin, { from: 'stated' }>): readonly string[] {
  if (steps.length === 0) return []
  const said = `${printExact(written, { group: true })}${unit === undefined ? '' : ` ${unit}`}`
  return [` as ${said}: ${steps.map(stepText).join(', ')}`]
}

/** `1 EUR = 1.08 USD (business.sop:20:1)`. */
export function stepText({ from, to, factor, span }: ConversionStep): string {
  return `1 ${from} = ${printExact(factor, { group: true })} ${to} (${placeOf(span)})`
}

interface Branch {
  readonly sign: string
  readonly cell: CellAddress
}

function branches(
  walk: Walk,
  origin: Origin,
  indent: string,
  depth: number,
  unit: string | undefined,
): void {
  if (origin.from === 'items') itemRows(walk, origin.items, indent, unit)
  const parts = partsOf(origin)
  parts.forEach(({ sign, cell }, index) => {
    const last = index === parts.length - 1
    const lead = `${indent}${last ? '└─ ' : '├─ '}`
    follow(walk, cell, lead, `${indent}${last ? '   ' : '│  '}`, sign, depth + 1)
  })
}

function itemRows(
  { rows }: Walk,
  items: readonly ItemPart[],
  indent: string,
  unit: string | undefined,
): void {
  items.forEach(({ item, value, share, isRest, span }, index) => {
    const lead = `${indent}${index === items.length - 1 ? '└─ ' : '├─ '}`
    const how = share === undefined ? (isRest ? 'the rest' : '') : printPercent(share)
    rows.push([
      faint(lead),
      `${item.name ?? ''} = `,
      ...amountText(value, unit),
      '  ',
      ...(how === '' ? [] : [`${how}, `]),
      ...(span === undefined ? [] : [faint('stated at '), placeOf(span)]),
    ])
  })
}

function partsOf(origin: Origin): readonly Branch[] {
  switch (origin.from) {
    case 'cell':
    case 'product':
      return [{ sign: '', cell: origin.cell }]
    case 'sum':
      return origin.terms.map(({ sign, cell }) => ({ sign: sign === 1 ? '+ ' : '- ', cell }))
    case 'nothing':
    case 'stated':
    case 'default':
    case 'items':
    case 'change':
    case 'expression':
      return []
  }
}

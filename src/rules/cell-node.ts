/** Reading cells: `sales(f, t)`, `plan.sales(f, t)`, `cell(v, s, f, t)`, with a memory of columns. */

import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import { printMonth } from '../base/month.ts'
import type { Span } from '../base/source.ts'
import type { Expression } from '../../grammar/tree.ts'
import type { Fact } from '../facts/fact.ts'
import { nameOf } from '../facts/fact.ts'
import { statedIn, unreadableIn, valueIn } from '../model/column.ts'
import type { CellAddress, Column, Model, Version } from '../model/model.ts'
import { versionSpec } from '../vocabulary/versions.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { printExpression } from '../syntax/print.ts'
import { mayStand } from './doubt.ts'
import type { Compiler } from './compiler.ts'
import { inWords, report, wrong, wrongBecause } from './compiler.ts'
import type { CellNodes, Leaf, Missing, Node } from './node.ts'
import { unusableBecause } from './node.ts'
import { quantityIn } from './type.ts'
import { moneyUnit, unitOfFact } from './unit-of.ts'

/** A cell, as an expression that reads it. */
export function cellNode(compiler: Compiler, expression: Expression, cell: CellNodes): Node {
  const misfit = misfitOf(compiler, expression, cell)
  if (misfit !== undefined) return wrongBecause(compiler, expression, misfit)
  const parts = [cell.version, cell.series, cell.subject, cell.month]
  if (parts.some(({ type }) => type.is === 'wrong')) return wrong(expression)
  const area = unusedArea(compiler, cell)
  return {
    type: quantityIn(isMoney(cell) ? moneyUnit(compiler) : unitOfFact(compiler, cell.subject)),
    run: reader(compiler, cell),
    expression,
    parts,
    cell,
    unusable: area ?? unusableBecause(parts),
    leaf: new CellLeaf(compiler.model, cell),
  }
}

class CellLeaf implements Leaf {
  private readonly model: Model
  private readonly cell: CellNodes

  constructor(model: Model, cell: CellNodes) {
    this.model = model
    this.cell = cell
  }

  reading(): string {
    const at = this.address()
    return at === undefined ? 'a cell' : readingOf(at)
  }

  address(): CellAddress | undefined {
    return addressOf(this.cell)
  }

  span(): Span | undefined {
    const at = this.address()
    return at && this.model.place(at.version, at.series, at.subject, at.month)
  }

  missing(): Missing | undefined {
    const at = this.address()
    if (at === undefined) return undefined
    const origin = this.model.origin(at.version, at.series, at.subject, at.month)
    if (origin.from === 'nothing') return origin.missing
    return { what: readingWithoutMonth(at), month: at.month, area: undefined }
  }
}

/** Whether the series is money, in the reporting currency; a volume is in the family's unit. */
export function isMoney({ series }: CellNodes): boolean {
  return series.type.is === 'series' && series.type.of === 'money'
}

/** A series that is now volume and now money has no unit; and only a budget is of the business. */
function misfitOf(
  compiler: Compiler,
  expression: Expression,
  { version, series, subject }: CellNodes,
): Diagnostic | undefined {
  if (series.type.is === 'series' && series.type.of === 'both') {
    const name = printExpression(series.expression)
    return report('series-mixed', expression.span, { name })
  }
  const business = subject.type.is === 'fact' && subject.type.kinds.every((k) => k === 'business')
  const named = version.constant
  if (!business || typeof named !== 'string' || named === 'budget') {
    return undefined
  }
  const values = { found: inWords(compiler, subject.type), wanted: 'a family' }
  return report('wrong-type', subject.expression.span, values)
}

function unusedArea(compiler: Compiler, cell: CellNodes): string | undefined {
  const version = cell.version.constant
  if (typeof version !== 'string') return undefined
  const area = versionSpec(version)?.area
  return area === undefined || compiler.model.uses(area) ? undefined : area
}

/** Reads a cell; columns are remembered, since loops read one family month after month. */
function reader(compiler: Compiler, cell: CellNodes): () => Exact | undefined {
  const { model } = compiler
  const runVersion = cell.version.run
  const runSeries = cell.series.run
  const runSubject = cell.subject.run
  const runMonth = cell.month.run
  const { reads } = model
  const fixed = cell.version.constant !== undefined && cell.series.constant !== undefined
  let version: Version | undefined
  let series: string | undefined
  if (fixed) {
    version = cell.version.constant as Version
    series = cell.series.constant as string
  }
  let subject: Fact | undefined
  let column: Column | undefined
  return () => {
    const nowSubject = runSubject() as Fact | undefined
    if (nowSubject === undefined) return undefined
    if (fixed) {
      if (nowSubject !== subject) {
        subject = nowSubject
        column = model.column(version as Version, series as string, nowSubject)
      } else reads?.of(nowSubject)
    } else {
      const nowVersion = runVersion() as Version | undefined
      const nowSeries = runSeries() as string | undefined
      if (nowVersion === undefined || nowSeries === undefined) return undefined
      if (nowSubject !== subject || nowVersion !== version || nowSeries !== series) {
        subject = nowSubject
        version = nowVersion
        series = nowSeries
        column = model.column(nowVersion, nowSeries, nowSubject)
      } else reads?.of(nowSubject)
    }
    const month = runMonth() as Month | undefined
    if (month === undefined || column === undefined) return undefined
    return valueIn(column, month)
  }
}

/** Whether somebody wrote the number of a cell; unknown where what they wrote cannot be read. */
export function statedReader(compiler: Compiler, cell: CellNodes): () => boolean | undefined {
  const { model } = compiler
  const { version: ofVersion, series: ofSeries, subject: ofSubject, month: ofMonth } = cell
  let version: Version | undefined
  let series: string | undefined
  let subject: Fact | undefined
  let column: Column | undefined
  return () => {
    const nowVersion = ofVersion.run() as Version | undefined
    const nowSeries = ofSeries.run() as string | undefined
    const nowSubject = ofSubject.run() as Fact | undefined
    const month = ofMonth.run() as Month | undefined
    if (nowVersion === undefined || nowSeries === undefined) return undefined
    if (nowSubject === undefined || month === undefined) return undefined
    if (nowSubject !== subject || nowVersion !== version || nowSeries !== series) {
      version = nowVersion
      series = nowSeries
      subject = nowSubject
      column = model.column(nowVersion, nowSeries, nowSubject)
    } else model.reads?.of(nowSubject)
    if (column !== undefined && statedIn(column, month)) return true
    const lost = column !== undefined && unreadableIn(column, month)
    return lost || mayStand(model.facts, nowSubject) ? undefined : false
  }
}

export function addressOf(cell: CellNodes): CellAddress | undefined {
  const version = cell.version.run() as Version | undefined
  const series = cell.series.run() as string | undefined
  const subject = cell.subject.run() as Fact | undefined
  const month = cell.month.run() as Month | undefined
  if (version === undefined || series === undefined) return undefined
  if (subject === undefined || month === undefined) return undefined
  return { version, series, subject, month }
}

/** `actual sales of widgets 2026-10`. */
function readingOf(at: CellAddress): string {
  return `${readingWithoutMonth(at)} ${printMonth(at.month)}`
}

function readingWithoutMonth(at: CellAddress): string {
  const version = typeof at.version === 'string' ? at.version : nameOf(at.version)
  return `${version === 'plan' ? '' : `${version} `}${at.series} of ${nameOf(at.subject)}`
}

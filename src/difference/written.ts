/** What a statement says, piece by piece, in words that no layout, order or file changes. */

import { printDay } from '../base/date.ts'
import { printExact, printPercent } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import { monthsIn } from '../base/month-set.ts'
import { textOf } from '../base/source.ts'
import type { BoundTable, Fact, FieldValue } from '../facts/fact.ts'
import {
  type Called,
  identityOf,
  isTelling,
  lineSpec,
  onceWords,
  tellingText,
} from '../facts/telling.ts'
import type { Model } from '../model/model.ts'
import { rowsOf } from '../model/rows.ts'
import { VERSION_NAMES } from '../vocabulary/versions.ts'
import { printExpression, printUnit } from '../syntax/print.ts'
import { fileCells } from './item-plans.ts'
import type { Cell, RuleLine } from '../../grammar/tree.ts'

/** One piece: a field, a line, or a cell of a table. */
export interface Piece {
  /** What it is of, the same on both sides: `family pumps`, `commit sales pumps 2026-11`. */
  readonly of: string
  /** `market`, `owner sales-director sales`, `available`; empty for the statement itself. */
  readonly field: string
  readonly month: Month | undefined
  readonly value: string
  readonly fact: Fact
}

export interface Writing {
  readonly called: Called
  /** Open rows of tables hold until this month. */
  readonly until: Month
  /** Where item plans of files have been read. */
  readonly model: Model
}

/** Tables of versions are compared as numbers of the plan; those of a mix are of items, not of series. */
function isVersion({ kind, parent, spec }: Fact): boolean {
  return parent === undefined && VERSION_NAMES.includes(kind) && spec.table?.columns === 'series'
}

export function piecesOf(fact: Fact, writing: Writing): readonly Piece[] {
  const words = identityOf(fact, writing.called)
  const numbers = isVersion(fact) && fact.tables.length > 0
  const self: Piece = { of: words, field: '', month: undefined, value: '', fact }
  return [...(numbers ? [] : [self]), ...within(fact, words, '', writing)]
}

/** Its name is what it is told by already. */
function declares({ spec }: Fact, field: string): boolean {
  return spec.arguments.some((argument) => argument.declares === true && argument.field === field)
}

function within(fact: Fact, of: string, before: string, writing: Writing): readonly Piece[] {
  const at = (field: string): string => [before, field].filter((word) => word !== '').join(' ')
  const numbers = isVersion(fact)
  const once = lineSpec(fact)?.once === true
  const gives = once ? lineSpec(fact)?.gives : undefined
  const lineWords = onceWords(fact)
  const fields = [...fact.fields].flatMap(([name, { value }]): readonly Piece[] => {
    if (lineWords.has(name) || declares(fact, name)) return []
    if (!once && fact.name === undefined && isTelling(value)) return []
    const field = name === gives ? before : at(name)
    return [{ of, field, month: undefined, value: printed(value, writing.called), fact }]
  })
  const lines = [...fact.lines.values()].flat().flatMap((line): readonly Piece[] => {
    const words = at(identityOf(line, writing.called))
    const self: Piece = { of, field: words, month: undefined, value: '', fact: line }
    const given = lineSpec(line)?.gives
    const said = given !== undefined && line.fields.has(given)
    return [...(said ? [] : [self]), ...within(line, of, words, writing)]
  })
  const cells = numbers ? [] : fact.tables.flatMap((table) => cellsOf(fact, of, at, table, writing))
  const lent = fileCells(fact, writing.model).map(({ item, month, value }) => ({
    of,
    field: at(item),
    month,
    value,
    fact,
  }))
  return [...fields, ...lines, ...cells, ...lent, ...ruleLines(fact, of, at)]
}

function cellsOf(
  fact: Fact,
  of: string,
  at: (field: string) => string,
  { table, columns }: BoundTable,
  { until, called }: Writing,
): readonly Piece[] {
  const reach = { from: (until - 1200) as Month, to: (until + 1200) as Month }
  const rows = rowsOf(table, until, reach)
  return columns.flatMap((column, index) => {
    if (column === undefined) return []
    const field = at(column.fact?.kind === 'family' ? called(column.name) : column.name)
    return [...Array(table.rowCount).keys()].flatMap((row): readonly Piece[] => {
      const key = row * table.columns.length + index
      const value = cellText(table.cells[key], table.others.get(key))
      const months = { from: rows.from[row] as Month, to: rows.to[row] as Month }
      if (value === '') return []
      return [...monthsIn(months)].map((month) => ({ of, field, month, value, fact }))
    })
  })
}

function cellText(plain: number | undefined, other: Cell | undefined): string {
  if (plain !== undefined && !Number.isNaN(plain)) return printExact(plain)
  if (other === undefined || other.sort === 'blank') return ''
  if (other.sort === 'rest') return 'rest'
  return other.percent ? printPercent(other.value) : printExact(other.value)
}

/** Lines of a rule, a function or a test count in their order. */
function ruleLines(fact: Fact, of: string, at: (field: string) => string): readonly Piece[] {
  const { statement } = fact
  if (statement === undefined) return []
  const define = statement.define === undefined ? [] : [textOf(statement.define.span)]
  const lines = statement.entries.flatMap((entry) =>
    'sort' in entry && RULE_SORTS.has(entry.sort) ? [textOf((entry as RuleLine).span)] : [],
  )
  const text = [...define, ...lines].map((line) =>
    line.replace(/#.*$/gm, '').split(/\s+/).join(' '),
  )
  if (text.length === 0) return []
  return [{ of, field: at('rule'), month: undefined, value: text.join('; '), fact }]
}

const RULE_SORTS: ReadonlySet<string> = new Set(
  'given let where require severity at fix after collect damaged-rule-line'.split(' '),
)

function printed(value: FieldValue, called: Called): string {
  switch (value.type) {
    case 'text':
      return value.text
    case 'word':
    case 'fact':
    case 'months':
    case 'month':
      return tellingText(value, called)
    case 'date':
      return printDay(value.day)
    case 'duration':
      return `${value.duration.count} ${value.duration.of}`
    case 'quantity':
      return quantityText(value)
    case 'expression':
      return printExpression(value.expression)
    case 'flag':
      return 'yes'
    case 'list':
      return value.items
        .map((item) => printed(item.value, called))
        .toSorted()
        .join(', ')
  }
}

function quantityText({
  value,
  percent,
  sign,
  unit,
}: Extract<FieldValue, { type: 'quantity' }>): string {
  const number = percent ? printPercent(value) : printExact(value, { group: true })
  const plus = sign === '+' ? '+' : ''
  return `${plus}${number}${unit === undefined ? '' : ` ${printUnit(unit)}`}`
}

/** The numbers of what has a name: a family's plan, a resource's load, how a rule fares. */

import { type Exact, printExact } from '../base/exact.ts'
import { type Month, type MonthRange, printMonth } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import { type Block, type Document, faint, paragraph } from '../markup/document.ts'
import type { Model } from '../model/model.ts'
import { expectedSeries } from '../model/strategy.ts'
import { unitOf } from '../units/owner.ts'
import { outcomeWords } from './outcome-words.ts'
import type { Snapshot } from './snapshot.ts'

const NUMBER = { group: true, places: 1, exactTo: 2 } as const

/** How many rows are shown: months with the same numbers are one. */
const MOST_ROWS = 12

/** Nothing for what has no numbers. */
export function numbersOf({ review }: Snapshot, fact: Fact): Document {
  const { model, judgement } = review
  if (model.families.includes(fact)) return familyNumbers(model, fact)
  if (fact.spec.table?.numbers === 'resource') {
    return monthTable(model, unitOf(fact), [
      { title: 'available', at: (month) => model.available(fact, month) },
      { title: 'load', at: (month) => model.load(fact, month) },
    ])
  }
  const outcome = judgement.outcomes.find(({ rule }) => rule === fact.name)
  return fact.spec.ruleLines === undefined || outcome === undefined
    ? []
    : [paragraph(`Here: ${outcomeWords(outcome)}`)]
}

/** The flows that are planned of a family, and the stocks that follow. */
function familyNumbers(model: Model, family: Fact): Document {
  const columns = expectedSeries(family).map(({ series }) => ({
    title: series,
    at: (month: Month) => model.value('plan', series, family, month),
  }))
  return monthTable(model, unitOf(family), columns)
}

interface Column {
  readonly title: string
  readonly at: (month: Month) => Exact | undefined
}

/** The months of the horizon; a column of which nothing is known is left out. */
function monthTable(
  { horizon }: Model,
  unit: string | undefined,
  columns: readonly Column[],
): Document {
  if (horizon === undefined) return []
  const texts = columns.map(({ title, at }) => ({ title, cells: cellsOf(horizon, at) }))
  const known = texts.filter(({ cells }) => cells.some((cell) => cell !== '?'))
  if (known.length === 0) return []
  const rows = rowsOf(
    horizon,
    known.map(({ cells }) => cells),
  )
  const left = rows.length - MOST_ROWS
  const table: Block = {
    kind: 'table',
    columns: [
      { title: unit === undefined ? 'month' : `month, in ${unit}`, align: 'left' },
      ...known.map(({ title }) => ({ title, align: 'right' as const })),
    ],
    rows: rows.slice(0, MOST_ROWS),
  }
  return left > 0 ? [table, paragraph([faint(`and ${left} more`)])] : [table]
}

function cellsOf({ from, to }: MonthRange, at: Column['at']): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const value = at((from + index) as Month)
    return value === undefined ? '?' : printExact(value, NUMBER)
  })
}

/** Months that say the same are one row. */
function rowsOf({ from }: MonthRange, columns: readonly (readonly string[])[]) {
  const rows: { readonly first: number; last: number; readonly cells: readonly string[] }[] = []
  const count = columns[0]?.length ?? 0
  for (let at = 0; at < count; at += 1) {
    const cells = columns.map((column) => column[at] ?? '?')
    const before = rows.at(-1)
    if (before?.cells.join(' ') === cells.join(' ')) before.last = at
    else rows.push({ first: at, last: at, cells })
  }
  const month = (at: number) => printMonth((from + at) as Month)
  return rows.map(({ first, last, cells }) => [
    first === last ? month(first) : `${month(first)} .. ${month(last)}`,
    ...cells,
  ])
}

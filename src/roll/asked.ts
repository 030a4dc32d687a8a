/** Asks for what happened in the month that closes: a row without numbers. */

import { largest } from '../base/largest.ts'
import type { Month } from '../base/month.ts'
import { printMonth } from '../base/month.ts'
import { inRange } from '../base/month-set.ts'
import type { Edit, Source } from '../base/source.ts'
import { spanOf, textOf } from '../base/source.ts'
import type { BoundTable, Fact } from '../facts/fact.ts'
import { factIn, nameOf } from '../facts/fact.ts'
import type { Model } from '../model/model.ts'
import { expectedSeries } from '../model/strategy.ts'
import { rowSpan } from '../../grammar/places.ts'
import { keywordOf, VOCABULARY } from '../vocabulary/vocabulary.ts'
import { movesBeforeLaunch } from './before-launch.ts'
import { monthsOfRows, rowLine } from './rows.ts'
import { linesAround } from './text.ts'
import type { Roll, Said, Turns } from './turn.ts'

export interface Asked {
  /** Rows of tables that are there. */
  readonly edits: readonly Edit[]
  /** Statements of families that have none, to be written behind the others. */
  readonly statements: readonly { readonly source: Source; readonly text: string }[]
}

const ASKING = VOCABULARY.find(({ atRoll }) => atRoll === 'asks')

interface AskingTable {
  readonly said: Said
  readonly bound: BoundTable
  /** The last month that it has a row for. */
  readonly last: number
}

/** Only families that live in the month are asked for, and those that were to move before they do. */
export function askActuals(roll: Roll, model: Model, turns: Turns): Asked {
  const edits: Edit[] = []
  const statements: { source: Source; text: string }[] = []
  const home = (turns.asking.at(-1) ?? turns.goingOn.find(({ fact }) => fact === roll.closing))
    ?.source
  for (const family of model.families) {
    const life = model.life(family)
    const lives = life !== undefined && inRange(life, roll.closed)
    if (!lives && !movesBeforeLaunch(model, roll.closing, family, roll.closed)) continue
    const own = turns.asking.filter(({ fact }) => factIn(fact, 'family') === family)
    const tables = own.flatMap((said) => tablesOf(said, model))
    if (tables.length > 0) {
      edits.push(...continuing(tables, roll.closed).map((table) => rowFor(table, roll.closed)))
    } else if (home !== undefined && isPlanned(roll, turns, family)) {
      statements.push({ source: home, text: newStatement(family, roll.closed) })
    }
  }
  return { edits, statements }
}

function tablesOf(said: Said, model: Model): readonly AskingTable[] {
  return said.fact.tables.map((bound) => {
    const end = (model.horizon?.to ?? 0) as Month
    const months = monthsOfRows(bound.table, end).map(({ to }) => to)
    return { said, bound, last: largest(months) }
  })
}

/** The tables that hold the latest month of any column, where that is not there yet. */
function continuing(tables: readonly AskingTable[], closed: Month): readonly AskingTable[] {
  const names = new Set(
    tables.flatMap(({ bound }) => bound.columns.flatMap((column) => column?.name ?? [])),
  )
  const latest = [...names].map((name) => {
    const having = tables.filter(({ bound }) => bound.columns.some((each) => each?.name === name))
    return having.reduce((a, b) => (b.last > a.last ? b : a))
  })
  return [...new Set(latest)].filter(({ last }) => last < closed)
}

/** A row behind the table's last, or below its header. */
function rowFor({ bound: { table } }: AskingTable, closed: Month): Edit {
  const starts = table.rowStart.slice(0, table.rowCount)
  const row = starts.indexOf(largest([...starts], -1))
  const { source } = table
  const header = spanOf(source, table.span.start, table.span.start)
  const above = linesAround(row === -1 ? header : rowSpan(table, row))
  const cells = new Map(table.columns.map((_, at) => [at, '-']))
  const line =
    row === -1
      ? `${source.text.slice(above.start, header.start)}${printMonth(closed)}${'  -'.repeat(cells.size)}`
      : rowLine(table, row, { from: closed, to: closed, cells })
  return { span: spanOf(source, above.end, above.end), text: `${line}\n` }
}

function isPlanned({ closing }: Roll, { goingOn }: Turns, family: Fact): boolean {
  return goingOn.some(
    ({ fact }) => factIn(fact, 'family') === family && factIn(fact, 'cycle') === closing,
  )
}

/** The series that are expected of a family of its strategy. */
function newStatement(family: Fact, month: Month): string {
  const names = expectedSeries(family).map(({ series }) => series)
  const name = family.nameSpan === undefined ? nameOf(family) : textOf(family.nameSpan)
  return [
    `${ASKING === undefined ? '' : keywordOf(ASKING)} ${name} {`,
    `  month    ${names.join('  ')}`,
    `  ${printMonth(month)}  ${names.map((word) => '-'.padStart(word.length)).join('  ')}`,
    '}\n',
  ].join('\n')
}

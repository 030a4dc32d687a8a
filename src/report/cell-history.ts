/** How a number moved: cycle by cycle, commit by commit, with its reasons, the waterfall and the bias. */

import { printDay } from '../base/date.ts'
import type { Exact } from '../base/exact.ts'
import { printExact, printPercent, subtract } from '../base/exact.ts'
import { type Month, printMonth } from '../base/month.ts'
import type { Reason } from '../difference/reasons.ts'
import type { Bias, Waterfall } from '../difference/waterfall.ts'
import {
  type Block,
  type Document,
  entry,
  faint,
  GAP,
  heading,
  paragraph,
  strong,
  type Text,
} from '../markup/document.ts'
import { jsonNumber } from './json-parts.ts'
import { jsonPlace } from './json-place.ts'
import { jsonText } from './json-text.ts'
import { numberText, signedText } from './number-text.ts'

export interface CellHistory {
  readonly series: string
  readonly family: string
  readonly month: Month
  readonly unit: string | undefined
  readonly actual: Exact | undefined
  /** Undefined where no cycle has a horizon. */
  readonly waterfall: Waterfall | undefined
  readonly bias: readonly Bias[]
  readonly moves: readonly Move[]
  readonly reasons: readonly Reason[]
  /** What the reader must know of how far the history reaches. */
  readonly notes: readonly string[]
}

/** A commit after which the plan says another number than before. */
export interface Move {
  /** Undefined for what is not committed yet. */
  readonly commit: string | undefined
  readonly author: string
  readonly day: string
  readonly subject: string
  /** The latest cycle then, and what its plan said. */
  readonly cycle: string | undefined
  readonly value: Exact | undefined
}

/** Months of the waterfall that a terminal has room for: so many before and after the one asked. */
const AROUND = { before: 4, after: 5 }

export function cellHistoryReport(history: CellHistory): Document {
  const { series, family, month, unit, actual } = history
  const title = `${series} of ${family} ${printMonth(month)}`
  return [
    paragraph([strong(title), unit === undefined ? '' : `, ${unit}`]),
    GAP,
    ...cycleBlocks(history),
    ...(actual === undefined
      ? []
      : [paragraph(['What happened: ', strong(printExact(actual, { group: true }))]), GAP]),
    ...moveBlocks(history.moves),
    ...reasonBlocks(history.reasons),
    ...waterfallBlocks(history),
    ...biasBlocks(history.bias),
    ...history.notes.flatMap((note) => [paragraph([note]), GAP]),
  ]
}

function table(
  titles: readonly string[],
  rows: readonly (readonly Text[])[],
  left: readonly number[],
): Block {
  const columns = titles.map((title, at) => ({
    title,
    align: left.includes(at) ? ('left' as const) : ('right' as const),
  }))
  return { kind: 'table', columns, rows, indent: 2 }
}

/** What each cycle planned for the month. */
function plansOf({ waterfall, month }: CellHistory) {
  const at = waterfall === undefined ? -1 : month - waterfall.months.from
  return (waterfall?.rows ?? []).flatMap(({ cycle, held, values }) => {
    const value = values[at]
    return value === undefined ? [] : [{ cycle, lag: month - held, value }]
  })
}

function cycleBlocks(history: CellHistory): Document {
  const plans = plansOf(history)
  if (plans.length === 0) return [paragraph('No cycle has planned this month.'), GAP]
  const rows = plans.map(({ cycle, lag, value }, at): readonly Text[] => {
    const before = plans[at - 1]?.value
    const moved = before === undefined ? undefined : subtract(value, before)
    return [cycle, String(lag), numberText(value), before === undefined ? '' : signedText(moved)]
  })
  return [
    heading(3, 'Cycle by cycle'),
    table(['cycle', 'months ahead', 'planned', 'moved'], rows, [0]),
    GAP,
  ]
}

function moveBlocks(moves: readonly Move[]): Document {
  if (moves.length === 0) return []
  const rows = moves.map(({ commit, day, author, subject, cycle, value }): readonly Text[] => [
    commit?.slice(0, 9) ?? 'here',
    day,
    cycle ?? '',
    numberText(value),
    author,
    subject,
  ])
  const titles = ['commit', 'day', 'cycle', 'planned', 'author', 'subject']
  return [heading(3, 'Commit by commit'), table(titles, rows, [0, 1, 2, 4, 5]), GAP]
}

function reasonBlocks(reasons: readonly Reason[]): Document {
  if (reasons.length === 0) return []
  return [
    heading(3, 'What was said about it'),
    ...reasons.map(({ statement, words, by, on }) => {
      const when = on === undefined ? '' : `, ${printDay(on)}`
      return entry([strong(statement)], `${words.join(' · ')} (${by.join(', ')}${when})`)
    }),
    GAP,
  ]
}

function waterfallBlocks({ waterfall, month, series }: CellHistory): Document {
  if (waterfall === undefined || waterfall.rows.length < 2) return []
  const { months, rows, actual } = waterfall
  const from = Math.max(month - AROUND.before, months.from)
  const to = Math.min(month + AROUND.after, months.to)
  if (to < from) return []
  const cut = <Value>(all: readonly Value[]): readonly Value[] =>
    all.slice(from - months.from, to - months.from + 1)
  const cells = (values: readonly (Exact | undefined)[]): readonly Text[] =>
    cut(values).map((value) => (value === undefined ? [faint('-')] : numberText(value)))
  const shown = rows.map(({ cycle, values }) => ({ cycle, cells: cells(values), values }))
  const some = shown.filter(({ values }) => cut(values).some((value) => value !== undefined))
  const titles = Array.from({ length: to - from + 1 }, (_, at) => printMonth((from + at) as Month))
  const last = cut(actual).some((value) => value !== undefined)
    ? [['actual', ...cells(actual)]]
    : []
  return [
    heading(3, `The waterfall of ${series}: cycles down, months across`),
    table(['cycle', ...titles], [...some.map((row) => [row.cycle, ...row.cells]), ...last], [0]),
    GAP,
  ]
}

function biasBlocks(bias: readonly Bias[]): Document {
  if (bias.length === 0) return []
  const rows = bias.map(({ lag, months, error, share }): readonly Text[] => [
    String(lag),
    String(months),
    signedText(error),
    share === undefined ? '-' : printPercent(share, { places: 1 }),
  ])
  return [
    heading(3, 'Bias by lag: plan less actual, by what happened'),
    table(['months ahead', 'months closed', 'plan less actual', 'bias'], rows, []),
    GAP,
  ]
}

/** Raised when a field changes its meaning. */
const SHAPE = 1

/** For programs: absent is null, numbers are texts in decimals, and shares are of 1. */
export function cellHistoryJson(history: CellHistory): string {
  const { series, family, month, unit, waterfall } = history
  const content = {
    shape: SHAPE,
    series,
    family,
    month: printMonth(month),
    unit: unit ?? null,
    actual: jsonNumber(history.actual),
    cycles: plansOf(history).map(({ cycle, lag, value }) => ({
      cycle,
      lag,
      value: jsonNumber(value),
    })),
    commits: history.moves.map(({ commit, cycle, value, ...said }) => ({
      commit: commit ?? null,
      ...said,
      cycle: cycle ?? null,
      value: jsonNumber(value),
    })),
    reasons: history.reasons.map(({ on, span, ...said }) => ({
      ...said,
      on: on === undefined ? null : printDay(on),
      place: jsonPlace(span),
    })),
    waterfall:
      waterfall === undefined
        ? null
        : {
            from: printMonth(waterfall.months.from),
            to: printMonth(waterfall.months.to),
            cycles: waterfall.rows.map(({ cycle, values }) => ({
              cycle,
              values: values.map(jsonNumber),
            })),
            actual: waterfall.actual.map(jsonNumber),
          },
    bias: history.bias.map(({ lag, months, error, share }) => ({
      lag,
      months,
      error: jsonNumber(error),
      share: jsonNumber(share),
    })),
    notes: history.notes,
  }
  return jsonText(content)
}

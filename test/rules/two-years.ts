/** A workspace of 24 cycles: each with its plan, its commitments, and the actuals of the month before. */

import { rulebookFiles } from '../../src/rulebook/index.ts'
import { parseDay } from '../../src/base/date.ts'
import { addMonths, type Month, parseMonth, printMonth } from '../../src/base/month.ts'
import { makeSource } from '../../src/base/source.ts'
import { DEFAULTS } from '../../src/configuration/configuration.ts'
import { check, type Review } from '../../src/pipeline.ts'

export const CYCLES = 24
const FIRST = parseMonth('2024-12') as Month

/** The month of a cycle, counted from 0. */
export const monthAt = (count: number): string => printMonth(addMonths(FIRST, count))

export interface Year {
  /** What a month sold more than the 1000 committed to, by its cycle; unsaid, by turns +20 and -20. */
  readonly missed?: (count: number) => number | undefined
  /** What the cycle plans to sell in a month; unsaid, 1000. */
  readonly planned?: (cycle: number, count: number) => number
  readonly committed?: (cycle: number) => boolean
  /** Statements besides. */
  readonly more?: string
}

/** The text of the workspace: one family, which makes what it sells. */
export function twoYears({ missed, planned, committed, more }: Year): string {
  const counts = Array.from({ length: CYCLES }, (_, count) => count)
  const sold = (count: number) => (missed ?? ((k) => (k % 2 === 0 ? 20 : -20)))(count)
  const rows = counts.slice(0, -1).map((count) => {
    const more = sold(count)
    return `  ${monthAt(count)}  ${more === undefined ? '-  -' : `${1000 + more}  ${1000 + more}`}`
  })
  const cycles = counts.map((cycle) => cycleText(cycle, planned ?? (() => 1000), committed))
  return `${HEAD}${cycles.join('')}
actual widgets {
  month    sales  operations
${rows.join('\n')}
}
${more ?? ''}`
}

const HEAD = `business "Test" {
  currency USD
  leader   president
}
role president in general-management
role sales-director in sales-marketing under president
role plant-manager in operations under president
family widgets {
  market   "Shops"
  strategy make-to-stock
  unit     each
  owner    sales-director for sales
  owner    plant-manager for operations
}
`

function cycleText(
  cycle: number,
  planned: NonNullable<Year['planned']>,
  committed: Year['committed'],
): string {
  const month = monthAt(cycle)
  const rows = Array.from({ length: 6 }, (_, index) => {
    const count = cycle + index
    return `  ${monthAt(count)}  ${planned(cycle, count)}  1000`
  })
  const commits = `commit sales for ${month} by sales-director on ${month}-19
commit operations for ${month} by plant-manager on ${month}-19
`
  return `cycle ${month} {
  horizon 6 months
  meeting demand-review on ${month}-10
  meeting supply-review on ${month}-12
  meeting reconciliation on ${month}-17
  meeting executive on ${month}-19
}
plan widgets for ${month} {
  opening inventory 2000
  month  sales  operations
${rows.join('\n')}
}
${(committed ?? (() => true))(cycle) ? commits : ''}`
}

/** The rules of principles 8 and 9; what other rules ask of people is another matter. */
const OURS = rulebookFiles
  .filter(({ path }) => /^0[89]-/.test(path))
  .flatMap(({ text }) => [...text.matchAll(/^rule (\S+)/gm)].map(([, name = '']) => name))

export interface When {
  readonly today?: string
  readonly cycle?: string
  readonly scenario?: string
}

/** Judges the rules about commitments, disagreements and waivers, and those of stocks. */
export function reviewOf(text: string, { today, cycle, scenario }: When = {}): Review {
  const day = parseDay(today ?? '2026-11-30')
  if (day === undefined) throw new Error(`${today} is no day`)
  return check({
    sources: [makeSource('plan.sop', text)],
    configuration: DEFAULTS,
    today: day,
    readItems: (name) => ({ problem: `a test has no file ${name}` }),
    cycle: cycle === undefined ? undefined : parseMonth(cycle),
    scenario,
    rules: [...OURS, 'balance/no-stockout', 'alignment/price-known'],
  })
}

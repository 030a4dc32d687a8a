// Nothing is lost in a roll: the closed cycle reads as it did, and what it does not keep stays.

import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'

import { addMonths } from '../../src/base/month.ts'
import { monthsIn } from '../../src/base/month-set.ts'
import { makeSource } from '../../src/base/source.ts'
import { format } from '../../src/syntax/format.ts'
import { lostCells } from '../../src/roll/lost.ts'
import { examplesRoot } from '../examples/workspaces.ts'
import type { Files } from './rolling.ts'
import { cellsOf, errorsOf, filesIn, reviewOf, rolledTo } from './rolling.ts'

// Each case checks whole workspaces, and machines are busy.
vi.setConfig({ testTimeout: 60_000 })

describe('acme', () => {
  const before = filesIn(`${examplesRoot}acme/`)
  const after = rolledTo(before, '2026-12')

  test('has no error that is due on the morning after', () => {
    expect(errorsOf(after, { asOf: '2026-12-01' })).toEqual([])
  })

  test.each(['2026-10', '2026-11'])('reads the same in %s', (cycle) => {
    expect(cellsOf(after, cycle)).toEqual(cellsOf(before, cycle))
  })

  test('is judged the same in the closed cycle', () => {
    // How many hold may differ: the totals of the next cycle's tables are judged, too.
    const outcomes = (files: Files) =>
      reviewOf(files, { cycle: '2026-11', asOf: '2026-11-20' }).judgement.outcomes.map(
        ({ rule, broken, todo, waived, findings }) => ({ rule, broken, todo, waived, findings }),
      )
    expect(outcomes(after)).toEqual(outcomes(before))
  })

  test('has every fact it had, and those of the next cycle', () => {
    const [old, now] = [reviewOf(before).facts, reviewOf(after).facts]
    const fewer = old.kinds.filter((kind) => now.of(kind).length < old.of(kind).length)
    expect(fewer).toEqual([])
  })

  test('keeps the item plans of the closed cycle in a file of their own', () => {
    expect(after['closed/2026-11/mix.csv']).toBe(before['mix.csv'])
    expect(after['closed/2026-11/operations.sop']).toContain('from "closed/2026-11/mix.csv"')
    expect(after['operations.sop']).toContain('for 2026-12 from "mix.csv"')
  })

  test('is laid out as it was', () => {
    const loose = Object.entries(after)
      .filter(([path]) => path.endsWith('.sop'))
      .filter(([path, text]) => format(makeSource(path, text)) !== text)
    expect(loose.map(([path]) => path)).toEqual([])
  })

  test('a year of rolls is a year of cycles, none of them wrong', () => {
    // Nobody resolves in these months what is open, so that it must not fall due.
    const open = after['cycle.sop']?.replace('due      2026-12-17', 'due      2028-12-17') ?? ''
    let files: Files = { ...after, 'cycle.sop': open }
    for (let month = 1; month <= 11; month += 1) {
      const opened = `2027-${String(month).padStart(2, '0')}`
      files = rolledTo(files, opened)
      expect(errorsOf(files, { asOf: `${opened}-01` })).toEqual([])
    }
    expect(cellsOf(files, '2026-11')).toEqual(cellsOf(before, '2026-11'))
    expect(reviewOf(files).facts.of('cycle')).toHaveLength(26)
  })
})

const MONTHS = ['2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04'] as const

interface Row {
  readonly months: number
  readonly cells: readonly string[]
}

/** A table that covers the horizon, in rows of one month, of several, or open. */
function tableOf(rows: readonly Row[], open: boolean): string {
  const lines: string[] = []
  let at = 0
  for (const { months, cells } of rows) {
    const from = MONTHS[at]
    if (from === undefined) break
    const to = MONTHS[Math.min(at + months, MONTHS.length) - 1] ?? from
    at += months
    const last = at >= MONTHS.length
    const label = last && open ? `${from} ..` : from === to ? from : `${from} .. ${to}`
    lines.push(`  ${label}  ${cells.join('  ')}`)
  }
  return lines.join('\n')
}

const cell = fc.oneof(
  fc.integer({ min: 0, max: 900 }).map(String),
  fc.integer({ min: 1, max: 99 }).map((tenths) => `${tenths / 10}`),
  fc.constant('-'),
)
const row = fc.record({
  months: fc.integer({ min: 1, max: 4 }),
  cells: fc.tuple(cell, cell, cell).map((cells) => [...cells]),
})

const workspace = fc
  .record({
    rows: fc.array(row, { minLength: 6, maxLength: 6 }),
    open: fc.boolean(),
    unit: fc.constantFrom('', ' in case'),
    loose: fc.boolean(),
    revision: fc.option(
      fc.record({
        month: fc.constantFrom(...MONTHS),
        by: fc.constantFrom('by 5', 'by -10%', 'to 7', 'to 1 case'),
      }),
    ),
  })
  .map(({ rows, open, unit, loose, revision }): Files => {
    const plan = `plan a for 2026-11${unit} {
  month  sales  adjustment  inventory
${tableOf(rows, open)}
}
`
    const head = `business "Any" {
  currency USD
}
role president in general-management
unit each
unit case = 12 each
family a {
  market   "Everybody"
  strategy make-to-stock
  unit     each
}
cycle 2026-11 {
  horizon 6 months
}
`
    const change =
      revision === null
        ? ''
        : `revision r of 2026-11 on 2026-11-25 by president {\n  change adjustment of a ${revision.month} ${revision.by}\n}\n`
    return {
      'head.sop': head,
      'plan.sop': loose ? plan : format(makeSource('plan.sop', plan)),
      'change.sop': change,
    }
  })

test('any plan, with any revision: its cells stay, and its flows go on', () => {
  fc.assert(
    fc.property(workspace, (before) => {
      const old = reviewOf(before)
      fc.pre(old.diagnostics.length === 0)
      const after = rolledTo(before, '2026-12')
      expect(errorsOf(after)).toEqual([])
      const kept = reviewOf(after, { cycle: '2026-11' })
      expect(lostCells(old.model, kept.model)).toEqual([])
      const next = reviewOf(after)
      const [family] = next.model.families
      const [was] = old.model.families
      if (family === undefined || was === undefined) throw new Error('the family is gone')
      const { horizon } = next.model
      if (horizon === undefined) throw new Error('the horizon is gone')
      for (const series of ['sales', 'shipments', 'operations', 'adjustment']) {
        for (const at of monthsIn(horizon)) {
          const last = addMonths(horizon.to, -1)
          const from = at > last ? last : at
          expect(next.model.value('plan', series, family, at)).toEqual(
            old.model.value('plan', series, was, from),
          )
        }
      }
      expect(next.model.stated('plan', 'inventory', family, horizon.from)).toBe(false)
    }),
    { numRuns: 25 },
  )
})

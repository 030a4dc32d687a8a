// Which planned numbers nothing guards.
import { describe, expect, test } from 'vitest'

import { printMonth } from '../../src/base/month.ts'
import { DEFAULTS } from '../../src/configuration/configuration.ts'
import { findUnguarded } from '../../src/trials/unguarded.ts'
import { called } from '../examples/command.ts'
import { examplesRoot } from '../examples/workspaces.ts'
import { reviewed } from './running.ts'

const HEAD = `family lamps {
  market   "Shops"
  strategy make-to-stock
  unit     each
}
cycle 2026-11 {
  horizon 4 months
}
`

function unguarded(text: string) {
  const { cells, tried, unnoticed, groups } = findUnguarded(reviewed(text), {
    configuration: DEFAULTS,
    scenario: undefined,
    readItems: (name) => ({ problem: `there is no file ${name}` }),
  })
  const open = groups.map(({ family, series, months }) =>
    [
      family.name,
      series,
      ...months.map(({ from, to }) => `${printMonth(from)}..${printMonth(to)}`),
    ].join(' '),
  )
  return { cells, tried, unnoticed, open }
}

describe('a plan', () => {
  test('whose stocks are stated guards each of its numbers', () => {
    const plan = `plan lamps for 2026-11 {
  opening inventory 10
  month               sales  operations  inventory
  2026-11                10          10         10
  2026-12 .. 2027-02     12          12         10
}
`
    expect(unguarded(HEAD + plan)).toEqual({ cells: 12, tried: 12, unnoticed: 0, open: [] })
  })

  test('with flows alone guards nothing as long as there is stock', () => {
    const plan = `plan lamps for 2026-11 {
  opening inventory 100
  month               sales  operations
  2026-11 ..             10          10
}
`
    expect(unguarded(HEAD + plan)).toEqual({
      cells: 8,
      tried: 8,
      unnoticed: 8,
      open: ['lamps sales 2026-11..2027-02', 'lamps operations 2026-11..2027-02'],
    })
  })

  test('is guarded where a change runs it out of stock, and where a total says another sum', () => {
    const plan = `plan lamps for 2026-11 {
  opening inventory 1
  month    sales  operations
  2026-11     10          10
  2026-12     10          10
  2027-01     10          20
  2027-02     10          10
  total       40           -
}
`
    const { open } = unguarded(HEAD + plan)
    expect(open).toEqual(['lamps operations 2026-11..2027-02'])
  })

  test('without a cycle has no planned numbers', () => {
    expect(unguarded(HEAD.replace(/cycle[^}]*}\n/, ''))).toEqual({
      cells: 0,
      tried: 0,
      unnoticed: 0,
      open: [],
    })
  })
})

test('the facts of the review stay as they are', () => {
  const review = reviewed(
    `${HEAD}plan lamps for 2026-11 {\n  month sales\n  2026-11 .. 2027-02 3\n}\n`,
  )
  const rows = () => review.facts.of('plan')[0]?.tables[0]?.table.rowCount
  expect(rows()).toBe(1)
  findUnguarded(review, {
    configuration: DEFAULTS,
    scenario: undefined,
    readItems: () => ({ problem: 'none' }),
  })
  expect(rows()).toBe(1)
})

test('at least 95% of the horizon of acme is guarded', async () => {
  const { output } = await called(
    'check',
    `${examplesRoot}acme`,
    '--as-of',
    '2026-11-20',
    '--unguarded',
    '--format',
    'json',
  )
  const { unguarded: found } = JSON.parse(output) as {
    unguarded: { cells: number; tried: number; unnoticed: number }
  }
  expect(found.tried).toBe(found.cells)
  expect(found.cells).toBeGreaterThan(150)
  expect(found.unnoticed / found.cells).toBeLessThanOrEqual(0.05)
}, 60_000)

// `concord history` over twelve cycles as real commits, against numbers worked out here.

import { beforeAll, describe, expect, test, vi } from 'vitest'

import { called } from '../examples/command.ts'
import { folderWith } from './folder.ts'
import type { Printed } from './printed-history.ts'
import { type Repository, repositoryWith } from './repository.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const CYCLES = 12
const HORIZON = 6

const BUSINESS = `business "Kettle works" {
  currency USD
}
role president in general-management
family kettles "Kettles" {
  market   "Kitchen shops"
  strategy make-to-stock
  unit     each
}
`

/** Month 0 is 2026-01. */
function monthName(at: number): string {
  return `${2026 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

/** What cycle c plans to sell in month t: some sums that no lag makes alike. */
function planned(cycle: number, month: number): number {
  return 900 + ((cycle * 37 + month * 53) % 200)
}

function happened(month: number): number {
  return 950 + ((month * 71) % 90)
}

function cycleText(cycle: number): string {
  const months = Array.from({ length: HORIZON }, (_, at) => cycle + at)
  const rows = months.map((month) => `  ${monthName(month)}  ${planned(cycle, month)}  1000`)
  return `cycle ${monthName(cycle)} {
  horizon ${HORIZON} months
}
plan kettles for ${monthName(cycle)} {
  opening inventory 5000
  month    sales  operations
${rows.join('\n')}
}
`
}

function actuals(until: number): string {
  if (until === 0) return ''
  const rows = Array.from({ length: until }, (_, t) => `  ${monthName(t)}  ${happened(t)}  1000  -`)
  return `actual kettles {\n  month  sales  operations  inventory\n${rows.join('\n')}\n}\n`
}

let repository: Repository

async function history(folder: string, ...words: readonly string[]): Promise<Printed> {
  const options = ['--folder', folder, '--as-of', '2026-12-20', '--format', 'json']
  const { code, output } = await called('history', ...words, ...options)
  expect(code).toBe(0)
  return JSON.parse(output) as Printed
}

beforeAll(() => {
  repository = repositoryWith({ 'concord.yaml': '', 'business.sop': BUSINESS })
  for (let cycle = 0; cycle < CYCLES; cycle += 1) {
    repository.write({
      [`zyklen/${monthName(cycle)} plan.sop`]: cycleText(cycle),
      'actuals.sop': actuals(cycle),
    })
    repository.commit(`cycle ${monthName(cycle)}`, `${monthName(cycle)}-15`)
  }
})

test('gives the waterfall: what each cycle planned, and what happened', async () => {
  const { waterfall } = await history(repository.folder, 'sales', 'kettles', '2026-12')
  expect([waterfall.from, waterfall.to]).toEqual(['2026-01', monthName(CYCLES - 1 + HORIZON - 1)])
  const columns = Array.from({ length: CYCLES + HORIZON - 1 }, (_, t) => t)
  expect(waterfall.cycles).toEqual(
    Array.from({ length: CYCLES }, (_, c) => ({
      cycle: monthName(c),
      values: columns.map((t) => (t >= c && t < c + HORIZON ? String(planned(c, t)) : null)),
    })),
  )
  expect(waterfall.actual).toEqual(
    columns.map((t) => (t < CYCLES - 1 ? String(happened(t)) : null)),
  )
})

test('gives the bias at each lag', async () => {
  const { bias } = await history(repository.folder, 'sales', 'kettles', '2026-12')
  expect(bias.map(({ lag }) => lag)).toEqual([0, 1, 2, 3, 4, 5])
  for (const { lag, months, error, share } of bias) {
    let count = 0
    let off = 0
    let sold = 0
    for (let t = lag; t < CYCLES - 1; t += 1) {
      count += 1
      off += planned(t - lag, t) - happened(t)
      sold += happened(t)
    }
    expect([months, error]).toEqual([count, String(off)])
    expect(Number(share.replace('≈', ''))).toBeCloseTo(off / sold, 5)
  }
})

test('takes what has happened of a month so far for no actual of it', async () => {
  const files = { 'concord.yaml': '', 'business.sop': BUSINESS, 'a.sop': cycleText(10) }
  const actual = 'actual kettles {\n  month  sales\n  2026-10  900\n  2026-11  300\n}\n'
  const folder = folderWith({ ...files, 'actuals.sop': actual })
  const words = ['history', 'sales', 'kettles', '2026-11', '--folder', folder, '--format', 'json']
  const biasOn = async (day: string) => {
    const { output } = await called(...words, '--as-of', day)
    return (JSON.parse(output) as Printed).bias.map(({ error }) => error)
  }
  expect(await biasOn('2026-11-30')).toEqual([])
  expect(await biasOn('2026-12-01')).toEqual([String(planned(10, 10) - 300)])
})

describe('of one number', () => {
  test('says how it moved by cycle and by commit', async () => {
    const { folder } = repository
    const { cycles, commits, actual } = await history(folder, 'sales', 'kettles', '2026-08')
    const seen = [2, 3, 4, 5, 6, 7]
    expect(cycles).toEqual(
      seen.map((c) => ({ cycle: monthName(c), lag: 7 - c, value: String(planned(c, 7)) })),
    )
    expect(commits.map(({ cycle, value, day, subject }) => [cycle, value, day, subject])).toEqual(
      seen.map((c) => [
        monthName(c),
        String(planned(c, 7)),
        `${monthName(c)}-15`,
        `cycle ${monthName(c)}`,
      ]),
    )
    expect(actual).toBe(String(happened(7)))
  })

  test('says what is not committed yet, and what was said about it', async () => {
    const last = cycleText(CYCLES - 1)
    const path = `zyklen/${monthName(CYCLES - 1)} plan.sop`
    repository.write({
      [path]: `${last.replace(`2026-12  ${planned(11, 11)}`, '2026-12  1234')}
decision fair "A fair in December" about kettles 2026-12 {
  by president on 2026-12-10
}
decision other "In January" about kettles 2027-01 {
  by president on 2026-12-10
}
approve operations of kettles 2026-12 for 2026-12 by president on 2026-12-11 because "More."
approve sales of kettles 2026-12 for 2026-12 by president on 2026-12-11 because "A fair | sells."
`,
    })
    const { commits, reasons } = await history(repository.folder, 'sales', 'kettles', '2026-12')
    expect(commits.at(-1)).toMatchObject({ commit: null, cycle: '2026-12', value: '1234' })
    expect(reasons.map(({ words, by, on }) => [words, by, on])).toEqual([
      [['A fair in December'], ['president'], '2026-12-10'],
      [['A fair | sells.'], ['president'], '2026-12-11'],
    ])
    repository.write({ [path]: last })
  })

  test('prints for a person what it gives to programs', async () => {
    const options = ['--folder', repository.folder, '--as-of', '2026-12-20']
    const { output } = await called('history', 'sales', 'kettles', '2026-08', ...options)
    expect(output).toContain('Commit by commit')
    const row = output.split('\n').find((line) => line.startsWith('  2026-07'))
    expect(row?.trim().split(/ {2,}/)).toEqual([
      '2026-07',
      '1',
      planned(6, 7).toLocaleString('en-US'),
      (planned(6, 7) - planned(5, 7)).toLocaleString('en-US', { signDisplay: 'exceptZero' }),
    ])
  })
})

test('does without git, and says what there is no such thing as', async () => {
  const folder = folderWith({ 'plan.sop': BUSINESS + cycleText(0) })
  const { commits, cycles } = await history(folder, 'sales', 'kettles', '2026-02')
  expect(cycles).toHaveLength(1)
  expect(commits.map(({ commit }) => commit)).toEqual([null])
  const at = ['--folder', folder]
  await expect(called('history', 'sale', 'kettles', '2026-02', ...at)).rejects.toThrow(/no series/)
  await expect(called('history', 'sales', 'kettle', '2026-02', ...at)).rejects.toThrow(/no family/)
  await expect(called('history', 'sales', 'kettles', 'March', ...at)).rejects.toThrow(/month/)
})

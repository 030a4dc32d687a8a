// The year of acme as commits: each number of `concord history` against one read from the texts.

import { beforeAll, expect, test, vi } from 'vitest'

import { called } from '../examples/command.ts'
import {
  cycles,
  filesOf,
  happenedIn,
  lagOf,
  monthsFrom,
  plannedIn,
  type Texts,
} from './acme-texts.ts'
import type { Printed } from './printed-history.ts'
import { type Repository, repositoryWith } from './repository.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const TODAY = '2026-11-20'

/** What a month's planners commit: the plan after its meetings, and a revision after that. */
interface Committed {
  readonly subject: string
  readonly day: string
  readonly cycle: string
  readonly texts: Texts
}

const REVISION = /^revision .*?^\}\n/ms

const commits: readonly Committed[] = cycles.flatMap((cycle): readonly Committed[] => {
  const whole = filesOf(cycle)
  const held = whole['cycle.sop'] ?? ''
  const plan = { subject: `plan of ${cycle}`, day: `${cycle}-19`, cycle }
  if (!REVISION.test(held)) return [{ ...plan, texts: whole }]
  const before = { ...whole, 'cycle.sop': held.replace(REVISION, '') }
  return [
    { ...plan, texts: before },
    { subject: `revision of ${cycle}`, day: `${cycle}-28`, cycle, texts: whole },
  ]
})

const latest = filesOf(cycles.at(-1) ?? '')
const planned = plannedIn(latest)
const happened = happenedIn(latest)

/** The series that each family's plans state: `sales medium-widgets`. */
const stated = [...new Set([...planned.keys()].map((key) => key.split(' ').slice(1, 3).join(' ')))]

let repository: Repository

beforeAll(() => {
  repository = repositoryWith({})
  for (const { texts, subject, day } of commits) {
    repository.write(texts)
    repository.commit(subject, day)
  }
})

const seen = new Map<string, Promise<Printed>>()

function history(of: string, month: string): Promise<Printed> {
  const asked = `${of} ${month}`
  const known = seen.get(asked) ?? printed(of, month)
  seen.set(asked, known)
  return known
}

async function printed(of: string, month: string): Promise<Printed> {
  const options = ['--folder', repository.folder, '--as-of', TODAY, '--format', 'json']
  const { code, output } = await called('history', ...of.split(' '), month, ...options)
  expect(code).toBe(0)
  return JSON.parse(output) as Printed
}

function textOf(value: number | undefined): string | null {
  return value === undefined ? null : String(value)
}

test('the year has fourteen cycles, and revisions among its commits', () => {
  expect(cycles).toHaveLength(14)
  expect(commits.filter(({ subject }) => subject.startsWith('revision'))).not.toHaveLength(0)
  expect(stated.length).toBeGreaterThan(10)
})

test.each(stated)('the waterfall of %s', async (of) => {
  const { waterfall } = await history(of, '2026-12')
  const months = monthsFrom(waterfall.from, waterfall.to)
  expect([months[0], months.at(-1)]).toEqual(['2025-10', '2028-04'])
  expect(waterfall.cycles).toEqual(
    cycles.map((cycle) => ({
      cycle,
      values: months.map((month) => textOf(planned.get(`${cycle} ${of} ${month}`))),
    })),
  )
  expect(waterfall.actual).toEqual(months.map((month) => textOf(happened.get(`${of} ${month}`))))
})

test.each(stated)('the bias of %s at each lag', async (of) => {
  const { bias } = await history(of, '2026-12')
  const sums = new Map<number, { months: number; error: number; actual: number }>()
  for (const [key, value] of planned) {
    const [cycle = '', series, family, month = ''] = key.split(' ')
    const actual = happened.get(`${of} ${month}`)
    if (`${series} ${family}` !== of || actual === undefined) continue
    const lag = lagOf(cycle, month)
    const sum = sums.get(lag) ?? { months: 0, error: 0, actual: 0 }
    sums.set(lag, {
      months: sum.months + 1,
      error: sum.error + value - actual,
      actual: sum.actual + actual,
    })
  }
  const lags = [...sums].toSorted(([a], [b]) => a - b)
  expect(bias.map(({ lag, months, error }) => [lag, months, error])).toEqual(
    lags.map(([lag, { months, error }]) => [lag, months, String(error)]),
  )
  for (const [at, { share }] of bias.entries()) {
    const { error = 0, actual = 0 } = lags[at]?.[1] ?? {}
    expect(Number(share.replace('≈', ''))).toBeCloseTo(error / actual, 6)
  }
})

test.each([
  ['sales medium-widgets', '2027-03'],
  ['operations compressors', '2026-12'],
  ['shipments compressors', '2026-04'],
  ['inventory filters', '2026-08'],
  ['sales boosters', '2027-04'],
  ['backlog pumps', '2025-12'],
])('how %s of %s moved, cycle by cycle and commit by commit', async (of, month) => {
  const whole = await history(of, month)
  const plans = cycles.flatMap((cycle) => {
    const value = planned.get(`${cycle} ${of} ${month}`)
    return value === undefined ? [] : [{ cycle, lag: lagOf(cycle, month), value: String(value) }]
  })
  expect(whole.cycles).toEqual(plans)
  expect(whole.actual).toBe(textOf(happened.get(`${of} ${month}`)))
  let last = ''
  const moves = commits.flatMap(({ subject, day, cycle, texts }) => {
    const value = plannedIn(texts).get(`${cycle} ${of} ${month}`)
    if (value === undefined || `${cycle} ${value}` === last) return []
    last = `${cycle} ${value}`
    return [{ subject, day, cycle, value: String(value) }]
  })
  expect(moves.length).toBeGreaterThan(2)
  expect(whole.commits).toMatchObject(moves)
  expect(whole.commits).toHaveLength(moves.length)
})

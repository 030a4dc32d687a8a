// `concord compare` as a person calls it: what it prints, and what it refuses.

import { fileURLToPath } from 'node:url'
import { describe, expect, test, vi } from 'vitest'

import { called } from '../examples/command.ts'
import { filesIn, rolledTo } from '../roll/rolling.ts'
import { examplesRoot } from '../examples/workspaces.ts'
import { pinned } from '../golden.ts'
import { folderWith } from './folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const acme = `${examplesRoot}acme`
const asOf = ['--as-of', '2026-11-20']

interface Printed {
  readonly months: { readonly from: string; readonly to: string }
  readonly base: { readonly cycle: string }
  readonly other: { readonly cycle: string }
  readonly families: readonly { readonly name: string; readonly lines: readonly unknown[] }[]
  readonly findings: { readonly appear: readonly { readonly rule: string }[] } | null
}

async function json(folder: string, ...words: readonly string[]): Promise<Printed> {
  const { code, output } = await called('compare', ...words, folder, ...asOf, '--format', 'json')
  expect(code).toBe(0)
  return JSON.parse(output) as Printed
}

const SMALL = `business "Kettle works" {
  currency USD
}
family kettles "Kettles" {
  market   "Kitchen shops"
  strategy make-to-stock
  unit     each
}
conversion kettles {
  price = 20 USD per each
}
cycle 2026-11 {
  horizon 3 months
}
plan kettles for 2026-11 {
  opening inventory 100
  month       sales  operations
  2026-11 ..   1000        1000
}
scenario fair "A fair in December" of 2026-11 {
  change sales of kettles 2026-12 by +150
}
`

test('prints months down, two versions across', async () => {
  const folder = folderWith({ 'concord.yaml': '', 'plan.sop': SMALL })
  const { code, output } = await called('compare', 'plan', 'fair', folder, ...asOf)
  expect(code).toBe(0)
  const path = fileURLToPath(new URL('expected/comparison.txt', import.meta.url))
  expect(output).toBe(pinned(path, output))
})

test('prints numbers for programs as texts', async () => {
  const folder = folderWith({ 'concord.yaml': '', 'plan.sop': SMALL })
  const { families, findings } = await json(folder, 'plan', 'fair')
  expect(families[0]?.lines[0]).toEqual({
    what: 'sales',
    unit: 'each',
    stretches: [
      {
        months: { from: '2026-12', to: '2026-12' },
        base: '1000',
        other: '1150',
        difference: '150',
        atPrice: '3000',
      },
    ],
    allMonths: { base: '3000', other: '3150', difference: '150', atPrice: '3000' },
  })
  expect(findings?.appear.map(({ rule }) => rule)).toContain('balance/no-stockout')
})

test('a scenario is compared with the plan of its own cycle, after a roll too', async () => {
  const rolled = folderWith(rolledTo(filesIn(`${acme}/`), '2026-12'))
  const before = await json(acme, 'plan', 'strong')
  const after = await json(rolled, 'plan', 'strong')
  expect(after).toEqual({ ...before, findings: after.findings })
  expect([after.base.cycle, after.other.cycle]).toEqual(['2026-11', '2026-11'])
  const rules = ({ findings }: Printed) => findings?.appear.map(({ rule }) => rule).toSorted()
  expect(rules(after)).toEqual(rules(before))
})

test('previous is the plan of the cycle before', async () => {
  const { base, other, months } = await json(acme, 'previous', 'plan')
  expect([base.cycle, other.cycle, months]).toEqual([
    '2026-10',
    '2026-11',
    { from: '2026-11', to: '2028-03' },
  ])
  expect((await json(acme, '2026-10', '2026-11')).families).toEqual(
    (await json(acme, 'previous', 'plan')).families,
  )
})

test('a budget is numbers alone', async () => {
  const { findings, families } = await json(acme, 'plan', 'budget')
  expect(findings).toBeNull()
  expect(families.map(({ name }) => name)).toEqual([
    'medium-widgets',
    'pumps',
    'compressors',
    'filters',
    'boosters',
  ])
})

describe('refused', () => {
  test.each([
    [['plan', 'stron'], 'There is no version stron.'],
    [['previous', 'plan', acme, '--cycle', '2025-10'], 'There is no cycle before 2025-10.'],
    [['plan', 'strong', acme, '--format', 'compact'], '--format cannot be compact.'],
    [['plan', 'strong', acme, '--cycle', '2031-01'], 'There is no cycle 2031-01.'],
  ])('%j: %s', async (words, message) => {
    const rest = words.length === 2 ? [acme] : []
    await expect(called('compare', ...words, ...rest)).rejects.toThrow(message)
  })

  test('scenarios of two cycles', async () => {
    const folder = folderWith({
      ...filesIn(`${acme}/`),
      'more.sop': 'scenario other of 2026-10 {\n  change sales of pumps 2026-12 by 1\n}\n',
    })
    await expect(called('compare', 'strong', 'other', folder)).rejects.toThrow(
      'strong and other stand on the plans of two cycles, 2026-11 and 2026-10.',
    )
  })
})

// `concord rules`: what is in force, and who set it where.
import { describe, expect, test } from 'vitest'

import { called } from '../examples/command.ts'
import { folderWith } from './folder.ts'

const workspace = folderWith({
  'concord.yaml': 'rules:\n  balance/total: off\n  alignment: information\n',
  'policy.sop': `family pumps {
  market "Water utilities"
  strategy make-to-stock
  unit each
}
policy mix-tolerance = 1%
policy mix-tolerance = 3% about pumps
policy least-cover "The fewest working days that the stock must last." = 3
rule balance/no-stockout "A stock is above its least cover" {
  principle 2
  severity warning
  after executive
  given family f, month t in horizon
  require cover(f, t, forward) >= least-cover(f)
  at inventory(f, t)
  message "{f} {t}: too little"
}
`,
})

interface Listed {
  readonly rules: readonly Record<string, unknown>[]
  readonly policies: readonly Record<string, unknown>[]
}

const { code, output } = await called('rules', workspace, '--format', 'json')
const list = JSON.parse(output) as Listed
const rule = (name: string) => list.rules.find((each) => each['name'] === name)
const policy = (name: string) => list.policies.find((each) => each['name'] === name)

describe('a rule', () => {
  test('of the company takes the place of the built-in one of its name', () => {
    expect(code).toBe(0)
    expect(rule('balance/no-stockout')).toMatchObject({
      principle: 2,
      severity: 'warning',
      after: 'executive',
      own: true,
      place: { path: 'policy.sop', builtIn: false },
      replaces: { builtIn: true },
      policies: ['least-cover'],
    })
    expect(list.rules.filter((each) => each['name'] === 'balance/no-stockout')).toHaveLength(1)
  })

  test('that concord.yaml switches off says where', () => {
    expect(rule('balance/total')).toMatchObject({
      severity: 'off',
      written: 'error',
      setBy: { path: 'concord.yaml', start: { line: 2, column: 3 } },
    })
  })

  test('takes its level from its family of rules', () => {
    expect(rule('alignment/mix-known')).toMatchObject({
      severity: 'information',
      setBy: { path: 'concord.yaml', start: { line: 3 } },
    })
  })

  test('reads policies through the functions it calls', () => {
    expect(rule('balance/stock-target')).toMatchObject({
      severity: 'warning',
      setBy: null,
      own: false,
      policies: ['backlog-band', 'balance-tolerance', 'inventory-band'],
    })
  })
})

describe('a policy', () => {
  test('has the value in force for all and for one family, and what it was', () => {
    expect(policy('mix-tolerance')).toMatchObject({
      value: '1%',
      builtIn: '2%',
      place: { path: 'policy.sop', start: { line: 6 } },
      families: [{ family: 'pumps', value: '3%', place: { start: { line: 7 } } }],
    })
  })

  test('that nobody sets stands in the rulebook', () => {
    expect(policy('gap-error')).toMatchObject({
      value: '5%',
      place: { builtIn: true },
      families: [],
    })
  })

  test('of the company has no other value', () => {
    expect(policy('least-cover')).toMatchObject({ value: '3', builtIn: null })
  })
})

test('a page says the same, by principle', async () => {
  const page = (await called('rules', workspace)).output.replaceAll(/\s+/g, ' ')
  expect(page).toContain('off A total row is what its column adds up to')
  expect(page).toContain(
    'warning A stock is above its least cover (after the executive; your own, policy.sop:9:1; in the place of the built-in one; reads least-cover)',
  )
  expect(page).toContain(
    'mix-tolerance 1%, set in policy.sop:6:1; 3% about pumps, set in policy.sop:7:1 (built in: 2%).',
  )
  expect(page).toContain(
    'rules, 1 of them your own, 1 in the place of a built-in one, 1 switched off',
  )
})

test('another format is refused', async () => {
  await expect(called('rules', workspace, '--format', 'jso')).rejects.toThrow('--format')
})

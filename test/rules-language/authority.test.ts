// Who may decide: a role, whoever stands above it, and the leader.

import { expect, test } from 'vitest'

import { review, ruleOf } from './harness.ts'
import { PLAN } from './plan.ts'

/** Whether one role has authority over another, with these roles beside those of the plan. */
function may(role: string, over: string, roles = '', plan = PLAN): readonly string[] {
  const { diagnostics, judgement } = review(roles + ruleOf([`authority(${role}, ${over})`]), {
    plan,
  })
  expect(diagnostics).toEqual([])
  return judgement.findings.map(({ message }) => message)
}

const DEEP = [
  'role planner in operations under buyer',
  'role clerk in operations under planner',
  'role adviser in finance',
  '',
].join('\n')

test('reaches down any number of steps, and never up', () => {
  expect(may('plant-manager', 'clerk', DEEP)).toEqual(['yes'])
  expect(may('clerk', 'plant-manager', DEEP)).toEqual(['no'])
  expect(may('sales-director', 'clerk', DEEP)).toEqual(['no'])
})

test('is that of the leader over everybody, also over those under nobody', () => {
  expect(may('president', 'adviser', DEEP)).toEqual(['yes'])
  expect(may('sales-director', 'adviser', DEEP)).toEqual(['no'])
  const leaderless = PLAN.replace('leader president\n', '')
  expect(may('president', 'adviser', DEEP, leaderless)).toEqual(['no'])
  expect(may('president', 'clerk', DEEP, leaderless)).toEqual(['yes'])
})

test('may be that of a leader who cannot be read', () => {
  const misspelt = PLAN.replace('leader president', 'leader presidnt')
  const asked = (role: string, over: string) => {
    const rule = ruleOf([`authority(${role}, ${over})`])
    const { diagnostics, judgement } = review(DEEP + rule, { plan: misspelt })
    expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-name'])
    return judgement.findings.map(({ message }) => message)
  }
  expect(asked('president', 'clerk')).toEqual(['yes'])
  // Neither yes nor no.
  expect(asked('president', 'adviser')).toEqual([])
})

// The examples, as the command shows them and as their sources have them.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { pinned } from '../golden.ts'
import { judged } from '../rules/judged.ts'
import { called } from './command.ts'
import { examplesRoot, mendedOrlicky, planText } from './workspaces.ts'

/** The day after Acme's executive meeting: nothing is still to be done. */
const AS_OF = '2026-11-20'

const examples = readdirSync(examplesRoot, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .toSorted()

const hasTests = (example: string): boolean =>
  readdirSync(`${examplesRoot}${example}`).some(
    (file) =>
      file.endsWith('.sop') &&
      /^test /m.test(readFileSync(`${examplesRoot}${example}/${file}`, 'utf8')),
  )

describe.each(examples)('examples/%s', (example) => {
  test('prints what lies beside it', async () => {
    const { code, output } = await called('check', `${examplesRoot}${example}`, '--as-of', AS_OF)
    expect(code).toBe(example === 'orlicky' ? 1 : 0)
    expect(output).toBe(pinned(`${examplesRoot}${example}/expected.txt`, output))
  })

  test.runIf(hasTests(example))('tests its own rules', async () => {
    const { code, output } = await called('test', `${examplesRoot}${example}`)
    expect(output).toBe(pinned(`${examplesRoot}${example}/expected-tests.txt`, output))
    expect(code).toBe(0)
  })

  test('is laid out', async () => {
    expect((await called('fmt', '--check', `${examplesRoot}${example}`)).code).toBe(0)
  })

  test('is named in the README of the examples', () => {
    expect(readFileSync(`${examplesRoot}README.md`, 'utf8')).toContain(`](${example}/)`)
  })
})

describe('orlicky', () => {
  test('has exactly two findings as printed, and they name the sales that would balance', () => {
    const { judgement } = judged(planText('orlicky'))
    const found = [...judgement.findings, ...judgement.todos, ...judgement.waived]
    expect(found.map(({ rule, message, help }) => [rule, message.slice(0, 15), help])).toEqual([
      [
        'balance/ending-inventory',
        'widgets 2026-10',
        'write inventory 535 each, or sales 1257 each, or operations 1191 each; or, where this stock was counted, give the difference as adjustment',
      ],
      [
        'balance/ending-inventory',
        'widgets 2026-11',
        'write inventory 604 each, or sales 1225 each, or operations 1100 each',
      ],
    ])
  })

  test('has none once the two misprints are mended', () => {
    const { judgement } = judged(mendedOrlicky())
    expect([...judgement.findings, ...judgement.todos]).toEqual([])
  })
})

test('red-tomato costs exactly what is published', () => {
  const [objective] = judged(planText('red-tomato')).judgement.objectives
  expect(objective?.held).toBe(true)
  expect(objective?.figures.map(({ name, low, high }) => [name, low, high])).toEqual([
    ['layoff', '8,000 USD', '8,000 USD'],
    ['wages', '245,760 USD', '245,760 USD'],
    ['holding', '10,000 USD', '10,000 USD'],
    ['waiting', '1,100 USD', '1,100 USD'],
    ['buying', '4,200 USD', '4,200 USD'],
    ['material', '153,600 USD', '153,600 USD'],
    ['whole', '422,660 USD', '422,660 USD'],
  ])
})

test('in acme every rule is judged but those that its newest cycle gives nothing to judge', async () => {
  const { output } = await called(
    'check',
    `${examplesRoot}acme`,
    '--as-of',
    AS_OF,
    '--format',
    'json',
  )
  const { outcomes } = JSON.parse(output) as {
    outcomes: readonly { rule: string; held: number; waived: number }[]
  }
  const silent = outcomes.filter(({ held, waived }) => held + waived === 0).map(({ rule }) => rule)
  // Earlier cycles of the year judge these: see acme-year/.
  expect(silent.toSorted()).toEqual([
    // The fiscal year is in its second month, in which a plan may well be the budget.
    'alignment/plan-is-not-budget',
    // Nothing has been revised on the day after the meeting.
    'commitment/revision-justified',
  ])
})

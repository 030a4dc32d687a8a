// Each cycle of acme's year, judged as it was held: on a day after its meetings.

import { expect, test } from 'vitest'

import { nameOf } from '../../../src/facts/fact.ts'
import { filesIn } from '../../roll/rolling.ts'
import { examplesRoot } from '../workspaces.ts'
import { modelOf, reviewOf } from './checked.ts'

test('no cycle of the year has an error, and each warning has its story', () => {
  const acme = filesIn(`${examplesRoot}acme/`)
  const cycles = modelOf(acme).facts.of('cycle').map(nameOf).toSorted((a, b) => (a < b ? -1 : 1))
  const found = cycles.flatMap((cycle) =>
    reviewOf(acme, { cycle, asOf: `${cycle}-28` }).judgement.findings.map(
      ({ severity, rule }) => `${cycle} ${severity} ${rule}`,
    ),
  )
  expect(cycles).toHaveLength(14)
  expect(found).toEqual([
    // The port was closed in April.
    '2026-05 warning commitment/kept',
    // The president was travelling.
    '2026-08 warning commitment/leader-present',
    // The water boards close their yards in January.
    '2026-10 warning balance/chase',
    // The foundry delivered less in October.
    '2026-11 warning commitment/kept',
  ])
})

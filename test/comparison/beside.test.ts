// A side of a difference that is taken from the other side says what it says when it is checked afresh.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { sameAsAfresh, taken } from './beside.ts'

test('a side that differs in rows of tables is as if it were checked afresh', () => {
  fc.assert(sameAsAfresh, { numRuns: 8, seed: 3 })
  expect(taken.count).toBeGreaterThan(3)
}, 120_000)

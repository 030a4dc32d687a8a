// The same as beside.test.ts, for many more edits.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { sameAsAfresh, taken } from './beside.ts'

test('a side that differs in rows of tables is as if it were checked afresh', () => {
  fc.assert(sameAsAfresh, { numRuns: 60 })
  expect(taken.count).toBeGreaterThan(10)
}, 600_000)

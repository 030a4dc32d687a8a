// Typing numbers, which is followed without binding anything again, changes nothing that is said.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { followed, typedNumbers } from './numbers.ts'

test('numbers that are typed give what a fresh workspace gives', () => {
  fc.assert(typedNumbers, { numRuns: 14 })
  expect(followed.count).toBeGreaterThan(4)
}, 120_000)

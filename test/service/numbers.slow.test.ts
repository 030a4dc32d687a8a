// The same as numbers.test.ts, for many more numbers.
import * as fc from 'fast-check'
import { test } from 'vitest'

import { typedNumbers } from './numbers.ts'

test('numbers that are typed give what a fresh workspace gives', () => {
  fc.assert(typedNumbers, { numRuns: 40 })
}, 600_000)

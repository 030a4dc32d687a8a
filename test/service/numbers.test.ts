// Typing numbers, which is followed without binding anything again, changes nothing that is said.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { followed, typedNumbers } from './numbers.ts'

test.each([
  ['acme', 4],
  ['red-tomato', 6],
])(
  'numbers that are typed into %s give what a fresh workspace gives',
  (example, numRuns) => {
    followed.count = 0
    fc.assert(typedNumbers(`examples/${example}`), { numRuns })
    expect(followed.count).toBeGreaterThan(1)
  },
  120_000,
)

// The same as numbers.test.ts, for many more numbers and every example.
import { readdirSync } from 'node:fs'

import * as fc from 'fast-check'
import { test } from 'vitest'

import { typedNumbers } from './numbers.ts'

const examples = readdirSync('examples', { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
)

test.each(examples)(
  'numbers that are typed into %s give what a fresh workspace gives',
  (example) => {
    fc.assert(typedNumbers(`examples/${example}`), { numRuns: 40 })
  },
  600_000,
)

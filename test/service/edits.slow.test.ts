// The law of the service, on very many edits: see edits.test.ts.
import * as fc from 'fast-check'
import { test } from 'vitest'

import { sameAsFresh } from './random-edits.ts'

test('edits in any order give what a fresh workspace gives', () => {
  fc.assert(sameAsFresh, { numRuns: 300 })
})

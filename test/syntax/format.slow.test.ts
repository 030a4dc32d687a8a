// The laws of the formatter, over very many damaged texts.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { flawsOf } from './formatting.ts'
import { damagedTexts } from './plan-texts.ts'

test('formatting says the same, keeps the comments, and is done at once', () => {
  fc.assert(
    fc.property(damagedTexts, (text) => {
      expect(flawsOf(text)).toEqual([])
    }),
    { numRuns: 20_000 },
  )
})

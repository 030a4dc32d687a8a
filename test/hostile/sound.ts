/** A small plan that is sound but for one stock-out, so that a test sees whether it was judged. */

import type { Review } from '../../src/pipeline.ts'
import { checked, foundIn, placeOf, type Texts } from './checked.ts'

export const SOUND = `business "Test" {
  currency USD
}
role president in general-management
unit each
family kettles "Kettles" {
  market   "Shops"
  strategy make-to-stock
  unit     each
  owner    president for sales
}
cycle 2026-11 {
  horizon 2 months
}
actual kettles {
  month    sales  operations  inventory
  2026-10     10          10          5
}
plan kettles for 2026-11 {
  month    sales  operations
  2026-11     10          10
  2026-12     20          10
}
`

/** What is found in the sound part, whatever stands beside it. */
export const FOUND = ['sound.sop:19:1 balance/no-stockout']

/** What the sound plan is judged by: it says nothing of people. */
export const RULES = ['balance', 'alignment']

/** Checks a hostile text beside the sound plan, in a file that comes before it. */
export function beside(text: string, more: Texts = {}): Review {
  return checked({ ...more, 'hostile.sop': text, 'sound.sop': SOUND }, [...RULES, 'test'])
}

export function foundInSound(review: Review): readonly string[] {
  return foundIn(review)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, span }) => `${placeOf(span)} ${rule}`)
}

// A small plan with a fence and two cycles, for tests of what changed in it.
import { expect } from 'vitest'

export const BUSINESS = `business "Kettle works" {
  currency USD
  leader   president
}
role president     in general-management
role sales-manager in sales-marketing under president
fence planning 2 months {
  change   sales, operations within 10%
  approval by president
}
`
export const FAMILIES = `family kettles "Kettles" {
  market   "Kitchen shops"
  strategy make-to-stock
  unit     each
}
conversion kettles {
  price = 20 USD per each
}
`
export const PLAN = `cycle 2026-10 {
  horizon 4 months
}
plan kettles for 2026-10 {
  opening inventory 100
  month       sales  operations
  2026-10 ..   1000        1000
}
cycle 2026-11 {
  horizon 4 months
}
plan kettles for 2026-11 {
  opening inventory 100
  month       sales  operations
  2026-11 ..   1000        1000
}
`
export const FILES = {
  'concord.yaml': '',
  'business.sop': BUSINESS,
  'families.sop': FAMILIES,
  'plan.sop': PLAN,
}

/** The text with what stands there last written anew. */
export function changed(text: string, from: string, to: string): string {
  const at = text.lastIndexOf(from)
  expect(at).toBeGreaterThan(-1)
  return text.slice(0, at) + to + text.slice(at + from.length)
}

export const MORE = changed(
  PLAN,
  '  2026-11 ..   1000        1000\n',
  `  2026-11               1000  1000
  2026-12               1200  1200
  2027-01 .. 2027-02    1050  1000
`,
)
